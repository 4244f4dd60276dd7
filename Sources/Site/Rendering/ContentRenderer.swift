import Diagnostics
import FrenchText
import KeyFigures
import Markdown
import Publication
import Templates

/// Renders the body of a section: Markdown by the renderer, directives by their layouts.
struct ContentRenderer: RenderingHooks {
  /// The two documents a text appears in.
  enum Medium: Hashable, Sendable {
    /// A page of its own; `root` leads from it to the root of the site.
    case page(root: String)
    /// The print edition, where every `id` takes the section's prefix.
    case print(prefix: String)

    var isPrint: Bool { if case .print = self { true } else { false } }
    var root: String { if case .page(let root) = self { root } else { "" } }
    var idPrefix: String { if case .print(let prefix) = self { prefix } else { "" } }
  }

  let frame: Frame
  let section: Section
  let partNumber: Int?
  let medium: Medium
  /// The first layout that failed; what follows is then of no use.
  private(set) var failure: Diagnostic?
  /// How many titled blocks are open: their inner titles go down as many levels.
  private var titledDepth = 0
  /// Figures whose card has been shown: an `id` stands once on a page.
  private var anchoredFigures: Set<String> = []
  private var abbreviations: AbbreviationMarks
  private var layouts: TemplateSet.Series

  init(_ section: Section, partNumber: Int?, medium: Medium, frame: Frame) {
    self.section = section
    self.partNumber = partNumber
    self.medium = medium
    self.frame = frame
    abbreviations = AbbreviationMarks(frame.publication.glossary)
    layouts = TemplateSet.Series(frame.templates)
  }

  /// The HTML of the section's body.
  static func html(
    of section: Section, partNumber: Int?, medium: Medium, frame: Frame
  ) throws(TemplateError) -> [UInt8] {
    var hooks = ContentRenderer(section, partNumber: partNumber, medium: medium, frame: frame)
    let html = HTMLRenderer.html(of: section.document, hooks: &hooks)
    if let failure = hooks.failure { throw TemplateError(failure) }
    return html
  }

  // MARK: - Hooks

  var isPrint: Bool { medium.isPrint }
  var root: String { medium.root }
  var idPrefix: String { medium.idPrefix }
  var headingShift: Int { isPrint ? 2 : 0 }
  /// What no sigle was found in while it was checked need not be searched again.
  var marksText: Bool { !section.sigles.isEmpty }
  var setsNotesAtCalls: Bool { isPrint }

  mutating func write(text: ArraySlice<UInt8>, context: TextContext, to html: inout [UInt8]) {
    abbreviations.write(text, isInLink: context.isInLink || context.isInHeading, to: &html)
  }

  mutating func render(reference: Reference, renderer: inout HTMLRenderer) {
    guard let index = section.document.references.place(ofNode: reference.node, \.node),
      let text = section.quotations[index]
    else { return }
    renderer.html.appendEscaped(text)
  }

  mutating func destination(of link: Link, node: Int, document: Document) -> [UInt8]? {
    guard let index = document.nodes[node].kind.linkIndex, index < section.targets.count else { return nil }
    switch section.targets[index] {
    case .external, .missing: return nil
    case .anchor(let anchor): return Array(("#" + idPrefix + anchor).utf8)
    case .file(let path): return Array((root + path).utf8)
    case .section(let key, let anchor): return Array(frame.address(of: key, anchor: anchor, in: medium).utf8)
    }
  }

  /// On paper a link inside the publication says its page.
  mutating func cssClass(of link: Link, node: Int, document: Document) -> String? {
    guard isPrint, let index = document.nodes[node].kind.linkIndex, index < section.targets.count else {
      return nil
    }
    switch section.targets[index] {
    case .anchor, .section: return "renvoi"
    case .external, .file, .missing: return nil
    }
  }

  mutating func render(image: Link, node: Int, renderer: inout HTMLRenderer) -> Bool {
    guard let index = section.document.nodes[node].kind.linkIndex, index < section.targets.count,
      case .file(let path) = section.targets[index]
    else { return false }
    let size = frame.pictureSizes["content/" + path]
    renderer.html.append("<img src=\"" as StaticString)
    renderer.html.appendEscaped(root + path)
    renderer.html.append("\" alt=\"" as StaticString)
    renderer.html.appendEscaped(section.document.plainBytes(of: node))
    if let size { renderer.html.append("\" width=\"\(size.width)\" height=\"\(size.height)") }
    renderer.html.append("\" loading=\"lazy\">" as StaticString)
    return true
  }

  /// A table outside any directive: named by its heading, scrolled by keyboard where it is wide.
  mutating func render(table: Markdown.Table, node: Int, renderer: inout HTMLRenderer) -> Bool {
    let html = TableMarkup.plain(node, in: section.document, hooks: &self)
    let name = section.document.headings.last { $0.node < node }.map {
      section.document.plainText(of: $0.node)
    }
    renderer.html.append(
      "<div class=\"tableau\"><div class=\"defile\" role=\"region\" tabindex=\"0\" aria-label=\""
        as StaticString)
    renderer.html.appendEscaped(name.map { "Tableau : " + $0 } ?? "Tableau")
    renderer.html.append("\">\n" as StaticString)
    renderer.html += html
    renderer.html.append("</div></div>\n" as StaticString)
    return true
  }

