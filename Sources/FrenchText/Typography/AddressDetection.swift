import Diagnostics

/// A run of bytes between white space, and whether it is an address that typography must not touch.
struct Token {
  let range: Range<Int>
  let isAddress: Bool

  /// The token around an offset.
  ///
  /// Addresses are what holds `://`, starts with `www.` or `mailto:`, has an `@` inside and a point after it, has a
  /// query (`?…=`), or holds a backslash, as Windows paths do.
  static func around(_ index: Int, in text: [UInt8], start: Int, end: Int) -> Token {
    var low = index
    while low > start, !isBoundary(text, before: low, start) { low -= 1 }
    var high = index
    while high < end, !isBoundary(text, at: high, end) { high += 1 }
    return Token(range: low..<high, isAddress: isAddress(text, low, high))
  }

  /// White space, guillemets, straight quotes and placeholders are no part of an address.
  private static func isBoundary(_ text: [UInt8], before index: Int, _ start: Int) -> Bool {
    let last = text[index - 1]
    if last == UInt8(ascii: "\"") { return true }
    if last > 0x20, last & 0xC0 != 0x80 { return false }
    if Space.length(in: text, before: index, start: start) != nil { return true }
    if index - 2 >= start, text[index - 2] == 0xC2, last == 0xAB || last == 0xBB { return true }
    return index - 3 >= start && text[index - 3] == 0xEF && text[index - 2] == 0xBF && last == 0xBC
  }

  private static func isBoundary(_ text: [UInt8], at index: Int, _ end: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\""): true
    case 0xEF: index + 2 < end && text[index + 1] == 0xBF && text[index + 2] == 0xBC
    case 0xC2: index + 1 < end && [0xA0, 0xAB, 0xBB].contains(text[index + 1])
    case 0...0x20, 0xE2: Space.length(in: text, at: index, end: end) != nil
    default: false
    }
  }

  private static func isAddress(_ text: [UInt8], _ low: Int, _ high: Int) -> Bool {
    var hasAt = false
    var hasQuery = false
    for i in low..<high {
      switch text[i] {
      case UInt8(ascii: "\\"): return true
      case UInt8(ascii: "/"):
        if i + 1 < high, text[i + 1] == UInt8(ascii: "/"), i > low, text[i - 1] == UInt8(ascii: ":") {
          return true
        }
      case UInt8(ascii: "@"): hasAt = i > low && i + 1 < high && isName(text[i - 1]) && isName(text[i + 1])
      case UInt8(ascii: "."):
        if hasAt, i + 1 < high, text[i + 1].isASCIILetter { return true }
        if i - low >= 3, text[i - 3..<i].elementsEqual("www".utf8), i + 1 < high, isName(text[i + 1]),
          i - 3 == low || !isName(text[i - 4])
        {
          return true
        }
      case UInt8(ascii: "?"): hasQuery = i > low && i + 1 < high && text[i + 1].isASCIILetter
      case UInt8(ascii: "="): if hasQuery { return true }
      case UInt8(ascii: ":"):
        if i - low >= 6, text[i - 6..<i].elementsEqual("mailto".utf8), i + 1 < high, isName(text[i + 1]) {
          return true
        }
      default: break
      }
    }
    return false
  }

  private static func isName(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80
  }
}

extension TypographyPass {
  /// Whether the offset lies in an address. Each token is looked at once.
  mutating func isInAddress(_ index: Int) -> Bool {
    if !token.range.contains(index) { token = .around(index, in: text, start: start, end: end) }
    return token.isAddress
  }
}
