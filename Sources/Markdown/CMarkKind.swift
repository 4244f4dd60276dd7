import CCmarkGFM

/// The kinds of node that cmark-gfm makes, dense so that a `switch` over them is a jump.
enum CMarkKind: UInt8 {
  case unknown, document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
  case footnoteDefinition, table, tableRow, tableCell, directive
  case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, link, image, footnoteReference
  case strikethrough
}

/// From cmark's numbers to our kinds. Those of extensions are handed out as they register and have no public name:
/// a sample that holds each of them tells.
struct CMarkKindTable: Sendable {
  private var kinds = [CMarkKind](repeating: .unknown, count: 256)

  init(extensions: [String], directive: cmark_node_type) {
    let core: [(cmark_node_type, CMarkKind)] = [
      (CMARK_NODE_DOCUMENT, .document), (CMARK_NODE_BLOCK_QUOTE, .blockQuote), (CMARK_NODE_LIST, .list),
      (CMARK_NODE_ITEM, .item), (CMARK_NODE_CODE_BLOCK, .codeBlock), (CMARK_NODE_HTML_BLOCK, .htmlBlock),
      (CMARK_NODE_PARAGRAPH, .paragraph), (CMARK_NODE_HEADING, .heading),
      (CMARK_NODE_THEMATIC_BREAK, .thematicBreak), (CMARK_NODE_FOOTNOTE_DEFINITION, .footnoteDefinition),
      (CMARK_NODE_TEXT, .text), (CMARK_NODE_SOFTBREAK, .softBreak), (CMARK_NODE_LINEBREAK, .lineBreak),
      (CMARK_NODE_CODE, .code), (CMARK_NODE_HTML_INLINE, .htmlInline), (CMARK_NODE_EMPH, .emphasis),
      (CMARK_NODE_STRONG, .strong), (CMARK_NODE_LINK, .link), (CMARK_NODE_IMAGE, .image),
      (CMARK_NODE_FOOTNOTE_REFERENCE, .footnoteReference), (directive, .directive),
    ]
    for (type, kind) in core { kinds[Self.slot(type.rawValue)] = kind }
    learn(from: "| a |\n|---|\n| ~~b~~ |\n", extensions)
  }

  @inline(__always)
  subscript(type: UInt16) -> CMarkKind { kinds[Self.slot(UInt32(type))] }

  /// Blocks and inlines differ in bit 14; the rest counts up from 1.
  @inline(__always)
  private static func slot(_ type: UInt32) -> Int { Int((type >> 14 & 1) << 7 | type & 0x7F) }

  private mutating func learn(from sample: String, _ extensions: [String]) {
    guard let parser = cmark_parser_new(0) else { return }
    defer { cmark_parser_free(parser) }
    for name in extensions { parser.attach(name) }
    cmark_parser_feed(parser, sample, sample.utf8.count)
    guard let root = cmark_parser_finish(parser) else { return }
    defer { cmark_node_free(root) }
    let iterator = cmark_iter_new(root)
    defer { cmark_iter_free(iterator) }
    while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
      guard let node = cmark_iter_get_node(iterator), let name = cmark_node_get_type_string(node) else {
        continue
      }
      let kind: CMarkKind
      switch String(cString: name) {
      case "table": kind = .table
      case "table_header", "table_row": kind = .tableRow
      case "table_cell": kind = .tableCell
      case "strikethrough": kind = .strikethrough
      default: continue
      }
      kinds[Self.slot(UInt32(node.pointee.type))] = kind
    }
  }
}
