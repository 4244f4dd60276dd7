import Diagnostics

/// A sigle in a text: two capitals or more, then capitals, digits and hyphens. Not a Roman numeral, nor a word of mixed
/// case (`TED-i`, `ENTs`), nor a part of an address.
public struct Sigle: Hashable, Sendable {
  public let range: Range<Int>
  public let text: String

  /// All sigles of a block, in order.
  public static func occurrences(in text: [UInt8]) -> [Sigle] {
    guard text.withUnsafeBufferPointer(mayOccur) else { return [] }
    var found: [Sigle] = []
    var addresses = AddressFinder(text.indices)
    var i = 0
    while i < text.count {
      // Most bytes are small letters or spaces.
      guard Letters.startsLetter(text, at: i, end: text.count) || text[i].isASCIIDigit else {
        i += 1
        continue
      }
      let word = SigleWord(in: text, from: i)
      i = word.end
      guard let range = word.sigle else { continue }
      if !addresses.contains(range.lowerBound, of: text) {
        found.append(Sigle(range: range, text: String(decoding: text[range], as: UTF8.self)))
      }
    }
    return found
  }

  /// Whether two capitals may stand side by side: most texts are let off with this look. It has no way out of its loop,
  /// so that it takes sixteen bytes at a time.
  public static func mayOccur(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= 2 else { return false }
    var found: UInt8 = 0
    for i in 0..<text.count &- 2 {
      // A capital of two bytes stands before another.
      found |= mayStartCapital(text[i]) & (mayStartCapital(text[i &+ 1]) | mayStartCapital(text[i &+ 2]))
    }
    let last = mayStartCapital(text[text.count - 2]) & mayStartCapital(text[text.count - 1])
    return found | last != 0
  }

  /// What plain capitals and the first bytes of the others have in common, and a few signs with them.
  @inline(__always)
  private static func mayStartCapital(_ byte: UInt8) -> UInt8 { (byte & 0x60 == 0x40).bit }
}

/// A run of letters, digits and hyphens, judged in one walk.
private struct SigleWord {
  let end: Int
  /// The sigle it is, its last hyphens left out.
  let sigle: Range<Int>?

  init(in text: [UInt8], from start: Int) {
    var i = start
    var hasOther = false
    var lastOfName = start
    while i < text.count {
      let byte = text[i]
      if byte == UInt8(ascii: "-") {
        i += 1
        continue
      }
      if byte.isASCIIUppercase || Letters.startsCapital(text, i, text.count) {
        i += byte < 0x80 ? 1 : 2
      } else if byte.isASCIIDigit {
        i += 1
      } else if byte.isASCIILowercase || byte == UInt8(ascii: "_") {
        hasOther = true
        i += 1
      } else if Letters.startsLetter(text, at: i, end: text.count) {
        hasOther = true
        i += 2
      } else {
        break
      }
      lastOfName = i
    }
    end = max(min(i, text.count), start + 1)
    let range = start..<lastOfName
    let isDotted =
      i + 1 < text.count && text[i] == UInt8(ascii: ".")
      && Letters.startsLetter(text, at: i + 1, end: text.count)
      || start > 1 && text[start - 1] == UInt8(ascii: ".") && Letters.endsLetter(text, before: start - 1)
    let isSigle =
      !hasOther && !isDotted && Self.startsWithTwoCapitals(text, range) && !Self.isRoman(text[range])
    sigle = isSigle ? range : nil
  }

  private static func startsWithTwoCapitals(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    let first = text[range.lowerBound] < 0x80 ? 1 : 2
    guard range.count > first else { return false }
    let second = range.lowerBound + first
    return !text[range.lowerBound].isASCIIDigit
      && (text[second].isASCIIUppercase || Letters.startsCapital(text, second, range.upperBound))
  }

  /// Roman numerals that prose holds: made of I, V, X and L, or longer than any sigle that happens to be one (`CD`,
  /// `CM`, `MC` are sigles).
  private static func isRoman(_ word: ArraySlice<UInt8>) -> Bool {
    guard RomanNumeral.isWellFormed(word) else { return false }
    let small: [UInt8] = [UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), UInt8(ascii: "L")]
    return word.count >= 5 || word.allSatisfy { small.contains($0) }
  }
}
