import Diagnostics
import Markdown

/// The text of one block (a paragraph, a heading, a cell) as a reader reads it, and where each of its bytes stands in
/// the file. Code is one U+FFFC, so that nothing is said against it.
///
/// One passage is filled again for each block, so that its storage serves for all.
struct Passage {
  private(set) var text: [UInt8] = []
  /// Where each piece begins in the text, and its node.
  private var pieces: [(start: Int, node: Int)] = []
  /// The references it quotes: their range in the text, and their index in the document.
  private(set) var quoted: [(range: Range<Int>, reference: Int)] = []

  /// Fills it with a block of text.
  mutating func read(_ block: Int, in section: Section) {
    text.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    if !quoted.isEmpty { quoted.removeAll(keepingCapacity: true) }
    for node in section.document.subtree(of: block) {
      switch section.document.nodes[node].kind {
      case .text:
        pieces.append((text.count, node))
        section.document.withBytes(of: section.document.nodes[node].text) { text.append(contentsOf: $0) }
      case .softBreak, .lineBreak:
        pieces.append((text.count, node))
        text.append(.space)
      case .code, .htmlInline, .image:
        pieces.append((text.count, node))
        text.append("\u{FFFC}" as StaticString)
      case .reference(let index):
        let start = text.count
        pieces.append((start, node))
        if Int(index) < section.quotations.count, let words = section.quotations[Int(index)] {
          text.append(words)
        }
        quoted.append((start..<text.count, Int(index)))
      default: continue
      }
    }
  }

  /// The stretch of the file that a stretch of the text was written as. Exact where the typographer and the escapes of
  /// Markdown changed nothing before it in its piece; otherwise the whole piece.
  func location(of range: Range<Int>, in document: Document) -> SourceLocation {
    let start = place(of: range.lowerBound, in: document).lowerBound
    let end = place(of: max(range.lowerBound, range.upperBound - 1), in: document).upperBound
    return document.file.location(start..<max(start, end))
  }

  /// The byte of the file that a byte of the text stands for, or the whole piece.
  private func place(of offset: Int, in document: Document) -> Range<Int> {
    guard let piece = pieces.last(where: { $0.start <= offset }) else { return 0..<0 }
    let range = document.nodes[piece.node].range
    let written = document.file.bytes[range]
    let shown = document.text(of: piece.node)
    let inside = offset - piece.start
    guard written.count == shown.count, range.lowerBound + inside < range.upperBound else {
      // The typographer changes spaces and quotes only: the same letters are found again from the start.
      let word = Array(text[offset...].prefix(12).prefix { $0 != .space })
      let found = written.indices.first { written[$0...].starts(with: word) }
      return found.map { $0..<min($0 + 1, range.upperBound) } ?? range
    }
    return range.lowerBound + inside..<range.lowerBound + inside + 1
  }
}
