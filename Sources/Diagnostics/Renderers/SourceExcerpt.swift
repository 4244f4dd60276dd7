/// A source line as it can be shown under a message: cut around the range if it is long, what would not show
/// written out, and the range in columns of a terminal.
struct SourceExcerpt {
  let line: Int
  let text: String
  /// The columns to underline, from 0; never empty.
  let underline: Range<Int>

  /// Bytes shown before the range and from its start on, at most.
  private static let before = 60
  private static let after = 120

  /// The line on which the range begins. Nil where there is no such line to show.
  init?(_ range: Range<Int>, in table: LineTable) {
    line = table.position(of: range.lowerBound).line
    let bytes = table.text(ofLine: line)
    guard !bytes.isEmpty else { return nil }
    let start = min(max(range.lowerBound, bytes.startIndex), bytes.endIndex)
    let end = min(max(range.upperBound, start), bytes.endIndex)
    let shown = Self.window(around: start, in: bytes)

    var text = shown.lowerBound > bytes.startIndex ? "…" : ""
    var column = text.isEmpty ? 0 : 1
    var from: Int?
    var to = 0
    for cell in Self.cells(of: bytes[shown]) {
      if from == nil, cell.bytes.upperBound > start || cell.bytes.lowerBound >= start { from = column }
      text += cell.text
      column += cell.width
      if cell.bytes.lowerBound < end { to = column }
    }
    if shown.upperBound < bytes.endIndex { text += "…" }
    self.text = text
    let first = from ?? column
    underline = first..<max(to, first + 1)
  }

  private static func window(around start: Int, in bytes: ArraySlice<UInt8>) -> Range<Int> {
    var low = max(bytes.startIndex, start - before)
    var high = min(bytes.endIndex, start + after)
    while low > bytes.startIndex, bytes[low] & 0xC0 == 0x80 { low -= 1 }
    while high < bytes.endIndex, bytes[high] & 0xC0 == 0x80 { high += 1 }
    return low..<high
  }

  /// What a character of the line looks like, and which bytes it stands for.
  private struct Cell {
    let text: String
    let width: Int
    let bytes: Range<Int>
  }

  private static func cells(of bytes: ArraySlice<UInt8>) -> [Cell] {
    guard let line = String(validating: bytes, as: UTF8.self) else { return cells(ofBroken: bytes) }
    var offset = bytes.startIndex
    return line.map { character in
      let start = offset
      offset += character.utf8.count
      return cell(character, start..<offset)
    }
  }

  private static func cell(_ character: Character, _ range: Range<Int>) -> Cell {
    if character == "\t" { return Cell(text: "    ", width: 4, bytes: range) }
    guard character.unicodeScalars.contains(where: \.isHidden) else {
      return Cell(text: String(character), width: character.displayWidth, bytes: range)
    }
    let text = character.unicodeScalars.reduce(into: "") {
      $0 += $1.isHidden ? $1.escapedName : String($1)
    }
    return Cell(text: text, width: text.reduce(0) { $0 + $1.displayWidth }, bytes: range)
  }

  /// A line that is not UTF-8 is shown byte by byte.
  private static func cells(ofBroken bytes: ArraySlice<UInt8>) -> [Cell] {
    bytes.indices.map { i in
      bytes[i] < 0x80
        ? cell(Character(Unicode.Scalar(bytes[i])), i..<i + 1)
        : Cell(text: "\u{FFFD}", width: 1, bytes: i..<i + 1)
    }
  }
}
