import Diagnostics

/// The words of a text, without accents nor case, with their places: what phrases are looked for in.
public struct FoldedWords: Hashable, Sendable {
  /// A word: where it begins among the folded bytes, and its range in the text.
  private struct Word: Hashable {
    let start: Int
    let range: Range<Int>
  }

  /// The words one after the other, a space after each.
  private var folded: [UInt8] = []
  private var words: [Word] = []

  public init(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// - Parameter text: UTF-8; the ranges count from its first byte.
  public init(_ text: ArraySlice<UInt8>) {
    folded.reserveCapacity(text.count + text.count / 4 + 8)
    words.reserveCapacity(text.count / 4 + 1)
    var start: Int?
    var position = text.startIndex
    while position < text.endIndex {
      // Nearly all letters follow another, small and plain already.
      if start != nil, text[position].isASCIILowercase {
        folded.append(text[position])
        position += 1
        continue
      }
      let (scalar, length) = Letters.scalar(text, at: position)
      let offset = position - text.startIndex
      let before = folded.count
      if Folding.appendFolded(scalar, to: &folded) {
        if start == nil {
          start = offset
          words.append(Word(start: before, range: offset..<offset))
        }
      } else if let first = start {
        end(first..<offset)
        start = nil
      }
      position += length
    }
    if let start { end(start..<text.count) }
  }

  /// Ends the last word.
  private mutating func end(_ range: Range<Int>) {
    words[words.count - 1] = Word(start: words[words.count - 1].start, range: range)
    folded.append(.space)
  }

  public var count: Int { words.count }

  /// UTF-8 offsets of a word in the text.
  public func range(of word: Int) -> Range<Int> { words[word].range }

  /// Whether a word is, folded, the given one.
  public func isWord(_ word: Int, _ wanted: StaticString) -> Bool {
    let start = words[word].start
    let count = wanted.utf8CodeUnitCount
    guard start + count < folded.count, folded[start + count] == .space else { return false }
    return wanted.withUTF8Buffer { wanted in
      for i in 0..<count where folded[start + i] != wanted[i] { return false }
      return true
    }
  }

  /// Where the words of a phrase stand one after the other.
  public func occurrences(of phrase: FoldedWords) -> [Range<Int>] {
    var found: [Range<Int>] = []
    guard phrase.count > 0, words.count >= phrase.count else { return found }
    for index in 0...words.count - phrase.count where stands(phrase, at: words[index].start) {
      found.append(words[index].range.lowerBound..<words[index + phrase.count - 1].range.upperBound)
    }
    return found
  }

  /// As each word ends in a space, the same bytes are the same words.
  private func stands(_ phrase: FoldedWords, at start: Int) -> Bool {
    guard folded.count - start >= phrase.folded.count else { return false }
    for i in 0..<phrase.folded.count where folded[start + i] != phrase.folded[i] { return false }
    return true
  }
}
