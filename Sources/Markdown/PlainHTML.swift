import Diagnostics

extension Document {
  /// HTML exactly as cmark-gfm's own renderer writes it.
  public func plainHTML(unsafe: Bool = false) -> [UInt8] {
    var writer = PlainHTMLWriter(self, isUnsafe: unsafe)
    writer.write()
    return writer.html
  }
}

/// Writes a document as cmark-gfm 0.29.0.gfm.6 does, byte for byte; the differential tests hold it to that.
private struct PlainHTMLWriter {
  let document: Document
  let isUnsafe: Bool
  var html: [UInt8] = []
  private var open: [Int] = []
  private var hasTableBody = false
  private var footnoteCount = 0
  private var backlinkCount = 0

  init(_ document: Document, isUnsafe: Bool) {
    self.document = document
    self.isUnsafe = isUnsafe
    html.reserveCapacity((document.file.bytes.count + document.bytes.count) * 2)
  }

  mutating func write() {
    var i = 0
    while i < document.nodes.count {
      close(before: i)
      let node = document.nodes[i]
      open.append(i)
      if case .image(let index) = node.kind {
        enterImage(i, index)
        i = Int(node.end)
      } else {
        enter(node)
        i += 1
      }
    }
    close(before: i)
    if footnoteCount > 0 { html.append("</ol>\n</section>\n") }
  }

  private mutating func close(before i: Int) {
    while let last = open.last, document.nodes[last].end <= i {
      open.removeLast()
      leave(last)
    }
  }

  private mutating func enter(_ node: Node) {
    switch node.kind {
    case .text: html.appendEscaped(document, node.text)
    case .softBreak: html.append(.lineFeed)
    case .lineBreak: html.append("<br />\n")
    case .code:
      html.append("<code>")
      html.appendEscaped(document, node.text)
      html.append("</code>")
    case .emphasis: html.append("<em>")
    case .strong: html.append("<strong>")
    case .strikethrough: html.append("<del>")
    case .link(let index): enterLink(document.links[Int(index)])
    case .htmlInline: writeHTMLInline(node)
    case .footnoteReference(let index): write(document.calls[Int(index)])
    case .paragraph:
      if !isTight(open.count - 1) {
        html.startLine()
        html.append("<p>")
      }
    case .heading(let index):
      html.startLine()
      html.append("<h")
      html.append(document.headings[Int(index)].digit())
      html.append(UInt8(ascii: ">"))
    case .list(let start, _): enterList(start)
    case .item:
      html.startLine()
      html.append("<li>")
    case .taskItem(let isChecked):
      html.startLine()
      html.append("<li>")
      html.append(
        isChecked
          ? "<input type=\"checkbox\" checked=\"\" disabled=\"\" /> "
          : "<input type=\"checkbox\" disabled=\"\" /> ")
    case .blockQuote:
      html.startLine()
      html.append("<blockquote>\n")
    case .codeBlock(let info): writeCodeBlock(node, document.codeInfos[Int(info)])
    case .htmlBlock: writeHTMLBlock(node)
    case .thematicBreak:
      html.startLine()
      html.append("<hr />\n")
    case .table:
      html.startLine()
      html.append("<table>")
      hasTableBody = false
    case .tableRow(let isHeader): enterRow(isHeader)
    case .tableCell(let column, let isHeader): enterCell(column, isHeader)
    case .footnoteDefinition(let index): enterFootnote(index)
    case .document, .directive, .reference, .superscript, .image: break
    }
  }

  private mutating func leave(_ index: Int) {
    switch document.nodes[index].kind {
    case .emphasis: html.append("</em>")
    case .strong: html.append("</strong>")
    case .strikethrough: html.append("</del>")
    case .link: html.append("</a>")
    case .paragraph: leaveParagraph(index)
    case .heading(let index):
      html.append("</h")
      html.append(document.headings[Int(index)].digit())
      html.append(">\n")
    case .list(let start, _): html.append(start == nil ? "</ul>\n" : "</ol>\n")
    case .item, .taskItem: html.append("</li>\n")
    case .blockQuote:
      html.startLine()
      html.append("</blockquote>\n")
    case .table:
      if hasTableBody {
        html.startLine()
        html.append("</tbody>\n")
      }
      hasTableBody = false
      html.startLine()
      html.append("</table>\n")
    case .tableRow(let isHeader):
      html.startLine()
      html.append(isHeader ? "</tr>\n</thead>" : "</tr>")
      html.startLine(if: isHeader)
    case .tableCell(_, let isHeader): html.append(isHeader ? "</th>" : "</td>")
    case .footnoteDefinition(let index):
      if writeBacklinks(index) { html.append(.lineFeed) }
      html.append("</li>\n")
    default: break
    }
  }

  /// Whether the paragraph at a depth stands in an item of a tight list.
  private func isTight(_ depth: Int) -> Bool {
    guard depth >= 2, case .list(_, let isTight) = document.nodes[open[depth - 2]].kind else { return false }
    return isTight
  }

