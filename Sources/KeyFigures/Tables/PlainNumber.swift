import Diagnostics

/// A number in the form that nearly all cells have: `8 455`, `-12,5`, `30,7 %`, `1 740 000 €`.
///
/// What is written otherwise (fractions, ranges, qualifiers, words, faults) is left to `Quantity`, which explains it.
/// The split keeps a million plain cells free of `String`.
struct PlainNumber: Equatable {
  enum Unit: UInt8 { case none, percent, euro }

  var significand: Int64
  var scale: UInt8
  var unit: Unit
  var showsPlus: Bool

  /// Nil for anything but a plain number of at most 18 digits.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    var i = range.lowerBound
    let end = range.upperBound
    var isNegative = false
    showsPlus = false
    if i < end, bytes[i] == UInt8(ascii: "-") {
      isNegative = true
      i += 1
    } else if i < end, bytes[i] == UInt8(ascii: "+") {
      showsPlus = true
      i += 1
    } else if i + 2 < end, bytes[i] == 0xE2, bytes[i + 1] == 0x88, bytes[i + 2] == 0x92 {
      isNegative = true
      i += 3
    }
    var value: Int64 = 0
    var digits = 0
    var leading = 0
    while i < end, bytes[i].isASCIIDigit, digits <= 18 {
      value = value &* 10 &+ Int64(bytes[i] &- 0x30)
      digits += 1
      i += 1
    }
    leading = digits
    guard digits > 0 else { return nil }
    while let space = Self.spaceLength(bytes, i, end), i + space < end, bytes[i + space].isASCIIDigit {
      guard leading <= 3, i + space + 3 <= end, bytes[i + space + 1].isASCIIDigit,
        bytes[i + space + 2].isASCIIDigit
      else { return nil }
      i += space
      for _ in 0..<3 {
        value = value &* 10 &+ Int64(bytes[i] &- 0x30)
        i += 1
      }
      digits += 3
      guard digits <= 18, i == end || !bytes[i].isASCIIDigit else { return nil }
    }
    var decimals = 0
    if i + 1 < end, bytes[i] == UInt8(ascii: ","), bytes[i + 1].isASCIIDigit {
      i += 1
      while i < end, bytes[i].isASCIIDigit, digits <= 18 {
        value = value &* 10 &+ Int64(bytes[i] &- 0x30)
        decimals += 1
        digits += 1
        i += 1
      }
    }
    guard digits <= 18 else { return nil }
    if let space = Self.spaceLength(bytes, i, end) { i += space }
    unit = .none
    if i < end, bytes[i] == UInt8(ascii: "%") {
      unit = .percent
      i += 1
    } else if i + 2 < end, bytes[i] == 0xE2, bytes[i + 1] == 0x82, bytes[i + 2] == 0xAC {
      unit = .euro
      i += 3
    }
    guard i == end else { return nil }
    significand = isNegative ? -value : value
    scale = UInt8(decimals)
  }

  private static func spaceLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int, _ end: Int) -> Int? {
    guard i < end else { return nil }
    if bytes[i] == .space { return 1 }
    if bytes[i] == 0xC2, i + 1 < end, bytes[i + 1] == 0xA0 { return 2 }
    if bytes[i] == 0xE2, i + 2 < end, bytes[i + 1] == 0x80, bytes[i + 2] == 0xAF { return 3 }
    return nil
  }
}
