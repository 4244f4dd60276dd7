import Diagnostics
import FrenchText
import Templates

/// The editor's short texts (titles, labels, notes) as French typography sets them.
enum Typeset {
  /// Plain text: spaces, quotes and apostrophes set.
  static func text(_ text: String) -> String { Typographer.typeset(text) }

  /// Ready HTML: the same, with ordinals raised.
  static func html(_ text: String) -> Value { .markup(bytes(text)) }

  static func html(_ text: String?) -> Value { text.map { html($0) } ?? .none }

  static func bytes(_ text: String) -> [UInt8] {
    var html: [UInt8] = []
    html.reserveCapacity(text.utf8.count + 16)
    if Typographer.isPlain(text) {
      html.appendEscaped(text)
      return html
    }
    let written = Array(text.utf8)
    let typography = Typographer.edits(in: written)
    if typography.isEmpty {
      html.appendEscaped(written)
      return html
    }
    let (set, raised) = typography.applied(to: written)
    var copied = 0
    for range in raised {
      html.appendEscaped(set[copied..<range.lowerBound])
      html.append("<sup>" as StaticString)
      html.appendEscaped(set[range])
      html.append("</sup>" as StaticString)
      copied = range.upperBound
    }
    html.appendEscaped(set[copied...])
    return html
  }

  /// A size as readers see it: `12 ko`, in kilobytes of 1,000 bytes.
  static func size(_ bytes: Int) -> String {
    bytes < 1000 ? "\(bytes)\u{A0}octets" : Decimal((bytes + 500) / 1000).formatted + "\u{A0}ko"
  }
}
