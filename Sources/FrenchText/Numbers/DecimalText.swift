import Diagnostics

extension Decimal {
  /// Plain digits with a point, for CSV, JSON and SVG: `1740000`, `-8.3`.
  public var plain: String { Self.plainNotation.text(of: self) { String(decoding: $0, as: UTF8.self) } }

  /// The same, at the end of what is being written.
  public func appendPlain(to bytes: inout [UInt8]) {
    Self.plainNotation.text(of: self) { bytes.append(contentsOf: $0) }
  }

  /// As French typography writes it: `1 740 000` in groups of three by U+202F, a comma, U+2212 for the minus.
  public var formatted: String { formatted() }

  /// - Parameters:
  ///   - grouped: off for years and references, which are not cut in groups.
  ///   - showsPlus: puts a sign before a positive number too, as changes ask.
  public func formatted(grouped: Bool = true, showsPlus: Bool = false) -> String {
    Self.frenchNotation(grouped: grouped, showsPlus: showsPlus).text(of: self) {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// The same, at the end of what is being written.
  public func appendFormatted(showsPlus: Bool = false, to bytes: inout [UInt8]) {
    Self.frenchNotation(grouped: true, showsPlus: showsPlus).text(of: self) { bytes.append(contentsOf: $0) }
  }

  private static var plainNotation: Notation {
    Notation(minus: "-", comma: ".", groupSeparator: "", showsPlus: false)
  }

  private static func frenchNotation(grouped: Bool, showsPlus: Bool) -> Notation {
    Notation(
      minus: "\u{2212}", comma: ",", groupSeparator: grouped ? "\u{202F}" : "", showsPlus: showsPlus)
  }
}

/// The signs of a number in digits.
private struct Notation {
  let minus: StaticString
  let comma: StaticString
  let groupSeparator: StaticString
  let showsPlus: Bool

  /// A sign, the most digits and a zero before the comma, a separator of three bytes between every three, a comma.
  private static let longest = 3 + Decimal.maximumDigits + 1 + Decimal.maximumDigits + 3

  /// Hands over the text of a number, which is written from its last digit to its sign.
  func text<Result>(of number: Decimal, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { buffer in
      var text = Backwards(buffer: buffer, start: buffer.count)
      var rest = number.significand.magnitude
      var count = 0
      while rest > 0 || count <= number.scale {
        let integerDigits = count - number.scale
        if integerDigits == 0, count > 0 {
          text.put(comma)
        } else if integerDigits > 0, integerDigits % 3 == 0 {
          text.put(groupSeparator)
        }
        text.put(UInt8(ascii: "0") + Self.takeLastDigit(of: &rest))
        count += 1
      }
      if number.isNegative { text.put(minus) }
      if showsPlus, number.significand > 0 { text.put(UInt8(ascii: "+")) }
      return body(UnsafeBufferPointer(rebasing: buffer[text.start...]))
    }
  }

  private static func takeLastDigit(of number: inout UInt128) -> UInt8 {
    // The hardware divides 64 bits some ten times faster, and most numbers are that small.
    guard let small = UInt64(exactly: number) else {
      let (rest, digit) = number.quotientAndRemainder(dividingBy: 10)
      number = rest
      return UInt8(truncatingIfNeeded: digit)
    }
    number = UInt128(small / 10)
    return UInt8(truncatingIfNeeded: small % 10)
  }
}

/// A buffer that fills from its end.
private struct Backwards {
  let buffer: UnsafeMutableBufferPointer<UInt8>
  var start: Int

  mutating func put(_ byte: UInt8) {
    start -= 1
    buffer[start] = byte
  }

  mutating func put(_ sign: StaticString) {
    sign.withUTF8Buffer { for byte in $0.reversed() { put(byte) } }
  }
}

extension Decimal: CustomStringConvertible {
  public var description: String { plain }
}
