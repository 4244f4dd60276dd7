import Diagnostics
import FrenchText
import Testing

@testable import KeyFigures

@Suite struct EditionTests {
  private func records(_ yaml: String, section: String = "p/s") -> [FigureRecord] {
    figures("chiffres:\n" + yaml).set.figures.map {
      FigureRecord(section: section, sectionTitle: "S", figure: $0)
    }
  }

  private func edition(_ json: String) -> (Edition?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let edition = Edition.decode(SourceFile(path: "e.json", text: json), &diagnostics)
    return (edition, diagnostics)
  }

  private let last = """
    {"edition": "2023-2024", "titre": "x", "chiffres": [
      {"section": "p/s", "id": "labos", "valeur": "16", "nombre": 16, "unite": null, "libelle": "laboratoires"},
      {"section": "p/s", "id": "taux", "valeur": "7,1 %", "nombre": 7.1, "unite": "%", "libelle": "taux"},
      {"section": "p/s", "id": "personnes", "valeur": "35 367", "nombre": 35367, "libelle": "personnes"},
      {"section": "p/old", "id": "moved", "valeur": "5", "nombre": 5, "libelle": "choses déplacées"},
      {"section": "p/s", "id": "gone", "valeur": "3", "nombre": 3, "libelle": "disparus"},
      {"section": "p/s", "id": "broken", "valeur": "3", "nombre": 3, "libelle": "série"}
    ]}
    """

  @Test func comparesFiguresByTheirIdentifiers() throws {
    let (edition, diagnostics) = edition(last)
    #expect(diagnostics == [])
    let records = records(
      """
      - 17 laboratoires {#labos}
      - { id: taux, valeur: "8,3 %", libelle: taux }
      - 70 699 personnes {#personnes}
      - 4 choses déplacées {#moved}
      - 9 nouveautés {#new}
      - { id: broken, valeur: 9, libelle: série, serie: rompue }
      """)
    let comparison = EditionComparison(records, with: edition)
    #expect(comparison.since == "2023-2024")
    let texts = records.map { comparison.change(of: $0).map { plainSpaces($0.text) } }
    #expect(texts == ["+1", "+1,2 point", "+99,9 %", "-1", nil, nil])
    #expect(comparison.revised.map(\.record.figure.id) == ["labos", "taux", "personnes", "moved", "broken"])
    #expect(comparison.revised.map(\.isBroken) == [false, false, false, false, true])
    #expect(comparison.added.map(\.figure.id) == ["new"])
    #expect(comparison.dropped.map(\.id) == ["gone"])
    #expect(comparison.change(of: records[2])?.direction == .up)
  }

  @Test func warnsOfAJumpAndOfAPreviousValueThatWasNotPublished() {
    let edition = edition(last).0
    let records = records(
      """
      - { id: labos, valeur: 17, libelle: laboratoires, precedent: 15 }
      - 70 699 personnes {#personnes}
      - { id: taux, valeur: "14,3 %", libelle: taux, note: Nouveau calcul. }
      """)
    var diagnostics: [Diagnostic] = []
    EditionComparison(records, with: edition).warnings(
      threshold: Ratio(1, 2), &diagnostics, records: records, edition: edition)
    #expect(
      diagnostics.map { plainSpaces($0.message) } == [
        "« precedent » dit 15 ; l’édition 2023-2024 a publié 16",
        "« personnes » passe de 35 367 à 70 699 (+99,9 %)",
      ])
  }

  @Test(arguments: [
    ("8,3 %", "7,1 %", "-1,2 point"), ("10 %", "12,5 %", "+2,5 points"), ("12", "12", "stable"),
    ("0", "5", "+5"), ("200", "100", "-50,0 %"), ("1 000", "4 500", "+350 %"), ("16 h", "12 h", "-4 h"),
  ])
  func wordsAChange(_ before: String, _ after: String, _ text: String) throws {
    let change = try Change(
      from: Quantity.parse(before).get(), to: Quantity.parse(after).get(), since: "2023-2024")
    #expect(change.map { plainSpaces($0.text) } == text)
  }

  @Test func comparesNothingOfOtherUnitsNorRanges() throws {
    let percent = try Quantity.parse("5 %").get()
    #expect(try Change(from: percent, to: Quantity.parse("5").get(), since: "") == nil)
    #expect(try Change(from: percent, to: Quantity.parse("de 5 à 6 %").get(), since: "") == nil)
  }

  @Test(arguments: [
    "[]", "{}", "{\"chiffres\": 5}", "{\"chiffres\": [{\"id\": \"x\"}]}",
    "{\"chiffres\": [{\"id\": \"x\", \"section\": \"s\", \"valeur\": \"beaucoup\"}]}",
  ])
  func saysThatAFileIsNoEdition(_ json: String) {
    #expect(edition(json).1.map(\.code) == ["edition-illisible"])
  }

  @Test func readsTheEditionOfTheReport() throws {
    let file = try #require(
      PublishedTables.file("donnees/edition-2023-2024.json"))
    var diagnostics: [Diagnostic] = []
    let edition = try #require(Edition.decode(file, &diagnostics))
    #expect(diagnostics == [])
    #expect(
      edition.figure(section: "reussite-des-eleves/laboratoires-numeriques", id: "personnes")?.quantity
        .decimal == 35367)
  }
}
