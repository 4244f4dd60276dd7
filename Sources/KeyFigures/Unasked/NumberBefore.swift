import Diagnostics
import FrenchText

/// The number that a sentence has right before a place.
enum NumberBefore {
  static func find(_ bytes: [UInt8], _ end: Int) -> (range: Range<Int>, quantity: Quantity)? {
    let stop = trim(bytes, 0..<end).upperBound
    return stop < end ? ending(bytes, stop) : nil
  }

  /// The number whose last byte is just before a place.
  static func ending(_ bytes: [UInt8], _ stop: Int) -> (range: Range<Int>, quantity: Quantity)? {
    guard stop > 0 else { return nil }
    // Back over digits, their spaces and their comma, and over a unit sign.
    var start = stop
    if bytes[start - 1] == UInt8(ascii: "%") { start = trim(bytes, 0..<start - 1).upperBound }
    let afterDigits = start
    while start > 0 {
      let byte = bytes[start - 1]
      if byte.isASCIIDigit || byte == UInt8(ascii: ",") {
        start -= 1
      } else if let space = spaceBefore(bytes, start), start - space > 0,
        bytes[start - space - 1].isASCIIDigit,
        start < afterDigits, bytes[start].isASCIIDigit
      {
        start -= space
      } else {
        break
      }
    }
    // A date or an ordinal just before (« en 2025 les élèves ») is no count: the whole must read as one number.
    guard start < stop, start == 0 || !isWord(bytes[start - 1]) else { return nil }
    let text = String(decoding: bytes[start..<stop], as: UTF8.self)
    guard case .success(let quantity) = Quantity.parse(text) else { return nil }
    return (start..<stop, quantity)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte >= 0x80 && byte != 0xA0 && byte != 0xAF || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
  }

  private static func spaceBefore(_ bytes: [UInt8], _ index: Int) -> Int? {
    let before = trim(bytes, 0..<index).upperBound
    return before < index && index - before <= 3 ? index - before : nil
  }
}
