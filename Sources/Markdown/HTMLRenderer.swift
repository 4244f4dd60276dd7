import Diagnostics

/// Writes a document as the HTML of a publication: anchors on headings, scopes on the heads of tables, classes instead
/// of styles, French labels.
///
/// It goes through the nodes in order, without recursion but through directives, whose depth the parser bounds.
public struct HTMLRenderer {
  public let document: Document
  /// What has been written so far.
  public var html: [UInt8] = []
  /// The nodes entered and not yet left, outermost first.
  var open: [Int] = []
  var context = TextContext()
  var hasTableBody = false
  var isHeadCell = false

  public init(_ document: Document) { self.document = document }

  /// The HTML of a whole document, its notes at the end.
  public static func html(of document: Document) -> [UInt8] {
    var hooks = PlainHooks()
    return html(of: document, hooks: &hooks)
  }

  /// The HTML of a whole document, its notes at the end.
  public static func html(of document: Document, hooks: inout some RenderingHooks) -> [UInt8] {
    var renderer = HTMLRenderer(document)
    renderer.html.reserveCapacity((document.file.bytes.count + document.bytes.count) * 2)
    renderer.render(0, hooks: &hooks)
    return renderer.html
  }

  /// Writes a node with all it holds.
  public mutating func render(_ node: Int, hooks: inout some RenderingHooks) {
    render(document.subtree(of: node), hooks: &hooks)
  }

  /// Writes what a node holds, without the node itself.
  public mutating func render(childrenOf node: Int, hooks: inout some RenderingHooks) {
    render(node + 1..<Int(document.nodes[node].end), hooks: &hooks)
  }

  /// The HTML of what a node holds, apart from what was written so far.
  public mutating func rendered(childrenOf node: Int, hooks: inout some RenderingHooks) -> [UInt8] {
    var apart: [UInt8] = []
    swap(&apart, &html)
    render(childrenOf: node, hooks: &hooks)
    swap(&apart, &html)
    return apart
  }

  private mutating func render(_ range: Range<Int>, hooks: inout some RenderingHooks) {
    let document = document
    let bottom = open.count
    var i = range.lowerBound
    while i < range.upperBound {
      close(before: i, downTo: bottom, hooks: &hooks)
      if enter(i, of: document, hooks: &hooks) {
        open.append(i)
        i += 1
      } else {
        i = Int(document.nodes[i].end)
      }
    }
    close(before: i, downTo: bottom, hooks: &hooks)
  }

  private mutating func close(before i: Int, downTo bottom: Int, hooks: inout some RenderingHooks) {
    while open.count > bottom, let last = open.last, document.nodes[last].end <= i {
      open.removeLast()
      leave(last, hooks: &hooks)
    }
  }

  /// Begins a node; false if nothing of it is left to write.
  private mutating func enter(
    _ index: Int, of document: Document, hooks: inout some RenderingHooks
  ) -> Bool {
    let node = document.nodes[index]
    switch node.kind {
    case .text: write(node.text, of: document, hooks: &hooks)
    case .softBreak: html.append(.lineFeed)
    case .lineBreak: html.append("<br>\n")
    case .code:
      html.append("<code>")
      html.appendEscaped(document, node.text)
      html.append("</code>")
    case .emphasis: html.append("<em>")
    case .strong: html.append("<strong>")
    case .strikethrough: html.append("<del>")
    case .superscript: html.append("<sup>")
    case .link(let link): enterLink(document.links[Int(link)], index, hooks: &hooks)
    case .image(let link):
      let link = document.links[Int(link)]
      if !hooks.render(image: link, node: index, renderer: &self) { write(image: link, index, hooks: &hooks) }
      return false
    case .reference(let reference):
      hooks.render(reference: document.references[Int(reference)], renderer: &self)
    case .htmlInline: html.appendFiltered(document, node.text, onlyFirst: true)
    case .footnoteReference(let call): write(document.calls[Int(call)], hooks: &hooks)
    case .paragraph:
      if isTight(open.count) { break }
      html.startLine()
      html.append("<p>")
    case .heading(let heading): enterHeading(document.headings[Int(heading)], hooks: &hooks)
    case .list(let start, _): enterList(start, index)
    case .item:
      html.startLine()
      html.append("<li>")
    case .taskItem(let isChecked): enterTask(isChecked)
    case .blockQuote:
      html.startLine()
      html.append("<blockquote>\n")
    case .codeBlock(let info): write(code: node, document.codeInfos[Int(info)])
    case .htmlBlock:
      html.startLine()
      html.appendFiltered(document, node.text)
      html.startLine()
    case .thematicBreak:
      html.startLine()
      html.append("<hr>\n")
    case .table(let table):
      if hooks.render(table: document.tables[Int(table)], node: index, renderer: &self) { return false }
      enterTable()
    case .tableRow(let isHeader): enterRow(isHeader)
    case .tableCell(let column, let isHeader): enterCell(column, isHeader, index)
    case .footnoteDefinition(let note):
      if hooks.setsNotesAtCalls { return false }
      enterFootnote(note, hooks: &hooks)
    case .directive(let directive):
      html.startLine()
      hooks.render(directive: document.directives[Int(directive)], renderer: &self)
      html.startLine()
      return false
    case .document: break
    }
    return true
  }

  private mutating func leave(_ index: Int, hooks: inout some RenderingHooks) {
    switch document.nodes[index].kind {
    case .emphasis: html.append("</em>")
    case .strong: html.append("</strong>")
    case .strikethrough: html.append("</del>")
    case .superscript: html.append("</sup>")
    case .link:
      html.append("</a>")
      context.isInLink = false
    case .paragraph: leaveParagraph(index, hooks: &hooks)
    case .heading(let heading): leaveHeading(document.headings[Int(heading)], hooks: &hooks)
    case .list(let start, _): html.append(start == nil ? "</ul>\n" : "</ol>\n")
    case .item, .taskItem: html.append("</li>\n")
    case .blockQuote:
      html.startLine()
      html.append("</blockquote>\n")
    case .table: leaveTable()
    case .tableRow(let isHeader): html.append(isHeader ? "</tr>\n</thead>\n" : "</tr>\n")
    case .tableCell(let column, let isHeader): leaveCell(column, isHeader)
    case .footnoteDefinition(let note): leaveFootnote(note, index, hooks: &hooks)
    default: break
    }
  }

  private mutating func write(
    _ text: Range<Int>, of document: Document, hooks: inout some RenderingHooks
  ) {
    if hooks.marksText {
      hooks.write(text: document.slice(text), context: context, to: &html)
    } else {
      html.appendEscaped(document, text)
    }
  }

  /// Whether a paragraph at a depth stands in an item of a tight list.
  func isTight(_ depth: Int) -> Bool {
    guard depth >= 2, case .list(_, let isTight) = document.nodes[open[depth - 2]].kind else { return false }
    return isTight
  }
}
