import Diagnostics

/// Reads the YAML subset of `bilan`: block and flow collections, plain, quoted and block scalars, comments. What it
/// accepts it reads as YAML 1.2 (https://yaml.org/spec/1.2.2/) with every scalar as text; the rest it refuses by name.
/// JSON is flow style, so it reads JSON files too.
///
/// Three French habits that YAML would refuse or misread: ` : ` inside a plain value is text; a `#` with a word stuck
/// to it after a value is refused, not taken for a comment; so is a line that looks like a key inside a longer value.
///
/// A fault spoils the value it stands in, and reading goes on at the next line that is not part of that value.
/// Time is linear in the length of the text; nesting is capped.
public struct YAMLParser {
  let file: SourceFile
  let bytes: [UInt8]
  let end: Int
  /// The next byte to read. Between block constructs: the first byte of a line with content, or the end.
  var at: Int
  /// Where the line would begin, were its indentation made of spaces: `at - lineBase` is the column.
  var lineBase: Int
  /// The end of the last token, where a collection ends too.
  var lastEnd: Int
  var depth = 0
  var diagnostics: [Diagnostic] = []

  /// Deeper than any publication or GeoJSON goes, shallow enough for the smallest stack.
  static let maximalDepth = 64

  /// Reads a range of a file, or all of it. Nil if it holds characters that cannot be read at all; otherwise what
  /// could be read, unreadable parts being nodes of their own.
  public static func parse(
    _ file: SourceFile, _ range: Range<Int>? = nil, _ diagnostics: inout [Diagnostic]
  ) -> Node? {
    let whole = 0..<file.bytes.count
    var range = range?.clamped(to: whole) ?? whole
    if range.lowerBound == 0, file.bytes.starts(with: byteOrderMark) {
      range = byteOrderMark.count..<range.upperBound
    }
    let forbidden = forbiddenCharacters(in: file, range)
    diagnostics += forbidden
    guard forbidden.isEmpty else { return nil }
    var parser = YAMLParser(file: file, range: range)
    let node = parser.document()
    diagnostics += parser.diagnostics
    return node
  }

  private init(file: SourceFile, range: Range<Int>) {
    self.file = file
    bytes = file.bytes
    at = range.lowerBound
    end = range.upperBound
    lineBase = at
    lastEnd = at
  }

  private mutating func document() -> Node {
    skipLeadingMarker()
    enterLine()
    guard at < end else { return Node(.empty, at: location(at..<at)) }
    let node = blockNode(parent: -1)
    while at < end {
      refuse(
        .indentation, at..<endOfLine(at), "Cette ligne n’appartient à rien de ce qui précède",
        help: "alignez-la avec la première clé, sans espace de plus ni de moins")
      skipLines(deeperThan: -1)
    }
    return node
  }

  /// One `---` may open a file, after comments.
  private mutating func skipLeadingMarker() {
    var i = at
    while i < end {
      let first = skipBlanks(from: i)
      if first < end, bytes[first] != UInt8(ascii: "#"), !bytes[first].isLineEnd { break }
      i = startOfLine(after: first)
    }
    guard isDocumentMarker(i), bytes[i] == UInt8(ascii: "-") else { return }
    let rest = skipBlanks(from: i + 3)
    guard rest == end || bytes[rest].isLineEnd || bytes[rest] == UInt8(ascii: "#") else { return }
    at = startOfLine(after: rest)
  }

  // MARK: What every part needs

  /// The byte at an offset from the cursor, 0 past the end (a NUL in the text was refused before).
  func peek(_ offset: Int = 0) -> UInt8 {
    at + offset < end ? bytes[at + offset] : 0
  }

  func byte(_ i: Int) -> UInt8 { i < end ? bytes[i] : 0 }

  /// Space, tab, end of line or end of text.
  func isGap(_ i: Int) -> Bool { i >= end || bytes[i].isBlank || bytes[i].isLineEnd }

  var column: Int { at - lineBase }

  func location(_ range: Range<Int>) -> SourceLocation { file.location(range) }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The first words of a range, for a message.
  func shown(_ range: Range<Int>, limit: Int = 40) -> String {
    var stop = min(range.upperBound, range.lowerBound + 8 * limit)
    while stop < range.upperBound, stop > range.lowerBound, bytes[stop] & 0xC0 == 0x80 { stop -= 1 }
    return excerpt(text(range.lowerBound..<stop), limit: limit)
  }

  func node(_ content: Node.Content, from start: Int) -> Node {
    Node(content, at: location(start..<max(start, lastEnd)))
  }

  mutating func refuse(
    _ code: FrontMatterCode, _ range: Range<Int>, _ message: String, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    diagnostics.append(Diagnostic(code, at: location(range), message, help: help, notes: notes))
  }

  /// Gives up the value that starts at `start` (the reason has been reported) and goes on after its lines.
  mutating func abandon(from start: Int, parent: Int) -> Node {
    let node = Node(.unreadable, at: location(start..<max(start, endOfLine(start))))
    at = start
    skipLines(deeperThan: parent)
    return node
  }

  /// Leaves this line and those indented more than `parent`.
  mutating func skipLines(deeperThan parent: Int) {
    repeat {
      lastEnd = endOfLine(at)
      at = startOfLine(after: at)
      enterLine()
    } while at < end && column > parent
  }
}
