import Diagnostics
import FrenchText
import KeyFigures
import Markdown
import Publication
import Templates

/// What the search finds: pages, headings, figures, tables, charts, sigles. The page lists them all, for those without
/// a script; `recherche.json` adds the words of each text.
enum SearchIndex {
  static func entries(_ frame: Frame) -> [Value] {
    let publication = frame.publication
    var entries: [Value] = []
    func add(_ type: String, _ title: String, _ url: String, in context: String) {
      entries.append(
        .map([
          "titre": .string(Typeset.text(title)), "url": .string(url), "type": .string(type),
          "contexte": .string(Typeset.text(context)),
        ]))
    }
    for (place, section) in publication.sections.enumerated() {
      if let part = publication.parts.first(where: { $0.sections.first == place }) {
        add("partie", part.opening.title, part.opening.url, in: "Partie \(part.number)")
      }
      add(
        "section", section.title, section.url,
        in: section.header.summary ?? section.header.chapter?.value ?? "")
      for heading in section.document.headings {
        add(
          "titre", section.document.plainText(of: heading.node), section.url + "#" + heading.anchor,
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
        add("tableau", title, section.url + "#tableau-" + block.id, in: section.title)
      }
      for chart in section.charts {
        add("figure", chart.title, section.url + "#" + chart.anchor, in: section.title)
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
    let folded = SearchFold.letters(section.document.plainBytes(of: 0)[...])
    var seen = WordSet(folded)
    var words: [UInt8] = []
    words.reserveCapacity(folded.count)
    // Folded text has one plain space between words and nothing else but letters and digits.
    var start = 0
    while start < folded.count {
      let end = folded[start...].firstIndex(of: .space) ?? folded.count
      if end - start > 2, seen.insert(start..<end) {
        if !words.isEmpty { words.append(.space) }
        words.append(contentsOf: folded[start..<end])
      }
      start = end + 1
    }
    return words
  }
}

/// The words of a text met so far, each kept as where it first stands. Open addressing over FNV-1a
/// (G. Fowler, L. C. Noll, K.-P. Vo).
private struct WordSet {
  private let text: [UInt8]
  /// One slot for three bytes of text and more: never full, as a word takes three and its space.
  private var slots: [Range<UInt32>]

  init(_ text: [UInt8]) {
    self.text = text
    var size = 16
    while size < text.count / 2 { size *= 2 }
    slots = Array(repeating: 0..<0, count: size)
  }

  /// Whether the word is met for the first time.
  mutating func insert(_ word: Range<Int>) -> Bool {
    var hash: UInt32 = 0x811C_9DC5
    for place in word { hash = (hash ^ UInt32(text[place])) &* 0x0100_0193 }
    var slot = Int(hash) & (slots.count - 1)
    while !slots[slot].isEmpty {
      let known = Int(slots[slot].lowerBound)..<Int(slots[slot].upperBound)
      if text[known] == text[word] { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(truncatingIfNeeded: word.lowerBound)..<UInt32(truncatingIfNeeded: word.upperBound)
    return true
  }
}
