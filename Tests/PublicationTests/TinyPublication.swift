import Diagnostics
import Publication

/// A publication in memory: the files a test is about, and around them the least that is complete.
struct TinyPublication {
  /// Its `publication.yaml`, to which a test may add keys.
  static let settings = """
    titre: Bilan
    periode: 2024-2025
    organisme: { nom: Délégation }
    parties: [une]
    priorites: { lire: Savoir lire }

    """

  private var files: [String: String] = [
    "content/publication.yaml": settings,
    "content/index.md": "---\ntitre: Accueil\n---\n\nBonjour.\n",
    "content/une/index.md": "---\ntitre: Une\n---\n",
    "content/une/pix.md": section("Un texte."),
  ]

  init(_ changes: [String: String?] = [:]) {
    for (path, text) in changes { files[path] = text }
  }

  /// A section with nothing against it, and a body.
  static func section(_ body: String, front: String = "") -> String {
    "---\ntitre: Pix\nresume: Un résumé.\npriorite: lire\n\(front)chiffres:\n  - 12 écoles {#ecoles}\n---\n\n\(body)\n"
  }

  func load() async -> (publication: Publication, diagnostics: [Diagnostic]) {
    var cache = SectionCache()
    return await load(reusing: &cache)
  }

  func load(reusing cache: inout SectionCache) async -> (publication: Publication, diagnostics: [Diagnostic])
  {
    let texts = files.map { SourceFile(path: $0.key, text: $0.value) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let (publication, diagnostics) = await Publication.load(
      ContentFolder(root: "", texts: texts, media: []), reusing: &cache)
    return (publication, diagnostics.sorted())
  }

  /// What is said, as `file:line: code`.
  func complaints() async -> [String] {
    await load().diagnostics.map { diagnostic in
      let text = files[diagnostic.location.file] ?? ""
      let position = LineTable(Array(text.utf8)).position(of: diagnostic.location.range.lowerBound)
      return "\(diagnostic.location.file):\(position.line): \(diagnostic.code)"
    }
  }
}
