import Diagnostics

/// A Markdown text as a tree, flat: the nodes lie in document order, node `i` with its subtree is `i..<nodes[i].end`.
/// Node 0 is the document itself. It holds no pointer into the parser, is immutable and may be shared by threads.
public struct Document: Sendable {
  public let file: SourceFile
  public internal(set) var nodes: [Node] = []
  /// The texts, addresses and titles that do not stand in the file as they are to be read; UTF-8. What names a text
  /// (`Node.text`, `Link.destination`…) counts through the file first, then through these.
  public internal(set) var bytes: [UInt8] = []
  public internal(set) var headings: [Heading] = []
  public internal(set) var links: [Link] = []
  public internal(set) var tables: [Table] = []
  public internal(set) var footnotes: [Footnote] = []
  public internal(set) var calls: [Call] = []
  public internal(set) var directives: [Directive] = []
  public internal(set) var references: [Reference] = []
  /// The words after the fence of a code block; entry 0 is empty, for none.
  public internal(set) var codeInfos: [Range<Int>] = [0..<0]

  init(file: SourceFile) { self.file = file }

  /// A document without content.
  init(empty file: SourceFile) {
    self.file = file
    nodes = [Node(.document, range: 0..<file.bytes.count)]
    nodes[0].end = 1
  }

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
  public func subtree(of node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

  public func location(of node: Int) -> SourceLocation { file.location(nodes[node].range) }

  /// What a leaf holds.
  public func text(of node: Int) -> ArraySlice<UInt8> { slice(nodes[node].text) }

  /// The text that a node or a side table names. Its indices are its own, not those of the range.
  public func slice(_ text: Range<Int>) -> ArraySlice<UInt8> {
    let shift = file.bytes.count
    if text.upperBound <= shift { return file.bytes[text] }
    return bytes[text.lowerBound - shift..<text.upperBound - shift]
  }

  public func string(_ text: Range<Int>) -> String { String(decoding: slice(text), as: UTF8.self) }

  /// Keeps a text that does not stand in the file.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = file.bytes.count + bytes.count
    bytes.append(contentsOf: text)
    return start..<start + text.count
  }

  /// What a reader sees of a subtree without its markup: line breaks become spaces, raw HTML and calls of footnotes
  /// vanish, a reference is written as in the source.
  public func plainText(of node: Int) -> String { String(decoding: plainBytes(of: node), as: UTF8.self) }

  /// The same as `plainText(of:)`, as UTF-8.
  public func plainBytes(of node: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(nodes[node].range.count)
    for i in subtree(of: node) {
      switch nodes[i].kind {
      case .text, .code: text.append(contentsOf: self.text(of: i))
      case .codeBlock:
        separate(&text)
        text.append(contentsOf: self.text(of: i))
      case .softBreak, .lineBreak: text.append(.space)
      case .reference: text.append(contentsOf: self.text(of: i))
      case .paragraph, .heading, .tableCell, .item, .taskItem: separate(&text)
      default: break
      }
    }
    return text
  }

  private func separate(_ text: inout [UInt8]) {
    if let last = text.last, last != .space, last != .lineFeed { text.append(.space) }
  }
}
