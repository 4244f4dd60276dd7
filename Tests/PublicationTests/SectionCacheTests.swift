import Diagnostics
import Testing

@testable import Publication

/// What a later reading keeps of an earlier one is what a first reading would find.
@Suite struct SectionCacheTests {
  private static let quoting = TinyPublication.section(
    "Il y a :chiffre[pix/ecoles] et [le tableau](pix.md#tableau-lieux).", front: "ordre: 2\n")
  private static func counting(_ number: Int, _ body: String = "Un texte.") -> String {
    TinyPublication.section(body).replacing("12 écoles", with: "\(number) écoles")
  }
  private static let table = """
    ::: tableau {#lieux}
    | Lieu | Élèves |
    |---|--:|
    | Metz | 12 |
    :::
    """

  /// Reads `before`, then `after` with what the first reading left, and compares with a first reading of `after`.
  private func kept(
    _ before: [String: String?], _ after: [String: String?]
  ) async -> (kept: [String], isFresh: Bool) {
    var cache = SectionCache()
    let earlier = await TinyPublication(before).load(reusing: &cache).publication
    let later = await TinyPublication(after).load(reusing: &cache)
    let fresh = await TinyPublication(after).load()
    let known = Dictionary(uniqueKeysWithValues: earlier.everything.map { ($0.key, $0.reading) })
    let kept = later.publication.sections.filter { known[$0.key] === $0.reading }.map(\.slug)
    return (kept, described(later) == described(fresh))
  }

  private func described(_ loaded: (publication: Publication, diagnostics: [Diagnostic])) -> [String] {
    loaded.publication.everything.map {
      "\($0.key) \($0.quotations) \($0.targets) \($0.blocks) \($0.tables) \($0.charts) \($0.sigles) \($0.pictureNumbers)"
    } + loaded.diagnostics.map { "\($0)" }
  }

  @Test func followsAFigureThatAnotherSectionQuotes() async {
    let found = await kept(
      ["content/une/pix.md": Self.counting(12), "content/une/cite.md": Self.quoting],
      ["content/une/pix.md": Self.counting(15), "content/une/cite.md": Self.quoting])
    #expect(found.kept == ["cite"])
    #expect(found.isFresh)
  }

  @Test func followsAnAnchorThatComesAndGoes() async {
    let found = await kept(
      ["content/une/pix.md": Self.counting(12, Self.table), "content/une/cite.md": Self.quoting],
      ["content/une/pix.md": Self.counting(12), "content/une/cite.md": Self.quoting])
    #expect(found.isFresh)
    let back = await kept(
      ["content/une/pix.md": Self.counting(12), "content/une/cite.md": Self.quoting],
      ["content/une/pix.md": Self.counting(12, Self.table), "content/une/cite.md": Self.quoting])
    #expect(back.isFresh)
  }

  @Test func followsATableThatAFormulaElsewhereCalculatesWith() async {
    let calculating = TinyPublication.section(
      """
      ::: tableau {#doubles}
      | Lieu | Élèves |
      |---|--:|
      | Metz | 24 |
      :::
      """,
      front: """
        tableaux:
          doubles:
            controles:
              - calcul: "`Élèves` = 2 × une/pix/lieux[Lieu].`Élèves`"

        """)
    let found = await kept(
      ["content/une/pix.md": Self.counting(12, Self.table), "content/une/calcule.md": calculating],
      [
        "content/une/pix.md": Self.counting(12, Self.table.replacing("12", with: "13")),
        "content/une/calcule.md": calculating,
      ])
    #expect(found.isFresh)
  }

  @Test func renumbersWhatFollowsATableThatWasAdded() async {
    let shown = TinyPublication.section(Self.table, front: "ordre: 3\n")
    let found = await kept(
      ["content/une/pix.md": Self.counting(12), "content/une/suite.md": shown],
      ["content/une/pix.md": Self.counting(12, Self.table), "content/une/suite.md": shown])
    #expect(found.isFresh)
  }

  @Test func startsAgainWhenASectionComesOrTheSettingsChange() async {
    let added = await kept([:], ["content/une/cite.md": Self.quoting])
    #expect(added.isFresh)
    let other = """
      titre: Bilan
      periode: 2024-2025
      organisme: { nom: Délégation }
      parties: [une]
      priorites: { compter: Savoir compter }
      """
    let changed = await kept([:], ["content/publication.yaml": other])
    #expect(changed.kept == [])
    #expect(changed.isFresh)
  }

  @Test func hidesAgainWhatACountElsewhereWouldGiveAway() async {
    let secret = TinyPublication.section(
      """
      ::: tableau {#petits}
      | Lieu | Élèves |
      |---|--:|
      | Metz | 3 |
      | Nancy | 40 |
      | Total | 43 |
      :::
      """,
      front: """
        tableaux:
          petits:
            secret: 5
            colonnes: { Lieu: texte, Élèves: entier }
            controles:
              - total: Total

        """)
    let found = await kept(
      ["content/une/pix.md": secret, "content/une/autre.md": Self.counting(1)],
      [
        "content/une/pix.md": secret.replacing("| 3 |", with: "| 4 |").replacing("43", with: "44"),
        "content/une/autre.md": Self.counting(1),
      ])
    #expect(found.isFresh)
  }
}
