import Diagnostics

extension QuantityParser {
  /// A number in digits or in words, and what it counts by.
  struct Term {
    var value: Decimal
    var multiple: Multiple?
  }

  mutating func term() throws(NumberFault) -> Term? {
    let start = scanner.position
    var value = try scanner.takeNumber()
    if value == nil {
      value = takeNumberWord()
      if value != nil { try refuseLongerNumber(from: start) }
    }
    guard let value else { return nil }
    let afterValue = scanner.position
    if scanner.skipSpaces(), let multiple = Multiple.take(from: &scanner) {
      try refuseMoreDigits(from: start)
      return Term(value: value, multiple: multiple)
    }
    scanner.position = afterValue
    return Term(value: value, multiple: nil)
  }

  /// « deux cents » is not two, nor « un peu » one.
  private mutating func refuseLongerNumber(from start: Int) throws(NumberFault) {
    let before = scanner.position
    scanner.skipSpaces()
    let words: [StaticString] = ["cent", "cents", "peu", "bonne", "petite"]
    for word in words where scanner.takeWord(word) {
      throw notANumber(from: start, through: scanner.position)
    }
    scanner.position = before
  }

  /// « deux mille cinq cents », « 3 millions 200 000 »: what follows would be lost.
  private mutating func refuseMoreDigits(from start: Int) throws(NumberFault) {
    let before = scanner.position
    if scanner.skipSpaces(),
      scanner.peek?.isASCIIDigit == true || takeNumberWord() != nil || scanner.takePhrase("et demi")
    {
      throw notANumber(from: start, through: scanner.position)
    }
    scanner.position = before
  }

  /// `un`, `une` … `dix`, not as the start of a longer word (`dix-huit`).
  private mutating func takeNumberWord() -> Decimal? {
    let before = scanner.position
    for (word, number) in Self.words where scanner.takeWord(word) {
      if scanner.peek != UInt8(ascii: "-") { return Decimal(number) }
      scanner.position = before
    }
    return nil
  }

  private static let words: [(StaticString, Int)] = [
    ("un", 1), ("une", 1), ("deux", 2), ("trois", 3), ("quatre", 4), ("cinq", 5), ("six", 6), ("sept", 7),
    ("huit", 8), ("neuf", 9), ("dix", 10),
  ]

  /// The unit of a sentence: a known sign or word, after `de` when the number ends with a word (`millions d'euros`).
  mutating func takeKnownUnit(of quantity: inout Quantity) {
    let before = scanner.position
    scanner.skipSpaces()
    if quantity.multiple?.takesDe == true { skipDe() }
    if let unit = units.take(from: &scanner) {
      quantity.unit = unit
    } else {
      scanner.position = before
    }
  }

  /// The unit of a cell: all that is left.
  mutating func unitIsWholeRest(_ quantity: inout Quantity) throws(NumberFault) {
    let stuck = !scanner.skipSpaces()
    if quantity.multiple?.takesDe == true { skipDe() }
    if scanner.isAtEnd { return }
    let start = scanner.position
    // « 40h » and « 12% » are a number and its unit; « 3D » and « 1er » are words.
    if stuck, scanner.isInsideWord, units.take(from: &scanner) == nil {
      throw scanner.fault(.notANumber, from: scanner.startOfWord(start), to: scanner.end)
    }
    guard mayStartUnit(at: start) else { throw scanner.fault(.unexpectedRest, from: start) }
    let rest = singleSpaced(from: start)
    if let lowUnit = quantity.unit, UnitTable.canonical(lowUnit) != UnitTable.canonical(rest) {
      throw scanner.fault(.unexpectedRest, from: start)
    }
    quantity.unit = rest
  }

  private mutating func skipDe() {
    if scanner.takePhrase("de ") || scanner.takePhrase("d'") { return }
  }

  private func mayStartUnit(at index: Int) -> Bool {
    switch scanner.bytes[index] {
    case UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: "/"), UInt8(ascii: "$"): return true
    case 0xE2:
      // General punctuation is no unit, but per mille is.
      return scanner.peek(at: index - scanner.position + 1) != 0x80
        || scanner.peek(at: index - scanner.position + 2) == 0xB0
    case 0x80...: return true
    case let byte: return byte.isASCIILetter
    }
  }

  private func singleSpaced(from start: Int) -> String {
    var words: [UInt8] = []
    var i = start
    while i < scanner.end {
      if let space = scanner.spaceLength(at: i) {
        if words.last != .space { words.append(.space) }
        i += space
      } else {
        words.append(scanner.bytes[i])
        i += 1
      }
    }
    return String(decoding: words, as: UTF8.self)
  }
}
