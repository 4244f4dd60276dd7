import Diagnostics
import FrontMatter
import Testing

@Suite struct SplitTests {
  @Test(arguments: [
    ("---\ntitre: x\n---\nTexte\n", 4..<13, 17),
    ("---\r\ntitre: x\r\n---\r\nTexte", 5..<15, 20),
    ("---\rtitre: x\r---\rTexte", 4..<13, 17),
    ("\u{FEFF}---\ntitre: x\n---\nTexte\n", 7..<16, 20),
    ("---  \ntitre: x\n--- \t\nTexte", 6..<15, 21),
    ("---\n---", 4..<4, 7),
    ("---\n\n---\n---\n", 4..<5, 9),
    ("---\na: \"---\"\n ---\n----\n---", 4..<23, 26),
  ]) func findsTheFrontMatterAndTheBody(text: String, yaml: Range<Int>, body: Int) {
    #expect(split(text) == (FrontMatterParts(yaml: yaml, body: body), []))
  }

  @Test(arguments: [
    "", "Texte\n---\n", "\n---\n", "----\n---\n", "--- a\n---\n", " ---\n---\n", "--", "- - -\n",
  ])
  func findsNoneWhereTheFirstLineIsNoFence(text: String) {
    #expect(split(text) == (FrontMatterParts(yaml: nil, body: 0), []))
  }

  @Test func skipsAByteOrderMarkWithoutFrontMatter() {
    #expect(split("\u{FEFF}Texte") == (FrontMatterParts(yaml: nil, body: 3), []))
  }

  @Test(arguments: ["---\ntitre: x\n", "---", "---\n ---\n", "---\n--- x\n"])
  func reportsAnUnclosedFrontMatterAtItsOpener(text: String) {
    let unclosed = Diagnostic(
      FrontMatterCode.unclosedFrontMatter, at: SourceLocation(file: "a.md", range: 0..<3),
      "L’en-tête ouvert par « --- » n’est pas refermé",
      help: "écrivez une ligne « --- » après la dernière clé, avant le texte")
    #expect(split(text) == (FrontMatterParts(yaml: nil, body: text.utf8.count), [unclosed]))
  }

  @Test func countsPositionsFromTheTopOfTheFile() throws {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "a.md", text: "---\ntitre: Pix\n---\nTexte")
    let front = readFrontMatter(of: file, &diagnostics)
    let entry = try #require(front.node?.entries?.first)
    #expect(entry.keyRange == 4..<9)
    #expect(entry.value.location.range == 11..<14)
    #expect(front.body == 19)
  }
}

private func split(_ text: String) -> (FrontMatterParts, [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let parts = splitFrontMatter(of: SourceFile(path: "a.md", text: text), &diagnostics)
  return (parts, diagnostics)
}
