import Diagnostics
import FrenchText
import Testing

@testable import KeyFigures

@Suite struct TableReaderTests {
  @Test func infersTheNarrowestTypeOfEachColumn() {
    let sample = Sample(
      csv: """
        Lieu;Élèves;Part;Budget;Durée;Date;Ouvert;Année;Portée
        Metz;8 455;30,7 %;1 740 €;1,5;17/05/2025;oui;2024-2025;3 ans
        Toul;–;n.d.;12,50 €;2;mai 2025;non;2023-2024;une dizaine
        """)
    #expect(sample.diagnostics == [])
    #expect(
      sample.table.columns.map(\.type)
        == [.text, .integer, .percentage, .amount, .decimal, .period, .flag, .period, .value])
    #expect(sample.table.columns.map(\.unit) == [nil, nil, "%", "€", nil, nil, nil, nil, nil])
    #expect(sample.table.state(1, 1) == .notApplicable)
    #expect(sample.table.state(1, 2) == .unavailable)
  }

  @Test func saysThatOneCellIsUnlikeTheRestOfItsColumn() {
    let csv = "Lieu;Élèves\nA;10\nB;11\nC;l2\nD;13\n"
    #expect(Sample(csv: csv).found(in: csv) == ["colonne-irreguliere l2"])
  }

  @Test func refusesTheOtherDecimalSign() {
    let csv = "Lieu;Durée\nA;12.5\nB;3,5\n"
    let sample = Sample("colonnes: { Lieu: texte, Durée: decimal }", csv: csv)
    #expect(sample.found(in: csv) == ["autre-signe-decimal 12.5"])
    #expect(sample.diagnostics[0].help == "écrivez « 12,5 », ou sans point si le point groupait les chiffres")
    #expect(Sample(csv: csv).found(in: csv) == ["autre-signe-decimal 12.5"])
  }

  @Test(arguments: [
    ("entier", "12,5", "cellule-illisible"), ("entier", "12 %", "cellule-illisible"),
    ("entier", "douzaine", "cellule-illisible"), ("pourcentage", "12 €", "cellule-illisible"),
    ("montant", "12 %", "cellule-illisible"), ("decimal", "1 sur", "cellule-illisible"),
    ("date", "hier", "cellule-illisible"), ("oui-non", "peut-être", "cellule-illisible"),
    ("valeur", "12.5 km", "autre-signe-decimal"), ("entier", "13 00", "cellule-illisible"),
  ])
  func refusesWhatIsNotOfTheDeclaredType(_ type: String, _ cell: String, _ code: String) {
    let csv = "A;B\nx;\(cell)\n"
    #expect(Sample("colonnes: { A: texte, B: \(type) }", csv: csv).found(in: csv) == [code + " " + cell])
  }

  @Test(arguments: [
    ("entier", "une dizaine"), ("entier", "plus de 1 000"), ("pourcentage", "1 sur 2"), ("decimal", "3"),
    ("pourcentage", "de 59 à 73 %"), ("montant", "3,1 millions d'euros"), ("valeur", "tous les élèves"),
    ("valeur", "12 km"), ("date", "rentrée 2025"), ("oui-non", "Oui"), ("entier", "n.d."), ("decimal", "–"),
  ])
  func takesWhatPeopleWrite(_ type: String, _ cell: String) {
    let csv = "A;B\nx;\(cell)\n"
    #expect(Sample("colonnes: { A: texte, B: \(type) }", csv: csv).diagnostics == [])
  }

  @Test func refusesAnotherUnitThanThatOfTheColumn() {
    let csv = "A;B\nx;12 k€\ny;13 €\n"
    let schema = "colonnes: { A: texte, B: { type: montant, unite: k€ } }"
    #expect(Sample(schema, csv: csv).found(in: csv) == ["unite-differente 13 €"])
  }

  @Test func namesTheColumnsThatAreUnknownAndMissing() {
    let csv = "Classe;Certifies;Extra\n3e;1;2\n"
    let sample = Sample("colonnes: { Classe: texte, Certifiés: entier, Taux: pourcentage }", csv: csv)
    #expect(
      sample.found(in: csv) == [
        "colonne-inconnue Certifies", "colonne-inconnue Extra", "colonne-absente Classe",
      ])
    #expect(sample.diagnostics[0].help == "vouliez-vous dire « Certifiés » ?")
  }

  @Test func refusesTwoColumnsOfOneName() {
    let csv = "A;B;B\n1;2;3\n"
    #expect(Sample(csv: csv).found(in: csv) == ["colonne-en-double B"])
  }

  @Test func takesTheColumnsOfAModel() {
    var diagnostics: [Diagnostic] = []
    let schema = Sample.schema("modele: suivi", &diagnostics)
    #expect(diagnostics.map(\.code) == ["modele-inconnu"])
    #expect(schema?.columns == [])
  }

  @Test func reportsAFewOfManyFaultsAndCountsTheRest() {
    let rows = (0..<1000).map { "L\($0);x" }.joined(separator: "\n")
    let sample = Sample("colonnes: { A: texte, B: entier }", csv: "A;B\n" + rows)
    #expect(sample.diagnostics.count == 21)
    #expect(sample.diagnostics.last?.message == "980 autres cellules sont dans ce cas, la première ici")
  }

  @Test func quotesACellByTheNamesOfItsRowAndColumn() {
    let table = Sample(csv: "Classe;Certifiés\n3e;5\nTerminale pro;7\n3e;6\n").table
    #expect(try! table.find(row: "Terminale\u{A0}pro", column: "Certifiés").get() == (1, 1))
    #expect(
      throws: CellReference.Fault(
        message: "2 lignes s’appellent « 3e »", help: "donnez à chaque ligne un nom qui la distingue")
    ) {
      try table.find(row: "3e", column: "Certifiés").get()
    }
  }
}
