import Diagnostics

/// The text that a pass walks over, and what the rules ask about it: three words, where the whole pass would be copied for
/// each question.
struct TypographyText {
  let bytes: [UInt8]
  /// What is looked at of the bytes.
  let start: Int
  let end: Int

  subscript(index: Int) -> UInt8 { bytes[index] }
  subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

  func byte(at index: Int) -> UInt8? { index >= start && index < end ? bytes[index] : nil }

  /// The white space that ends before an offset, line ends left out.
  func spaces(before index: Int) -> Range<Int> {
    var low = index
    while let length = Space.length(in: bytes, before: low, start: start), !bytes[low - 1].isLineEnd {
      low -= length
    }
    return low..<index
  }

  /// The white space that starts at an offset, line ends left out.
  func spaces(after index: Int) -> Range<Int> {
    var high = index
    while let length = Space.length(in: bytes, at: high, end: end), !bytes[high].isLineEnd { high += length }
    return index..<high
  }

  func isSpace(at index: Int) -> Bool { Space.length(in: bytes, at: index, end: end) != nil }
  func isSpace(before index: Int) -> Bool { Space.length(in: bytes, before: index, start: start) != nil }

  func isLetter(at index: Int) -> Bool { Letters.startsLetter(bytes, at: index, end: end) }
  func isLetter(before index: Int) -> Bool { Letters.endsLetter(bytes, before: index, start: start) }
  func isDigit(at index: Int) -> Bool { byte(at: index)?.isASCIIDigit == true }
  func isDigit(before index: Int) -> Bool { isDigit(at: index - 1) }

  /// Neither letter nor digit goes on there: a word may end.
  func isWordEnd(at index: Int) -> Bool { !isLetter(at: index) && !isDigit(at: index) }
  func isWordStart(at index: Int) -> Bool { !isLetter(before: index) && !isDigit(before: index) }

  func has(_ literal: StaticString, at index: Int) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard index >= start, index + count <= end else { return false }
    return literal.withUTF8Buffer { wanted in
      for i in 0..<count where bytes[index + i] != wanted[i] { return false }
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

  /// Whether a stretch is already what it is to become.
  func isAlready(_ replacement: TypographicEdit.Replacement, _ range: Range<Int>) -> Bool {
    range.count == replacement.utf8.utf8CodeUnitCount && has(replacement.utf8, at: range.lowerBound)
  }
}
