import Diagnostics

extension Document {
  /// The tree as text, a line a node, indented by depth, for tests and for looking: kind, place (line:column, from 1,
  /// columns in characters, the end excluded), what it holds.
  public func dump() -> String {
    let lines = LineTable(file.bytes)
    var text = ""
    var open: [Int] = []
    for i in nodes.indices {
      while let last = open.last, nodes[last].end <= i { open.removeLast() }
      text += String(repeating: "  ", count: open.count)
      text += describe(nodes[i])
      let start = lines.position(of: nodes[i].range.lowerBound)
      let end = lines.position(of: nodes[i].range.upperBound)
      text += " @\(start.line):\(start.column)-"
      text += start.line == end.line ? "\(end.column)" : "\(end.line):\(end.column)"
      if nodes[i].holdsText {
        text += " " + string(nodes[i].text).debugDescription
      }
      text += "\n"
      open.append(i)
    }
    return text
  }

  private func describe(_ node: Node) -> String {
    switch node.kind {
    case .document: "document"
    case .paragraph: "paragraph"
    case .heading(let index): "heading(\(headings[Int(index)].level)\(anchorText(index)))"
    case .list(nil, let isTight): isTight ? "list(tight)" : "list"
    case .list(.some(let start), let isTight): isTight ? "list(\(start), tight)" : "list(\(start))"
    case .item: "item"
    case .taskItem(let isChecked): isChecked ? "task(done)" : "task"
    case .blockQuote: "quote"
    case .codeBlock(let info): info == 0 ? "codeBlock" : "codeBlock(\(string(codeInfos[Int(info)])))"
    case .htmlBlock: "htmlBlock"
    case .thematicBreak: "break"
    case .table(let index): "table(\(tables[Int(index)].alignments.map { "\($0)" }.joined(separator: ", ")))"
    case .tableRow(let isHeader): isHeader ? "header" : "row"
    case .tableCell(let column, _): "cell(\(column))"
    case .footnoteDefinition(let index): "footnote(\(footnotes[Int(index)].label))"
    case .directive(let index): describe(directives[Int(index)])
    case .text: "text"
    case .softBreak: "softBreak"
    case .lineBreak: "lineBreak"
    case .code: "code"
    case .htmlInline: "html"
    case .emphasis: "emphasis"
    case .strong: "strong"
    case .strikethrough: "strikethrough"
    case .superscript: "superscript"
    case .link(let index): "link(\(describe(links[Int(index)])))"
    case .image(let index): "image(\(describe(links[Int(index)])))"
    case .footnoteReference(let index): "call(\(footnotes[Int(calls[Int(index)].note)].label))"
    case .reference(let index): "\(references[Int(index)].kind.rawValue)(\(references[Int(index)].target))"
    }
  }

  private func anchorText(_ index: UInt32) -> String {
    let anchor = headings[Int(index)].anchor
    return anchor.isEmpty ? "" : " #" + anchor
  }

  private func describe(_ link: Link) -> String {
    link.title.isEmpty
      ? string(link.destination) : string(link.destination) + " " + string(link.title).debugDescription
  }

  private func describe(_ directive: Directive) -> String {
    var text = "directive(" + directive.name
    if let id = directive.id { text += " #" + id }
    for name in directive.classes { text += " ." + name }
    for attribute in directive.attributes { text += " \(attribute.name)=\(attribute.value.debugDescription)" }
    return text + ")"
  }
}

extension Node {
  fileprivate var holdsText: Bool {
    switch kind {
    case .text, .code, .codeBlock, .htmlBlock, .htmlInline: true
    default: false
    }
  }
}
