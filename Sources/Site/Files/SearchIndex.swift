import Diagnostics
import FrenchText
import KeyFigures
import Markdown
import Publication
import Templates

/// What the search finds: pages, headings, figures, tables, charts, sigles. The page lists them all, for those without
/// a script; `recherche.json` adds the words of each text.
enum SearchIndex {
  private struct Entry: Sendable {
    let type: String
    let title: String
    let url: String
    let context: String

    static let members = Members<Entry>([
      "titre": { .string(Typeset.text($0.title)) }, "url": { .string($0.url) },
      "type": { .string($0.type) }, "contexte": { .string(Typeset.text($0.context)) },
    ])
  }

  static func entries(_ frame: Frame) -> [Value] {
    let publication = frame.publication
    var entries: [Value] = []
    func add(_ type: String, _ title: String, _ url: String, in context: String) {
      let entry = Entry(type: type, title: title, url: url, context: context)
      entries.append(.map(Map(of: entry, Entry.members)))
    }
    for (place, section) in publication.sections.enumerated() {
      let url = section.url
      if let part = publication.parts.first(where: { $0.sections.first == place }) {
        add("partie", part.opening.title, part.opening.url, in: "Partie \(part.number)")
      }
      add(
        "section", section.title, url,
        in: section.header.summary ?? section.header.chapter?.value ?? "")
      for heading in section.document.headings {
        add(
          "titre", section.document.plainText(of: heading.node), url + "#" + heading.anchor,
          in: section.title)
      }
      let shown = section.shownFigures
      for figure in section.figures {
        add(
          "chiffre", figure.quantity.formatted + " " + figure.label, section.url(of: figure, shown: shown),
          in: section.title)
      }
      for block in section.tables where block.isShown {
        guard let title = block.title else { continue }
        add("tableau", title, url + "#tableau-" + block.id, in: section.title)
      }
      for chart in section.charts {
        add("figure", chart.title, url + "#" + chart.anchor, in: section.title)
      }
    }
    for part in publication.parts where part.sections.isEmpty {
      add("partie", part.opening.title, part.opening.url, in: "Partie \(part.number)")
    }
    for sigle in publication.glossary.sigles {
      add(
        "sigle", sigle, "sigles.html#sigle-" + slug(sigle), in: publication.glossary.meaning(of: sigle) ?? "")
    }
    return entries
  }

  /// `{"entrees": [{"url": …, "texte": …}]}`: the folded words of each section, each once, in the order they come.
  static func json(_ frame: Frame) -> [UInt8] {
    var json = JSONWriter()
    json.object {
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
    return json.bytes
  }

  private static func words(of section: Section) -> [UInt8] {
    var words = SearchFold.letters(section.document.plainBytes(of: 0)[...])
    let count = words.withUnsafeMutableBufferPointer { FirstWords.keep($0) }
    words.removeLast(words.count - count)
    return words
  }
}

/// Keeps the words of a folded text where they first stand, those of three letters or more, moved together at its start.
/// The words kept are found again by open addressing over FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo).
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
    var read = 0
    while read < text.count {
      // Each word is moved to the end of those kept, a space before it; it stays there if it is new.
      let start = kept == 0 ? 0 : kept + 1
      var end = start
      var hash: UInt32 = 0x811C_9DC5
      while read < text.count, text[read] != .space {
        hash = (hash ^ UInt32(text[read])) &* 0x0100_0193
        text[end] = text[read]
        end += 1
        read += 1
      }
      read += 1
      guard end - start > 2, words.insert(start..<end, hash, text) else { continue }
      if start > 0 { text[start - 1] = .space }
      kept = end
    }
    return kept
  }

  /// Whether the word is met for the first time.
  private mutating func insert(
    _ word: Range<Int>, _ hash: UInt32, _ text: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    var slot = Int(hash) & (slots.count - 1)
    while !slots[slot].isEmpty {
      if Self.isSame(slots[slot], word, text) { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(truncatingIfNeeded: word.lowerBound)..<UInt32(truncatingIfNeeded: word.upperBound)
    return true
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
