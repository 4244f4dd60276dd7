@preconcurrency import CCmarkGFM
import Diagnostics
import Fuzzing
import Glibc
import Markdown

/// A text as bilan reads it, and as cmark-gfm does.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "a.md", bytes: input(start, count))
  var diagnostics: [Diagnostic] = []
  let document = MarkdownParser.parse(file, diagnostics: &diagnostics)
  expectInside(diagnostics, [file])
  expectSound(document)
  _ = document.dump()
  HTMLAudit.check(HTMLRenderer.html(of: document))
  for unsafe in [false, true] { expectSameAsCMark(file, unsafe: unsafe) }
  return 0
}

/// The tree holds together.
private func expectSound(_ document: Document) {
  var open = [document.nodes.count]
  for (i, node) in document.nodes.enumerated() {
    while let last = open.last, last <= i { open.removeLast() }
    expect(Int(node.end) > i && Int(node.end) <= open.last ?? 0, "node \(i) ends at \(node.end)")
    expect(node.range.upperBound <= document.file.bytes.count, "node \(i) is outside the file")
    expect(
      node.text.upperBound <= document.file.bytes.count + document.bytes.count,
      "the text of node \(i) is outside")
    open.append(Int(node.end))
  }
}

/// Plain mode is cmark-gfm, byte for byte.
private func expectSameAsCMark(_ file: SourceFile, unsafe: Bool) {
  var diagnostics: [Diagnostic] = []
  let document = MarkdownParser.parse(file, options: .plain(unsafe: unsafe), diagnostics: &diagnostics)
  expect(diagnostics.isEmpty, "plain mode has something to say")
  let ours = document.plainHTML(unsafe: unsafe)
  let theirs = cmarkHTML(file.bytes, unsafe: unsafe)
  expect(
    ours == theirs,
    "ours:  \(String(decoding: ours, as: UTF8.self))\ncmark: \(String(decoding: theirs, as: UTF8.self))")
}

private func cmarkHTML(_ bytes: [UInt8], unsafe: Bool) -> [UInt8] {
  guard let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS) else { return [] }
  defer { cmark_parser_free(parser) }
  for name in ["table", "strikethrough", "autolink", "tagfilter", "tasklist"] {
    guard let known = cmark_find_syntax_extension(name) else { continue }
    cmark_parser_attach_syntax_extension(parser, known)
  }
  bytes.withUnsafeBytes { cmark_parser_feed(parser, $0.bindMemory(to: CChar.self).baseAddress, $0.count) }
  guard let root = cmark_parser_finish(parser) else { return [] }
  defer { cmark_node_free(root) }
  // A parse that ends takes the tilde away from the whole process; the room's parses count on it.
  cmark_manage_extensions_special_characters(parser, 1)
  let options = CMARK_OPT_FOOTNOTES | (unsafe ? CMARK_OPT_UNSAFE : 0)
  guard let html = cmark_render_html(root, options, parser.pointee.syntax_extensions) else { return [] }
  defer { free(html) }
  return UnsafeBufferPointer(start: html, count: strlen(html)).map(UInt8.init(bitPattern:))
}
