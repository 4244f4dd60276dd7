import Diagnostics
import Testing

@Suite struct LayoutCheckTests {
  /// Spaces that cannot be seen are part of the name.
  @Test(arguments: [
    ("::: focuss\n", 14..<20), ("::: Focus\n", 14..<19), (":::\u{A0}focus\n", 13..<20),
    ("::: focus\u{A0}{titre=x}\n", 14..<21),
  ])
  func namesTheNearestBlockForADirectiveWithoutALayout(_ opening: String, _ place: Range<Int>) async {
    let said = await TinySite(["index.md": "---\n---\n\n\n" + opening + "Texte.\n:::\n"]).diagnostics
    #expect(said.map(\.code) == ["bloc-inconnu"])
    #expect(said.map(\.help) == ["vouliez-vous dire « ::: focus » ?"])
    #expect(said.map(\.location) == [SourceLocation(file: "content/index.md", range: place)])
  }

  @Test func tellsOfALayoutThatFailsOnPaperOnly() async throws {
    let layout = "<aside>{% if impression %}{{ inconnu }}{% endif %}</aside>"
    let section = "---\ntitre: Pix\n---\n\n::: focus\nTexte.\n:::\n"
    let example = ExamplePublication(changes: [
      "layouts/blocs/focus.html": Array(layout.utf8), "content/une/focus.md": Array(section.utf8),
    ])
    let diagnostics = try await example.diagnostics().filter { $0.severity == .error }
    #expect(diagnostics.map(\.code) == ["gabarit-variable-inconnue"])
    #expect(diagnostics.first?.location == SourceLocation(file: "layouts/blocs/focus.html", range: 29..<36))
  }
}
