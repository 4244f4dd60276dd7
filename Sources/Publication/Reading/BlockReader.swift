import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures
import Markdown

/// Gives each directive of a section, whose tables are typed already, what its name means.
struct BlockReader {
  let section: Section
  /// For each directive, the table it shows.
  let shown: [Int: Int]
  let folder: ContentFolder
  let media: MediaIndex
  /// The edition before this one, for the charts that compare.
  let edition: Edition?
  private(set) var charts: [ChartBlock] = []
  private var diagnostics: [Diagnostic] = []

  init(
    _ section: Section, shown: [Int: Int], folder: ContentFolder, media: MediaIndex, edition: Edition?
  ) {
    self.edition = edition
    self.section = section
    self.shown = shown
    self.folder = folder
    self.media = media
  }

  mutating func read(_ all: inout [Diagnostic]) -> [Block] {
    DirectiveCheck(section.document, shown: shown).run(&diagnostics)
    let blocks = section.document.directives.enumerated().map { block($1, $0) }
    all += diagnostics
    return blocks
  }

  private mutating func block(_ directive: Directive, _ index: Int) -> Block {
    switch directive.name {
    case "chiffres-cles": return figures(directive)
    case "tableau": return shown[index].map(Block.table) ?? .faulty
    case "graphique":
      return add(
        ChartBlockReader.read(directive, of: section, folder: folder, edition: edition, &diagnostics))
    case "carte": return add(MapBlockReader.read(directive, of: section, folder: folder, &diagnostics))
    case "indicateurs": return indicators(directive)
    case "figure", "temps-fort", "portrait":
      guard let image = directive.attribute("image") else { return .plain }
      return picture(image, of: directive).map(Block.picture) ?? .faulty
    case "chronologie":
      checkSteps(directive)
      return .plain
    default: return .plain
    }
  }

  private mutating func add(_ chart: ChartBlock?) -> Block {
    guard let chart else { return .faulty }
    charts.append(chart)
    return .chart(charts.count - 1)
  }

  // MARK: - Figures

  private mutating func figures(_ directive: Directive) -> Block {
    var groups = section.header.figures.groups
    if let wanted = directive.attribute("groupe") {
      groups = groups.filter { $0.title?.value == wanted.value }
      if groups.isEmpty, section.doubts.contains(.figures) { return .faulty }
      if groups.isEmpty {
        let titles = section.header.figures.groups.compactMap { $0.title?.value }
        report(
          .unknownFigure, at: wanted.valueRange,
          "Aucun groupe de chiffres « \(wanted.value) » dans cette section",
          help: nearest(to: wanted.value, in: titles).map { "vouliez-vous dire « \($0) » ?" }
            ?? (titles.isEmpty
              ? "les chiffres de cette section ne sont pas groupés"
              : "groupes : " + listed(titles)))
        return .faulty
      }
    }
    if let wanted = directive.attribute("ids") {
      let figures = ChartBlockReader.list(wanted.value).compactMap { figure($0, wanted) }
      return figures.isEmpty ? .faulty : .keyFigures([FigureSet.Group(title: nil, figures: figures)])
    }
    if groups.isEmpty, !section.doubts.contains(.figures) {
      report(
        .missingFigures, at: directive.nameRange, "Cette section n’a pas de chiffres à montrer",
        help: "ajoutez-les sous « chiffres: » dans l’en-tête, ou retirez ce bloc")
    }
    return .keyFigures(groups)
  }

  private mutating func figure(_ id: String, _ attribute: Directive.Attribute) -> Figure? {
    if let figure = section.header.figures.figure(id) { return figure }
    guard !section.doubts.contains(.figures) else { return nil }
    let ids = section.figures.map(\.id)
    report(
      .unknownFigure, at: attribute.valueRange, "Aucun chiffre « \(id) » dans cette section",
      help: nearest(to: id, in: ids).map { "vouliez-vous dire « \($0) » ?" }
        ?? "chiffres possibles : " + listed(ids))
    return nil
  }

  // MARK: - Indicators

