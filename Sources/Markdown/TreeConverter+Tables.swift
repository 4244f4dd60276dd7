import CCmarkGFM
import Diagnostics

extension TreeConverter {
  mutating func addTable(_ node: CNode, _ range: Range<Int>) {
    var alignments: [Table.Alignment] = []
    let count = Int(cmark_gfm_extensions_get_table_columns(node))
    if let letters = cmark_gfm_extensions_get_table_alignments(node) {
      for i in 0..<count {
        switch letters[i] {
        case UInt8(ascii: "l"): alignments.append(.left)
        case UInt8(ascii: "c"): alignments.append(.center)
        case UInt8(ascii: "r"): alignments.append(.right)
        default: alignments.append(.none)
        }
      }
    }
    // cmark gives the table the position of the paragraph that its header was the last line of.
    tableHeaderLine = Int(node.pointee.start_line) + linesBefore(table: node)
    var start = range.lowerBound
    if tableHeaderLine != Int(node.pointee.start_line) {
      row.read(source, lines.start(ofLine: tableHeaderLine)..<lines.start(ofLine: tableHeaderLine + 1))
      start = max(start, row.start)
    }
    document.tables.append(Table(alignments: alignments))
    document.nodes.append(
      Node(.table(index: UInt32(document.tables.count - 1)), range: start..<max(start, range.upperBound)))
  }

  private func linesBefore(table: CNode) -> Int {
    guard let paragraph = table.pointee.prev, paragraph.pointee.start_line == 0,
      CMarkExtensions.shared.kinds[paragraph.pointee.type] == .paragraph
    else { return 0 }
    let text = UnsafeBufferPointer(
      start: paragraph.pointee.content.ptr, count: Int(paragraph.pointee.content.size))
    return text.count { $0 == .lineFeed } + 1
  }

  mutating func addRow(_ node: CNode) {
    let isHeader = cmark_gfm_extensions_get_table_row_is_header(node) != 0
    let line = isHeader ? tableHeaderLine : Int(node.pointee.start_line)
    var start = lines.start(ofLine: line)
    // The header may follow the mark of a list item; where it begins, the table does.
    if isHeader, let table = open.last { start = max(start, document.nodes[table].range.lowerBound) }
    row.read(source, start..<max(start, lines.start(ofLine: line + 1)))
    column = 0
    document.nodes.append(Node(.tableRow(isHeader: isHeader), range: row.start..<row.end))
    if !options.isPlain, !isHeader { reportRagged() }
  }

  /// cmark drops the cells beyond the header's and adds those that lack, in silence: a number would vanish.
  private mutating func reportRagged() {
    let width = document.tables.last?.alignments.count ?? 0
    let count = row.cells.count
    guard count != width, count > 0 else { return }
    let place = count > width ? row.cells[width].lowerBound..<row.end : row.end..<row.end
    diagnostics.append(
      Diagnostic(
        MarkdownCode.raggedRow, at: document.file.location(place),
        "La ligne a \(count) cellule\(count > 1 ? "s" : ""), l’en-tête en a \(width)",
        help: count > width
          ? "retirez ce qui dépasse ; pour une barre dans une cellule, écrivez `\\|`"
          : "ajoutez les cellules qui manquent, vides si la valeur est inconnue"))
  }

  mutating func addCell(_ node: CNode) {
    guard let parent = open.last, case .tableRow(let isHeader) = document.nodes[parent].kind else { return }
    let range = column < row.cells.count ? row.cells[column] : row.end..<row.end
    inlineBlock = document.nodes.count
    inline.begin(node)
    inline.addSegment(at: 0, file: range.lowerBound)
    addEscapedPipes(in: range, at: 0)
    document.nodes.append(
      Node(.tableCell(column: UInt16(truncatingIfNeeded: column), isHeader: isHeader), range: range))
    column += 1
  }

  /// cmark takes the backslash of each `\|` out before it reads the cell.
  mutating func addEscapedPipes(in range: Range<Int>, at start: Int) {
    var offset = range.lowerBound
    var text = start
    while offset + 1 < range.upperBound {
      if source[offset] == UInt8(ascii: "\\"), source[offset + 1] == UInt8(ascii: "|") {
        offset += 1
        inline.addSegment(at: text, file: offset)
      }
      offset += 1
      text += 1
    }
  }
}
