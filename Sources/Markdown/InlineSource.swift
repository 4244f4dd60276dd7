import CCmarkGFM
import Diagnostics

/// The text of one paragraph, heading or cell as cmark gathered it (without the marks of quotes and lists around it),
/// and where each of its lines stands in the file.
///
/// cmark's own columns go wrong after the first line of a block and where texts were joined. Here a text is placed by
/// the slice it points at, or, where cmark copied it, by matching it against the source with its escapes and entities;
/// the columns are only a first guess. Offsets are into this text; `fileOffset` leads out.
struct InlineSource {
  typealias CNode = UnsafeMutablePointer<cmark_node>

  struct Segment {
    let start: Int
    let file: Int
  }

  private(set) var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private(set) var segments: [Segment] = []
  private var current = 0
  /// What cmark added to each column, and the line it began to count at.
  private var blockOffset = 0
  private var firstLine: Int32 = 0
  /// The end of what has been placed so far.
  var cursor = 0

  /// Starts on a block. Its segments are added next.
  mutating func begin(_ block: CNode) {
    text = UnsafeBufferPointer(start: block.pointee.content.ptr, count: Int(block.pointee.content.size))
    segments.removeAll(keepingCapacity: true)
    current = 0
    cursor = 0
    blockOffset = Int(block.pointee.start_column) - 1 + Int(block.pointee.internal_offset)
    firstLine = block.pointee.start_line
  }

  /// From `start` on, the text stands at `file`.
  mutating func addSegment(at start: Int, file: Int) { segments.append(Segment(start: start, file: file)) }

  /// Where an offset of the text stands in the file.
  mutating func fileOffset(_ offset: Int) -> Int {
    guard !segments.isEmpty else { return 0 }
    while current > 0, segments[current].start > offset { current -= 1 }
    while current + 1 < segments.count, segments[current + 1].start <= offset { current += 1 }
    return segments[current].file + max(0, offset - segments[current].start)
  }

  /// What cmark's line and column say.
  func guess(line: Int32, column: Int32) -> Int {
    let line = Int(line) - Int(firstLine)
    let start = line > 0 && line < segments.count ? segments[line].start : 0
    return start + Int(column) - 1 - blockOffset
  }

  // MARK: Leaves

  /// The range of a text node; moves the cursor after it.
  mutating func place(text node: CNode) -> Range<Int> {
    let literal = node.pointee.as.literal
    let length = Int(literal.len)
    if let range = slice(literal) { return advance(to: range) }
    guard length > 0, let data = literal.data else { return cursor..<cursor }
    let content = UnsafeBufferPointer(start: UnsafePointer(data), count: length)
    let first = guess(line: node.pointee.start_line, column: node.pointee.start_column)
    if first >= cursor, let end = end(of: content, at: first) { return advance(to: first..<end) }
    var start = cursor
    // Far enough for any delimiter in between, near enough to stay cheap.
    let limit = min(text.count, cursor + 256)
    while start < limit {
      if let end = end(of: content, at: start) { return advance(to: start..<end) }
      start += 1
    }
    return cursor..<cursor
  }

  /// The range of an inline that is a slice of the text; moves the cursor after it.
  mutating func place(slice node: CNode) -> Range<Int> {
    guard let range = slice(node.pointee.as.literal) else { return cursor..<cursor }
    return advance(to: range)
  }

  /// The range of a code span with its backticks; moves the cursor after it.
  mutating func place(code node: CNode) -> Range<Int> {
    let tick = UInt8(ascii: "`")
    var inside = guess(line: node.pointee.start_line, column: node.pointee.start_column)
    if inside <= cursor || inside > text.count || text[inside - 1] != tick {
      guard let found = text[cursor...].firstIndex(of: tick) else { return cursor..<cursor }
      inside = found
      while inside < text.count, text[inside] == tick { inside += 1 }
    }
    var start = inside
    while start > cursor, text[start - 1] == tick { start -= 1 }
    let ticks = inside - start
    var i = inside
    while i < text.count {
      guard text[i] == tick else {
        i += 1
        continue
      }
      let run = i
      while i < text.count, text[i] == tick { i += 1 }
      if i - run == ticks { return advance(to: start..<i) }
    }
    return advance(to: start..<text.count)
  }

  /// The range of a line end, from where the text before it ends; moves the cursor to the next line.
  mutating func placeBreak() -> Range<Int> {
    var i = cursor
    while i < text.count, !text[i].isLineEnd { i += 1 }
    guard i < text.count else { return cursor..<cursor }
    let start = cursor
    if text[i] == .carriageReturn, i + 1 < text.count, text[i + 1] == .lineFeed { i += 1 }
    cursor = i + 1
    return start..<i + 1
  }

