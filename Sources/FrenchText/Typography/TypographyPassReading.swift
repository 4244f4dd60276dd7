import Diagnostics

/// What the rules ask about the text around them.
extension TypographyPass {
  func byte(at index: Int) -> UInt8? { index >= start && index < end ? text[index] : nil }

  /// The white space that ends before an offset, line ends left out.
  func spaces(before index: Int) -> Range<Int> {
    var low = index
    while let length = Space.length(in: text, before: low, start: start), !text[low - 1].isLineEnd {
      low -= length
    }
    return low..<index
  }

  /// The white space that starts at an offset, line ends left out.
  func spaces(after index: Int) -> Range<Int> {
    var high = index
    while let length = Space.length(in: text, at: high, end: end), !text[high].isLineEnd { high += length }
    return index..<high
  }

  func isSpace(at index: Int) -> Bool { Space.length(in: text, at: index, end: end) != nil }
  func isSpace(before index: Int) -> Bool { Space.length(in: text, before: index, start: start) != nil }

  func isLetter(at index: Int) -> Bool { Letters.startsLetter(text, at: index, end: end) }
  func isLetter(before index: Int) -> Bool { Letters.endsLetter(text, before: index, start: start) }
  func isDigit(at index: Int) -> Bool { byte(at: index)?.isASCIIDigit == true }
  func isDigit(before index: Int) -> Bool { isDigit(at: index - 1) }

  /// Neither letter nor digit goes on there: a word may end.
  func isWordEnd(at index: Int) -> Bool { !isLetter(at: index) && !isDigit(at: index) }
  func isWordStart(at index: Int) -> Bool { !isLetter(before: index) && !isDigit(before: index) }

  func has(_ literal: StaticString, at index: Int) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard index >= start, index + count <= end else { return false }
    return literal.withUTF8Buffer { wanted in
      for i in 0..<count where text[index + i] != wanted[i] { return false }
      return true
    }
  }

  func has(_ literal: StaticString, before index: Int) -> Bool {
    has(literal, at: index - literal.utf8CodeUnitCount)
  }

  /// An opening mark ends before the offset: what follows it stays stuck to it.
  func isOpening(before index: Int) -> Bool {
    switch byte(at: index - 1) {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): true
    case 0xAB: has("«", before: index)
    case 0x9C: has("“", before: index)
    default: false
    }
  }

  /// The text, or a word of it, ends at the offset: white space, the end, or a mark that closes.
  func isClosing(at index: Int) -> Bool {
    guard let byte = byte(at: index) else { return true }
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "."),
      UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\""),
      UInt8(ascii: "'"):
      return true
    case 0xC2, 0xE2, 0xEF:
      return isSpace(at: index) || has("»", at: index) || has("”", at: index) || has("…", at: index)
        || has("’", at: index) || has("–", at: index) || has("—", at: index) || has("\u{FFFC}", at: index)
    default:
      return isSpace(at: index)
    }
  }

  /// Makes the white space of the range, possibly none, the given one.
  mutating func setSpace(_ range: Range<Int>, _ replacement: TypographicEdit.Replacement) {
    guard range.lowerBound >= claimed else { return }
    claimed = range.upperBound
    if range.isEmpty || !isAlready(replacement, range) { change(range, replacement) }
  }

  mutating func change(_ range: Range<Int>, _ replacement: TypographicEdit.Replacement) {
    claimed = max(claimed, range.upperBound)
    result.edits.append(TypographicEdit(range: range, replacement: replacement))
  }

  private func isAlready(_ replacement: TypographicEdit.Replacement, _ range: Range<Int>) -> Bool {
    range.count == replacement.utf8.utf8CodeUnitCount && has(replacement.utf8, at: range.lowerBound)
  }
}
