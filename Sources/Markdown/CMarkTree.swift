@preconcurrency import CCmarkGFM

/// The tree that cmark-gfm made, which whoever makes it frees.
struct CMarkTree {
  let root: UnsafeMutablePointer<cmark_node>

  init?(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, isPlain: Bool) {
    // With source positions, cmark keeps count of lines inside code and HTML that span several.
    let options = CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    CMarkExtensions.shared.attach(to: parser, isPlain: isPlain)
    if let base = bytes.baseAddress, bytes.count > offset {
      base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        cmark_parser_feed(parser, $0 + offset, bytes.count - offset)
      }
    }
    guard let root = cmark_parser_finish(parser) else { return nil }
    self.root = root
  }

  func free() { cmark_node_free(root) }
}
