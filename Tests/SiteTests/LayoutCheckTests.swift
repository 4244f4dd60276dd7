import Diagnostics
import Publication
import Testing

@testable import Site

@Suite struct LayoutCheckTests {
  @Test func namesTheNearestBlockForADirectiveWithoutALayout() async throws {
    let texts = [
      "content/index.md": "---\ntitre: Accueil\n---\n\n::: focuss\nTexte.\n:::\n",
      "content/publication.yaml": "titre: Bilan\nperiode: 2025\norganisme: { nom: D }\nparties: []\n",
    ].map { SourceFile(path: $0.key, text: $0.value) }.sorted { $0.path < $1.path }
    let (publication, _) = await Publication.load(ContentFolder(root: "", texts: texts, media: []))
    var diagnostics: [Diagnostic] = []
    _ = Site(publication, theme: .builtIn, generator: "bilan", &diagnostics)
    #expect(diagnostics.map(\.code) == ["bloc-inconnu"])
    #expect(diagnostics.first?.help == "vouliez-vous dire « ::: focus » ?")
    #expect(diagnostics.first?.location == SourceLocation(file: "content/index.md", range: 28..<34))
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
