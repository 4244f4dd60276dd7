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
    let publication: Shared<Publication>

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
      "titre": { .string(Typeset.text($0.title)) }, "url": { .string($0.url) },
      "type": { .string($0.type) }, "contexte": { .string(Typeset.text($0.context)) },
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
      case .part(let index): publication.value.parts[index].opening.title
      case .sigle(let sigle): sigle
      case .section(let section): section.title
      case .heading(let index, let section):
        section.document.plainText(of: section.document.headings[index].node)
      case .table(let index, let section): section.tables[index].title ?? ""
      case .chart(let index, let section): section.charts[index].title
      case .figure(let shown): shown.figure.quantity.formatted + " " + shown.figure.label
      }
    }

    private var url: String {
      switch place {
      case .part(let index): publication.value.parts[index].opening.url
      case .sigle(let sigle): "sigles.html#sigle-" + slug(sigle)
      case .section(let section): section.url
      case .heading(let index, let section): section.url + "#" + section.document.headings[index].anchor
      case .table(let index, let section): section.url + "#tableau-" + section.tables[index].id
      case .chart(let index, let section): section.url + "#" + section.charts[index].anchor
      case .figure(let shown): shown.data.section.url(of: shown.figure, shown: shown.data.shown)
      }
    }

    private var context: String {
      switch place {
      case .part(let index): "Partie \(publication.value.parts[index].number)"
      case .sigle(let sigle): publication.value.glossary.meaning(of: sigle) ?? ""
      case .section(let section): section.header.summary ?? section.header.chapter?.value ?? ""
      case .heading(_, let section), .table(_, let section), .chart(_, let section): section.title
      case .figure(let shown): shown.data.section.title
      }
    }
  }

  static func entries(_ frame: Frame) -> [Value] {
    let publication = frame.publication
    let shared = Shared(publication)
    var entries: [Value] = []
    func add(_ place: Entry.Place) {
      entries.append(.map(Map(of: Entry(place: place, publication: shared), Entry.members)))
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
              $0.member("texte", words(of: section))
            }
          }
        }
      }
    }
  }

  private static func words(of section: Section) -> [UInt8] {
    var words = SearchFold.letters(section.document.plainBytes(of: 0)[...])
    let count = words.withUnsafeMutableBufferPointer { FirstWords.keep($0) }
    words.removeLast(words.count - count)
    return words
  }
}

/// Keeps the words of a folded text where they first stand, those of three letters or more, moved together at its start.
/// The words kept are found again by open addressing over multiplicative hashing (Knuth, TAOCP 3, 6.4).
private struct FirstWords {
  /// Where each word kept stands. One slot for two bytes of text and more: never full, as a word takes three and its
  /// space.
  private var slots: [Range<UInt32>]

  private init(textCount: Int) {
    var size = 16
    while size < textCount / 2 { size *= 2 }
    slots = Array(repeating: 0..<0, count: size)
  }

  /// The count of the bytes kept. Folded text has one plain space between words and nothing else but letters and digits.
  static func keep(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var words = FirstWords(textCount: text.count)
    var kept = 0
    var start = 0
    while start < text.count {
      var end = start
      var letters: UInt64 = 0
      while end < text.count, text[end] != .space {
        letters = letters &<< 7 ^ letters &>> 57 ^ UInt64(text[end])
        end += 1
      }
      if end - start > 2 { words.keep(start..<end, letters, in: text, after: &kept) }
      start = end + 1
    }
    return kept
  }

  /// Moves a word to the end of those kept, a space before it, if it is met for the first time.
  private mutating func keep(
    _ word: Range<Int>, _ letters: UInt64, in text: UnsafeMutableBufferPointer<UInt8>, after kept: inout Int
  ) {
    let hash = letters &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while !slots[slot].isEmpty {
      if Self.isSame(slots[slot], word, text) { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    if kept > 0 {
      text[kept] = .space
      kept += 1
    }
    let start = kept
    for i in word {
      text[kept] = text[i]
      kept += 1
    }
    slots[slot] = UInt32(truncatingIfNeeded: start)..<UInt32(truncatingIfNeeded: kept)
  }

  private static func isSame(
    _ known: Range<UInt32>, _ word: Range<Int>, _ text: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    guard known.count == word.count else { return false }
    let start = Int(known.lowerBound)
    for i in 0..<word.count where text[start + i] != text[word.lowerBound + i] { return false }
    return true
  }
}
