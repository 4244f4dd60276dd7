@preconcurrency import CCmarkGFM

/// The syntax extensions, made ready once for the whole process, before any thread parses.
///
/// cmark-gfm keeps the characters that extensions watch in one global table, sets them when a parse begins and clears
/// them when it ends: a parse in another thread would lose its own halfway. So they are set here for good, and no
/// parser is given an extension that would touch them again (`attach`).
struct CMarkExtensions: @unchecked Sendable {
  typealias Parser = UnsafeMutablePointer<cmark_parser>

  /// Asked about blocks and, at the end, about the tree.
  private let common: [OpaquePointer]
  /// Matches a pair of delimiters: cmark finds it by the character it watches, which it has to keep.
  private let strikethrough: OpaquePointer?
  private let directive: OpaquePointer?
  private let reference: OpaquePointer?
  let directiveType: cmark_node_type
  let kinds: CMarkKindTable

  static let shared = CMarkExtensions()

  private init() {
    cmark_gfm_core_extensions_ensure_registered()
    let names: [String] = ["table", "autolink", "tagfilter", "tasklist"]
    common = names.compactMap { cmark_find_syntax_extension($0) }
    strikethrough = cmark_find_syntax_extension("strikethrough")
    directiveType = cmark_syntax_extension_add_node(0)
    directive = DirectiveExtension.make()
    reference = ReferenceExtension.make()
    Self.settleSpecialCharacters(of: common + [strikethrough].compactMap { $0 })
    for item in common { cmark_syntax_extension_set_special_inline_chars(item, nil) }
    kinds = CMarkKindTable(common: common, strikethrough: strikethrough, directive: directiveType)
  }

  private static func settleSpecialCharacters(of extensions: [OpaquePointer]) {
    guard let parser = cmark_parser_new(0) else { return }
    for item in extensions { cmark_parser_attach_syntax_extension(parser, item) }
    cmark_manage_extensions_special_characters(parser, 1)
    cmark_parser_free(parser)
  }

  /// Gives a parser the extensions of GitHub, and ours unless it is to read plain Markdown.
  func attach(to parser: Parser, isPlain: Bool) {
    // The table extension answers for every line of a paragraph, and nothing after it is asked about one.
    if !isPlain {
      if let directive { cmark_parser_attach_syntax_extension(parser, directive) }
      if let reference { cmark_parser_attach_syntax_extension(parser, reference) }
    }
    Self.attach(common, strikethrough, to: parser)
  }

  /// The list of all extensions is where cmark reads which characters to clear, that of inline extensions where it
  /// looks one up: strikethrough goes on the second alone.
  static func attach(_ common: [OpaquePointer], _ strikethrough: OpaquePointer?, to parser: Parser) {
    for item in common { cmark_parser_attach_syntax_extension(parser, item) }
    guard let strikethrough else { return }
    parser.pointee.inline_syntax_extensions = cmark_llist_append(
      parser.pointee.mem, parser.pointee.inline_syntax_extensions, UnsafeMutableRawPointer(strikethrough))
  }
}
