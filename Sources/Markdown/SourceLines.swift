import CCmarkGFM
import Diagnostics

/// Where the lines of the text given to cmark begin in the file. cmark ends a line at LF, CR LF or CR.
struct SourceLines {
  private(set) var starts: [UInt32] = []
  let end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int) {
    end = bytes.count
    starts.reserveCapacity((bytes.count - offset) / 40 + 2)
    starts.append(UInt32(truncatingIfNeeded: offset))
    var i = offset
    while true {
      i = bytes.lineEnd(from: i)
      guard i < bytes.count else { break }
      i += bytes[i] == .carriageReturn && i + 1 < bytes.count && bytes[i + 1] == .lineFeed ? 2 : 1
      starts.append(UInt32(truncatingIfNeeded: i))
    }
  }

  /// The offset in the file of a line counted from 1; clamped to the file.
  @inline(__always)
  func start(ofLine line: Int) -> Int {
    if line < 1 { return starts.isEmpty ? end : Int(starts[0]) }
    return line <= starts.count ? Int(starts[line - 1]) : end
  }

  /// The offset in the file of a line and a column in bytes, both counted from 1, as cmark gives them.
  @inline(__always)
  func offset(line: Int32, column: Int32) -> Int {
    min(start(ofLine: Int(line)) + max(Int(column) - 1, 0), end)
  }

  /// Where cmark says that a block stands.
  func range(of node: UnsafeMutablePointer<cmark_node>) -> Range<Int> {
    let start = offset(line: node.pointee.start_line, column: node.pointee.start_column)
    let end = offset(line: node.pointee.end_line, column: node.pointee.end_column + 1)
    return start..<max(start, end)
  }

  /// The number of the line an offset is on, from 1 at the top of the file, as an editor shows it.
  func number(of offset: Int, in source: UnsafeBufferPointer<UInt8>) -> Int {
    var number = 1
    for i in 0..<min(offset, source.count) {
      let isEnd = source[i] == .lineFeed || source[i] == .carriageReturn
      if isEnd, source[i] == .lineFeed || i + 1 >= source.count || source[i + 1] != .lineFeed { number += 1 }
    }
    return number
  }

  /// The line of an offset, counted from 1 as cmark counts.
  func index(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }
}
