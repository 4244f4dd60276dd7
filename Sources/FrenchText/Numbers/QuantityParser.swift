import Diagnostics

extension Quantity {
  /// A quantity at the start of a sentence.
  public struct Leading: Hashable, Sendable {
    public let quantity: Quantity
    /// Bytes up to the first of the label, the white space before it included.
    public let length: Int
  }

  /// Reads a whole text as a quantity: a cell, or `valeur:`. What follows the number is its unit.
  public static func parse(_ text: String) -> Result<Quantity, NumberFault> {
    let bytes = Array(text.utf8)
    return parse(bytes, in: bytes.indices)
  }

  public static func parse(_ bytes: [UInt8], in range: Range<Int>) -> Result<Quantity, NumberFault> {
    var parser = QuantityParser(Scanner(bytes, in: range), units: .standard)
    do throws(NumberFault) { return .success(try parser.whole()) } catch { return .failure(error) }
  }

  /// Reads the quantity that a sentence starts with; its unit is one of the table, the rest is the label.
  ///
  /// `2 462 enseignants engagés` is 2 462, then « enseignants engagés ».
  public static func parseSentence(_ text: String, units: UnitTable) -> Result<Leading, NumberFault> {
    let bytes = Array(text.utf8)
    return parseSentence(bytes, in: bytes.indices, units: units)
  }

  public static func parseSentence(
    _ bytes: [UInt8], in range: Range<Int>, units: UnitTable
  ) -> Result<Leading, NumberFault> {
    var parser = QuantityParser(Scanner(bytes, in: range), units: units)
    let start = parser.scanner.position
    do throws(NumberFault) {
      let quantity = try parser.leading()
      parser.scanner.skipSpaces()
      return .success(Leading(quantity: quantity, length: parser.scanner.position - start))
    } catch {
      return .failure(error)
    }
  }
}

/// Reads one quantity.
struct QuantityParser {
  var scanner: Scanner
  let units: UnitTable

  init(_ scanner: Scanner, units: UnitTable) {
    self.scanner = scanner
    self.units = units
  }

  mutating func whole() throws(NumberFault) -> Quantity {
    scanner.skipSpaces()
    scanner.trimEnd()
    var quantity = try number()
    try unitIsWholeRest(&quantity)
    return quantity
  }

  mutating func leading() throws(NumberFault) -> Quantity {
    scanner.skipSpaces()
    var quantity = try number()
    takeKnownUnit(of: &quantity)
    if scanner.isInsideWord { throw notANumber(from: scanner.position) }
    try refuseHalf()
    return quantity
  }

  /// All but the unit.
  private mutating func number() throws(NumberFault) -> Quantity {
    if scanner.isAtEnd { throw scanner.fault(.empty) }
    let start = scanner.position
    // Most numbers start with a digit, and then no word comes before them.
    let qualifier = startsWithLetter ? Qualifier.take(from: &scanner) : nil
    let showsPlus = scanner.peek == UInt8(ascii: "+")
    var quantity: Quantity
    if !startsWithLetter, let plain = try plainNumber() {
      quantity = plain
    } else if let range = try wordedRange(start: "de ", middle: "à ", wording: .from) {
      quantity = range
    } else if let range = try wordedRange(start: "entre ", middle: "et ", wording: .between) {
      quantity = range
    } else if let plain = try plainNumber() {
      quantity = plain
    } else {
      throw notANumber(from: start)
    }
    quantity.qualifier = qualifier
    quantity.showsPlus = showsPlus
    return quantity
  }

  /// « 2 ans et demi » would be read as 2.
  private mutating func refuseHalf() throws(NumberFault) {
    let before = scanner.position
    scanner.skipSpaces()
    if scanner.takePhrase("et demi") { throw notANumber(from: scanner.start, through: scanner.position) }
    scanner.position = before
  }

  private var startsWithLetter: Bool { scanner.peek?.isASCIILetter == true }

  /// The word that was written instead of a number.
  func notANumber(from start: Int, through last: Int? = nil) -> NumberFault {
    var i = last ?? start
    while i < scanner.end, scanner.spaceLength(at: i) == nil { i += 1 }
    return scanner.fault(.notANumber, from: scanner.startOfWord(start), to: i)
  }

  /// `de 59 à 73`, `entre 3 et 6`: nothing is taken unless both numbers are there.
  private mutating func wordedRange(
    start: StaticString, middle: StaticString, wording: Quantity.Wording
  ) throws(NumberFault) -> Quantity? {
    let before = scanner.position
    if scanner.takePhrase(start), let low = try term() {
      let lowUnit = unitBetweenEnds()
      scanner.skipSpaces()
      if scanner.takePhrase(middle), let high = try term() {
        return try range(from: low, to: high, lowUnit: lowUnit, wording: wording, start: before)
      }
    }
    scanner.position = before
    return nil
  }

