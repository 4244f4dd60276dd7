import Diagnostics
import FrenchText
import KeyFigures
import Publication
import Templates

/// Key figures as layouts receive them.
struct FigureData {
  let section: Section
  let partNumber: Int?
  let comparison: EditionComparison
  private let shown: Set<String>

  init(section: Section, partNumber: Int?, comparison: EditionComparison) {
    self.section = section
    self.partNumber = partNumber
    self.comparison = comparison
    shown = section.shownFigures
  }

  /// All figures of the section.
  var values: [Value] { section.figures.map(value) }

  func value(_ figure: Figure) -> Value {
    .map([
      "id": .string(figure.id),
      "ancre": .string("chiffre-" + figure.id),
      "valeur": .markup(markup(figure.quantity)),
      "valeur_texte": .string(figure.quantity.formatted),
      "nombre": Value(figure.quantity.plainNumber),
      "libelle": .string(Typeset.text(figure.label)),
      "libelle_html": Typeset.html(figure.label),
      "source": Value(figure.source.map { Typeset.text($0.value) }),
      "date": Value(figure.date?.value.formatted),
      "note": Typeset.html(figure.note?.value),
      "groupe": Value(figure.group.map(Typeset.text)),
      "evolution": evolution(of: figure),
      "cible": target(of: figure),
      "partie_numero": partNumber.map { .int($0) } ?? .none,
      "section_titre": .string(Typeset.text(section.title)),
      "section_url": .string(section.url),
      "url": .string(section.url(of: figure, shown: shown)),
      "priorite": Value(section.header.priority?.value),
    ])
  }

  /// `<span class="qualif">Environ</span> 8 707<small> élèves</small>`
  private func markup(_ quantity: Quantity) -> [UInt8] {
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

  private func evolution(of figure: Figure) -> Value {
    guard let change = comparison.change(ofFigure: figure.id, in: section.key) else { return .none }
    return .map([
      "sens": .string(change.direction.rawValue), "texte": .string(change.text),
      "depuis": .string(change.since),
      "rompue": .bool(figure.isBroken),
    ])
  }

  private func target(of figure: Figure) -> Value {
    guard let target = figure.target?.value else { return .none }
    return .map(["valeur": .string(target.formatted), "taux": Value(figure.rateReachedText)])
  }
}

extension Substring {
  fileprivate var trimmingSpaces: Substring {
    var text = self
    while let last = text.last, last == " " || last == "\u{A0}" || last == "\u{202F}" { text.removeLast() }
    return text
  }
}
