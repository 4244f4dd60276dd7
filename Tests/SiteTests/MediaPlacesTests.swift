import Diagnostics
import Testing

@testable import Publication
@testable import Site

@Suite struct MediaPlacesTests {
  @Test(arguments: ["index.html", "une/a.html", "une.html/x.png", "recherche.html", "donnees"])
  func refusesADocumentInThePlaceOfAFileOfTheSite(_ path: String) async {
    #expect(await complaints(of: path) == ["content/\(path): adresse-en-double"])
  }

  @Test(arguments: ["images/index.html", "une/plan.pdf", "notice.pdf"])
  func publishesOtherDocuments(_ path: String) async {
    #expect(await complaints(of: path) == [])
  }

  private func complaints(of path: String) async -> [String] {
    let texts = [
      ("index.md", "Bonjour.\n"),
      ("publication.yaml", "titre: B\nperiode: 2025\norganisme: { nom: D }\nparties: [une]\n"),
      ("une/a.md", "---\ntitre: A\nnote: A.\nresume: A.\n---\n\nUn texte.\n"),
      ("une/index.md", "---\ntitre: Une\n---\n"),
    ].map { SourceFile(path: "content/" + $0.0, text: $0.1) }
    let medium = ContentFolder.Medium(path: "content/" + path, size: 1, pictureSize: nil)
    let (publication, found) = await Publication.load(
      ContentFolder(root: "", texts: texts, media: [medium]))
    var diagnostics = found
    _ = Site(publication, theme: .builtIn, generator: "bilan", &diagnostics)
    return diagnostics.filter { $0.severity == .error }.map { "\($0.location.file): \($0.code)" }
  }
}