  /// One number, with what may follow it: `1 sur 2`, `1/5`, `48 des 53`, `3 à 6`, `2½`.
  private mutating func plainNumber() throws(NumberFault) -> Quantity? {
    let start = scanner.position
    if let (part, whole) = takeGlyph() {
      return Quantity(.fraction(part, whole), wording: .glyph)
    }
    guard let first = try term() else { return nil }
    if first.multiple == nil, let mixed = mixedNumber(first.value) { return Quantity(mixed) }
    if first.multiple == nil, let fraction = try fraction(of: first.value, start: start) { return fraction }
    if hasSecondEnd {
      let afterFirst = scanner.position
      let lowUnit = unitBetweenEnds()
      if scanner.skipSpaces() || lowUnit != nil, scanner.takePhrase("à "), let high = try term() {
        return try range(from: first, to: high, lowUnit: lowUnit, wording: .plain, start: start)
      }
      scanner.position = afterFirst
    }
    return Quantity(.exact(first.value), multiple: first.multiple)
  }

  /// Whether an `à` is left, which a range needs.
  private var hasSecondEnd: Bool {
    var i = scanner.position
    while i + 1 < scanner.end {
      if scanner.bytes[i] == 0xC3, scanner.bytes[i + 1] == 0xA0 { return true }
      i += 1
    }
    return false
  }

  private func range(
    from low: Term, to high: Term, lowUnit: String?, wording: Quantity.Wording, start: Int
  ) throws(NumberFault) -> Quantity {
    // « 5 à 10 millions » says millions once, for both.
    guard low.multiple == nil || low.multiple == high.multiple else {
      throw scanner.fault(.notANumber, from: start, to: scanner.position)
    }
    guard low.value <= high.value else {
      throw scanner.fault(.reversedRange, from: start, to: scanner.position)
    }
    return Quantity(.range(low.value, high.value), unit: lowUnit, multiple: high.multiple, wording: wording)
  }

  /// `59 % à 73 %`: the unit after the first number, which the second must repeat.
  private mutating func unitBetweenEnds() -> String? {
    let before = scanner.position
    scanner.skipSpaces()
    if let unit = units.take(from: &scanner) { return unit }
    scanner.position = before
    return nil
  }

  private mutating func fraction(of part: Decimal, start: Int) throws(NumberFault) -> Quantity? {
    let before = scanner.position
    let wording: Quantity.Wording
    if scanner.take("/") {
      wording = .plain
    } else if scanner.takePhrase(" sur ") {
      wording = .over
    } else if scanner.takePhrase(" des ") {
      wording = .among
    } else {
      return namedFraction(of: part)
    }
    guard scanner.peek?.isASCIIDigit == true || wording == .over, let whole = try term(),
      whole.multiple == nil,
      let above = part.integer, let below = whole.value.integer, part.scale == 0, whole.value.scale == 0
    else {
      scanner.position = before
      return nil
    }
    // « 1/5/2025 » is no fraction.
    if wording == .plain, scanner.peek == UInt8(ascii: "/") { throw notANumber(from: start) }
    if below == 0 { throw scanner.fault(.zeroDenominator, from: start, to: scanner.position) }
    return Quantity(.fraction(above, below), wording: wording)
  }

  /// `deux tiers`, `un quart`.
  private mutating func namedFraction(of part: Decimal) -> Quantity? {
    let before = scanner.position
    if let above = part.integer, part.scale == 0, scanner.skipSpaces(), scanner.peek?.isASCIILetter == true {
      for (word, below) in Self.fractionWords where scanner.takeWord(word) {
        if scanner.peek != UInt8(ascii: "-") { return Quantity(.fraction(above, below)) }
        break
      }
    }
    scanner.position = before
    return nil
  }

  private static let fractionWords: [(StaticString, Int)] = [
    ("demi", 2), ("demie", 2), ("tiers", 3), ("quart", 4), ("quarts", 4), ("cinquième", 5), ("cinquièmes", 5),
    ("dixième", 10), ("dixièmes", 10),
  ]

  /// `2½`, with nothing between: two and a half. In `429 ½ journées`, half-days are what is counted.
  private mutating func mixedNumber(_ whole: Decimal) -> Quantity.Value? {
    guard whole.scale == 0, !whole.isNegative, let (part, of) = takeGlyph(),
      let exact = Ratio(Int128(part), Int128(of))?.adding(Ratio(whole)),
      let decimal = exact.rounded(toScale: 2), Ratio(decimal) == exact
    else { return nil }
    return .exact(decimal.withoutTrailingZeros)
  }

  private mutating func takeGlyph() -> (Int, Int)? {
    guard let first = scanner.peek, first >= 0x80 else { return nil }
    for (glyph, part, whole) in Self.glyphs where scanner.take(glyph) { return (part, whole) }
    return nil
  }

  private static let glyphs: [(StaticString, Int, Int)] = [
    ("½", 1, 2), ("¼", 1, 4), ("¾", 3, 4), ("⅓", 1, 3), ("⅔", 2, 3), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5),
    ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6), ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
  ]

  static func glyph(_ part: Int, _ whole: Int) -> String? {
    glyphs.first { $0.1 == part && $0.2 == whole }.map { $0.0.description }
  }
}
