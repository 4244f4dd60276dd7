import Diagnostics

/// One sentence of a text, for what is said about its length.
public struct Sentence: Hashable, Sendable {
  /// From its first byte that is not white space to its last.
  public let range: Range<Int>
  /// Runs between white space that hold a letter, a digit or a placeholder; a number in groups counts once, and
  /// `l’école` too.
  public let wordCount: Int

  /// The sentences of a block, in order.
  ///
  /// One ends at `.`, `!`, `?` or `…`, and what closes after it, when white space and then a capital, a digit or an
  /// opening mark follow; not after an abbreviation (`M.`, `p.`, `art.`) nor an initial.
  public static func all(in text: [UInt8]) -> [Sentence] {
    var splitter = SentenceSplitter(text)
    splitter.run()
    return splitter.sentences
  }

  /// Whether a block may hold a sentence of more words than given: not one with too little white space between its
  /// words. The inner loop has no way out and counts in one byte, so that it takes sixteen bytes of text at a time.
  public static func mayHold(moreWordsThan count: Int, in text: [UInt8]) -> Bool {
    // A word and the space after it take two bytes.
    guard text.count / 2 >= count else { return false }
    return text.withUnsafeBufferPointer { bytes in
      var spaces = 0
      for start in stride(from: 0, to: bytes.count, by: 240) {
        var found: UInt8 = 0
        for i in start..<min(start &+ 240, bytes.count) {
          found &+= (bytes[i] <= 0x20).bit | (bytes[i] == 0xC2).bit | (bytes[i] == 0xE2).bit
        }
        spaces += Int(found)
      }
      return spaces >= count
    }
  }
}

private struct SentenceSplitter: ~Copyable {
  let text: [UInt8]
  var sentences: [Sentence] = []
  private var position = 0
  private var start: Int?
  private var words = 0
  /// The word before ended as a sentence does; a guillemet may still close it, after a space.
  private var followsMark = false

  init(_ text: [UInt8]) {
    self.text = text
    // Most are longer.
    sentences.reserveCapacity(text.count / 64 + 1)
  }

  mutating func run() {
    var wordStart = 0
    while position < text.count {
      position = text.withUnsafeBufferPointer { Self.nextSpace(in: $0, from: position) }
      guard let space = Space.length(in: text, at: position, end: text.count) else {
        position = min(position + 1, text.count)
        continue
      }
      endWord(from: wordStart)
      position += space
      while let more = Space.length(in: text, at: position, end: text.count) { position += more }
      wordStart = position
    }
    endWord(from: wordStart)
    finish(at: wordStart < text.count ? text.count : lastNonSpace)
  }

  /// Where the next byte is that white space may begin with.
  private static func nextSpace(in text: UnsafeBufferPointer<UInt8>, from first: Int) -> Int {
    var i = first
    while i < text.count {
      let byte = text[i]
      guard byte > 0x20, byte < 0xC2 || byte != 0xC2 && byte != 0xE2 else { break }
      i += 1
    }
    return i
  }

  private var lastNonSpace: Int {
    var end = text.count
    while let length = Space.length(in: text, before: end, start: 0) { end -= length }
    return end
  }

  private mutating func endWord(from wordStart: Int) {
    guard wordStart < position else { return }
    if start == nil { start = wordStart }
    let startsWithLetter = text[wordStart].isASCIILetter
    if startsWithLetter || isWord(wordStart..<position) && !isGroupOfDigits(wordStart..<position) {
      words += 1
    }
    // Nearly all words end in a letter, and no sentence with them.
    if text[position - 1].isASCIILowercase {
      followsMark = false
      return
    }
    let word = wordStart..<position
    let isMark = endsWithMark(word) || followsMark && isOnlyClosing(word)
    followsMark = isMark
    if isMark, startsSentence(after: position) { finish(at: position) }
  }

