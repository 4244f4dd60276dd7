import Diagnostics
import Publication
import Site

/// A publication of one section, `content/une/pix.md`, as a site.
struct TinySite {
  let site: Site
  let diagnostics: [Diagnostic]

  init(_ section: String) async {
    let texts = [
      ("index.md", "Bonjour.\n"),
      ("publication.yaml", "titre: B\nperiode: 2024-2025\norganisme: { nom: D }\nparties: [une]\n"),
      ("une/index.md", "---\ntitre: Une\n---\n"),
      ("une/pix.md", section),
    ].map { SourceFile(path: "content/" + $0.0, text: $0.1) }
    let (publication, found) = await Publication.load(ContentFolder(root: "", texts: texts, media: []))
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
