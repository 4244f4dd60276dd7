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
    guard !isInLink, Self.mayHold(text) else {
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

  /// Whether two capitals follow one another: most texts are let off with this look.
  private static func mayHold(_ text: ArraySlice<UInt8>) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      var wasCapital = false
      for byte in bytes {
        let isCapital = byte.isASCIIUppercase
        if isCapital && wasCapital { return true }
        // Accented capitals begin with C3.
        wasCapital = isCapital || byte == 0xC3 || wasCapital && byte >= 0x80
      }
      return false
    }
  }
}
