/// Where the lines of a file begin, to turn offsets into what a person counts.
///
/// A line ends with LF, CR LF or CR, as in CommonMark (section 2.1).
public struct LineTable: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  /// How many bytes before each whole stretch of the file continue a character, so that a column in a line of ten
  /// megabytes need not be counted from its start.
  private let continuations: [Int]
  private static let stretch = 4096

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if byte == .carriageReturn, i < bytes.count, bytes[i] == .lineFeed { i += 1 }
      if byte == .lineFeed || byte == .carriageReturn { starts.append(i) }
    }
    self.starts = starts
    var continuations = [0]
    for start in stride(from: 0, to: bytes.count, by: Self.stretch) {
      let count = Self.countContinuations(in: bytes[start..<min(start + Self.stretch, bytes.count)])
      continuations.append((continuations.last ?? 0) + count)
    }
    self.continuations = continuations
  }

  private static func countContinuations(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 + 1 : $0 }
  }

  private func continuations(before offset: Int) -> Int {
    let stretch = offset / Self.stretch
    return continuations[stretch] + Self.countContinuations(in: bytes[stretch * Self.stretch..<offset])
  }

  /// A place as an editor's status bar shows it: both numbers count from 1, columns in Unicode scalars.
  public struct Position: Hashable, Sendable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  public func position(of offset: Int) -> Position {
    let offset = min(max(offset, 0), bytes.count)
    let line = self.line(of: offset)
    let start = starts[line]
    let characters = offset - start - (continuations(before: offset) - continuations(before: start))
    return Position(line: line + 1, column: characters + 1)
  }

  /// The offset of a 1-based line and a 1-based column counted in bytes, as cmark gives them; clamped to the file.
  public func offset(line: Int, byteColumn: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= starts.count else { return bytes.count }
    return min(starts[line - 1] + max(byteColumn - 1, 0), bytes.count)
  }

  /// The bytes of a 1-based line, without its end.
  public func text(ofLine line: Int) -> ArraySlice<UInt8> {
    guard line >= 1, line <= starts.count else { return [] }
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == .lineFeed || bytes[end - 1] == .carriageReturn { end -= 1 }
    return bytes[start..<end]
  }

  public var lineCount: Int { starts.count }

  private func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
