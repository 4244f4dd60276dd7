import Charts
import Diagnostics
import FrenchText
import KeyFigures
import Markdown

/// Turns a `graphique` directive and the table it names into a chart ready to be drawn. What is wrong is reported at
/// the attribute.
struct ChartBlockReader {
  let section: Section
  let directive: Directive
  let source: ChartSource
  private let edition: Edition?
  private var diagnostics: [Diagnostic] = []

  init(_ directive: Directive, of section: Section, source: ChartSource, edition: Edition?) {
    self.edition = edition
    self.directive = directive
    self.section = section
    self.source = source
  }

  static func read(
    _ directive: Directive, of section: Section, folder: ContentFolder, edition: Edition?,
    _ diagnostics: inout [Diagnostic]
  ) -> ChartBlock? {
    guard let source = ChartSource(directive, of: section, folder: folder, &diagnostics) else { return nil }
    var reader = ChartBlockReader(directive, of: section, source: source, edition: edition)
    let block = reader.block()
    diagnostics += reader.diagnostics
    return block
  }

  private mutating func block() -> ChartBlock? {
    guard let kind = kind(), let data = data(for: kind), let title = source.title(&diagnostics) else {
      return nil
    }
    var specification = ChartSpecification(kind: kind, data: data, title: title, unit: directive["unite"])
    specification.axis = directive["axe"]
    // An axis that was named says it in the drawing; a cloud of points names both.
    specification.subtitle = kind == .scatter || specification.axis != nil ? nil : subtitle(of: data)
    specification.sort = choice("tri", ChartSpecification.Sort.self)
    specification.maximum = number("max")
    specification.height = number("hauteur")
    specification.references = references()
    specification.annotations = annotations()
    specification.colors = colors()
    specification.lineSeries = directive["lignes"].map(Self.list) ?? []
    specification.objective = directive.attribute("objectif").flatMap {
      column(named: $0.value, in: "objectif")
    }
    .map { series(of: $0, rows: source.rows) }
    specification.previous = previous(of: data)
    let faults = Chart.check(specification)
    for fault in faults { report(fault) }
    return faults.isEmpty ? source.block(.chart(specification)) : nil
  }

  // MARK: - Data

  private mutating func kind() -> ChartKind? {
    guard let type = directive.attribute("type") else { return nil }
    if let kind = ChartKind(rawValue: type.value) { return kind }
    let names = ChartKind.allCases.map(\.rawValue)
    report(
      at: "type", "Type de graphique inconnu « \(type.value) »",
      help: (Self.usual[type.value] ?? nearest(to: type.value, in: names)).map {
        "vouliez-vous dire « \($0) » ?"
      }
        ?? "types possibles : " + names.joined(separator: ", "))
    return nil
  }

  /// What spreadsheets and textbooks call some types.
  private static let usual = [
    "camembert": "secteurs", "histogramme": "barres", "colonnes": "barres", "courbe": "lignes",
    "courbes": "lignes", "donut": "anneau", "treemap": "arbre", "toile": "radar", "bulles": "nuage",
  ]

  private mutating func data(for kind: ChartKind) -> ChartData? {
    let x = directive["x"].map { column(named: $0, in: "x") } ?? 0
    let names =
      directive["y"].map(Self.list)
      ?? source.table.columns.dropFirst().filter { $0.type.isNumeric }.map(\.name)
    let ys = names.map { column(named: $0, in: "y") }
    guard let x, !ys.contains(nil) else { return nil }
    let columns = ys.compactMap { $0 }
    guard !columns.isEmpty else {
      report(
        at: "y", "Ce tableau n’a pas de colonne de nombres à dessiner",
        help: "choisissez-en un autre par « donnees »")
      return nil
    }
    for y in columns where !isNumeric(y) {
      report(
        at: "y", "La colonne « \(source.table.columns[y].name) » contient du texte, non des nombres",
        help: numericColumns.isEmpty ? nil : "colonnes de nombres : " + listed(numericColumns)
      )
      return nil
    }
    guard let group = directive["serie"] else { return wide(x, columns) }
    guard let group = column(named: group, in: "serie") else { return nil }
    return kind == .scatter ? points(x, columns, labels: group) : long(x, columns[0], group)
  }

