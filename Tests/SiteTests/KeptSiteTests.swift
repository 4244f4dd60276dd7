import Diagnostics
import Testing

@testable import Publication
@testable import Site

/// A site made with what an earlier one left is, to the last byte, the site that a first reading makes; and what a change
/// cannot have touched is kept.
@Suite struct KeptSiteTests {
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

    ::: tableau {#lieux}
    | Lieu | Élèves |
    |---|--:|
    | Metz | 12 |
    | Nancy | 30 |
    :::

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

    ::: barres {#dessin source=pix/lieux titre="Metz est devant Nancy" etiquettes=Lieu}
    :::

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

  @Test func followsAChartThatLosesItsTable() async throws {
    var after = Self.files
    after["content/une/pix.md"] = Self.pix.replacing(
      "| Metz | 12 |\n| Nancy | 30 |\n", with: "| Metz | 12 |\n"
    )
    .replacing("Élèves: entier", with: "Élèves: texte")
    try await compare([Self.files, after, Self.files], firstReach: .lists)
  }

  @Test func followsAFileThatComesAndGoes() async throws {
    var after = Self.files
    after["content/une/autre.md"] = Self.quoting.replacing(
      "titre: Citer\nordre: 2", with: "titre: Autre\nordre: 3"
    )
    .replacing("{#dessin", with: "{#autre-dessin")
    try await compare([Self.files, after, Self.files, Self.files], firstReach: .everything)
  }

  /// Reads each state with what the one before left.
  private func compare(_ states: [[String: String]], firstReach: Reach) async throws {
    var cache = SectionCache()
    var earlier: Site?
    for (step, files) in states.enumerated() {
      var said: [Diagnostic] = []
      let site = await read(files, &cache, since: earlier, &said)
      // Nothing but the layouts, which are the same, is kept of a site whose sections were read otherwise.
      if step == 1 { #expect(cache.reach == firstReach) }
      var unused = SectionCache()
      var expected: [Diagnostic] = []
      let fresh = await read(files, &unused, since: site, &expected)
      #expect(said.sorted() == expected.sorted())
      #expect(site.pages == fresh.pages)
      for page in fresh.pages where expected.allSatisfy({ $0.severity != .error }) {
        let (made, wanted) = (try site.render(page), try fresh.render(page))
        #expect(String(decoding: made, as: UTF8.self) == String(decoding: wanted, as: UTF8.self))
      }
      #expect(try site.files().map { try $0.content.bytes() } == fresh.files().map { try $0.content.bytes() })
      earlier = site
    }
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
