import Diagnostics
import FrenchText
import KeyFigures
import Publication
import Templates

/// Key figures of a section as layouts receive them.
final class FigureData: Sendable {
  let section: Section
  private let partNumber: Int?
  private let comparison: EditionComparison

  init(section: Section, partNumber: Int?, comparison: EditionComparison) {
    self.section = section
    self.partNumber = partNumber
    self.comparison = comparison
  }

  /// All figures of the section.
  var values: [Value] { section.figures.map(value) }

  func value(_ figure: Figure) -> Value { .map(map(figure)) }

  func map(_ figure: Figure) -> Map { Map(of: shown(figure)) }

  func shown(_ figure: Figure) -> ShownFigure { ShownFigure(figure: figure, data: self) }

  final class ShownFigure: Shown {
    let figure: Figure
    let data: FigureData

    init(figure: Figure, data: FigureData) {
      self.figure = figure
      self.data = data
    }

    static let members = Members<ShownFigure>([
      Member("id") { .string($0.figure.id) },
      Member("ancre") { .string($0.figure.anchor) },
      Member("valeur") { .markup(markup($0.figure.quantity)) },
      Member("valeur_texte") { .string($0.figure.quantity.formatted) },
      Member("nombre") { Value($0.figure.quantity.plainNumber) },
      Member("libelle") { .string(Typeset.text($0.figure.label)) },
      Member("libelle_html") { Typeset.html($0.figure.label) },
      Member("source") { Value($0.figure.source.map { Typeset.text($0.value) }) },
      Member("date") { Value($0.figure.date?.value.formatted) },
      Member("note") { Typeset.html($0.figure.note?.value) },
      Member("groupe") { Value($0.figure.group.map(Typeset.text)) },
      Member("evolution") { $0.evolution },
      Member("cible") { $0.target },
      Member("partie_numero") { $0.data.partNumber.map { .int($0) } ?? .none },
      Member("section_titre") { .string($0.data.section.typesetTitle) },
      Member("section_url") { .string($0.data.section.url) },
      Member("url") { .string($0.data.section.url(of: $0.figure)) },
      Member("priorite") { Value($0.data.section.header.priority?.value) },
    ])

    /// `<span class="qualif">Environ</span> 8 707<small> élèves</small>`
    private static func markup(_ quantity: Quantity) -> [UInt8] {
      var html: [UInt8] = []
      if let qualifier = quantity.qualifierText {
        html.append("<span class=\"qualif\">" as StaticString)
        html.appendEscaped(qualifier.prefix(1).uppercased() + qualifier.dropFirst().trimmingSpaces)
        html.append("</span> " as StaticString)
      }
      html.appendEscaped(quantity.numberText)
      if let unit = quantity.unitText {
        html.append("<small>" as StaticString)
        html.appendEscaped(unit)
        html.append("</small>" as StaticString)
      }
      return html
    }

    private var evolution: Value {
      guard let change = data.comparison.change(ofFigure: figure.id, in: data.section.key) else {
        return .none
      }
      return .map([
        "sens": .string(change.direction.rawValue), "texte": .string(change.text),
        "depuis": .string(change.since),
        "rompue": .bool(figure.isBroken),
      ])
    }

    private var target: Value {
      guard let target = figure.target?.value else { return .none }
      return .map(["valeur": .string(target.formatted), "taux": Value(figure.rateReachedText)])
    }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while let last = text.last, last == " " || last == "\u{A0}" || last == "\u{202F}" { text.removeLast() }
    return text
  }
}
