@preconcurrency import CCmarkGFM

/// The syntax extensions, made ready once for the whole process, before any thread parses.
///
/// cmark-gfm keeps the characters that extensions watch in one global table, sets them when a parse begins and clears
/// them when it ends: a parse in another thread would lose its own halfway. So they are set here for good, and no
/// extension that a parser is given still names them.
///
/// Pointers are not `Sendable`; nothing writes to what these lead to once `init` is done, so any thread may read it.
struct CMarkExtensions: @unchecked Sendable {
  typealias Extension = UnsafeMutablePointer<cmark_syntax_extension>

  private let common: [Extension]
  private let autolink: Extension?
  private let directive: Extension?
  let reference: Extension?
  let directiveType: cmark_node_type
  let kinds: CMarkKindTable

  static let shared = CMarkExtensions()

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    let names: [String] = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]
    Self.settleSpecialCharacters(of: names.compactMap { cmark_find_syntax_extension($0) })
    let strikethrough = StrikethroughExtension.make()
    common = names.compactMap { $0 == "strikethrough" ? strikethrough : cmark_find_syntax_extension($0) }
    for item in common where item != strikethrough {
      cmark_syntax_extension_set_special_inline_chars(item, nil)
    }
    autolink = cmark_find_syntax_extension("autolink")
    directiveType = cmark_syntax_extension_add_node(0)
    directive = DirectiveExtension.make()
    reference = ReferenceExtension.make()
    kinds = CMarkKindTable(common: common, directive: directiveType)
  }

  private static func settleSpecialCharacters(of extensions: [Extension]) {
    guard let parser = cmark_parser_new(0) else { return }
    for item in extensions { cmark_parser_attach_syntax_extension(parser, item) }
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_parser_free(parser)
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
      if let directive { cmark_parser_attach_syntax_extension(parser, directive) }
      if let reference { cmark_parser_attach_syntax_extension(parser, reference) }
    }
    // An entity may stand for an at sign.
    let mayHoldAddress = text.holds("@") || text.holds("&") || text.holds("://") || text.holds("www.")
    for item in common where item != autolink || mayHoldAddress {
      cmark_parser_attach_syntax_extension(parser, item)
    }
  }
}
