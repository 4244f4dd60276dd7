import Diagnostics

/// Ordinals whose end is raised: `1er`, `2e`, `2de`, `XXIe`.
extension TypographyPass {
  mutating func setRomanOrdinal() {
    let first = position
    while let byte = text.byte(at: position), Self.isRomanDigit(byte) { position += 1 }
    // Most words that begin so (« Il », « Voir ») end in no ordinal.
    guard text.isWordStart(at: first), let next = text.byte(at: position),
      next == UInt8(ascii: "e") || next == UInt8(ascii: "r"),
      let value = RomanNumeral.value(text[first..<position]), !isInAddress(first)
    else { return }
    let endings: [StaticString] = value == 1 ? ["er", "re"] : ["e", "es"]
    if let ending = endings.first(where: { text.isWord($0, at: position) }) {
      let suffix = position..<position + ending.utf8CodeUnitCount
      result.superscripts.append(suffix)
      position = suffix.upperBound
      if let word = nextWord, text.isCentury(at: word) { bind(to: word) }
    }
  }

  private static func isRomanDigit(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "I") || byte == UInt8(ascii: "V") || byte == UInt8(ascii: "X")
  }
}

extension TypographyText {
  /// The length of an ordinal's ending right after the digits, or nil.
  func ordinalSuffix(of number: Range<Int>) -> Int? {
    let isOne = number.count == 1 && self[number.lowerBound] == UInt8(ascii: "1")
    let isTwo = number.count == 1 && self[number.lowerBound] == UInt8(ascii: "2")
    let endings: [StaticString] =
      isOne
      ? ["er", "re", "ers", "res"]
      : isTwo ? ["e", "es", "d", "de", "ds", "des", "nd", "nde", "nds", "ndes"] : ["e", "es"]
    guard self[number.lowerBound] != UInt8(ascii: "0"), mayBeOrdinal(number) else { return nil }
    return endings.first { isWord($0, at: number.upperBound) }?.utf8CodeUnitCount
  }

  /// `1,5e` is none, nor is the end of a reference (`a-2e` is one of letters and digits).
  private func mayBeOrdinal(_ number: Range<Int>) -> Bool {
    if byte(at: number.lowerBound - 1) == UInt8(ascii: "."), isDigit(before: number.lowerBound - 1) {
      return false
    }
    return !self[number].contains(UInt8(ascii: ","))
  }
}
