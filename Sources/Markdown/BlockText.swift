import Diagnostics
import FrenchText

/// The words of one block, its marks taken away, as the typographer reads them: what it must not touch is one U+FFFC,
/// a line end a space.
struct BlockText {
  struct Piece {
    /// Where it begins in the text.
    let start: Int
    let node: Int
    /// How many marks it stands in.
    let depth: Int
    let isText: Bool
  }

  private(set) var text: [UInt8] = []
  private(set) var pieces: [Piece] = []
  private var open: [Int] = []

  /// Gathers the nodes under a block that is the last of the document.
  mutating func gather(_ document: DocumentDraft, block: Int) {
    text.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
    if !open.isEmpty { open.removeAll(keepingCapacity: true) }
    var i = block + 1
    while i < document.nodes.count {
      let node = document.nodes[i]
      while let last = open.last, last <= i { open.removeLast() }
      switch node.kind {
      case .text:
        addPiece(i, isText: true)
        document.withBytes(of: node.text) { text.append(contentsOf: $0) }
      case .softBreak, .lineBreak:
        addPiece(i)
        text.append(.space)
      case .link(let link) where isAddress(document, i, document.links[Int(link)]):
        addPlaceholder(i)
        i = Int(node.end)
        continue
      case .emphasis, .strong, .strikethrough, .link, .superscript: open.append(Int(node.end))
      default:
        addPlaceholder(i)
        i = max(i + 1, Int(node.end))
        continue
      }
      i += 1
    }
  }

  /// Begins the piece of a node; its text is to follow.
  private mutating func addPiece(_ node: Int, isText: Bool = false) {
    pieces.append(Piece(start: text.count, node: node, depth: open.count, isText: isText))
  }

  private mutating func addPlaceholder(_ node: Int) {
    addPiece(node)
    text.append("\u{FFFC}" as StaticString)
  }

  /// A link that shows its own address.
  private func isAddress(_ document: DocumentDraft, _ node: Int, _ link: Link) -> Bool {
    guard Int(document.nodes[node].end) == node + 2, document.nodes[node + 1].kind == .text else {
      return false
    }
    let shown = document.text(of: node + 1)
    return !shown.isEmpty && document.slice(link.destination).suffix(shown.count).elementsEqual(shown)
  }

  /// The end of a piece in the text.
  func end(of piece: Int) -> Int { piece + 1 < pieces.count ? pieces[piece + 1].start : text.count }

  /// The piece that holds an offset, starting to look at another; of two that touch there, the one that stands in
  /// fewer marks, so that a space set between « and **mot** stays outside the bold.
  func piece(at offset: Int, isInsertion: Bool, from first: Int) -> Int {
    var index = first
    while index + 1 < pieces.count, pieces[index + 1].start <= offset { index += 1 }
    guard isInsertion, index > 0, pieces[index].start == offset, pieces[index - 1].isText else {
      return index
    }
    let isBetter = !pieces[index].isText || pieces[index - 1].depth < pieces[index].depth
    return isBetter ? index - 1 : index
  }
}
