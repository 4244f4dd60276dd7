import CCmarkGFM

/// `~~…~~` as cmark-gfm reads it, made safe for threads.
///
/// cmark finds the extension that closes a pair of delimiters by the characters it watches, and marks these in a table
/// of the whole process at the start of each parse and clears them at its end, under the feet of other threads. So
/// this copy watches only the NUL, which no text holds (cmark replaces it), and puts that on its delimiters; the tilde
/// stays marked for good (`CMarkExtensions`).
enum StrikethroughExtension {
  static let name = "bilan-strikethrough"
  /// The name of cmark's own.
  static let original = "strikethrough"

  /// Once cmark's extensions are registered.
  static func make() -> CMarkExtensions.Extension? {
    guard let original = cmark_find_syntax_extension(original), let made = cmark_syntax_extension_new(name)
    else { return nil }
    let name = made.pointee.name
    made.pointee = original.pointee
    made.pointee.name = name
    made.pointee.emphasis = false
    made.pointee.special_inline_chars = cmark_llist_append(cmark_get_default_mem_allocator(), nil, nil)
    made.pointee.match_inline = { own, parser, parent, character, inline in
      // Asked at every character that any extension watches.
      guard character == UInt8(ascii: "~") else { return nil }
      let original = cmark_find_syntax_extension(StrikethroughExtension.original)
      let node = original?.pointee.match_inline?(own, parser, parent, character, inline)
      if let node, let last = cmark_inline_parser_get_last_delimiter(inline), last.pointee.inl_text == node {
        last.pointee.delim_char = 0
      }
      return node
    }
    return made
  }
}
