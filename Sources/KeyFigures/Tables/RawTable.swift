import Diagnostics

/// A cell as it was written: its text, trimmed, and where it stands.
public struct RawCell: Hashable, Sendable {
  public let text: String
  public let location: SourceLocation

  public init(_ text: String, at location: SourceLocation) {
    self.text = text
    self.location = location
  }
}

/// A table as it was written, before its columns have types. Rows may be ragged.
///
/// All cells lie in one flat array of offsets into one byte buffer: a CSV of a million cells costs 16 bytes a cell
/// beside the file itself, and no `String`. The table is handed to whoever reads a column or sorts rows: it is one
/// reference.
public final class RawTable: Sendable {
  struct Span: Sendable {
    var textStart: UInt32
    var textEnd: UInt32
    var start: UInt32
    var end: UInt32
  }

  /// The file of every location.
  public let file: String
  /// Where the table is spoken of as a whole: its caption or its directive.
  public let location: SourceLocation
  public let header: [RawCell]
  let text: [UInt8]
  let spans: [Span]
  /// Index of each row's first cell in `spans`, and the count of spans at the end.
  let rowStarts: [Int]

  /// The cells of a Markdown table.
  public convenience init(file: String, location: SourceLocation, header: [RawCell], rows: [[RawCell]]) {
    var cells = RawCells(rows: rows.count, columns: header.count)
    for row in rows {
      for cell in row { cells.append(at: cell.location.range) { $0.append(cell.text) } }
      cells.endRow()
    }
    self.init(file: file, location: location, header: header, cells: cells)
  }

  public convenience init(file: String, location: SourceLocation, header: [RawCell], cells: RawCells) {
    self.init(
      file: file, location: location, header: header, text: cells.text, spans: cells.spans,
      rowStarts: cells.rowStarts)
  }

  init(
    file: String, location: SourceLocation, header: [RawCell], text: [UInt8], spans: [Span], rowStarts: [Int]
  ) {
    self.file = file
    self.location = location
    self.header = header
    self.text = text
    self.spans = spans
    self.rowStarts = rowStarts
  }

  public var rowCount: Int { rowStarts.count - 1 }

  public func cellCount(ofRow row: Int) -> Int { rowStarts[row + 1] - rowStarts[row] }

  /// The text of a cell; empty where a ragged row has none.
  public func text(_ row: Int, _ column: Int) -> String {
    withBytes(row, column) { String(decoding: $0, as: UTF8.self) }
  }

  func bytes(_ row: Int, _ column: Int) -> ArraySlice<UInt8> { text[range(row, column)] }

  /// The same where they lie.
  func withBytes<Result>(
    _ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    text.withBytes(in: range(row, column), body)
  }

  /// Where the text of a cell lies in `text`; empty where a ragged row has none.
  func range(_ row: Int, _ column: Int) -> Range<Int> {
    guard let place = place(row, column) else { return 0..<0 }
    return Int(spans[place].textStart)..<Int(spans[place].textEnd)
  }

  /// The index of a cell in `spans`; none where a ragged row has no cell.
  func place(_ row: Int, _ column: Int) -> Int? {
    column < cellCount(ofRow: row) ? rowStarts[row] + column : nil
  }

  /// The same table, its cells saying something else.
  func with(_ spans: [Span]) -> RawTable {
    RawTable(
      file: file, location: location, header: header, text: text, spans: spans, rowStarts: rowStarts)
  }

  /// The place of a cell; of the end of its row where a ragged row has none.
  public func location(_ row: Int, _ column: Int) -> SourceLocation {
    let count = cellCount(ofRow: row)
    guard count > 0 else { return location }
    let span = spans[rowStarts[row] + min(column, count - 1)]
    let end = Int(span.end)
    let start = min(Int(span.start), end)
    return SourceLocation(file: file, range: column < count ? start..<end : end..<end)
  }

  /// The place of a whole row, from its first cell to its last.
  public func location(ofRow row: Int) -> SourceLocation {
    let first = location(row, 0)
    let last = location(row, max(cellCount(ofRow: row) - 1, 0))
    let start = first.range.lowerBound
    return SourceLocation(file: file, range: start..<max(start, last.range.upperBound))
  }
}

/// Gathers the cells of a table row by row, each in the one buffer of all.
public struct RawCells {
  fileprivate var text: [UInt8] = []
  fileprivate var spans: [RawTable.Span] = []
  fileprivate var rowStarts: [Int] = []

  /// - Parameters:
  ///   - rows: how many rows will be ended.
  ///   - columns: how many cells most of them have.
  public init(rows: Int, columns: Int) {
    spans.reserveCapacity(rows * columns)
    rowStarts.reserveCapacity(rows + 1)
    rowStarts.append(0)
  }

  /// - Parameters:
  ///   - range: where the cell stands in the file.
  ///   - write: appends its text to that of the cells before.
  public mutating func append(at range: Range<Int>, _ write: (inout [UInt8]) -> Void) {
    let start = text.count
    write(&text)
    let trimmed = trim(text, start..<text.count)
    spans.append(
      RawTable.Span(
        textStart: UInt32(clamping: trimmed.lowerBound), textEnd: UInt32(clamping: trimmed.upperBound),
        start: UInt32(clamping: range.lowerBound), end: UInt32(clamping: range.upperBound)))
  }

  public mutating func endRow() { rowStarts.append(spans.count) }
}

/// The range without the blanks at its ends: spaces, tabs, and the no-break spaces of French (U+00A0, U+202F).
func trim(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
  var (start, end) = (range.lowerBound, range.upperBound)
  while start < end {
    if bytes[start].isBlank || bytes[start].isLineEnd {
      start += 1
    } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
      start += 2
    } else if bytes[start] == 0xE2, start + 2 < end, bytes[start + 1] == 0x80, bytes[start + 2] == 0xAF {
      start += 3
    } else {
      break
    }
  }
  while end > start {
    let last = bytes[end - 1]
    if last.isBlank || last.isLineEnd {
      end -= 1
    } else if last == 0xA0, end - 2 >= start, bytes[end - 2] == 0xC2 {
      end -= 2
    } else if last == 0xAF, end - 3 >= start, bytes[end - 2] == 0x80, bytes[end - 3] == 0xE2 {
      end -= 3
    } else {
      break
    }
  }
  return start..<end
}
