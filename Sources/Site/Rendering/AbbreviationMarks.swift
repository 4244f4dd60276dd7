import Diagnostics
import FrenchText
import Publication

/// Marks each sigle with its meaning where a page first uses it.
struct AbbreviationMarks {
  private let glossary: Glossary
  private var seen: Set<String> = []

  init(_ glossary: Glossary) { self.glossary = glossary }

  /// Writes a text, escaped. In a link or a heading a sigle is left plain: its meaning would be read out as part of
  /// their name.
  mutating func write(_ text: ArraySlice<UInt8>, isInLink: Bool, to html: inout [UInt8]) {
    guard !isInLink, text.withUnsafeBufferPointer(Sigle.mayOccur) else {
      html.appendEscaped(text)
      return
    }
    var copied = text.startIndex
    for sigle in Sigle.occurrences(in: Array(text)) {
      guard let meaning = glossary.meaning(of: sigle.text), seen.insert(sigle.text).inserted else { continue }
      let range = sigle.range.lowerBound + text.startIndex..<sigle.range.upperBound + text.startIndex
      html.appendEscaped(text[copied..<range.lowerBound])
      html.append("<abbr title=\"" as StaticString)
      html.appendEscaped(Typeset.text(meaning))
      html.append("\">" as StaticString)
      html.appendEscaped(text[range])
      html.append("</abbr>" as StaticString)
      copied = range.upperBound
    }
    html.appendEscaped(text[copied...])
  }
}