  mutating func render(directive: Directive, renderer: inout HTMLRenderer) {
    guard failure == nil,
      let index = section.document.directives.place(ofNode: directive.node, \.node)
    else {
      return
    }
    let isTitled = directive["titre"] != nil
    let level = level(of: directive)
    if isTitled { titledDepth += 1 }
    defer { if isTitled { titledDepth -= 1 } }
    guard let context = context(of: directive, section.blocks[index], level: level, &renderer) else { return }
    do throws(TemplateError) {
      try layouts.render("blocs/\(directive.name).html", context, into: &renderer.html)
    } catch {
      if failure == nil { failure = error.diagnostic }
    }
  }

  // MARK: - What blocks receive

  private mutating func context(
    of directive: Directive, _ block: Block, level: Int, _ renderer: inout HTMLRenderer
  ) -> Map? {
    let shared = BlockContext(
      directive, level: level, partNumber: partNumber, medium: medium, frame: frame)
    switch block {
    case .table(let place): return Map(of: TableContext(section.tables[place], shared, hooks: &self))
    case .chart(let place): return Map(of: ChartContext(section.charts[place], shared, in: section))
    case .faulty: return nil
    case .keyFigures, .indicators, .picture, .plain: break
    }
    var context = Map(of: shared)
    switch block {
    case .keyFigures(let groups): context.add(["groupes": .list(groups.map { group($0) })])
    case .indicators(let rows):
      let longest = rows.compactMap(\.rate).reduce(100, max)
      let theme = PartTheme.printed(partNumber, frame.publication.settings)
      context.add([
        "lignes": .list(rows.map { Self.row($0, of: longest) }), "couleur": .string(theme[.accent].css),
      ])
    case .picture(let picture):
      context.add([
        "image": Self.value(of: picture),
        "numero": section.pictureNumbers[directive.node].map { .int($0) } ?? Value.none,
        "contenu": .markup(renderer.rendered(childrenOf: directive.node, hooks: &self)),
      ])
    default:
      context.add(["image": .none])
      StructuredInside(directive, in: section.document).fill(&context, renderer: &renderer, hooks: &self)
    }
    return context
  }

  /// One below the heading it stands under, and below the titled blocks it stands in.
  private func level(of directive: Directive) -> Int {
    let heading = section.document.headings.last { $0.node < directive.node }
    return min(6, Int(heading?.level ?? 1) + 1 + titledDepth + headingShift)
  }

  private mutating func group(_ group: FigureSet.Group) -> Value {
    let data = FigureData(section: section, partNumber: partNumber, comparison: frame.publication.comparison)
    let figures = group.figures.map { figure -> Value in
      let isFirst = anchoredFigures.insert(figure.id).inserted
      return .map(
        Map(of: PlacedFigure(data.shown(figure), anchor: isFirst ? idPrefix + figure.anchor : nil)))
    }
    return .map(["titre": Value(group.title.map { Typeset.text($0.value) }), "chiffres": .list(figures)])
  }

  /// A key figure in a text.
  private final class PlacedFigure: Shown {
    private let figure: FigureData.ShownFigure
    /// None where its card has been shown before.
    private let anchor: String?

    init(_ figure: FigureData.ShownFigure, anchor: String?) {
      self.figure = figure
      self.anchor = anchor
    }

    var base: Map { Map(of: figure) }

    static let members = Members<PlacedFigure>([Member("ancre") { Value($0.anchor) }])
  }

  /// Bars share a scale, in which what is reached may pass the objective.
  private static func row(_ indicator: Indicator, of longest: Double) -> Value {
    func width(_ rate: Double) -> Value { .int(Int((max(0, rate) / longest * 100).rounded())) }
    return .map([
      "libelle_html": Typeset.html(indicator.label),
      "objectif": .string(indicator.objective),
      "atteint": Value(indicator.reached),
      "taux": Value(indicator.rate.map { "\(Int($0.rounded()))\u{202F}%" }),
      "largeur": indicator.rate.map(width) ?? .none,
      "largeur_objectif": width(100),
    ])
  }

  private static func value(of picture: Picture) -> Value {
    .map([
      "url": .string(picture.url), "alt": .string(picture.alternative), "credit": Value(picture.credit),
      "largeur": picture.width.map { .int($0) } ?? .none, "hauteur": picture.height.map { .int($0) } ?? .none,
    ])
  }
}

extension Array {
  /// The element of a node, in an array that follows the order of the nodes.
  fileprivate func place(ofNode wanted: Int, _ node: (Element) -> Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if node(self[middle]) < wanted { low = middle + 1 } else { high = middle }
    }
    return low < count && node(self[low]) == wanted ? low : nil
  }
}

extension Kind {
  /// The index of a link or an image in `Document.links`.
  var linkIndex: Int? {
    switch self {
    case .link(let index), .image(let index): Int(index)
    default: nil
    }
  }
}
