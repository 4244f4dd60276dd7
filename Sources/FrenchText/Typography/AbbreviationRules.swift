import Diagnostics

/// Abbreviations that must not be cut from what they introduce: `M. Adt`, `Mme Curie`, `n° 5`, `p. 12`, `art. 4`.
extension TypographyPass {
  /// At the point of an abbreviation.
  mutating func bindAbbreviation(endingAt point: Int) {
    let space = text.spaces(after: point + 1)
    guard !space.isEmpty, space.upperBound < end else { return }
    let isBound =
      text.isDigit(at: space.upperBound)
      ? Self.beforeDigits.contains { text.isAbbreviation($0, endingAt: point) }
      : text.isCapital(at: space.upperBound)
        && Self.beforeNames.contains { text.isAbbreviation($0, endingAt: point) }
    if isBound { setSpace(space, .noBreakSpace) }
  }

  private static let beforeDigits: [StaticString] = ["p", "pp", "art", "chap", "fig", "vol", "éd", "tabl"]
  private static let beforeNames: [StaticString] = ["M", "MM", "Pr", "Mgr"]

  /// At an `M`: `Mme`, `Mlle` and their plurals.
  mutating func setTitle() {
    let first = position
    position += 1
    guard let next = text.byte(at: position), next == UInt8(ascii: "m") || next == UInt8(ascii: "l"),
      text.isWordStart(at: first)
    else { return }
    let titles: [StaticString] = ["Mme", "Mmes", "Mlle", "Mlles"]
    guard let title = titles.first(where: { text.isWord($0, at: first) }) else { return }
    position = first + title.utf8CodeUnitCount
    if let word = nextWord, text.isCapital(at: word) { bind(to: word) }
  }

  /// At the degree sign of `n°`, which a number follows.
  mutating func setNumero() {
    let letter = position - 1
    position += 2
    guard let byte = text.byte(at: letter), byte | 0x20 == UInt8(ascii: "n"), text.isWordStart(at: letter)
    else {
      return
    }
    let space = text.spaces(after: position)
    guard text.isDigit(at: space.upperBound), !isInAddress(letter) else { return }
    setSpace(space, .noBreakSpace)
    position = space.upperBound
  }
}

extension TypographyText {
  fileprivate func isAbbreviation(_ word: StaticString, endingAt point: Int) -> Bool {
    let first = point - word.utf8CodeUnitCount
    return has(word, at: first) && isWordStart(at: first) && !isDotted(first)
  }

  /// The second part of « c.p. ».
  private func isDotted(_ first: Int) -> Bool {
    byte(at: first - 1) == UInt8(ascii: ".") && isLetter(before: first - 1)
  }

  func isCapital(at index: Int) -> Bool {
    guard let byte = byte(at: index) else { return false }
    if byte.isASCIIUppercase { return true }
    return byte == 0xC3 && self.byte(at: index + 1).map { (0x80...0x9E).contains($0) && $0 != 0x97 } == true
  }
}