  private mutating func leaveParagraph(_ index: Int) {
    // It is no longer in `open`: its depth is one more than the last.
    if isTight(open.count) { return }
    if let parent = open.last, case .footnoteDefinition(let note) = document.nodes[parent].kind,
      document.nodes[parent].end == document.nodes[index].end
    {
      html.append(.space)
      _ = writeBacklinks(note)
    }
    html.append("</p>\n")
  }

  private mutating func enterList(_ start: Int32?) {
    html.startLine()
    switch start {
    case nil: html.append("<ul>\n")
    case 1: html.append("<ol>\n")
    case .some(let number):
      html.append("<ol start=\"")
      html.append(String(number))
      html.append("\">\n")
    }
  }

  private mutating func enterRow(_ isHeader: Bool) {
    html.startLine()
    if isHeader {
      html.append("<thead>\n")
    } else if !hasTableBody {
      html.append("<tbody>\n")
      hasTableBody = true
    }
    html.append("<tr>")
  }

  private mutating func enterCell(_ column: UInt16, _ isHeader: Bool) {
    html.startLine()
    html.append(isHeader ? "<th" : "<td")
    if let table = open.dropLast(2).last, case .table(let index) = document.nodes[table].kind {
      let alignments = document.tables[Int(index)].alignments
      switch Int(column) < alignments.count ? alignments[Int(column)] : .none {
      case .none: break
      case .left: html.append(" align=\"left\"")
      case .center: html.append(" align=\"center\"")
      case .right: html.append(" align=\"right\"")
      }
    }
    html.append(UInt8(ascii: ">"))
  }

  private mutating func writeCodeBlock(_ node: Node, _ info: Range<Int>) {
    html.startLine()
    if info.isEmpty {
      html.append("<pre><code>")
    } else {
      let language = document.slice(info).prefix { !$0.isCMarkSpace }
      html.append("<pre><code class=\"language-")
      html.appendEscaped(language)
      html.append("\">")
    }
    html.appendEscaped(document, node.text)
    html.append("</code></pre>\n")
  }

  // MARK: Links

  private mutating func enterLink(_ link: Link) {
    html.append("<a href=\"")
    writeAddress(link)
    if !link.title.isEmpty {
      html.append("\" title=\"")
      html.appendEscaped(document, link.title)
    }
    html.append("\">")
  }

  private mutating func writeAddress(_ link: Link) {
    let address = document.slice(link.destination)
    if isUnsafe || !CMarkURL.isDangerous(address) { html.appendAddress(address) }
  }

  private mutating func enterImage(_ index: Int, _ link: UInt32) {
    let link = document.links[Int(link)]
    html.append("<img src=\"")
    writeAddress(link)
    html.append("\" alt=\"")
    for i in index + 1..<Int(document.nodes[index].end) {
      let node = document.nodes[i]
      switch node.kind {
      case .text, .code, .htmlInline: html.appendEscaped(document, node.text)
      case .softBreak, .lineBreak: html.append(.space)
      default: break
      }
    }
    if !link.title.isEmpty {
      html.append("\" title=\"")
      html.appendEscaped(document, link.title)
    }
    html.append("\" />")
    open.removeLast()
  }

  // MARK: HTML

  private mutating func writeHTMLBlock(_ node: Node) {
    html.startLine()
    if isUnsafe {
      html.appendFiltered(document, node.text)
    } else {
      html.append("<!-- raw HTML omitted -->")
    }
    html.startLine()
  }

  private mutating func writeHTMLInline(_ node: Node) {
    if isUnsafe {
      html.appendFiltered(document, node.text, onlyFirst: true)
    } else {
      html.append("<!-- raw HTML omitted -->")
    }
  }

  // MARK: Footnotes

  private mutating func write(_ call: Call) {
    guard Int(call.note) < document.footnotes.count else { return }
    let note = document.footnotes[Int(call.note)]
    html.append("<sup class=\"footnote-ref\"><a href=\"#fn-")
    html.appendAddress(note.label.utf8)
    html.append("\" id=\"fnref-")
    html.appendAddress(note.label.utf8)
    if call.occurrence > 1 {
      html.append(UInt8(ascii: "-"))
      html.append(String(call.occurrence))
    }
    html.append("\" data-footnote-ref>")
    html.append(String(note.number))
    html.append("</a></sup>")
  }

  private mutating func enterFootnote(_ index: UInt32) {
    if footnoteCount == 0 { html.append("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
    footnoteCount += 1
    html.append("<li id=\"fn-")
    html.appendAddress(document.footnotes[Int(index)].label.utf8)
    html.append("\">\n")
  }

  private mutating func writeBacklinks(_ index: UInt32) -> Bool {
    guard backlinkCount < footnoteCount else { return false }
    backlinkCount = footnoteCount
    let note = document.footnotes[Int(index)]
    for occurrence in 1...max(1, note.callCount) {
      html.append(occurrence == 1 ? "<a href=\"#fnref-" : " <a href=\"#fnref-")
      html.appendAddress(note.label.utf8)
      if occurrence > 1 {
        html.append(UInt8(ascii: "-"))
        html.append(String(occurrence))
      }
      html.append("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">↩")
      if occurrence > 1 {
        html.append("<sup class=\"footnote-ref\">")
        html.append(String(occurrence))
        html.append("</sup>")
      }
      html.append("</a>")
    }
    return true
  }
}
