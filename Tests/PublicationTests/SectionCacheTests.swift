import Diagnostics
import Testing

@testable import Publication

/// What a later reading keeps of an earlier one is what a first reading would find.
///
/// Each test also says what a section that did not change itself shows before and after: it differs, or something that was
/// wrongly kept would go unseen.
@Suite struct SectionCacheTests {
  private static let quoting = TinyPublication.section(
    "Il y a :chiffre[pix/ecoles] et [le tableau](pix.md#lieux).", front: "ordre: 2\n")
  private static func counting(_ number: Int, _ body: String = "Un texte.") -> String {
    TinyPublication.section(body).replacing("12 écoles", with: "\(number) écoles")
  }
  private static func table(_ id: String, _ rows: String...) -> String {
    "::: tableau {#\(id)}\n| Lieu | Élèves |\n|---|--:|\n"
      + rows.map { "| \($0) |\n" }.joined() + ":::"
  }
  private static let lieux = table("lieux", "Metz | 12")

  @Test func followsAFigureThatAnotherSectionQuotes() async {
    let (before, after) = await readings(
      ["content/une/pix.md": Self.counting(12, Self.lieux), "content/une/cite.md": Self.quoting],
      ["content/une/pix.md": Self.counting(15, Self.lieux), "content/une/cite.md": Self.quoting])
    #expect(after.kept(of: before) == ["index", "une", "une/cite"])
    #expect(before.section("une/cite")?.quotations == ["12"])
    #expect(after.section("une/cite")?.quotations == ["15"])
  }

  @Test func followsAnAnchorThatComesAndGoes() async {
    let with = ["content/une/pix.md": Self.counting(12, Self.lieux), "content/une/cite.md": Self.quoting]
    let without = ["content/une/pix.md": Self.counting(12), "content/une/cite.md": Self.quoting]
    for states in [(with, without), (without, with)] {
      let (before, after) = await readings(states.0, states.1)
      #expect(before.complaints + after.complaints == ["content/une/cite.md:10: ancre-inconnue"])
      #expect(after.section("une/cite")?.targets.count == 1)
    }
  }

  @Test func followsATableThatAFormulaElsewhereCalculatesWith() async {
    let calculating = TinyPublication.section(
      Self.table("doubles", "Metz | 24"),
      front: """
        tableaux:
          doubles:
            colonnes: { Lieu: texte, Élèves: entier }
            controles:
              - calcul: Élèves = 2 × pix/lieux/Metz/Élèves

        """)
    func files(_ number: Int) -> [String: String] {
      [
        "content/une/pix.md": Self.counting(12, Self.table("lieux", "Metz | \(number)")),
        "content/une/calcule.md": calculating,
      ]
    }
    let (before, after) = await readings(files(12), files(13))
    #expect(before.complaints == [])
    #expect(after.diagnostics.map(\.message) == ["« Élèves » : 24 écrit ; le calcul donne 26"])
    #expect(after.complaints == ["content/une/calcule.md:17: calcul-faux"])
    let (wrong, right) = await readings(files(13), files(12))
    #expect(wrong.complaints == after.complaints)
    #expect(right.complaints == [])
  }

  @Test func renumbersWhatFollowsATableThatWasAdded() async {
    let shown = TinyPublication.section(Self.table("suite", "Metz | 12"))
    let (before, after) = await readings(
      ["content/une/pix.md": Self.counting(12), "content/une/suite.md": shown],
      ["content/une/pix.md": Self.counting(12, Self.lieux), "content/une/suite.md": shown])
    #expect(before.section("une/suite")?.tables.map(\.number) == [1])
    #expect(after.section("une/suite")?.tables.map(\.number) == [2])
  }

  @Test func startsAgainWhenASectionComes() async {
    let (before, after) = await readings([:], ["content/une/cite.md": Self.quoting])
    #expect(after.kept(of: before) == ["index", "une", "une/pix"])
    #expect(before.publication.sections.map(\.key) == ["une/pix"])
    #expect(after.publication.sections.map(\.key) == ["une/cite", "une/pix"])
  }

  @Test func readsAllAgainWhenTheSettingsChange() async {
    let (before, after) = await readings(
      [:], ["content/publication.yaml": TinyPublication.settings.replacing("lire:", with: "compter:")])
    #expect(after.kept(of: before) == [])
    #expect(before.complaints == [])
    #expect(after.complaints == ["content/une/pix.md:4: priorite-inconnue"])
  }

  /// « Lyon » is hidden beside « Metz » when another section gives the sum of both.
  @Test func hidesWhatACountElsewhereWouldGiveAway() async {
    let secret = TinyPublication.section(
      Self.table("petits", "Metz | 3", "Lyon | 50", "Nancy | 40"),
      front: "tableaux:\n  petits: { secret: 5, colonnes: { Lieu: texte, Élèves: entier } }\n")
    func files(_ rows: String...) -> [String: String] {
      let total = TinyPublication.section(
        Self.table("sommes", rows[0], rows[1], rows[2]),
        front: """
          tableaux:
            sommes: { colonnes: { Lieu: texte, Élèves: entier }, controles: [{ total: Total }] }

          """)
      return ["content/une/pix.md": secret, "content/une/total.md": total]
    }
    let (before, after) = await readings(
      files("Toul | 10", "Lyon | 50", "Total | 60"), files("Metz | 3", "Lyon | 50", "Total | 53"))
    func shown(_ loaded: Loaded) -> [String]? {
      loaded.section("une/pix")?.tables.first.map { block in (0..<3).map { block.table.formatted($0, 1) } }
    }
    #expect(shown(before) == ["s", "50", "40"])
    #expect(shown(after) == ["s", "s", "40"])
  }

  /// Reads `before`, then `after` with what the first reading left, which is to be as a first reading of `after`.
  private func readings(_ before: [String: String], _ after: [String: String]) async -> (Loaded, Loaded) {
    var cache = SectionCache()
    let earlier = Loaded(await TinyPublication(before).load(reusing: &cache))
    let later = Loaded(await TinyPublication(after).load(reusing: &cache))
    let fresh = Loaded(await TinyPublication(after).load())
    #expect(later.described == fresh.described)
    #expect(later.described != earlier.described)
    return (earlier, later)
  }
}

/// What a reading gave.
private struct Loaded {
  let publication: Publication
  let diagnostics: [Diagnostic]

  init(_ loaded: (publication: Publication, diagnostics: [Diagnostic])) {
    (publication, diagnostics) = loaded
  }

  func section(_ key: String) -> Section? { publication.everything.first { $0.key == key } }

  /// The sections of which the very reading was kept.
  func kept(of earlier: Loaded) -> [String] {
    publication.everything.filter { earlier.section($0.key)?.reading === $0.reading }.map(\.key)
  }

  /// What is said, as `file:line: code`.
  var complaints: [String] {
    diagnostics.map { diagnostic in
      let file = publication.everything.first { $0.file.path == diagnostic.location.file }?.file
      let line = LineTable(file?.bytes ?? []).position(of: diagnostic.location.range.lowerBound).line
      return "\(diagnostic.location.file):\(line): \(diagnostic.code)"
    }
  }

  var described: [String] {
    publication.everything.map {
      // A table is a reference, and would only say its class.
      var tables = ""
      dump($0.tables, to: &tables)
      return
        "\($0.key) \($0.quotations) \($0.targets) \($0.blocks) \(tables) \($0.charts) \($0.sigles) \($0.pictureNumbers)"
    } + diagnostics.map { "\($0)" }
  }
}
