extension Decimal {
  /// Plain digits with a point, for CSV, JSON and SVG: `1740000`, `-8.3`.
  public var plain: String {
    var bytes: [UInt8] = []
    appendPlain(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same, at the end of what is being written.
  public func appendPlain(to bytes: inout [UInt8]) {
    appendDigits(to: &bytes, minus: "-", comma: ".", groupSeparator: "")
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
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.maximumDigits + 1) { digits in
      let count = writeDigits(to: digits)
      let integerDigits = count - scale
      for i in 0..<count {
        if i == integerDigits {
          bytes.append(comma)
        } else if i > 0, i < integerDigits, (integerDigits - i) % 3 == 0 {
          bytes.append(groupSeparator)
        }
        bytes.append(digits[count - 1 - i])
      }
    }
  }

  /// Writes the digits, the last one first, with at least one before the comma; says how many. There are never more
  /// than the maximum and a leading zero.
  private func writeDigits(to digits: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    var rest = significand.magnitude
    while rest > UInt128(UInt64.max) {
      digits[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      count += 1
    }
    var small = UInt64(truncatingIfNeeded: rest)
    while small > 0 || count <= scale {
      digits[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: small % 10)
      small /= 10
      count += 1
    }
    return count
  }
}

extension Decimal: CustomStringConvertible {
  public var description: String { plain }
}
