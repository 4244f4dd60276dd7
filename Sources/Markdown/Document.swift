import Diagnostics

/// A Markdown text as a tree, flat: the nodes lie in document order, node `i` with its subtree is `i..<nodes[i].end`.
/// Node 0 is the document itself. It holds no pointer into the parser, is immutable and may be shared by threads: one
/// reference, however much it holds.
public final class Document: Sendable {
  private let content: DocumentDraft

  init(_ content: consuming DocumentDraft) { self.content = content }

  /// A document without content.
  convenience init(empty file: SourceFile) {
    var draft = DocumentDraft(file: file)
    draft.nodes = [Node(.document, range: 0..<file.bytes.count)]
    draft.nodes[0].end = 1
    self.init(draft)
  }

  public var file: SourceFile { content.file }
  public var nodes: [Node] { content.nodes }
  /// The texts, addresses and titles that do not stand in the file as they are to be read; UTF-8. What names a text
  /// (`Node.text`, `Link.destination`…) counts through the file first, then through these.
  public var bytes: [UInt8] { content.bytes }
  public var headings: [Heading] { content.headings }
  public var links: [Link] { content.links }
  public var tables: [Table] { content.tables }
  public var footnotes: [Footnote] { content.footnotes }
  public var calls: [Call] { content.calls }
  public var directives: [Directive] { content.directives }
  public var references: [Reference] { content.references }
  /// The words after the fence of a code block; entry 0 is empty, for none.
  public var codeInfos: [Range<Int>] { content.codeInfos }

  /// The direct children of a node, in order.
  public func children(of node: Int) -> Children {
    Children(nodes: nodes, upcoming: node + 1, end: Int(nodes[node].end))
  }

  public struct Children: Sequence, IteratorProtocol {
    let nodes: [Node]
    var upcoming: Int
    let end: Int

    public mutating func next() -> Int? {
      guard upcoming < end else { return nil }
      defer { upcoming = Int(nodes[upcoming].end) }
      return upcoming
    }
  }

  /// A node with all that is under it.
  public func subtree(of node: Int) -> Range<Int> { content.subtree(of: node) }

  public func location(of node: Int) -> SourceLocation { content.location(of: node) }

  /// What a leaf holds.
  public func text(of node: Int) -> ArraySlice<UInt8> { content.text(of: node) }

  /// The text that a node or a side table names. Its indices are its own, not those of the range.
  public func slice(_ text: Range<Int>) -> ArraySlice<UInt8> { content.slice(text) }

  /// The same bytes where they lie, for loops in which a slice, which is counted, would be made of every text.
  public func withBytes<Result>(of text: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result
  {
    content.withBytes(of: text, body)
  }

  public func string(_ text: Range<Int>) -> String { content.string(text) }

  /// What a reader sees of a subtree without its markup: line breaks become spaces, raw HTML and calls of footnotes
  /// vanish, a reference is written as in the source.
  public func plainText(of node: Int) -> String { content.plainText(of: node) }

  /// The same as `plainText(of:)`, as UTF-8.
  public func plainBytes(of node: Int) -> [UInt8] { content.plainBytes(of: node) }

  /// The same at the end of what is being gathered.
  public func appendPlainText(of node: Int, to text: inout [UInt8]) {
    content.appendPlainText(of: node, to: &text)
  }
}
