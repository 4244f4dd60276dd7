import Diagnostics
import FrontMatter
import TestSupport
import Testing

@testable import KeyFigures

@Suite struct OpenDataTests {
  private static let schema = """
    titre: Bilan « Pix »
    source: Pix Orga
    date: 2025-05-17
    note: Une note, avec une virgule.
    colonnes:
      Classe: texte
      Certifiés: entier
      Taux: pourcentage
      Budget: { type: montant, unite: k€ }
      Ouverture: date
      Public: oui-non
      Portée: valeur
    controles:
    - total: { ligne: Total, colonnes: [Certifiés] }
    - unique: Classe
    - obligatoire: [Classe, Certifiés]
    - bornes: { colonne: Taux, min: 0 %, max: 100 % }
    """
  private static let csv = """
    Classe;Certifiés;Taux;Budget;Ouverture;Public;Portée
    3e;8 455;30,7 %;1 740;2024-09-02;oui;3 ans
    "2de ""A"", B";15 340;98,8 %;n.d.;17 mai 2025;non;–
    Total;23 795;;12,5;;;tous
    """

  private static func data() -> OpenData {
    let sample = Sample(schema, csv: csv)
    let set = figures(
      """
      chiffres:
      - Environ 2 462 enseignants, tous engagés {#pix}
      - { id: taux, valeur: "8,3 %", libelle: taux de participation, precedent: "7,1 %", cible: 10 %, date: 2025-04-07 }
      - 1 sur 2 lycéens utilise Moodle
      """)
    return OpenData(
      title: "Bilan d'activité", description: "Chiffres", publisher: "Délégation", edition: "2024-2025",
      licence: .init(
        name: "etalab-2.0", title: "Licence Ouverte", url: "https://www.etalab.gouv.fr/licence-ouverte"),
      figures: set.set.figures.map { FigureRecord(section: "partie/pix", sectionTitle: "Pix", figure: $0) },
      tables: [
        TableRecord(section: "partie/pix", sectionTitle: "Pix", name: "certifications", table: sample.table)
      ])
  }

  private static func bytes(of name: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for file in data().files where file.name == name { file.make { bytes += $0 } }
    return bytes
  }

  /// A fuzzer's find: a column named `c;d` made two of what bilan, and other readers that guess, read back.
  @Test func quotesWhatLooksLikeAnotherSeparator() {
    let table = Sample(csv: "a,\"b\tb\"\n\"c;d\",2\n").table
    #expect(String(decoding: TableCSV.write(table), as: UTF8.self) == "a,\"b\tb\"\r\n\"c;d\",2\r\n")
  }

  @Test func knowsTheSizeOfACSVBeforeAndAfterItIsWritten() {
    let table = Self.data().tables[0].table
    #expect(TableCSV.size(of: table) == 169)
    #expect(TableCSV.write(table).count == 169)
    #expect(TableCSV.size(of: table) == 169)
  }

  @Test func writesPlainNumbersAndISODatesInCSV() {
    let csv = String(decoding: TableCSV.write(Self.data().tables[0].table), as: UTF8.self)
    #expect(
      csv == """
        Classe,Certifiés,Taux,Budget,Ouverture,Public,Portée\r
        3e,8455,30.7,1740,2024-09-02,true,3 ans\r
        "2de ""A"", B",15340,98.8,,2025-05-17,false,\r
        Total,23795,,12.5,,,tous\r

        """)
  }

  @Test func writesFiguresThatTheNextEditionReads() throws {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "e.json", bytes: Self.bytes(of: "chiffres-cles.json"))
    let edition = try #require(Edition.decode(file, &diagnostics))
    #expect(diagnostics == [])
    #expect(edition.name == "2024-2025")
    #expect(edition.figures.map(\.id) == ["pix", "taux", "lyceens-utilise-moodle"])
    #expect(
      edition.figures.map { plainSpaces($0.quantity.formatted) } == ["environ 2 462", "8,3 %", "1 sur 2"])
    let table = try #require(edition.table(section: "partie/pix", id: "t"))
    #expect(table.number(row: "3e", column: "Taux")?.plain == "30.7")
    #expect(table.number(row: "Total", column: "Taux") == nil)
  }

  @Test(.enabled(if: Python.has("frictionless"))) func isAcceptedByFrictionless() throws {
    let folder = try TestFolder()
    for file in Self.data().files { try folder.write(file.name, Self.bytes(of: file.name)) }
    let result = try Python.run(
      """
      from frictionless import Package, validate
      report = validate("datapackage.json")
      for task in report.tasks:
          for error in task.errors:
              print(task.name, error.type, error.message)
      print(report.errors)
      print(report.valid, [r.name for r in Package("datapackage.json").resources])
      """, in: folder)
    #expect(result.output == "[]\nTrue ['chiffres-cles', 'certifications']\n")
  }

  @Test(.enabled(if: Python.has("pandas"))) func isReadByPandasWithTheRightTypesAndNoOption() throws {
    let folder = try TestFolder()
    for file in Self.data().files { try folder.write(file.name, Self.bytes(of: file.name)) }
    let result = try Python.run(
      """
      import pandas
      kinds = lambda name: {c: t.kind for c, t in pandas.read_csv(name).dtypes.items()}
      table = kinds("certifications.csv")
      assert table["Certifiés"] == "i" and table["Taux"] == "f" and table["Budget"] == "f", table
      assert table["Classe"] in "OUTS", table
      frame = pandas.read_csv("certifications.csv")
      assert list(frame["Certifiés"]) == [8455, 15340, 23795] and frame["Classe"][1] == '2de "A", B'
      assert list(pandas.to_datetime(frame["Ouverture"]).dt.day[:2]) == [2, 17]
      figures = pandas.read_csv("chiffres-cles.csv")
      assert figures["nombre"].dtype.kind == "f" and list(figures["nombre"]) == [2462, 8.3, 0.5]
      assert figures["precedent"].dtype.kind == "f" and figures["cible"][1] == 10
      print("ok")
      """, in: folder)
    #expect(result.output == "ok\n")
  }
}
