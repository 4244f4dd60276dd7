import Diagnostics

extension SearchFold {
  /// The words of a text as `letters` folds them, those of three letters or more, each once where it first stands.
  public static func firstWords(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var words = letters(text)
    let count = words.withUnsafeMutableBufferPointer { FirstWords.keep($0) }
    words.removeLast(words.count - count)
    return words
  }
}

/// Keeps the words of a folded text where they first stand, moved together at its start. The words kept are found again
/// by open addressing over FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo).
private struct FirstWords {
  /// Where each word kept stands, counted from one; 0 for none. One slot for three bytes of text and more: never full, as
  /// a word takes three and its space.
  private var slots: [UInt32]
  /// The end of the words kept, each with a space after it.
  private var kept = 0

  private init(textCount: Int) {
    var size = 16
    while size < textCount / 3 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  /// The count of the bytes kept. Folded text has one plain space between words and nothing else but letters and digits.
  static func keep(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var words = FirstWords(textCount: text.count)
    var read = 0
    while read < text.count {
      let start = read
      var hash: UInt32 = 0x811C_9DC5
      while read < text.count, text[read] != .space {
        hash = (hash ^ UInt32(text[read])) &* 0x0100_0193
        read += 1
      }
      if read - start > 2 { words.keep(start..<read, hash, text) }
      read += 1
    }
    return max(0, words.kept - 1)
  }

  /// Moves a word to the end of those kept, if it is met for the first time.
  @inline(__always)
  private mutating func keep(_ word: Range<Int>, _ hash: UInt32, _ text: UnsafeMutableBufferPointer<UInt8>) {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      if Self.isSame(Int(slots[slot]) - 1, word, text) { return }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = UInt32(truncatingIfNeeded: kept + 1)
    for i in word {
      text[kept] = text[i]
      kept += 1
    }
    // Nothing stands after the last word of the text.
    if kept < text.count { text[kept] = .space }
    kept += 1
  }

  private static func isSame(
    _ known: Int, _ word: Range<Int>, _ text: UnsafeMutableBufferPointer<UInt8>
  ) -> Bool {
    for i in 0..<word.count where text[known &+ i] != text[word.lowerBound &+ i] { return false }
    return text[known + word.count] == .space
  }
}
