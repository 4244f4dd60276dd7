import Diagnostics

extension Decimal {
  /// The number that a whole text is, without unit: `13 000`, `-5`, `+30,7`.
  public static func parse(_ text: String) -> Result<Decimal, NumberFault> {
    let bytes = Array(text.utf8)
    return parse(bytes, in: bytes.indices)
  }

  public static func parse(_ bytes: [UInt8], in range: Range<Int>) -> Result<Decimal, NumberFault> {
    var scanner = Scanner(bytes, in: range)
    scanner.skipSpaces()
    scanner.trimEnd()
    if scanner.isAtEnd { return .failure(scanner.fault(.empty)) }
    let start = scanner.position
    do throws(NumberFault) {
      guard let number = try scanner.takeNumber() else {
        return .failure(scanner.fault(.notANumber, from: start))
      }
      guard scanner.isAtEnd else { return .failure(scanner.fault(.unexpectedRest, from: scanner.position)) }
      return .success(number)
    } catch {
      return .failure(error)
    }
  }
}

extension Scanner {
  /// A fault from an offset to the end of the text, or to the end of the word.
  func fault(_ kind: NumberFault.Kind, from start: Int? = nil, to stop: Int? = nil) -> NumberFault {
    let start = start ?? position
    let range = start..<max(start, stop ?? end)
    return NumberFault(kind: kind, range: range, written: text(range))
  }

  /// Takes a number with its sign if one comes next; nil, and nothing taken, when none does.
  ///
  /// Digits may be grouped by three with spaces of any kind. In running text a group ends the number when a letter is
  /// stuck to it (`12 2nd degré`), and is refused when it has not three digits (`13 00`).
  mutating func takeNumber() throws(NumberFault) -> Decimal? {
    let start = position
    let sign = takeSign()
    if sign != nil { skipSpaces() }
    guard let first = peek, first.isASCIIDigit else {
      position = start
      return nil
    }
    var digits = DigitAccumulator()
    let leading = takeDigits(into: &digits)
    var groups = 0
    while let afterSpace = nextGroup() {
      guard afterSpace.count == 3, leading <= 3 else {
        throw fault(.wrongGroups, from: start, to: afterSpace.end)
      }
      position = afterSpace.end - 3
      _ = takeDigits(into: &digits)
      groups += 1
    }
    try refuseWrongSign(from: start)
    if peek == UInt8(ascii: ","), peek(at: 1)?.isASCIIDigit == true {
      advance()
      digits.scale = takeDigits(into: &digits)
      try refuseWrongSign(from: start)
      if peek == UInt8(ascii: ","), peek(at: 1)?.isASCIIDigit == true {
        throw fault(.wrongGroups, from: start, to: endOfFigure)
      }
      if let group = nextGroup() { throw fault(.wrongGroups, from: start, to: group.end) }
    }
    guard let number = digits.decimal(isNegative: sign == UInt8(ascii: "-")) else {
      throw fault(.tooManyDigits, from: start, to: position)
    }
    return number
  }

  /// `+` or `-`, whatever kind of minus was typed.
  private mutating func takeSign() -> UInt8? {
    if take("+") { return UInt8(ascii: "+") }
    return take("-") || take("\u{2212}") ? UInt8(ascii: "-") : nil
  }

  private mutating func takeDigits(into digits: inout DigitAccumulator) -> Int {
    let start = position
    while position < end, bytes[position].isASCIIDigit {
      digits.append(bytes[position])
      position += 1
    }
    return position - start
  }

  /// The run of digits after one white space, unless a word begins with it.
  private func nextGroup() -> (end: Int, count: Int)? {
    guard let space = spaceLength(at: position) else { return nil }
    let start = position + space
    var i = start
    while i < end, bytes[i].isASCIIDigit { i += 1 }
    guard i > start else { return nil }
    // « 250 3e » and « 12 2nd » are a number and an ordinal; « 3 1/2 » a number and a fraction.
    if i - start != 3,
      Letters.startsLetter(bytes, at: i, end: end) || i < end && bytes[i] == UInt8(ascii: "/")
    {
      return nil
    }
    return (i, i - start)
  }

  private func refuseWrongSign(from start: Int) throws(NumberFault) {
    guard peek == UInt8(ascii: "."), peek(at: 1)?.isASCIIDigit == true else { return }
    throw fault(.wrongDecimalSign, from: start, to: endOfFigure)
  }

  /// Where digits, points and commas stop.
  private var endOfFigure: Int {
    var i = position
    while i < end, bytes[i].isASCIIDigit || bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ",") {
      i += 1
    }
    while i > position, !bytes[i - 1].isASCIIDigit { i -= 1 }
    return i
  }
}

/// Digits read one by one: in 64 bits as long as they fit, which nearly all do, then in 128.
private struct DigitAccumulator {
  private var small: UInt64 = 0
  private var large: UInt128 = 0
  private var count = 0
  var scale = 0

  mutating func append(_ byte: UInt8) {
    let digit = byte &- UInt8(ascii: "0")
    if count == 0, digit == 0, scale == 0 {
      // Leading zeros are no digits of the number.
      return
    }
    if count < 18 {
      small = small &* 10 &+ UInt64(digit)
    } else if count < Decimal.maximumDigits {
      if count == 18 { large = UInt128(small) }
      large = large &* 10 &+ UInt128(digit)
    }
    count += 1
  }

  func decimal(isNegative: Bool) -> Decimal? {
    guard count <= Decimal.maximumDigits else { return nil }
    let magnitude = count <= 18 ? Int128(small) : Int128(large)
    return Decimal(significand: isNegative ? -magnitude : magnitude, scale: scale)
  }
}
