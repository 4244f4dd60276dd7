import Diagnostics

/// A document while it is made: what a `Document` holds, each part of which says there what it is.
struct DocumentDraft: Sendable {
  let file: SourceFile
  var nodes: [Node] = []
  var bytes: [UInt8] = []
  var headings: [Heading] = []
  var links: [Link] = []
  var tables: [Table] = []
  var footnotes: [Footnote] = []
  var calls: [Call] = []
  var directives: [Directive] = []
  var references: [Reference] = []
  var codeInfos: [Range<Int>] = [0..<0]

  init(file: SourceFile) { self.file = file }

  /// Keeps a text that does not stand in the file.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int> {
    let start = file.bytes.count + bytes.count
    bytes.append(contentsOf: text)
    return start..<start + text.count
  }

  /// Takes no more room than what it holds, for as long as it is kept.
  mutating func fit() {
    nodes = nodes.fitted()
    bytes = bytes.fitted()
    directives = directives.fitted()
  }

  func subtree(of node: Int) -> Range<Int> { node..<Int(nodes[node].end) }

  func location(of node: Int) -> SourceLocation { file.location(nodes[node].range) }

  func text(of node: Int) -> ArraySlice<UInt8> { slice(nodes[node].text) }

  func slice(_ text: Range<Int>) -> ArraySlice<UInt8> {
    let shift = file.bytes.count
    if text.upperBound <= shift { return file.bytes[text] }
    return bytes[text.lowerBound - shift..<text.upperBound - shift]
  }

  /// The bytes of a text where they lie, for loops in which a slice, which is counted, would be made of every text.
  func withBytes<Result>(of text: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let shift = file.bytes.count
    if text.upperBound <= shift { return file.bytes.withBytes(in: text, body) }
    return bytes.withBytes(in: text.lowerBound - shift..<text.upperBound - shift, body)
  }

  func string(_ text: Range<Int>) -> String { withBytes(of: text) { String(decoding: $0, as: UTF8.self) } }

  func plainText(of node: Int) -> String { String(decoding: plainBytes(of: node), as: UTF8.self) }

  func plainBytes(of node: Int) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(nodes[node].range.count)
    appendPlainText(of: node, to: &text)
    return text
  }

  func appendPlainText(of node: Int, to text: inout [UInt8]) {
    let start = text.count
    for i in subtree(of: node) {
      switch nodes[i].kind {
      case .text, .code, .reference: append(i, to: &text)
      case .codeBlock:
        separate(&text, from: start)
        append(i, to: &text)
      case .softBreak, .lineBreak: text.append(.space)
      case .paragraph, .heading, .tableCell, .item, .taskItem: separate(&text, from: start)
      default: break
      }
    }
  }

  private func append(_ leaf: Int, to text: inout [UInt8]) {
    withBytes(of: nodes[leaf].text) { text.append(contentsOf: $0) }
  }

  private func separate(_ text: inout [UInt8], from start: Int) {
    guard text.count > start, let last = text.last, last != .space, last != .lineFeed else { return }
    text.append(.space)
  }
}
