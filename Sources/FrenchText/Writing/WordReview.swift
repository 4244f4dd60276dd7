import Diagnostics

/// Ordinals, capitals and ligatures, word by word.
extension WritingReview {
  /// At the first digit of a run: `3ème`, `1ère`, `2ième`.
  mutating func reviewNumber() {
    let first = position
    while position < end, text[position].isASCIIDigit { position += 1 }
    let number = first..<position
    let ending = takeLetters()
    guard !ending.isEmpty, !Letters.endsLetter(text, before: first),
      let correct = Self.ordinalEnding(
        text[ending], isFirst: text[number].elementsEqual([UInt8(ascii: "1")])),
      !isInAddress(first)
    else { return }
    add(.ordinal, first..<ending.upperBound, String(decoding: text[number], as: UTF8.self) + correct)
  }

  /// At the first letter of a word.
  mutating func reviewWord() {
    let word = takeLetters()
    guard let first = byte(at: word.lowerBound) else { return }
    if first.isASCIIUppercase, let roman = romanOrdinal(word) {
      if !isInAddress(word.lowerBound) { add(.ordinal, word, roman) }
    } else if let (code, correct) = WordList.correction(of: word, in: text) {
      if !isInAddress(word.lowerBound) { add(code, word, correct) }
    }
    // The rest of « B2i » or « 4eme-3eme » starts a run of its own.
    if position == word.lowerBound { position += 1 }
  }

  private mutating func takeLetters() -> Range<Int> {
    let first = position
    while position < end {
      if text[position].isASCIILetter {
        position += 1
      } else if Letters.startsNonASCIILetter(text, position, end) {
        position += 2
      } else {
        break
      }
    }
    return first..<position
  }

  /// What the ending of an ordinal should be, or nil when it is none, or right.
  static func ordinalEnding(_ letters: ArraySlice<UInt8>, isFirst: Bool) -> String? {
    // All begin with `e`, `i`, `è`, `é` or `ê`: nearly all words are turned away here.
    guard let first = letters.first, first == UInt8(ascii: "e") || first == UInt8(ascii: "i") || first == 0xC3
    else { return nil }
    return switch String(decoding: letters, as: UTF8.self) {
    case "ème", "eme", "éme", "ième", "ieme", "iéme", "è", "ê": isFirst ? nil : "e"
    case "èmes", "emes", "èmès", "ièmes", "iemes": isFirst ? nil : "es"
    case "ère", "ere", "iere", "ière", "ére": isFirst ? "re" : nil
    case "ères", "eres", "ières", "ieres": isFirst ? "res" : nil
    case "ier": isFirst ? "er" : nil
    case "iers": isFirst ? "ers" : nil
    default: nil
    }
  }

  /// `XXIème` as `XXIe`, `Ière` as `Ire`.
  private func romanOrdinal(_ word: Range<Int>) -> String? {
    var i = word.lowerBound
    while i < word.upperBound,
      text[i] == UInt8(ascii: "I") || text[i] == UInt8(ascii: "V") || text[i] == UInt8(ascii: "X")
    { i += 1 }
    guard i > word.lowerBound, i < word.upperBound, let value = RomanNumeral.value(text[word.lowerBound..<i]),
      let ending = Self.ordinalEnding(text[i..<word.upperBound], isFirst: value == 1)
    else { return nil }
    return String(decoding: text[word.lowerBound..<i], as: UTF8.self) + ending
  }
}
