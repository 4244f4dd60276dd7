import Diagnostics

/// A place in a stretch of UTF-8, for the small parsers of this room.
struct Scanner {
  let bytes: [UInt8]
  /// Where the stretch begins: nothing before it is looked at.
  let start: Int
  var position: Int
  private(set) var end: Int

  init(_ bytes: [UInt8], in range: Range<Int>) {
    self.bytes = bytes
    let range = range.clamped(to: 0..<bytes.count)
    start = range.lowerBound
    position = range.lowerBound
    end = range.upperBound
  }

  var isAtEnd: Bool { position >= end }
  var peek: UInt8? { position < end ? bytes[position] : nil }

  func peek(at offset: Int) -> UInt8? {
    position + offset < end ? bytes[position + offset] : nil
  }

  mutating func advance(_ count: Int = 1) { position = min(position + count, end) }

  /// Skips white space of any width, breaking or not; says whether there was any.
  @discardableResult
  mutating func skipSpaces() -> Bool {
    let start = position
    while let length = spaceLength(at: position) { position += length }
    return position > start
  }

  mutating func trimEnd() {
    var kept = position
    var i = position
    while i < end {
      if let length = spaceLength(at: i) {
        i += length
      } else {
        i += 1
        kept = i
      }
    }
    end = kept
  }

  func spaceLength(at index: Int) -> Int? { Space.length(in: bytes, at: index, end: end) }

  /// Where the word around an offset begins.
  func startOfWord(_ index: Int) -> Int {
    var i = index
    while i > start, Space.length(in: bytes, before: i, start: start) == nil { i -= 1 }
    return i
  }

  /// Takes the exact bytes if they come next.
  mutating func take(_ literal: StaticString) -> Bool {
    let count = literal.utf8CodeUnitCount
    guard position + count <= end else { return false }
    let isNext = literal.withUTF8Buffer { wanted in
      for i in 0..<count where bytes[position + i] != wanted[i] { return false }
      return true
    }
    if isNext { position += count }
    return isNext
  }

  /// Takes a word, whatever the case of its ASCII letters, if it comes next and ends there.
  mutating func takeWord(_ word: StaticString) -> Bool {
    let start = position
    if takeIgnoringCase(word), !isInsideWord { return true }
    position = start
    return false
  }

  /// Takes bytes, whatever the case of ASCII letters and of `é`, `è`, `ê`, `û`, `î`.
  mutating func takeIgnoringCase(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard position + count <= end else { return false }
    let isNext = text.withUTF8Buffer { wanted in
      for i in 0..<count where lowercased(at: position + i) != wanted[i] { return false }
      return true
    }
    if isNext { position += count }
    return isNext
  }

  func lowercased(at index: Int) -> UInt8 {
    let byte = bytes[index]
    if byte.isASCIIUppercase { return byte | 0x20 }
    // Latin-1 capitals: C3 80…9E have their small letters 0x20 further on.
    if index > 0, bytes[index - 1] == 0xC3, (0x80...0x9E).contains(byte), byte != 0x97 { return byte | 0x20 }
    return byte
  }

  /// Whether a letter or a digit comes next, so that a word does not end here.
  var isInsideWord: Bool {
    guard let next = peek else { return false }
    return next.isASCIILetter || next.isASCIIDigit || Letters.startsNonASCIILetter(bytes, position, end)
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

extension Scanner {
  /// Takes one byte of a word given in small letters, whatever its case here.
  mutating func takeLetter(_ wanted: UInt8) -> Bool {
    guard position < end, lowercased(at: position) == wanted else { return false }
    position += 1
    return true
  }
}
