import Diagnostics
import Publication
import Testing

@testable import Site

/// A contributor who types HTML into every field there is: it comes out as text, everywhere.
@Suite struct InjectionTests {
  private static let payload = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
  private static let quoted = "'" + payload.replacing("'", with: "''") + "'"

  private static let texts: [SourceFile] = [
    ("content/index.md", "---\ntitre: \(quoted)\nresume: \(quoted)\n---\n\nUn ENT.\n"),
    (
      "content/publication.yaml",
      """
      titre: \(quoted)
      sous_titre: \(quoted)
      periode: 2024-2025
      url: https://exemple.fr/a/
      resume: \(quoted)
      organisme: { nom: \(quoted), sigle: \(quoted), region: \(quoted), contact: { courriel: \(quoted), adresse: \(quoted) } }
      parties: [une]
      priorites: { lire: \(quoted) }
      mentions: { editeur: \(quoted), directeur: \(quoted), hebergeur: \(quoted), licence: \(quoted) }
      menu: [ { titre: \(quoted), url: "https://exemple.fr/" } ]
      """
    ),
    ("content/sigles.yaml", "ENT: \(quoted)\n"),
    ("content/une/index.md", "---\ntitre: \(quoted)\n---\n"),
    (
      "content/une/pix.md",
      """
      ---
      titre: \(quoted)
      titre_court: \(quoted)
      resume: \(quoted)
      chapitre: \(quoted)
      note: \(quoted)
      priorite: lire
      chiffres:
        - { id: ecoles, valeur: "12", libelle: \(quoted), source: \(quoted), note: \(quoted) }
      tableaux:
        t:
          titre: \(quoted)
          source: \(quoted)
          note: \(quoted)
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: chiffres-cles
      :::

      ::: focus {titre="<script>alert(1)</script>" note="<img src=x onerror=alert(2)>"}
      `<script>alert(1)</script>` et l’ENT.
      :::

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | `<script>alert(1)</script>` | 8 |
      | \\<img src=x onerror=alert(2)> | 9 |
      :::

      ::: graphique {#g type=barres donnees=t y=Nombre axe="</svg><script>alert(1)</script>"}
      Une \\<script>alert(1)\\</script>
      :::

      ::: citation {auteur="<script>alert(1)</script>" source="<img src=x onerror=alert(2)>"}
      [x](https://exemple.fr/"onmouseover="alert(12))
      :::
      """
    ),
  ].map { SourceFile(path: $0.0, text: $0.1) }

  @Test func writesWhatIsTypedAsTextEverywhere() async throws {
    let folder = ContentFolder(root: "", texts: Self.texts, media: [])
    let (publication, found) = await Publication.load(folder)
    var diagnostics = found
    let site = Site(publication, theme: .builtIn, generator: "bilan", &diagnostics)
    #expect(diagnostics.filter { $0.severity == .error } == [])
    var documents = try site.pages.map { (path: $0.url, bytes: try site.render($0)) }
    for file in site.files() where file.path.hasSuffix(".svg") || file.path.hasSuffix(".xml") {
      documents.append((file.path, try file.content.bytes()))
    }
    for (path, bytes) in documents {
      let text = String(decoding: bytes, as: UTF8.self)
      for danger in ["<script>alert", "<img src=x", "\" onmouseover=", "\"onmouseover="] {
        #expect(!text.contains(danger), "\(path): \(danger)")
      }
    }
  }
}
