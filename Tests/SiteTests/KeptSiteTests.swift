import Diagnostics
import Testing

@testable import Publication
@testable import Site

/// A site made with what an earlier one left is, to the last byte, the site that a first reading makes; and what a change
/// cannot have touched is kept.
@Suite struct KeptSiteTests {
  private static let drawing = """
    ::: tableau {#lieux}
    | Lieu | Élèves |
    |---|--:|
    | Metz | 12 |
    | Nancy | 30 |
    :::

    ::: graphique {#dessin type=barres donnees=lieux x=Lieu y=Élèves}
    Metz est derrière Nancy
    :::

    """
  private static let pix = """
    ---
    titre: Pix
    chapitre: Certifier
    ordre: 1
    resume: Un résumé.
    priorite: lire
    chiffres:
      - 12 écoles {#ecoles}
      - 40 % de réussite {#reussite}
    tableaux:
      lieux:
        titre: Les lieux
        colonnes: { Lieu: texte, Élèves: entier }
    ---

    Un texte.

    ::: chiffres-cles
    :::

    \(drawing)
    """
  private static let quoting = """
    ---
    titre: Citer
    ordre: 2
    resume: Un résumé.
    priorite: lire
    note: Sans chiffre.
    ---

    Il y a :chiffre[pix/ecoles] dans [ces lieux](pix.md#lieux).

    """

  private static let files = [
    "content/publication.yaml": """
    titre: Bilan
    periode: 2024-2025
    organisme: { nom: Délégation }
    parties: [une]
    priorites: { lire: Savoir lire }
    """,
    "content/index.md": "---\ntitre: Accueil\n---\n\nBonjour.\n",
    "content/une/index.md": "---\ntitre: Une\nresume: La première.\n---\n",
    "content/une/cite.md": quoting,
    "content/une/pix.md": pix,
  ]

  @Test(arguments: [
    ("Un texte.", "Un autre texte, avec [un lien](cite.md).", Reach.text),
    ("| Metz | 12 |", "| Metz | 13 |", .text),
    ("Un texte.", "## Un titre de plus\n\nUn texte.", .text),
    ("12 écoles", "13 écoles", .lists),
    ("40 % de réussite {#reussite}", "40 % de réussite {#succes}", .everything),
    ("resume: Un résumé.", "resume: Un autre résumé.", .lists),
    ("titre: Les lieux", "titre: Les villes", .lists),
    ("priorite: lire", "priorite: lire\ndate_maj: 2025-03-01", .lists),
    ("titre: Pix", "titre: Pix et les autres", .everything),
    ("ordre: 1", "ordre: 3", .everything),
    ("ordre: 1", "ordre: 2", .everything),
    ("chapitre: Certifier", "chapitre: Compter", .everything),
    ("ordre: 1", "ordre: 1\nbrouillon: oui", .everything),
    ("::: chiffres-cles\n:::\n", "", .everything),
    ("::: tableau {#lieux}", "::: tableau {#villes}", .everything),
  ])
  func makesWhatAFirstReadingMakes(_ old: String, _ new: String, _ reach: Reach) async throws {
    var after = Self.files
    after["content/une/pix.md"] = Self.pix.replacing(old, with: new)
    try await compare([Self.files, after, Self.files], firstReach: reach)
  }

  /// A column of words cannot be drawn: that is an error, and yet the preview goes on from there. The drawing of another
  /// section then has its name to itself.
  @Test func followsAChartThatLosesItsNumbers() async throws {
    var before = Self.files
    before["content/une/cite.md"] = Self.quoting + Self.drawing
    var after = before
    after["content/une/pix.md"] = Self.pix.replacing("Élèves: entier", with: "Élèves: texte")
    let sites = try await compare([before, after, before], firstReach: .everything)
    for (site, drawings) in zip(
      sites, [["une-cite-dessin", "une-pix-dessin"], ["dessin"], ["une-cite-dessin", "une-pix-dessin"]])
    {
      let shown = try ["une/cite.html", "une/pix.html"].flatMap { path in
        let html = String(decoding: try site.render(try #require(site.page(at: path))), as: UTF8.self)
        return html.matches(of: /href="..\/graphiques\/([^"]+).svg"/).map { String($0.1) }
      }
      #expect(shown == drawings)
      #expect(drawings.allSatisfy { site.file(at: "graphiques/\($0).svg") != nil })
    }
  }

  @Test func followsAFileThatComesAndGoes() async throws {
    var after = Self.files
    after["content/une/autre.md"] = Self.quoting.replacing(
      "titre: Citer\nordre: 2", with: "titre: Autre\nordre: 3")
    let sites = try await compare([Self.files, after, Self.files, Self.files], firstReach: .everything)
    #expect(sites.map { $0.page(at: "une/autre.html") != nil } == [false, true, false, false])
  }

  /// Reads each state with what the one before left; the sites.
  @discardableResult private func compare(_ states: [[String: String]], firstReach: Reach) async throws
    -> [Site]
  {
    var cache = SectionCache()
    var sites: [Site] = []
    for files in states {
      var said: [Diagnostic] = []
      let site = await read(files, &cache, since: sites.last, &said)
      var unused = SectionCache()
      var expected: [Diagnostic] = []
      // Nothing but the layouts, which are the same, is kept of a site whose sections were read otherwise.
      let fresh = await read(files, &unused, since: site, &expected)
      if sites.isEmpty { #expect(said == []) }
      if sites.count == 1 { #expect(cache.reach == firstReach) }
      #expect(said.sorted() == expected.sorted())
      #expect(site.pages == fresh.pages)
      for page in fresh.pages {
        let (made, wanted) = (try site.render(page), try fresh.render(page))
        #expect(String(decoding: made, as: UTF8.self) == String(decoding: wanted, as: UTF8.self))
      }
      #expect(site.files().map(\.path) == fresh.files().map(\.path))
      #expect(try site.files().map { try $0.content.bytes() } == fresh.files().map { try $0.content.bytes() })
      sites.append(site)
    }
    return sites
  }

  private func read(
    _ files: [String: String], _ cache: inout SectionCache, since earlier: Site?,
    _ diagnostics: inout [Diagnostic]
  ) async -> Site {
    let texts = files.map { SourceFile(path: $0.key, text: $0.value) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let loaded = await Publication.load(ContentFolder(root: "", texts: texts, media: []), reusing: &cache)
    diagnostics += loaded.diagnostics
    return Site(
      loaded.publication, theme: .builtIn, generator: "bilan", since: earlier, reach: cache.reach,
      &diagnostics)
  }
}
