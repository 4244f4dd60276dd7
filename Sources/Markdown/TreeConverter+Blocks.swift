import CCmarkGFM
import Diagnostics

extension TreeConverter {
  mutating func appendBlock(_ node: CNode, _ kind: CMarkKind) {
    let range = lines.range(of: node)
    switch kind {
    case .document:
      add(.document, lines.start(ofLine: 1)..<lines.end)
    case .paragraph:
      beginInlines(of: node, .paragraph, range)
    case .heading:
      let index = document.headings.count
      let level = Int(node.pointee.as.heading.level)
      document.headings.append(Heading(node: document.nodes.count, level: level, anchor: ""))
      beginInlines(of: node, .heading(index: UInt32(index)), range)
      if !options.isPlain {
        let isInDirective = open.contains {
          if case .directive = document.nodes[$0].kind { true } else { false }
        }
        checks.checkLevel(level, document, isInDirective, diagnostics: &diagnostics)
      }
    case .list:
      let list = node.pointee.as.list
      let start = list.list_type == CMARK_BULLET_LIST ? nil : list.start
      add(.list(start: start, isTight: list.tight), range)
    case .item:
      if node.pointee.extension != nil {
        add(.taskItem(isChecked: cmark_gfm_extensions_get_tasklist_item_checked(node)), range)
      } else {
        add(.item, range)
      }
    case .blockQuote: add(.blockQuote, range)
    case .thematicBreak: add(.thematicBreak, range)
    case .codeBlock: addCodeBlock(node, range)
    case .htmlBlock:
      add(.htmlBlock, range, append(node.pointee.as.literal))
      if !options.isPlain {
        checks.checkHTML(&document, document.nodes.count - 1, inCell: false, diagnostics: &diagnostics)
      }
    case .footnoteDefinition:
      let index = footnoteIndices[node] ?? 0
      document.footnotes[Int(index)].node = document.nodes.count
      add(.footnoteDefinition(index: index), range)
    case .directive: addDirective(node, range)
    case .table: addTable(node, range)
    case .tableRow: addRow(node)
    case .tableCell: addCell(node)
    default:
      // An inline outside a block, or a kind that a later cmark adds: kept as a text, never lost.
      add(.text, range, append(node.pointee.as.literal))
    }
  }

  private mutating func add(_ kind: Kind, _ range: Range<Int>, _ text: Range<Int> = 0..<0) {
    document.nodes.append(Node(kind, range: range, text: text))
  }

  private mutating func addCodeBlock(_ node: CNode, _ range: Range<Int>) {
    let code = node.pointee.as.code
    var info: UInt32 = 0
    if code.info.len > 0 {
      info = UInt32(document.codeInfos.count)
      document.codeInfos.append(append(code.info))
    }
    add(.codeBlock(info: info), range, append(code.literal))
  }

  // MARK: Blocks of text

  private mutating func beginInlines(of node: CNode, _ kind: Kind, _ range: Range<Int>) {
    inlineBlock = document.nodes.count
    inline.begin(node)
    var range = range
    if case .heading = kind, !node.pointee.as.heading.setext {
      inline.addSegment(at: 0, file: headingText(in: range))
    } else {
      let first = addLines(of: node)
      // After link definitions were taken out of its head, a paragraph begins later than cmark says.
      if first > range.lowerBound { range = first..<max(first, range.upperBound) }
    }
    document.nodes.append(Node(kind, range: range))
  }

  /// The start of an ATX heading's text.
  private func headingText(in range: Range<Int>) -> Int {
    var i = range.lowerBound
    while i < range.upperBound, source[i] == UInt8(ascii: "#") { i += 1 }
    while i < range.upperBound, source[i].isBlank { i += 1 }
    return i
  }

  /// Places each line of a paragraph or underlined heading, and says where the first begins. The text of a line always
  /// reaches the end of its line in the file, whatever marks stand before it.
  private mutating func addLines(of node: CNode) -> Int {
    let text = inline.text
    var line = firstLine(of: node, text)
    var first: Int?
    var i = 0
    repeat {
      let next = nextLine(text, after: i)
      var file = place(text, i..<next, onLine: line)
      if node.pointee.start_line == 0 { file = placeUnescaped(text, i..<next, onLine: line) }
      inline.addSegment(at: i, file: file)
      if node.pointee.start_line == 0 { addEscapedPipes(in: file..<lines.start(ofLine: line + 1), at: i) }
      if first == nil { first = file }
      i = next
      line += 1
    } while i < text.count
    return first ?? 0
  }

