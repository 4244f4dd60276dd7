import CCmarkGFM

/// The syntax extensions, made ready once for the whole process, before any thread parses: cmark's registry holds them
/// all from then on, and is only read.
///
/// cmark-gfm keeps the characters that extensions watch in one global table, sets them when a parse begins and clears
/// them when it ends: a parse in another thread would lose its own halfway. So they are set here for good, and no
/// extension that a parser is given still names them.
struct CMarkExtensions: Sendable {
  typealias Extension = UnsafeMutablePointer<cmark_syntax_extension>

  let directiveType: cmark_node_type
  let kinds: CMarkKindTable

  static let shared = CMarkExtensions()

  /// Those of GitHub that are cmark's own: of the strikethrough there is a copy (`StrikethroughExtension`).
  private static let common = ["table", "autolink", "tagfilter", "tasklist"]

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    Self.settleSpecialCharacters()
    cmark_register_plugin { plugin in
      for made in [DirectiveExtension.make(), ReferenceExtension.make(), StrikethroughExtension.make()] {
        if let made { cmark_plugin_register_syntax_extension(plugin, made) }
      }
      return 1
    }
    directiveType = cmark_syntax_extension_add_node(0)
    kinds = CMarkKindTable(
      extensions: Self.common + [StrikethroughExtension.name], directive: directiveType)
  }

  private static func settleSpecialCharacters() {
    guard let parser = cmark_parser_new(0) else { return }
    for name in Self.common + [StrikethroughExtension.original] { parser.attach(name) }
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_parser_free(parser)
    // Not of the strikethrough, which no parser here is given: without them cmark does not come to the end of a text.
    for name in Self.common {
      cmark_syntax_extension_set_special_inline_chars(cmark_find_syntax_extension(name), nil)
    }
  }

  /// Gives a parser the extensions of GitHub that a text may need, and ours unless it is to read plain Markdown. Bare
  /// addresses are looked for in another walk over the whole tree: few texts have what can be one.
  ///
  /// The table extension answers for every line of a paragraph, and nothing after it is asked about one: directives
  /// come first.
  func attach(
    to parser: UnsafeMutablePointer<cmark_parser>, for text: UnsafeBufferPointer<UInt8>, isPlain: Bool
  ) {
    if !isPlain {
      parser.attach(DirectiveExtension.name)
      parser.attach(ReferenceExtension.name)
    }
    // An entity may stand for an at sign.
    let mayHoldAddress = text.holds("@") || text.holds("&") || text.holds("://") || text.holds("www.")
    for name in Self.common where name != "autolink" || mayHoldAddress { parser.attach(name) }
    parser.attach(StrikethroughExtension.name)
  }
}

extension UnsafeMutablePointer<cmark_parser> {
  /// Gives it a registered extension.
  func attach(_ name: String) {
    if let found = cmark_find_syntax_extension(name) { cmark_parser_attach_syntax_extension(self, found) }
  }
}
