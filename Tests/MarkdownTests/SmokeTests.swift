import Diagnostics
import Testing

@testable import Markdown

@Suite struct SmokeTests {
  @Test func rendersAParagraph() {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "a.md", text: "Bonjour **à tous** !\n")
    let document = MarkdownParser.parse(file, diagnostics: &diagnostics)
    #expect(
      String(decoding: HTMLRenderer.html(of: document), as: UTF8.self)
        == "<p>Bonjour <strong>à tous</strong> !</p>\n")
  }
}
