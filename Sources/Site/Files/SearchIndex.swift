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
  private struct Entry: Sendable {
    let place: Place
    let publication: Publication

    enum Place: Sendable {
      case part(Int)
      case section(Section)
      // Indices are into the lists of the section.
      case heading(Int, Section)
      case figure(FigureData.Shown)
      case table(Int, Section)
      case chart(Int, Section)
      case sigle(String)
    }

    static let members = Members<Entry>([
      "titre": { .string($0.title) }, "url": { .string($0.url) }, "type": { .string($0.type) },
      "contexte": { .string($0.context) },
    ])

    private var type: String {
      switch place {
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
      switch place {
      case .part(let index): publication.parts[index].opening.typesetTitle
      case .sigle(let sigle): Typeset.text(sigle)
      case .section(let section): section.typesetTitle
      case .heading(let index, let section):
        Typeset.text(section.document.plainText(of: section.document.headings[index].node))
      case .table(let index, let section): Typeset.text(section.tables[index].title ?? "")
      case .chart(let index, let section): Typeset.text(section.charts[index].title)
      case .figure(let shown): Typeset.text(shown.figure.quantity.formatted + " " + shown.figure.label)
      }
    }

    private var url: String {
      switch place {
      case .part(let index): publication.parts[index].opening.url
      case .sigle(let sigle): "sigles.html#sigle-" + slug(sigle)
      case .section(let section): section.url
      case .heading(let index, let section): section.url + "#" + section.document.headings[index].anchor
      case .table(let index, let section): section.url + "#tableau-" + section.tables[index].id
      case .chart(let index, let section): section.url + "#" + section.charts[index].anchor
      case .figure(let shown): shown.data.section.url(of: shown.figure)
      }
    }

    private var context: String {
      switch place {
      case .part(let index): "Partie \(publication.parts[index].number)"
      case .sigle(let sigle): Typeset.text(publication.glossary.meaning(of: sigle) ?? "")
      case .section(let section):
        Typeset.text(section.header.summary ?? section.header.chapter?.value ?? "")
      case .heading(_, let section), .table(_, let section), .chart(_, let section): section.typesetTitle
      case .figure(let shown): shown.data.section.typesetTitle
      }
    }
  }

  static func entries(_ frame: Frame) -> [Value] {
    let publication = frame.publication
    var entries: [Value] = []
    func add(_ place: Entry.Place) {
      entries.append(.map(Map(of: Entry(place: place, publication: publication), Entry.members)))
    }
    for (index, part) in publication.parts.enumerated() {
      add(.part(index))
      for section in publication.sections[part.sections] {
        add(.section(section))
        for heading in section.document.headings.indices { add(.heading(heading, section)) }
        let data = FigureData(section: section, partNumber: part.number, comparison: publication.comparison)
        for figure in section.figures { add(.figure(.init(figure: figure, data: data))) }
        for (index, table) in section.tables.enumerated() where table.isShown && table.title != nil {
          add(.table(index, section))
        }
        for chart in section.charts.indices { add(.chart(chart, section)) }
      }
    }
    for sigle in publication.glossary.sigles { add(.sigle(sigle)) }
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
