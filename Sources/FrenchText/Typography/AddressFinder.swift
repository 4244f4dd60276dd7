import Diagnostics

/// Tells the addresses of a text, which typography must not touch: what holds `://`, starts with `www.`, has an `@`
/// inside and a point after it, has a query (`?…=`), or holds a backslash, as Windows paths do.
struct AddressFinder {
  private let start: Int
  private let end: Int
  /// The word looked at last: each is looked at once.
  private var word = 0..<0
  private var isAddress = false

  /// - Parameter range: what may be looked at of the text.
  init(_ range: Range<Int>) {
    start = range.lowerBound
    end = range.upperBound
  }

  /// Whether the offset lies in an address.
  ///
  /// - Parameter text: the same each time.
  mutating func contains(_ index: Int, of text: [UInt8]) -> Bool {
    if !word.contains(index) { look(around: index, text) }
    return isAddress
  }

  private mutating func look(around index: Int, _ text: [UInt8]) {
    var low = index
    while low > start, !Self.isBoundary(text, before: low, start) { low -= 1 }
    var high = index
    while high < end, !Self.isBoundary(text, at: high, end) { high += 1 }
    word = low..<high
    isAddress = Self.isAddress(text, low, high)
  }

  /// White space, quotes of any kind and placeholders are no part of an address.
  private static func isBoundary(_ text: [UInt8], before index: Int, _ start: Int) -> Bool {
    let last = text[index - 1]
    if last == UInt8(ascii: "\"") { return true }
    if last > 0x20, last & 0xC0 != 0x80 { return false }
    if Space.length(in: text, before: index, start: start) != nil { return true }
    if index - 2 >= start, text[index - 2] == 0xC2, last == 0xAB || last == 0xBB { return true }
    guard index - 3 >= start else { return false }
    return isQuoteOrPlaceholder(text[index - 3], text[index - 2], last)
  }

  private static func isBoundary(_ text: [UInt8], at index: Int, _ end: Int) -> Bool {
    switch text[index] {
    case UInt8(ascii: "\""): true
    case 0xC2: index + 1 < end && [0xA0, 0xAB, 0xBB].contains(text[index + 1])
    case 0xE2, 0xEF:
      Space.length(in: text, at: index, end: end) != nil
        || index + 2 < end && isQuoteOrPlaceholder(text[index], text[index + 1], text[index + 2])
    case 0...0x20: true
    default: false
    }
  }

  /// “ ” and U+FFFC.
  private static func isQuoteOrPlaceholder(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    a == 0xE2 && b == 0x80 && (c == 0x9C || c == 0x9D) || a == 0xEF && b == 0xBF && c == 0xBC
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
      case UInt8(ascii: "@"): hasAt = endsName(text, i, low) && startsName(text, i + 1, high)
      case UInt8(ascii: "."):
        if hasAt, i + 1 < high, text[i + 1].isASCIILetter { return true }
        if i - low >= 3, text[i - 3..<i].elementsEqual("www".utf8), startsName(text, i + 1, high),
          !endsName(text, i - 3, low)
        {
          return true
        }
      case UInt8(ascii: "?"): hasQuery = i > low && i + 1 < high && text[i + 1].isASCIILetter
      case UInt8(ascii: "="): if hasQuery { return true }
      default: break
      }
    }
    return false
  }

  private static func endsName(_ text: [UInt8], _ index: Int, _ low: Int) -> Bool {
    guard index > low else { return false }
    return isNameSign(text[index - 1]) || Letters.endsLetter(text, before: index, start: low)
  }

  private static func startsName(_ text: [UInt8], _ index: Int, _ high: Int) -> Bool {
    guard index < high else { return false }
    return isNameSign(text[index]) || Letters.startsLetter(text, at: index, end: high)
  }

  private static func isNameSign(_ byte: UInt8) -> Bool {
    byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}

extension TypographyPass {
  mutating func isInAddress(_ index: Int) -> Bool { addresses.contains(index, of: text.bytes) }
}
