import Diagnostics

/// The words of a text, without accents nor case, with their places: what phrases are looked for in.
public struct FoldedWords: Hashable, Sendable {
  public private(set) var words: [String] = []
  /// UTF-8 offsets in the text.
  public private(set) var ranges: [Range<Int>] = []

  public init(_ text: String) { self.init(Array(text.utf8)[...]) }

  /// - Parameter text: UTF-8; the ranges count from its first byte.
  public init(_ text: ArraySlice<UInt8>) {
    var folded: [UInt8] = []
    var start: Int?
    var position = text.startIndex
    while position < text.endIndex {
      let (scalar, length) = Letters.scalar(text, at: position)
      if Folding.appendFolded(scalar, to: &folded) {
        if start == nil { start = position - text.startIndex }
      } else if let first = start {
        append(&folded, first..<position - text.startIndex)
        start = nil
      }
      position += length
    }
    if let start { append(&folded, start..<text.count) }
  }

  private mutating func append(_ folded: inout [UInt8], _ range: Range<Int>) {
    words.append(String(decoding: folded, as: UTF8.self))
    ranges.append(range)
    folded.removeAll(keepingCapacity: true)
  }

  /// Where the words of a phrase stand one after the other.
  public func occurrences(of phrase: [String]) -> [Range<Int>] {
    guard let first = phrase.first, words.count >= phrase.count else { return [] }
    return (0...words.count - phrase.count).compactMap { index in
      guard words[index] == first, words[index..<index + phrase.count].elementsEqual(phrase) else {
        return nil
      }
      return ranges[index].lowerBound..<ranges[index + phrase.count - 1].upperBound
    }
  }
}
