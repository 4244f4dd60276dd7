@preconcurrency import CCmarkGFM
import Diagnostics
import Glibc
import Testing

@testable import Markdown

/// In plain mode the HTML is that of cmark-gfm's own renderer, whatever the input.
@Suite struct DifferentialTests {
  /// What cmark-gfm itself makes of a text.
  private static func reference(_ text: [UInt8], unsafe: Bool) -> [UInt8] {
    text.withUnsafeBufferPointer { bytes in
      guard let tree = CMarkTree(bytes, from: 0, isPlain: true) else { return [] }
      defer { tree.free() }
      let options = CMARK_OPT_FOOTNOTES | (unsafe ? CMARK_OPT_UNSAFE : 0)
      let filter = cmark_llist_append(
        cmark_get_default_mem_allocator(), nil,
        UnsafeMutableRawPointer(cmark_find_syntax_extension("tagfilter")))
      defer { cmark_llist_free(cmark_get_default_mem_allocator(), filter) }
      // In the tree's memory, as all that cmark makes of it.
      guard let html = cmark_render_html(tree.root, options, filter) else { return [] }
      return Array(UnsafeBufferPointer(start: html, count: strlen(html))).map(UInt8.init(bitPattern:))
    }
  }

  private static func ours(_ text: [UInt8], unsafe: Bool) -> [UInt8] {
    var diagnostics: [Diagnostic] = []
    let document = MarkdownParser.parse(
      SourceFile(path: "a.md", bytes: text), options: .plain(unsafe: unsafe), diagnostics: &diagnostics)
    #expect(diagnostics == [])
    return document.plainHTML(unsafe: unsafe)
  }

  private static func expectSame(_ text: [UInt8]) {
    for unsafe in [false, true] {
      let ours = ours(text, unsafe: unsafe)
      let expected = reference(text, unsafe: unsafe)
      if ours != expected {
        let shown = [text, ours, expected].map { String(decoding: $0, as: UTF8.self) }
        Issue.record("\(text)\n\(shown[0].debugDescription)\nours:  \(shown[1])\ncmark: \(shown[2])")
      }
    }
  }

  private static let documents =
    getenv("BILAN_MARKDOWN_DOCUMENTS").flatMap { Int(String(cString: $0)) } ?? 3000

  @Test func rendersRandomMarkdownAsCMarkDoes() {
    for seed in 0..<Self.documents {
      var random = RandomMarkdown(seed: UInt64(seed))
      Self.expectSame(random.document())
    }
  }

  /// cmark’s own is given to no parser here; one that has it does not end without the sign it watches.
  @Test func leavesTheStrikethroughOfCMarkItsSign() {
    _ = CMarkExtensions.shared
    let own = cmark_find_syntax_extension(StrikethroughExtension.original)
    #expect(own?.pointee.special_inline_chars?.pointee.data == UnsafeMutableRawPointer(bitPattern: 0x7E))
  }

  /// One example a file line, `\n` and `\t` escaped, such as those of the GFM specification.
  @Test(.enabled(if: getenv("BILAN_MARKDOWN_EXAMPLES") != nil))
  func rendersGivenExamplesAsCMarkDoes() throws {
    let path = String(cString: try #require(getenv("BILAN_MARKDOWN_EXAMPLES")))
    let file = try #require(fopen(path, "rb"))
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 {
      bytes.append(contentsOf: buffer[..<count])
    }
    for example in bytes.split(separator: 0) { Self.expectSame(Array(example)) }
  }

  @Test func rendersEachConstructAsCMarkDoes() {
    let examples = [
      "", "\n", "\u{FEFF}# a", "a[^1] b[^1]\n\n[^1]: c\n", "x[^a]\n\n[^a]: - l\n", "- a\n\n  b\n- [x] c\n",
      "| a |\n|:-:|\n", "p\n| a |\n|---|\n| `\\|` |\n", "<script>\n\n&lt;", "![a *b* `c`\nd](e \"f\")",
      "[a](javascript:b) [c](DATA:image/PNG;d) [e](file:f)", "7. a\n8. b\n", "```a\"b c\nd\n```", "> a\nb\n",
      "```a\u{C}b\u{B}c\nd\n```", "<script\u{C}>",
      "a\0b", "\\\r\nb", "[^1]: unused", "***a** b*", "www.a.fr http://b.fr c@d.fr mailto:e@f.fr",
    ]
    for example in examples { Self.expectSame(Array(example.utf8)) }
  }
}
