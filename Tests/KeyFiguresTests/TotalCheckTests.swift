import Diagnostics
import Testing

@testable import KeyFigures

@Suite struct TotalCheckTests {
  private let schema = "controles:\n- total: Total"

  @Test func acceptsATotalThatIsTheSumOfCountsAndAmounts() {
    let sample = Sample(
      schema,
      csv: "Classe;Élèves;Budget;Taux\n3e;8 455;12 €;30,7 %\n2de;5;1,50 €;1 %\nTotal;8 460;13,50 €;20 %\n")
    #expect(sample.diagnostics == [])
    #expect(sample.table.rowKinds == [.data, .data, .total])
  }

  @Test func saysWhatTheRowsGiveAtTheWrongCell() {
    let csv = "Classe;Élèves\n3e;10\n2de;7\nTotal;19\n"
    let sample = Sample(schema, csv: csv)
    #expect(
      sample.diagnostics == [
        Diagnostic(
          KeyFigureCode.wrongTotal, at: SourceLocation(file: "t.csv", range: 34..<36),
          "Total « Élèves » : 19 annoncé ; les lignes donnent 17",
          help: "corrigez le total, ou la ligne fautive",
          notes: [.init("le total est annoncé ici", at: SourceLocation(file: "s.md", range: 43..<48))])
      ])
  }

  @Test(arguments: [
    ("A;154\nB;30\nTotal;175\n", "deux chiffres intervertis expliqueraient l’écart : « A » vaudrait 145"),
    ("A;10\nB;7\nTotal;24\n", "le total semble compter deux fois « B »"),
    ("A;10\nB;7\nC;100\nTotal;17\n", "le total semble oublier « C »"),
    ("A;124\nB;17\nTotal;114\n", "deux chiffres du total semblent intervertis : écrire 141"),
  ])
  func namesTheOneSlipThatExplainsTheDifference(_ rows: String, _ help: String) {
    let sample = Sample(schema, csv: "Classe;Élèves\n" + rows)
    #expect(sample.diagnostics.map(\.help) == [help])
  }

  @Test(arguments: [
    ("controles:\n- total: Total", "A;{n}\nB;{n}\nTotal;1\n", "calcul-impossible 1"),
    ("controles:\n- somme: { colonne: Nombre, egale: 1 }", "A;{n}\nB;{n}\n", "calcul-impossible Nombre"),
    ("controles:\n- somme: { colonnes: [Nombre, Nombre], egale: 1 }", "A;{n}\n", "calcul-impossible {n}"),
    (
      "colonnes: { Lieu: texte, Nombre: decimal }\ncontroles:\n- moyenne: Total", "A;{n}\nB;{n}\nTotal;1\n",
      "calcul-impossible 1"
    ),
    ("controles:\n- calcul: Nombre = 2 - 1", "A;1\n", nil),
  ])
  func saysThatNumbersAreTooLongToBeChecked(_ schema: String, _ rows: String, _ found: String?) {
    let nines = String(repeating: "9", count: 38)
    func filled(_ text: String) -> String {
      text.split(separator: "{n}", omittingEmptySubsequences: false).joined(separator: nines)
    }
    let csv = "Lieu;Nombre\n" + filled(rows)
    let sample = Sample(schema, csv: csv)
    #expect(sample.found(in: csv) == (found.map { [filled($0)] } ?? []))
    #expect(sample.diagnostics.allSatisfy { $0.severity == .error })
  }

  @Test func checksNothingAgainstABlankTotal() {
    #expect(Sample(schema, csv: "Classe;Élèves\n3e;10\n2de;7\nTotal;\n").diagnostics == [])
  }

  @Test func letsUnknownRowsAddToTheTotalButNotTakeFromIt() {
    #expect(Sample(schema, csv: "Classe;Élèves\n3e;10\n2de;n.d.\nTotal;12\n").diagnostics == [])
    let short = Sample(schema, csv: "Classe;Élèves\n3e;10\n2de;n.d.\nTotal;9\n")
    #expect(
      short.diagnostics.map(\.message) == [
        "Total « Élèves » : 9 annoncé ; les lignes connues donnent déjà 10"
      ])
  }
}