  private mutating func finish(at end: Int) {
    if let start, start < end { sentences.append(Sentence(range: start..<end, wordCount: words)) }
    start = nil
    words = 0
  }

  private func isWord(_ range: Range<Int>) -> Bool {
    range.contains {
      text[$0].isASCIIDigit || Letters.startsLetter(text, at: $0, end: range.upperBound) || text[$0] == 0xEF
    }
  }

  /// `000` in `13 000`.
  private func isGroupOfDigits(_ range: Range<Int>) -> Bool {
    guard range.count >= 3, text[range.lowerBound].isASCIIDigit, text[range.lowerBound + 1].isASCIIDigit,
      text[range.lowerBound + 2].isASCIIDigit,
      range.count == 3 || !text[range.lowerBound + 3].isASCIIDigit,
      let space = Space.length(in: text, before: range.lowerBound, start: 0)
    else { return false }
    let before = range.lowerBound - space - 1
    return before >= 0 && text[before].isASCIIDigit
  }

  private func endWithoutClosing(_ word: Range<Int>) -> Int {
    var end = word.upperBound
    while end > word.lowerBound, let length = closingLength(before: end, in: word) { end -= length }
    return end
  }

  private func isOnlyClosing(_ word: Range<Int>) -> Bool { endWithoutClosing(word) == word.lowerBound }

  private func endsWithMark(_ word: Range<Int>) -> Bool {
    let end = endWithoutClosing(word)
    guard end > word.lowerBound else { return false }
    let last = text[end - 1]
    let isFullStop = last == UInt8(ascii: ".")
    guard
      isFullStop || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") || last == 0xA6 && isEllipsis(end)
    else {
      return false
    }
    return !(isFullStop && isAbbreviation(word.lowerBound..<end - 1))
  }

  private func isEllipsis(_ end: Int) -> Bool { end >= 3 && text[end - 3] == 0xE2 && text[end - 2] == 0x80 }

  private func closingLength(before end: Int, in word: Range<Int>) -> Int? {
    switch text[end - 1] {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"): return 1
    case 0xBB: return end - 2 >= word.lowerBound && text[end - 2] == 0xC2 ? 2 : nil
    case 0x9D, 0x99: return end - 3 >= word.lowerBound && isEllipsis(end) ? 3 : nil
    default: return nil
    }
  }

  private func startsSentence(after end: Int) -> Bool {
    var next = end
    // A no-break space holds what follows to this sentence: « M. Adt », or the guillemet that closes it.
    if next < text.count, text[next] >= 0x80 { return false }
    while let length = Space.length(in: text, at: next, end: text.count) { next += length }
    guard next < text.count else { return true }
    let byte = text[next]
    if byte.isASCIILowercase { return false }
    if byte == 0xC3, next + 1 < text.count { return text[next + 1] <= 0x9E }
    if byte == 0xC2, next + 1 < text.count { return text[next + 1] == 0xAB }
    return byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 || byte == UInt8(ascii: "\"")
      || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
  }

  private static let abbreviations: Set<String> = [
    "m", "mm", "pr", "dr", "mgr", "p", "pp", "art", "chap", "fig", "vol", "n", "cf", "ex", "av", "env", "tél",
    "st",
    "éd", "réf", "janv", "févr", "avr", "juil", "sept", "oct", "nov", "déc", "i.e", "c.-à-d",
  ]

  private func isAbbreviation(_ word: Range<Int>) -> Bool {
    var low = word.lowerBound
    while low < word.upperBound, text[low] == UInt8(ascii: "(") || text[low] == UInt8(ascii: "\"") {
      low += 1
    }
    guard low < word.upperBound, word.upperBound - low <= 8 else { return false }
    // « J. Verne »
    if word.upperBound - low == 1, text[low].isASCIIUppercase { return true }
    return Self.abbreviations.contains(
      String(decoding: text[low..<word.upperBound], as: UTF8.self).lowercased())
  }
}
