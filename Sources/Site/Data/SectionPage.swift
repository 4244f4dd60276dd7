import KeyFigures
import Publication
import Templates

/// A section as its own page shows it.
struct SectionPage: Sendable {
  let place: Int
  let frame: Frame

  static let members = Members<SectionPage>(
    SectionSummary.members, of: { $0.frame.data.summary(ofSection: $0.place) },
    and: [
      "sommaire": { $0.contents },
      "chiffres": { $0.figures },
      "note": { Typeset.html($0.section.header.note) },
      "date_maj": { Value($0.section.header.updated?.value.formatted) },
    ])

  private var publication: Publication { frame.publication }
  private var section: Section { publication.sections[place] }

  private var contents: Value {
    let document = section.document
    return .list(
      document.headings.map { heading in
        .map([
          "titre_html": Typeset.html(document.plainText(of: heading.node)),
          "ancre": .string(heading.anchor),
          "niveau": .int(heading.level),
        ])
      })
  }

  private var figures: Value {
    .list(
      FigureData(
        section: section, partNumber: publication.part(ofSection: place)?.number,
        comparison: publication.comparison
      ).values)
  }
}
