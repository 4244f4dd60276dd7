import Diagnostics
import Site

@testable import Publication

/// The least publication there is, of one section, `content/une/pix.md`, with what a test puts into it, as a site.
struct TinySite {
  let site: Site
  let diagnostics: [Diagnostic]

  init(_ section: String) async { await self.init(["une/pix.md": section]) }

  /// - Parameters:
  ///   - files: texts by their path from `content/`.
  ///   - documents: the paths, from there, of files that are published as they are.
  init(_ files: [String: String] = [:], documents: [String] = []) async {
    var all = [
      "index.md": "Bonjour.\n",
      "publication.yaml": "titre: B\nperiode: 2024-2025\norganisme: { nom: D }\nparties: [une]\n",
      "une/index.md": "---\ntitre: Une\n---\n",
      "une/pix.md": "---\ntitre: Pix\nnote: N.\nresume: R.\n---\n\nUn texte.\n",
    ]
    all.merge(files) { $1 }
    let texts = all.map { SourceFile(path: "content/" + $0.key, text: $0.value) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let media = documents.map { ContentFolder.Medium(path: "content/" + $0, size: 1, pictureSize: nil) }
    let (publication, found) = await Publication.load(ContentFolder(root: "", texts: texts, media: media))
    var diagnostics = found
    site = Site(publication, theme: .builtIn, generator: "bilan", &diagnostics)
    self.diagnostics = diagnostics.sorted()
  }

  /// A page or another file of the site.
  func text(_ path: String) throws -> String {
    if let page = site.page(at: path) { return String(decoding: try site.render(page), as: UTF8.self) }
    return String(decoding: try site.file(at: path)?.content.bytes() ?? [], as: UTF8.self)
  }

  /// What stands between two texts in a file of the site, each time.
  func pieces(_ path: String, from start: String, to end: String) throws -> [String] {
    try text(path).split(separator: start, omittingEmptySubsequences: false).dropFirst()
      .map { String($0.prefix(upTo: $0.firstRange(of: end)?.lowerBound ?? $0.endIndex)) }
  }
}
