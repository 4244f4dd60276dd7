import Diagnostics

/// The cells of one row where it stands in the source: cmark's columns are those of the table's header, which a row in
/// a quotation or a list need not share.
struct TableRowSource {
  /// Each cell without the blanks around it, in offsets into the file.
  private(set) var cells: [Range<Int>] = []
  private(set) var start = 0
  private(set) var end = 0

  init() {}

  /// Reads the line `range` of the source.
  mutating func read(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    cells.removeAll(keepingCapacity: true)
    var i = range.lowerBound
    end = range.upperBound
    while end > i, source[end - 1].isLineEnd || source[end - 1].isBlank { end -= 1 }
    // The marks of the quotation around it: a row itself cannot begin with `>`.
    while i < end, source[i].isBlank || source[i] == UInt8(ascii: ">") { i += 1 }
    start = i
    if i < end, source[i] == UInt8(ascii: "|") { i += 1 }
    while i < end {
      let start = i
      // A backslash before a bar escapes it, even if another stands before: cmark takes the longest cell.
      while i < end, source[i] != UInt8(ascii: "|") || i > start && source[i - 1] == UInt8(ascii: "\\") {
        i += 1
      }
      cells.append(trimmed(source, start..<i))
      i += 1
    }
  }

  private func trimmed(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end, source[start].isBlank { start += 1 }
    while end > start, source[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}
