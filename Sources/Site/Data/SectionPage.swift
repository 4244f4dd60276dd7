import KeyFigures
import Markdown
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
    .list(
      section.document.headings.indices.map { .map(Map(of: Heading(place: $0, page: self), Heading.members)) }
    )
  }

  private struct Heading: Sendable {
    let place: Int
    let page: SectionPage

    static let members = Members<Heading>([
      "titre_html": { Typeset.html($0.page.section.document.plainText(of: $0.heading.node)) },
      "ancre": { .string($0.heading.anchor) },
      "niveau": { .int($0.heading.level) },
    ])

    private var heading: Markdown.Heading { page.section.document.headings[place] }
  }

  private var figures: Value {
    .list(
      FigureData(
        section: section, partNumber: publication.part(ofSection: place)?.number,
        comparison: publication.comparison
      ).values)
  }
}