  /// One series a column.
  private func wide(_ x: Int, _ ys: [Int]) -> ChartData {
    ChartData(
      categories: source.rows.map { label($0, x) }, series: ys.map { series(of: $0, rows: source.rows) },
      positions: positions(x, source.rows), categoryName: source.table.columns[x].name)
  }

  /// Points placed by two columns of numbers and named by a third.
  private func points(_ x: Int, _ ys: [Int], labels: Int) -> ChartData {
    ChartData(
      categories: source.rows.map { label($0, labels) }, series: ys.map { series(of: $0, rows: source.rows) },
      positions: positions(x, source.rows), categoryName: source.table.columns[x].name)
  }

  /// One series a value of the column `group`, as data come from a spreadsheet's pivot.
  private func long(_ x: Int, _ y: Int, _ group: Int) -> ChartData {
    var categories: [String] = []
    var names: [String] = []
    var rows: [String: [String: Int]] = [:]
    for row in source.rows {
      let (category, name) = (label(row, x), label(row, group))
      if rows[category] == nil { categories.append(category) }
      if !names.contains(name) { names.append(name) }
      rows[category, default: [:]][name] = row
    }
    let series = names.map { name in
      var series = ChartData.Series(name, values: [], unit: source.table.columns[y].unit)
      for category in categories {
        let row = rows[category]?[name]
        series.values.append(row.flatMap { value($0, y) })
        series.texts.append(row.map { text($0, y) } ?? "")
      }
      return series
    }
    return ChartData(categories: categories, series: series, categoryName: source.table.columns[x].name)
  }

  private func series(of column: Int, rows: [Int]) -> ChartData.Series {
    ChartData.Series(
      source.table.columns[column].name, values: rows.map { value($0, column) },
      texts: rows.map { text($0, column) },
      unit: source.table.columns[column].unit)
  }

  private func value(_ row: Int, _ column: Int) -> Double? {
    source.table.columns[column].decimal(row)?.approximation
  }

  /// With its unit only where a sign says it; words of units stand under the title.
  private func text(_ row: Int, _ column: Int) -> String {
    guard let quantity = source.table.columns[column].quantity(row) else { return "" }
    let isSign = quantity.unit == "%" || quantity.unit == "€"
    return (quantity.qualifierText ?? "") + quantity.numberText + (isSign ? quantity.unitText ?? "" : "")
  }

  private func label(_ row: Int, _ column: Int) -> String {
    source.table.columns[column].period(row)?.formatted ?? source.table.text(row, column)
  }

  private func positions(_ column: Int, _ rows: [Int]) -> [Double]? {
    let column = source.table.columns[column]
    let places = rows.map { row in
      column.decimal(row)?.approximation ?? column.period(row).map { Double($0.start.daysSinceEpoch) }
    }
    let known = places.compactMap { $0 }
    return known.count == rows.count && !known.isEmpty ? known : nil
  }

  private func isNumeric(_ column: Int) -> Bool {
    let column = source.table.columns[column]
    return column.type.isNumeric || column.type == .value
  }

  private var numericColumns: [String] {
    source.table.columns.indices.filter(isNumeric).map { source.table.columns[$0].name }
  }

  private mutating func column(named name: String, in attribute: String) -> Int? {
    source.column(named: name, in: attribute, &diagnostics)
  }

  // MARK: - Attributes

  private func subtitle(of data: ChartData) -> String? {
    let unit = directive["unite"] ?? data.series.first?.unit
    // Several series are named where they are drawn.
    guard data.series.count == 1, let name = data.series.first?.name else { return unit.map { "En " + $0 } }
    return unit.flatMap { name.lowercased().contains($0) ? nil : name + ", en " + $0 } ?? name
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) -> Choice? {
    guard let text = directive[name] else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    report(
      at: name, "« \(text) » n’est pas une valeur de « \(name) »",
      help: "valeurs possibles : " + listed(names))
    return nil
  }

