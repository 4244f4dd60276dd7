import KeyFigures
import Markdown
import Publication
import Templates

/// A section as its own page shows it.
final class SectionPage: Shown {
  private let place: Int
  private let publication: Publication
  private let summary: SectionSummary

  init(place: Int, frame: Frame) {
    self.place = place
    publication = frame.publication
    summary = frame.data.summary(ofSection: place)
  }

  var base: Map { Map(of: summary) }

  static let members = Members<SectionPage>([
    Member("sommaire") { $0.contents },
    Member("chiffres") { $0.figures },
    Member("note") { Typeset.html($0.section.header.note) },
    Member("date_maj") { Value($0.section.header.updated?.value.formatted) },
  ])

  private var section: Section { summary.section }

  private var contents: Value {
    .list(
      section.document.headings.indices.map { .map(Map(of: Heading(place: $0, page: self))) }
    )
  }

  private final class Heading: Shown {
    private let place: Int
    private let page: SectionPage

    init(place: Int, page: SectionPage) {
      self.place = place
      self.page = page
    }

    static let members = Members<Heading>([
      Member("titre_html") { Typeset.html($0.page.section.document.plainText(of: $0.heading.node)) },
      Member("ancre") { .string($0.heading.anchor) },
      Member("niveau") { .int($0.heading.level) },
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
