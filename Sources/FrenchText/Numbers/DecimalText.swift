extension Decimal {
  /// Plain digits with a point, for CSV, JSON and SVG: `1740000`, `-8.3`.
  public var plain: String {
    var bytes: [UInt8] = []
    appendDigits(to: &bytes, minus: "-", comma: ".", groupSeparator: "")
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As French typography writes it: `1 740 000` in groups of three by U+202F, a comma, U+2212 for the minus.
  public var formatted: String { formatted() }

  /// - Parameters:
  ///   - grouped: off for years and references, which are not cut in groups.
  ///   - showsPlus: puts a sign before a positive number too, as changes ask.
  public func formatted(grouped: Bool = true, showsPlus: Bool = false) -> String {
    var bytes: [UInt8] = []
    if showsPlus, significand > 0 { bytes.append(UInt8(ascii: "+")) }
    appendDigits(to: &bytes, minus: "\u{2212}", comma: ",", groupSeparator: grouped ? "\u{202F}" : "")
    return String(decoding: bytes, as: UTF8.self)
  }

  private func appendDigits(
    to bytes: inout [UInt8], minus: StaticString, comma: StaticString, groupSeparator: StaticString
  ) {
    if isNegative { bytes.append(minus) }
    var digits = Array(String(significand.magnitude).utf8)
    if digits.count <= scale {
      digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: scale + 1 - digits.count), at: 0)
    }
    let integerDigits = digits.count - scale
    for (i, digit) in digits.enumerated() {
      if i == integerDigits {
        bytes.append(comma)
      } else if i > 0, i < integerDigits, (integerDigits - i) % 3 == 0 {
        bytes.append(groupSeparator)
      }
      bytes.append(digit)
    }
  }
}

extension Decimal: CustomStringConvertible {
  public var description: String { plain }
}