  private mutating func number(_ name: String) -> Double? {
    guard let text = directive[name] else { return nil }
    switch Quantity.parse(text) {
    case .success(let quantity):
      if let value = quantity.decimal?.approximation { return value }
      report(at: name, "« \(text) » n’est pas un nombre", help: "écrivez par exemple \(name)=100")
    case .failure(let fault): report(at: name, fault.message, help: fault.help)
    }
    return nil
  }

  /// `reference="50 % moyenne nationale"`: the value, then what it is.
  private mutating func references() -> [ChartSpecification.Reference] {
    guard let text = directive["reference"] else { return [] }
    switch Quantity.parseSentence(text, units: .standard) {
    case .success(let leading):
      guard let value = leading.quantity.decimal?.approximation else { break }
      let label = String(decoding: Array(text.utf8)[leading.length...], as: UTF8.self)
      return [.init(value: value, label: label.trimmed)]
    case .failure(let fault):
      report(at: "reference", fault.message, help: "reference=\"50 % moyenne nationale\"")
    }
    return []
  }

  /// `annotation="Terminale : épreuve obligatoire"`: a category, then what there is to say of it.
  private mutating func annotations() -> [ChartSpecification.Annotation] {
    guard let text = directive["annotation"] else { return [] }
    guard let colon = text.firstIndex(of: ":") else {
      report(
        at: "annotation", "Cette annotation ne dit pas ce qu’elle annote",
        help: "annotation=\"Terminale : votre remarque\"")
      return []
    }
    return [
      .init(category: String(text[..<colon]).trimmed, text: String(text[text.index(after: colon)...]).trimmed)
    ]
  }

  private func colors() -> ChartSpecification.Colors {
    switch directive["couleurs"] {
    case nil: .automatic
    case "categories": .categories
    case let names?: .emphasis(Self.list(names))
    }
  }

  static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// `comparer=edition`: what the same table said in the edition before, row by row.
  private mutating func previous(of data: ChartData) -> ChartData.Series? {
    guard let wanted = directive["comparer"] else { return nil }
    guard wanted == "edition" else {
      report(
        at: "comparer", "« \(wanted) » n’est pas une valeur de « comparer »", help: "écrivez comparer=edition"
      )
      return nil
    }
    guard let edition, let series = data.series.first,
      let table = edition.table(section: section.key, id: source.block?.id ?? "")
    else {
      report(
        at: "comparer", "L’édition précédente n’a pas ce tableau",
        help: "nommez dans « edition_precedente » un fichier qui contient ce tableau, ou retirez « comparer »"
      )
      return nil
    }
    guard source.table.schema?.isBroken != true else {
      report(
        at: "comparer", "Ce tableau est une série rompue : ses valeurs ne se comparent pas",
        help: "retirez « comparer », ou « serie: rompue » si l’on compte toujours de la même façon")
      return nil
    }
    let values = data.categories.map { table.number(row: $0, column: series.name) }
    guard values.contains(where: { $0 != nil }) else {
      report(
        at: "comparer", "L’édition précédente n’a aucune de ces lignes dans une colonne « \(series.name) »",
        help: "donnez aux lignes et à la colonne les mêmes noms que l’an dernier, ou retirez « comparer »")
      return nil
    }
    return ChartData.Series(
      edition.name, values: values.map { $0?.approximation }, texts: values.map { $0?.formatted ?? "" },
      unit: series.unit)
  }

  // MARK: - Reports

  private mutating func report(_ fault: ChartFault) {
    report(at: fault.attribute, fault.message, help: fault.help)
  }

  private mutating func report(at attribute: String, _ message: String, help: String?) {
    diagnostics.append(source.diagnostic(at: attribute, message, help: help))
  }
}

extension String {
  /// Without the blanks at both ends, no-break spaces included.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}
