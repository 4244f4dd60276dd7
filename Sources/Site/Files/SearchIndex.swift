import Diagnostics
import FrenchText
import KeyFigures
import Markdown
import Publication
import Templates

/// What the search finds: pages, headings, figures, tables, charts, sigles. The page lists them all, for those without
/// a script; `recherche.json` adds the words of each text.
enum SearchIndex {
  /// Tells where to look, for its words to be made when the page comes to them: there are several for each section.
  private final class Entry: Shown {
    private let kind: Kind
    /// Where it is found; of no use for a sigle.
    private let section: Section
    private let publication: Publication

    // Indices are into the lists of the section, or of the publication, but for sigles: their list is made each time it
    // is asked for.
    enum Kind {
      case part(Int)
      case section
      case heading(Int)
      case figure(Int)
      case table(Int)
      case chart(Int)
      case sigle(String)
    }

    init(_ kind: Kind, in section: Section, of publication: Publication) {
      self.kind = kind
      self.section = section
      self.publication = publication
    }

    static let members = Members<Entry>([
      Member("titre") { .string($0.title) },
      Member("url") { .string($0.url) },
      Member("type") { .string($0.type) },
      Member("contexte") { .string($0.context) },
    ])

    private var type: String {
      switch kind {
      case .part: "partie"
      case .sigle: "sigle"
      case .section: "section"
      case .heading: "titre"
      case .table: "tableau"
      case .chart: "figure"
      case .figure: "chiffre"
      }
    }

    private var title: String {
      switch kind {
      case .part, .section: section.typesetTitle
      case .sigle(let sigle): Typeset.text(sigle)
      case .heading(let index):
        Typeset.text(section.document.plainText(of: section.document.headings[index].node))
      case .table(let index): Typeset.text(section.tables[index].title ?? "")
      case .chart(let index): Typeset.text(section.charts[index].title)
      case .figure(let index): title(of: section.figures[index])
      }
    }

    private func title(of figure: Figure) -> String {
      Typeset.text(figure.quantity.formatted + " " + figure.label)
    }

    private var url: String {
      switch kind {
      case .part, .section: section.url
      case .sigle(let sigle): "sigles.html#sigle-" + slug(sigle)
      case .heading(let index): section.url + "#" + section.document.headings[index].anchor
      case .table(let index): section.url + "#tableau-" + section.tables[index].id
      case .chart(let index): section.url + "#" + section.charts[index].anchor
      case .figure(let index): section.url(of: section.figures[index])
      }
    }

    private var context: String {
      switch kind {
      case .part(let index): "Partie \(publication.parts[index].number)"
      case .sigle(let sigle): Typeset.text(publication.glossary.meaning(of: sigle) ?? "")
      case .section: Typeset.text(section.header.summary ?? section.header.chapter?.value ?? "")
      case .heading, .table, .chart, .figure: section.typesetTitle
      }
    }
  }

  static func entries(_ frame: Frame) -> [Value] {
    let publication = frame.publication
    var entries: [Value] = []
    func add(_ kind: Entry.Kind, _ section: Section) {
      entries.append(.map(Map(of: Entry(kind, in: section, of: publication))))
    }
    for (index, part) in publication.parts.enumerated() {
      add(.part(index), part.opening)
      for section in publication.sections[part.sections] {
        add(.section, section)
        for heading in section.document.headings.indices { add(.heading(heading), section) }
        for figure in section.figures.indices { add(.figure(figure), section) }
        for (index, table) in section.tables.enumerated() where table.isShown && table.title != nil {
          add(.table(index), section)
        }
        for chart in section.charts.indices { add(.chart(chart), section) }
      }
    }
    for sigle in publication.glossary.sigles { add(.sigle(sigle), publication.home) }
    return entries
  }

  /// `{"entrees": [{"url": …, "texte": …}]}`: the folded words of each section, each once, in the order they come.
  static func write(_ frame: Frame, to drain: @escaping Drain) {
    JSONWriter.object(to: drain) {
      $0.member("entrees") {
        $0.array {
          for section in frame.publication.sections {
            $0.object {
              $0.member("url", section.url)
              $0.member("texte", SearchFold.firstWords(section.document.plainBytes(of: 0)[...]))
            }
          }
        }
      }
    }
  }
}
