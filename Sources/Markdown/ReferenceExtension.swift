import CCmarkGFM
import Diagnostics

/// `:chiffre[…]` and `:cellule[…]` as an inline extension of cmark-gfm: they are seen wherever text is, inside
/// emphasis, links and cells, right after a letter or an apostrophe, and never in code.
enum ReferenceExtension {
  /// Enough for four long names; it bounds the search for the closing bracket.
  static let longest = 600

  static let name = "bilan-reference"

  static func make() -> CMarkExtensions.Extension? {
    guard let made = cmark_syntax_extension_new(name) else { return nil }
    // The colon is watched already, for bare addresses (`CMarkExtensions`).
    cmark_syntax_extension_set_match_inline_func(made) { own, parser, _, character, inline in
      guard character == UInt8(ascii: ":"), let inline, let chunk = cmark_inline_parser_get_chunk(inline),
        let data = chunk.pointee.data
      else { return nil }
      let offset = Int(cmark_inline_parser_get_offset(inline))
      let text = UnsafeBufferPointer(start: data, count: Int(chunk.pointee.len))
      // A table's cell takes only the kinds it knows: an inline of HTML, told from others by its extension.
      guard let end = ReferenceExtension.end(of: text, at: offset),
        let node = cmark_node_new_with_mem_and_ext(
          CMARK_NODE_HTML_INLINE, parser?.pointee.mem, own)
      else { return nil }
      node.pointee.as.literal.data = data + offset
      node.pointee.as.literal.len = bufsize_t(end - offset)
      cmark_inline_parser_set_offset(inline, Int32(end))
      return node
    }
    return made
  }

  /// The offset after the closing bracket of a reference that starts here.
  static func end(of text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    guard let open = bracket(in: text, at: start) else { return nil }
    let limit = min(text.count, start + longest)
    var isQuoted = false
    var i = open + 1
    while i < limit {
      switch text[i] {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "]") where !isQuoted: return i + 1
      case .lineFeed, .carriageReturn: return nil
      default: break
      }
      i += 1
    }
    return nil
  }

  /// The offset of the `[` after `:chiffre` or `:cellule`.
  private static func bracket(in text: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let open = start + 8
    guard open < text.count, text[open] == UInt8(ascii: "["), text[start + 1] == UInt8(ascii: "c") else {
      return nil
    }
    func says(_ word: StaticString) -> Bool {
      for i in 0..<word.utf8CodeUnitCount where text[start + i] != word.utf8Start[i] { return false }
      return true
    }
    return says(":chiffre") || says(":cellule") ? open : nil
  }
}
