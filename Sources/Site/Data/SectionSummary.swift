import FrenchText
import Publication
import Templates

/// A section in short, as every list of sections shows it.
final class SectionSummary: Shown {
  let section: Section
  private let publication: Publication
  private let place: Int

  init(of place: Int, in publication: Publication) {
    section = publication.sections[place]
    self.publication = publication
    self.place = place
  }

  var value: Value { .map(Map(of: self)) }

  static let members = Members<SectionSummary>([
    Member("titre") { .string($0.section.typesetTitle) },
    Member("titre_html") { Typeset.html($0.section.title) },
    Member("titre_court") { .string($0.section.typesetShortTitle) },
    Member("url") { .string($0.section.url) },
    Member("ancre") { .string(anchor(ofSection: $0.place, in: $0.publication)) },
    Member("numero") { .string(number(ofSection: $0.place, in: $0.publication)) },
    Member("resume") { Value($0.section.header.summary.map(Typeset.text)) },
    Member("resume_html") { Typeset.html($0.section.header.summary) },
    Member("partie_numero") { $0.part.map { .int($0.number) } ?? .none },
    Member("partie_titre") { Value($0.part.map { $0.opening.typesetTitle }) },
    Member("partie_url") { Value($0.part?.opening.url) },
    Member("chapitre") { Value($0.section.header.chapter.map { Typeset.text($0.value) }) },
    Member("priorite") { $0.priority },
    Member("nombre_chiffres") { .int($0.section.figures.count) },
    Member("chiffre") { $0.headline },
  ])

  private var part: Part? { publication.part(ofSection: place) }

  private var priority: Value {
    guard let priority = publication.priority(of: section) else { return .none }
    return .map([
      "cle": .string(priority.key), "titre": .string(Typeset.text(priority.title)),
      "titre_html": Typeset.html(priority.title), "url": .string("priorites.html#" + priority.key),
    ])
  }

  private var headline: Value {
    publication.headline(ofSection: place).map {
      FigureData(section: section, partNumber: part?.number, comparison: publication.comparison)
        .value($0)
    } ?? .none
  }

  /// What the print edition calls it: `section-1-4`.
  static func anchor(ofSection place: Int, in publication: Publication) -> String {
    "section-" + number(ofSection: place, in: publication).map { $0 == "." ? "-" : $0 }
  }

  /// `1.4`: the part, and the place in it.
  private static func number(ofSection place: Int, in publication: Publication) -> String {
    guard let part = publication.part(ofSection: place) else { return "0" }
    return "\(part.number).\(place - part.sections.lowerBound + 1)"
  }
}
