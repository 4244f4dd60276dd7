import Diagnostics
import FrenchText

/// The words of a sentence, without accents nor case, with their places: what phrases are looked for in.
struct SentenceWords {
  private(set) var words: [String] = []
  /// UTF-8 offsets in the sentence.
  private(set) var ranges: [Range<Int>] = []

  init(_ text: String) {
    var start: Int?
    var offset = 0
    var current = String.UnicodeScalarView()
    func isLetter(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0..<0x80: UInt8(ascii: scalar).isASCIILetter || UInt8(ascii: scalar).isASCIIDigit
      default: scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      }
    }
    for scalar in text.unicodeScalars {
      if isLetter(scalar) || scalar.value >= 0x300 && scalar.properties.isDiacritic {
        if start == nil { start = offset }
        current.append(scalar)
      } else if let from = start {
        append(String(current), from..<offset)
        current = String.UnicodeScalarView()
        start = nil
      }
      offset += UTF8.width(scalar)
    }
    if let from = start { append(String(current), from..<offset) }
  }

  private mutating func append(_ word: String, _ range: Range<Int>) {
    words.append(SearchFold.letters(word))
    ranges.append(range)
  }

  /// Where the words of a phrase stand one after the other.
  func occurrences(of phrase: [String]) -> [Range<Int>] {
    guard !phrase.isEmpty, words.count >= phrase.count else { return [] }
    return (0...words.count - phrase.count).compactMap { index in
      guard words[index] == phrase[0], words[index..<index + phrase.count].elementsEqual(phrase) else {
        return nil
      }
      return ranges[index].lowerBound..<ranges[index + phrase.count - 1].upperBound
    }
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x80: 1
    case 0x80..<0x800: 2
    case 0x800..<0x10000: 3
    default: 4
    }
  }
}