  /// The line of the file that a block's text begins on: counted back from its end, as link definitions may have been
  /// taken out of its head; cmark may count the end of an underlined heading a line too far.
  private func firstLine(of node: CNode, _ text: UnsafeBufferPointer<UInt8>) -> Int {
    // A paragraph that stood right before a table's header has no position of its own.
    if node.pointee.start_line == 0, let table = node.pointee.next { return Int(table.pointee.start_line) }
    var count = 0
    var i = 0
    while i < text.count {
      i = nextLine(text, after: i)
      count += 1
    }
    let isHeading = CMarkExtensions.shared.kinds[node.pointee.type] == .heading
    let top = max(1, Int(node.pointee.start_line))
    let likely = Int(node.pointee.end_line) - count + (isHeading ? 0 : 1)
    // For a paragraph, the first line will do. Lines of a heading may look alike: all must stand where it does.
    let end = isHeading ? text.count : nextLine(text, after: 0)
    if isHeading, likely > top, stands(text, 0..<end, onLine: likely - 1) { return likely - 1 }
    return stride(from: likely, through: top, by: -1).first { stands(text, 0..<end, onLine: $0) }
      ?? max(likely, top)
  }

  /// Whether lines of a block's text are those of the file from a line on.
  private func stands(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, onLine first: Int) -> Bool {
    var line = first
    var i = range.lowerBound
    while i < range.upperBound {
      let next = nextLine(text, after: i)
      let file = place(text, i..<next, onLine: line)
      let width = trimmedEnd(text, i..<next) - i
      guard file + width <= source.count, isSame(source, file, text, i, width) else { return false }
      i = next
      line += 1
    }
    return true
  }

  /// Whether two stretches hold the same bytes; without a way out, the loop takes sixteen at a time.
  private func isSame(
    _ a: UnsafeBufferPointer<UInt8>, _ start: Int, _ b: UnsafeBufferPointer<UInt8>, _ other: Int, _ count: Int
  ) -> Bool {
    var difference: UInt8 = 0
    for i in 0..<count { difference |= a[start &+ i] ^ b[other &+ i] }
    return difference == 0
  }

  /// Where a line of a block's text begins in the file, if it is that line of the file.
  private func place(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, onLine line: Int) -> Int {
    let start = lines.start(ofLine: line)
    let end = trimmedEnd(source, start..<max(start, lines.start(ofLine: line + 1)))
    return max(start, end - (trimmedEnd(text, range) - range.lowerBound))
  }

  /// The same for a text whose `\|` lost their backslashes.
  private func placeUnescaped(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, onLine line: Int)
    -> Int
  {
    let start = lines.start(ofLine: line)
    var file = trimmedEnd(source, start..<max(start, lines.start(ofLine: line + 1)))
    for _ in range.lowerBound..<trimmedEnd(text, range) where file > start {
      file -= 1
      if source[file] == UInt8(ascii: "|"), file > start, source[file - 1] == UInt8(ascii: "\\") { file -= 1 }
    }
    return file
  }

  private func nextLine(_ text: UnsafeBufferPointer<UInt8>, after start: Int) -> Int {
    var i = text.lineEnd(from: start)
    if i < text.count {
      i += text[i] == .carriageReturn && i + 1 < text.count && text[i + 1] == .lineFeed ? 2 : 1
    }
    return i
  }

  private func trimmedEnd(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, text[end - 1].isBlank || text[end - 1].isLineEnd { end -= 1 }
    return end
  }

  // MARK: Footnotes

  /// cmark puts the notes that are called at the end of the document, in the order of their first call.
  mutating func collectFootnotes(_ root: CNode, _ kinds: CMarkKindTable) {
    var definitions: [CNode] = []
    var last = root.pointee.last_child
    while let node = last, kinds[node.pointee.type] == .footnoteDefinition {
      definitions.append(node)
      last = node.pointee.prev
    }
    for node in definitions.reversed() {
      footnoteIndices[node] = UInt32(document.footnotes.count)
      document.footnotes.append(
        Footnote(
          label: string(node.pointee.as.literal), number: document.footnotes.count + 1, node: 0,
          callCount: Int(node.pointee.footnote.def_count)))
    }
  }

  // MARK: Directives

  private mutating func addDirective(_ node: CNode, _ range: Range<Int>) {
    let index = document.directives.count
    let lineEnd = trimmedEnd(source, range.lowerBound..<lines.start(ofLine: Int(node.pointee.start_line) + 1))
    var head = DirectiveHead(source, document.file, range.lowerBound..<max(range.lowerBound, lineEnd))
    document.directives.append(head.parse(node: document.nodes.count))
    diagnostics.append(contentsOf: head.diagnostics)
    document.directives[index].isClosed = DirectiveExtension.isClosed(node)
    if !document.directives[index].isClosed { reportUnclosed(document.directives[index], range.lowerBound) }
    add(.directive(index: UInt32(index)), range)
  }

  private mutating func reportUnclosed(_ directive: Directive, _ start: Int) {
    let line = lines.number(of: start, in: source)
    diagnostics.append(
      Diagnostic(
        MarkdownCode.unclosedDirective, at: document.file.location(start..<directive.nameRange.upperBound),
        "Bloc « \(directive.name) » ouvert ligne \(line) et jamais fermé",
        help: "ajoutez une ligne `:::` à la fin du bloc"))
  }
}
