import Diagnostics

/// The raised letters of French ordinals (`1er`, `3e`, `2de`, `XXIe`): how much smaller and higher they are set.
enum Superscripts {
  static let scale = 0.7
  static let rise = 0.3

  /// The byte ranges of raised letters.
  static func ranges(in bytes: UnsafeBufferPointer<UInt8>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var index = 1
    while index < bytes.count {
      guard mayStart(bytes[index]), follows(bytes, index) else {
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, bytes[end].isASCIILetter { end += 1 }
      let atWordEnd =
        end == bytes.count || !(bytes[end].isASCIIDigit || isWordByte(bytes, end))
      if atWordEnd, isEnding(bytes[index..<end]) { ranges.append(index..<end) }
      index = end
    }
    return ranges
  }

  static func mayStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "e") || byte == UInt8(ascii: "r") || byte == UInt8(ascii: "n")
      || byte == UInt8(ascii: "d")
  }

  /// Whether digits, or Roman ones that begin a word, stand before.
  private static func follows(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    if bytes[index - 1].isASCIIDigit { return true }
    var start = index
    while start > 0, isRoman(bytes[start - 1]) { start -= 1 }
    guard start < index else { return false }
    return start == 0
      || !(bytes[start - 1].isASCIILetter || bytes[start - 1] >= 0x80 && bytes[start - 1] != 0xA0)
  }

  private static func isRoman(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "I") || byte == UInt8(ascii: "V") || byte == UInt8(ascii: "X")
  }

  /// A letter with an accent goes on with the word; a no-break space or a typographic quote ends it.
  private static func isWordByte(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    bytes[index] == 0xC3 || bytes[index] == 0xC5
  }

  private static func isEnding(_ letters: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var word = letters
    if word.count > 1, word.last == UInt8(ascii: "s") { word = word.dropLast() }
    switch word.count {
    case 1: return word.first == UInt8(ascii: "e")
    case 2:
      return word.elementsEqual("er".utf8) || word.elementsEqual("re".utf8) || word.elementsEqual("nd".utf8)
        || word.elementsEqual("de".utf8)
    default: return false
    }
  }
}
