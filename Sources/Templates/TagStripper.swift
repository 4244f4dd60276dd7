/// The filter `striptags`: comments and tags go, white space becomes one space, character references become
/// characters (markupsafe's `Markup.striptags`).
enum TagStripper {
  static func text(of html: String) -> String {
    let bytes = remove(
      from: remove(from: Array(html.utf8), open: "<!--", close: "-->"), open: "<", close: ">")
    let words = TextRules.words(String(decoding: bytes, as: UTF8.self))
    return unescape(words.joined(separator: " "))
  }

  /// Takes out what stands between the marks, the marks included; an opening mark without its end stays.
  private static func remove(from bytes: [UInt8], open: String, close: String) -> [UInt8] {
    let opening = TextSearch(open)
    let closing = TextSearch(close)
    var result: [UInt8] = []
    var start = 0
    while let from = opening.firstOffset(in: bytes, from: start),
      let to = closing.firstOffset(in: bytes, from: from + opening.pattern.count - (open == "<" ? 0 : 0))
    {
      result += bytes[start..<from]
      start = to + closing.pattern.count
    }
    return result + bytes[start...]
  }

  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "eacute": "é",
    "egrave": "è",
    "ecirc": "ê", "agrave": "à", "acirc": "â", "ccedil": "ç", "ugrave": "ù", "ucirc": "û", "ocirc": "ô",
    "icirc": "î", "iuml": "ï", "euml": "ë", "oelig": "œ", "Eacute": "É", "Agrave": "À", "laquo": "«",
    "raquo": "»", "hellip": "…", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "ldquo": "“",
    "rdquo": "”", "euro": "€", "times": "×", "deg": "°", "thinsp": "\u{2009}", "shy": "\u{AD}",
  ]

  private static func unescape(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
    var result = ""
    var rest = text[...]
    while let mark = rest.firstIndex(of: "&") {
      result += rest[..<mark]
      rest = rest[rest.index(after: mark)...]
      if let end = rest.prefix(32).firstIndex(of: ";"), let character = character(named: String(rest[..<end]))
      {
        result += character
        rest = rest[rest.index(after: end)...]
      } else {
        result += "&"
      }
    }
    return result + rest
  }

  private static func character(named name: String) -> String? {
    guard name.hasPrefix("#") else { return names[name] }
    let digits = name.dropFirst()
    let value =
      digits.hasPrefix("x") || digits.hasPrefix("X") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value > 0, let scalar = Unicode.Scalar(value) else { return nil }
    return String(Character(scalar))
  }
}
