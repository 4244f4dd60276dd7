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
    for part in publication.parts {
      add("partie", part.opening.title, part.opening.url, in: "Partie \(part.number)")
    }
    for section in publication.sections {
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

  private static func words(of section: Section) -> String {
    var seen: Set<Substring> = []
    let folded = SearchFold.letters(section.document.plainText(of: 0))
    var words = ""
    words.reserveCapacity(folded.utf8.count)
    // Folded text has one plain space between words and nothing else but letters and digits.
    for word in folded.utf8.split(separator: .space).lazy.map(Substring.init)
    where word.utf8.count > 2 && seen.insert(word).inserted {
      if !words.isEmpty { words += " " }
      words += word
    }
    return words
  }
}
