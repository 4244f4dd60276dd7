/// Numerals in Roman capitals.
enum RomanNumeral {
  /// The number a numeral writes, 1 to 3999; nil for what is not written as it should be (`IIII`, `VX`).
  static func value(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...15).contains(digits.count) else { return nil }
    var rest = digits
    var value = 0
    for (numeral, worth) in numerals {
      while rest.starts(with: numeral) {
        rest = rest.dropFirst(numeral.count)
        value += worth
      }
    }
    // Written again, a number gives the one numeral that is well formed.
    return rest.isEmpty && text(value) == Array(digits) ? value : nil
  }

  static func isWellFormed(_ digits: ArraySlice<UInt8>) -> Bool { value(digits) != nil }

  private static func text(_ value: Int) -> [UInt8] {
    var rest = value
    var digits: [UInt8] = []
    for (numeral, worth) in numerals {
      while rest >= worth {
        digits += numeral
        rest -= worth
      }
    }
    return digits
  }

  private static let numerals: [([UInt8], Int)] = [
    ("M", 1000), ("CM", 900), ("D", 500), ("CD", 400), ("C", 100), ("XC", 90), ("L", 50), ("XL", 40),
    ("X", 10),
    ("IX", 9), ("V", 5), ("IV", 4), ("I", 1),
  ].map { (Array(($0.0 as String).utf8), $0.1) }
}
