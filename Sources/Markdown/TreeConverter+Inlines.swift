import CCmarkGFM
import Diagnostics

extension TreeConverter {
  /// Adds an inline, its range in offsets into the block's text for now. What holds others gets it when it is closed.
  mutating func appendInline(_ node: CNode, _ kind: CMarkKind) {
    switch kind {
    case .text:
      let range = inline.place(text: node)
      add(.text, range, place(node.pointee.as.literal, at: range))
    case .softBreak: add(.softBreak, inline.placeBreak())
    case .lineBreak: add(.lineBreak, inline.placeBreak())
    case .code:
      let range = inline.place(code: node)
      add(.code, range, append(node.pointee.as.literal))
    case .htmlInline:
      let range = inline.place(slice: node)
      if node.pointee.extension != nil {
        addReference(node, range)
      } else {
        add(.htmlInline, range, append(node.pointee.as.literal))
      }
    case .emphasis: add(.emphasis)
    case .strong: add(.strong)
    case .strikethrough: add(.strikethrough)
    case .link: addLink(node) { .link(index: $0) }
    case .image: addLink(node) { .image(index: $0) }
    case .footnoteReference:
      let definition = node.pointee.parent_footnote_def
      let index = definition.flatMap { footnoteIndices[$0] } ?? 0
      let occurrence = UInt32(truncatingIfNeeded: max(1, node.pointee.footnote.ref_ix))
      document.calls.append(Call(note: index, occurrence: occurrence))
      add(.footnoteReference(index: UInt32(document.calls.count - 1)), inline.place(footnote: node))
    default: add(.text, inline.cursor..<inline.cursor, append(node.pointee.as.literal))
    }
  }

  mutating func closeInline(_ node: CNode, _ kind: CMarkKind, _ index: Int) {
    let hasChildren = index + 1 < document.nodes.count
    let first = hasChildren ? document.nodes[index + 1].range.lowerBound : inline.cursor
    switch kind {
    case .emphasis: document.nodes[index].range = inline.place(delimited: 1, around: first)
    case .strong: document.nodes[index].range = inline.place(delimited: 2, around: first)
    case .strikethrough:
      document.nodes[index].range = inline.place(delimited: inline.tildes(before: first), around: first)
    case .link, .image:
      document.nodes[index].range = inline.place(
        link: node, isImage: kind == .image, first: hasChildren ? first : nil)
    default: break
    }
  }

  private mutating func add(_ kind: Kind, _ range: Range<Int> = 0..<0, _ text: Range<Int> = 0..<0) {
    document.nodes.append(Node(kind, range: range, text: text))
  }

  private mutating func addLink(_ node: CNode, _ kind: (UInt32) -> Kind) {
    let link = node.pointee.as.link
    document.links.append(Link(destination: append(link.url), title: append(link.title)))
    add(kind(UInt32(document.links.count - 1)))
  }

  private mutating func addReference(_ node: CNode, _ range: Range<Int>) {
    let text = append(node.pointee.as.literal)
    // `:chiffre[` and `:cellule[` are both nine bytes, and the closing bracket is one.
    let isFigure = text.count > 2 && document.slice(text).dropFirst(2).first == UInt8(ascii: "h")
    let target = text.lowerBound + 9..<max(text.lowerBound + 9, text.upperBound - 1)
    let start = inline.fileOffset(range.lowerBound + 9)
    document.references.append(
      Reference(
        kind: isFigure ? .figure : .cell, target: document.string(target),
        targetRange: start..<start + target.count, node: document.nodes.count,
        startsSentence: startsSentence()))
    add(.reference(index: UInt32(document.references.count - 1)), range, text)
  }

  /// Whether nothing stands before in the block but a sentence's end.
  private func startsSentence() -> Bool {
    guard let block = inlineBlock else { return false }
    var i = document.nodes.count - 1
    while i > block {
      let node = document.nodes[i]
      switch node.kind {
      case .text, .code, .reference:
        var rest = document.slice(node.text)
        while let last = rest.last, last.isBlank { rest.removeLast() }
        // No-break spaces, as an editor may type after « or a sentence.
        guard let last = rest.last else { break }
        if node.kind != .text { return false }
        guard last == UInt8(ascii: ".") || last == UInt8(ascii: "!") || last == UInt8(ascii: "?") else {
          return false
        }
        return rest.count < node.text.count || i < document.nodes.count - 1
      case .footnoteReference, .image: return false
      default: break
      }
      i -= 1
    }
    return true
  }
}