  private mutating func indicators(_ directive: Directive) -> Block {
    guard let source = ChartSource(directive, of: section, folder: folder, &diagnostics) else {
      return .faulty
    }
    let columns = ["indicateur", "objectif", "atteint"].map { name in
      directive[name].map { source.column(named: $0, in: name, &diagnostics) }
    }
    guard let label = columns[0] ?? nil, let objective = columns[1] ?? nil, columns[2] != .some(nil) else {
      return .faulty
    }
    let reached = columns[2] ?? nil
    if let reached { reportUnits(source, reached, objective) }
    return .indicators(
      source.rows.map { row in
        Indicator(
          label: source.table.text(row, label), objective: source.table.formatted(row, objective),
          reached: reached.map { source.table.formatted(row, $0) },
          rate: reached.flatMap { rate(source.table, row, $0, of: objective) })
      })
  }

  private mutating func reportUnits(_ source: ChartSource, _ reached: Int, _ objective: Int) {
    let table = source.table
    for row in source.rows {
      guard let found = table.columns[reached].quantity(row),
        let wanted = table.columns[objective].quantity(row),
        !found.isComparable(to: wanted)
      else { continue }
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.wrongUnit, at: table.location(row, reached),
          "« \(found.formatted) » n’est pas dans l’unité de l’objectif « \(wanted.formatted) » : pas de taux",
          help: "écrivez les deux dans la même unité, ou retirez « atteint » du bloc",
          notes: [.init("l’objectif est ici", at: table.location(row, objective))]))
    }
  }

  private func rate(_ table: KeyFigures.Table, _ row: Int, _ reached: Int, of objective: Int) -> Double? {
    guard let found = table.columns[reached].quantity(row),
      let wanted = table.columns[objective].quantity(row),
      found.isComparable(to: wanted), let reached = found.exact, let objective = wanted.exact,
      !objective.isZero
    else { return nil }
    return reached.divided(by: objective)?.multiplied(by: 100)?.approximation
  }

  // MARK: - Pictures

  private mutating func picture(_ image: Directive.Attribute, of directive: Directive) -> Picture? {
    let path = "content/" + image.value
    guard let found = media.path(path), !image.value.contains("..") else {
      report(
        .missingImage, at: image.valueRange, "L’image « \(image.value) » n’existe pas dans content/",
        help: media.guess(path) ?? "déposez-la dans content/images/ et écrivez image=images/nom.jpg")
      return nil
    }
    guard let alternative = directive["alt"] else {
      report(
        .missingAttribute, at: image.nameRange, "Cette image n’a pas de texte alternatif",
        help: "ajoutez alt=\"ce que montre l’image\", ou alt=\"\" si elle ne fait que décorer")
      return nil
    }
    let size = folder.pictureSize(found)
    return Picture(
      url: String(found.dropFirst("content/".count)), alternative: alternative, credit: directive["credit"],
      width: size?.width,
      height: size?.height)
  }

  // MARK: - Steps

  /// Each item of a `chronologie` starts with a date in bold; dates come in order. A `note` silences both.
  private mutating func checkSteps(_ directive: Directive) {
    let document = section.document
    guard directive["note"] == nil else { return }
    var steps: [Located<Period>] = []
    for node in document.subtree(of: directive.node) {
      guard case .item = document.nodes[node].kind else { continue }
      guard let bold = firstStrong(in: node) else {
        report(
          .undatedStep, at: document.nodes[node].range, "Cette étape ne commence pas par une date en gras",
          help: "écrivez - **Octobre 2024** puis ce qui s’est passé")
        continue
      }
      guard let period = try? Period.parse(document.plainText(of: bold)).get() else {
        report(
          .undatedStep, at: document.nodes[bold].range,
          "« \(document.plainText(of: bold)) » n’est pas une date",
          help: "écrivez par exemple **Octobre 2024**, **29 avril 2025** ou **Août à octobre 2024**")
        continue
      }
      steps.append(Located(period, at: document.location(of: bold)))
    }
    DateDoubts.outOfOrder(steps, &diagnostics)
  }

  private func firstStrong(in item: Int) -> Int? {
    let document = section.document
    for node in document.subtree(of: item).dropFirst() {
      switch document.nodes[node].kind {
      case .paragraph: continue
      case .strong: return node
      default: return nil
      }
    }
    return nil
  }

  private mutating func report(
    _ code: PublicationCode, at range: Range<Int>, _ message: String, help: String?
  ) {
    diagnostics.append(Diagnostic(code, at: section.file.location(range), message, help: help))
  }
}
