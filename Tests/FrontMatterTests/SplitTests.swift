import Diagnostics
import FrontMatter
import Testing

@Suite struct SplitTests {
  @Test func findsTheFrontMatterAndTheBody() {
    #expect(split("---\ntitre: x\n---\nTexte\n") == FrontMatterParts(yaml: 4..<13, body: 17))
  }
}

private func split(_ text: String) -> FrontMatterParts {
  var diagnostics: [Diagnostic] = []
  let parts = splitFrontMatter(of: SourceFile(path: "a.md", text: text), &diagnostics)
  #expect(diagnostics.isEmpty)
  return parts
}
