/// Numbers in attributes, which are few and short: digits, a sign, a comma or point, spaces, a unit after.
enum FrenchNumber {
  static func parse(_ text: String) -> Double? {
    var digits = 0
    var value = 0.0
    var scale = 0.0
    var negative = false
    var ended = false
    for (index, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      case "0"..."9":
        if ended { return nil }
        digits += 1
        guard digits <= 15 else { return nil }
        value = value * 10 + Double(scalar.value - 0x30)
        scale *= 10
      case "-", "−", "+":
        guard index == 0 else { return nil }
        negative = scalar != "+"
      case ",", ".":
        guard scale == 0, digits > 0, !ended else { return nil }
        scale = 1
      case " ", "\u{A0}", "\u{202F}", "\u{2009}": break
      default:
        // A unit ends the number.
        if digits == 0 { return nil }
        ended = true
      }
    }
    guard digits > 0 else { return nil }
    let magnitude = scale > 1 ? value / scale : value
    return negative ? -magnitude : magnitude
  }

  /// Both sides of the first colon that stands between words.
  static func split(_ text: String) -> (String, String)? {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return (trimmed(String(text[..<colon])), trimmed(String(text[text.utf8.index(after: colon)...])))
  }

  static func trimmed(_ text: String) -> String {
    func isSpace(_ scalar: Unicode.Scalar) -> Bool {
      scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\t"
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
