import CCmarkGFM
import Diagnostics

/// `:::` containers as a block extension of cmark-gfm: they nest in lists, quotes and one another and hold any block.
///
/// A line of three colons or more with a name opens one; a line of colons alone closes the innermost. What stands
/// after the name is read from the source later, by `DirectiveHead`.
enum DirectiveExtension {
  /// More containers than that inside one another are left as text, and reported.
  static let deepest = 40

  static let name = "bilan-directive"

  static func make() -> CMarkExtensions.Extension? {
    guard let made = cmark_syntax_extension_new(name) else { return nil }
    cmark_syntax_extension_set_can_contain_func(made) { _, _, child in
      let isBlock = child.rawValue & 0xC000 == 0x8000
      return isBlock && child != CMARK_NODE_ITEM ? 1 : 0
    }
    cmark_syntax_extension_set_open_block_func(made) { own, indented, parser, parent, input, length in
      guard indented == 0, let parser, let parent, let input else { return nil }
      return DirectiveExtension.open(
        own, parser, parent, UnsafeBufferPointer(start: input, count: Int(length)))
    }
    cmark_syntax_extension_set_match_block_func(made) { _, parser, input, length, container in
      guard let parser, let input, let container else { return 0 }
      return DirectiveExtension.matches(
        parser, UnsafeBufferPointer(start: input, count: Int(length)), container) ? 1 : 0
    }
    return made
  }

  /// Whether its closing fence was met: kept in the node's own field, which cmark leaves alone.
  static func isClosed(_ node: UnsafeMutablePointer<cmark_node>) -> Bool { node.pointee.user_data != nil }

  private static func open(
    _ own: CMarkExtensions.Extension?, _ parser: UnsafeMutablePointer<cmark_parser>,
    _ parent: UnsafeMutablePointer<cmark_node>,
    _ line: UnsafeBufferPointer<UInt8>
  ) -> UnsafeMutablePointer<cmark_node>? {
    settle(before: parent)
    let start = Int(cmark_parser_get_first_nonspace(parser))
    guard fence(line, at: start) == .opening else { return nil }
    let type = CMarkExtensions.shared.directiveType
    var depth = 0
    var ancestor: UnsafeMutablePointer<cmark_node>? = parent
    while let node = ancestor {
      if UInt32(node.pointee.type) == type.rawValue { depth += 1 }
      ancestor = node.pointee.parent
    }
    guard depth < deepest else { return nil }
    guard let node = cmark_parser_add_child(parser, parent, type, Int32(start + 1)) else { return nil }
    cmark_node_set_syntax_extension(node, own)
    skipLine(parser, line)
    return node
  }

  /// Done here, not when blocks are opened: an open paragraph inside is then closed too, and nothing after the fence
  /// is taken for its lazy continuation.
  private static func matches(
    _ parser: UnsafeMutablePointer<cmark_parser>, _ line: UnsafeBufferPointer<UInt8>,
    _ container: UnsafeMutablePointer<cmark_node>
  ) -> Bool {
    if isClosed(container) {
      forgetBlank(container)
      return false
    }
    let start = Int(cmark_parser_get_first_nonspace(parser))
    let indent = Int(cmark_parser_get_indent(parser))
    guard indent < 4 || container.pointee.last_child != nil, fence(line, at: start) == .closing else {
      return true
    }
    if belongsInside(container, indent: indent) { return true }
    guard indent < 4 else { return true }
    container.pointee.user_data = UnsafeMutableRawPointer(container)
    skipLine(parser, line)
    return true
  }

  /// What was left of the fence's line looked blank, which would make the list around it a loose one. A blank line
  /// that comes after it is noted after this.
  private static func forgetBlank(_ container: UnsafeMutablePointer<cmark_node>) {
    container.pointee.flags &= ~UInt16(truncatingIfNeeded: CMARK_NODE__LAST_LINE_BLANK.rawValue)
  }

  /// The same where the next item of the list comes right after the fence, so that its container is not asked again. A
  /// blank line in between marks the item too.
  private static func settle(before parent: UnsafeMutablePointer<cmark_node>) {
    guard parent.pointee.first_child == nil, let item = parent.pointee.prev,
      let last = item.pointee.last_child,
      item.pointee.flags & UInt16(truncatingIfNeeded: CMARK_NODE__LAST_LINE_BLANK.rawValue) == 0,
      CMarkExtensions.shared.kinds[last.pointee.type] == .directive, isClosed(last)
    else { return }
    forgetBlank(last)
  }

  /// Whether an open block further in takes the fence: a container of ours, or code that quotes one. A list item or a
  /// note holds what is indented as far as its text; a quotation only what is marked.
  private static func belongsInside(_ container: UnsafeMutablePointer<cmark_node>, indent: Int) -> Bool {
    let shared = CMarkExtensions.shared
    var indent = indent
    var node = container
    while let child = node.pointee.last_child, child.pointee.flags & UInt16(CMARK_NODE__OPEN.rawValue) != 0 {
      node = child
      switch shared.kinds[node.pointee.type] {
      case .directive: if indent < 4, !isClosed(node) { return true }
      case .list: continue
      case .item:
        let needed = Int(node.pointee.as.list.marker_offset) + Int(node.pointee.as.list.padding)
        guard indent >= needed else { return false }
        indent -= needed
      case .footnoteDefinition:
        guard indent >= 4 else { return false }
        indent -= 4
      case .codeBlock: return node.pointee.as.code.fenced != 0 || indent >= 4
      case .htmlBlock: return node.pointee.as.html_block_type < 6
      default: return false
      }
    }
    return false
  }

  private static func skipLine(
    _ parser: UnsafeMutablePointer<cmark_parser>, _ line: UnsafeBufferPointer<UInt8>
  ) {
    var end = line.count
    while end > 0, line[end - 1].isLineEnd { end -= 1 }
    let offset = Int(cmark_parser_get_offset(parser))
    guard end > offset, let base = line.baseAddress else { return }
    base.withMemoryRebound(to: CChar.self, capacity: line.count) {
      cmark_parser_advance_offset(parser, $0, Int32(end - offset), 0)
    }
  }

  enum Fence { case opening, closing }

  /// What a line says from a place on: three colons or more, then nothing, or a name.
  static func fence(_ line: UnsafeBufferPointer<UInt8>, at start: Int) -> Fence? {
    var i = start
    while i < line.count, line[i] == UInt8(ascii: ":") { i += 1 }
    guard i - start >= 3 else { return nil }
    // A no-break space is not seen either.
    while i < line.count {
      if line[i].isBlank {
        i += 1
      } else if line[i] == 0xC2, i + 1 < line.count, line[i + 1] == 0xA0 {
        i += 2
      } else {
        break
      }
    }
    guard i < line.count, !line[i].isLineEnd else { return .closing }
    return .opening
  }
}