  /// The range of a call of a footnote, `[^…]`; moves the cursor after it.
  mutating func place(footnote node: CNode) -> Range<Int> {
    func isCall(_ i: Int) -> Bool {
      i >= cursor && i + 1 < text.count && text[i] == UInt8(ascii: "[") && text[i + 1] == UInt8(ascii: "^")
    }
    var start = guess(line: node.pointee.start_line, column: node.pointee.start_column)
    if !isCall(start) {
      guard let found = (cursor..<text.count).first(where: isCall) else { return cursor..<cursor }
      start = found
    }
    let end = text[start...].firstIndex(of: UInt8(ascii: "]")) ?? text.count - 1
    return advance(to: start..<end + 1)
  }

  // MARK: What holds others

  /// The range of an inline with a delimiter on both sides of what it holds, which starts at `first`.
  mutating func place(delimited width: Int, around first: Int) -> Range<Int> {
    let start = max(0, first - width)
    return advance(to: start..<min(text.count, cursor + width))
  }

  /// The width of the tildes before an offset.
  func tildes(before offset: Int) -> Int {
    offset >= 2 && offset <= text.count && text[offset - 2] == UInt8(ascii: "~") ? 2 : 1
  }

  /// The range of a link or an image whose text starts at `first`, or is empty; moves the cursor after it.
  mutating func place(link node: CNode, isImage: Bool, first: Int?) -> Range<Int> {
    let open = isImage ? 2 : 1
    let bracket = UInt8(ascii: "[")
    var start = guess(line: node.pointee.start_line, column: node.pointee.start_column)
    if let first {
      let before = first > 0 && first <= text.count ? text[first - 1] : 0
      let after = cursor < text.count ? text[cursor] : 0
      if before == UInt8(ascii: "<"), after == UInt8(ascii: ">") {
        return advance(to: first - 1..<cursor + 1)
      }
      // A bare address: its text is all there is.
      guard isImage || after == UInt8(ascii: "]") && before == bracket && !isBareEmail(node) else {
        return first..<cursor
      }
      start = max(0, first - open)
    } else if start < cursor || start >= text.count || text[start] != (isImage ? UInt8(ascii: "!") : bracket)
    {
      start = text[cursor...].firstIndex(of: bracket).map { max(cursor, $0 - open + 1) } ?? cursor
    }
    let least = min(text.count, max(cursor, start + open) + 1)
    var end = guess(line: node.pointee.end_line, column: node.pointee.end_column) + 1
    if end < least || end > text.count
      || text[end - 1] != UInt8(ascii: ")") && text[end - 1] != UInt8(ascii: "]")
    {
      end = least
    }
    return advance(to: min(start, end)..<end)
  }

  private func isBareEmail(_ node: CNode) -> Bool {
    guard let child = node.pointee.first_child, child.pointee.next == nil else { return false }
    let url = node.pointee.as.link.url
    let text = child.pointee.as.literal
    guard url.len == text.len + 7, let whole = url.data, let part = text.data else { return false }
    return (0..<Int(text.len)).allSatisfy { whole[$0 + 7] == part[$0] }
  }

  // MARK: Matching

  private mutating func advance(to range: Range<Int>) -> Range<Int> {
    cursor = max(cursor, range.upperBound)
    return range
  }

  @inline(__always)
  private func slice(_ literal: cmark_chunk) -> Range<Int>? {
    guard let data = literal.data, let base = text.baseAddress else { return nil }
    let start = UnsafePointer(data) - base
    guard start >= 0, start + Int(literal.len) <= text.count else { return nil }
    return start..<start + Int(literal.len)
  }

  /// The offset after the source of `content`, if it stands at `start`.
  private func end(of content: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    // Nearly all texts stand as they are read.
    if text.holds(content, at: start), !content.holds("\\"), !content.holds("&") {
      return start + content.count
    }
    var i = 0
    var c = start
    while i < content.count {
      guard c < text.count else { return nil }
      let byte = text[c]
      if byte == UInt8(ascii: "\\"), c + 1 < text.count, text[c + 1].isASCIIPunctuation,
        text[c + 1] == content[i]
      {
        i += 1
        c += 2
      } else if byte == UInt8(ascii: "&"), let (width, length) = entity(at: c, matching: content, from: i) {
        i += length
        c += width
      } else if byte == content[i] {
        i += 1
        c += 1
      } else {
        return nil
      }
    }
    return c
  }

  /// The width of an entity in the source and the length of what it stands for, if that is what comes next.
  private func entity(
    at start: Int, matching content: UnsafeBufferPointer<UInt8>, from index: Int
  ) -> (width: Int, length: Int)? {
    guard let base = text.baseAddress else { return nil }
    var buffer = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 16)
    defer { cmark_strbuf_free(&buffer) }
    let width = Int(houdini_unescape_ent(&buffer, base + start + 1, bufsize_t(text.count - start - 1)))
    let length = Int(buffer.size)
    guard width > 0, let decoded = buffer.ptr, index + length <= content.count else { return nil }
    for i in 0..<length where decoded[i] != content[index + i] { return nil }
    return (width + 1, length)
  }
}

extension UInt8 {
  /// What a backslash may escape in Markdown (CommonMark, section 2.4).
  var isASCIIPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
