import Diagnostics
import FrenchText
import Testing

@testable import KeyFigures

@Suite struct MeanCheckTests {
  private let csv = "Classe;Terminaux;Équipés\nA;100;50 %\nB;300;90 %\nTotal;400;"

  @Test(arguments: [("80 %", []), ("80,0 %", []), ("70 %", ["moyenne-fausse 70 %"])])
  func weighsTheRowsByAColumn(_ mean: String, _ found: [String]) {
    let schema = "controles:\n- moyenne: { ligne: Total, poids: Terminaux }\n- total: Total"
    #expect(Sample(schema, csv: csv + mean).found(in: csv + mean) == found)
  }

  @Test func countsEveryRowOnceWithoutWeights() {
    let sample = Sample("controles:\n- moyenne: { ligne: Total, colonnes: [Équipés] }", csv: csv + "80 %")
    #expect(
      sample.diagnostics.map { plainSpaces($0.message) } == [
        "Moyenne « Équipés » : 80 % annoncé ; les lignes donnent 70 %"
      ])
  }
}

@Suite struct SumCheckTests {
  @Test(arguments: [
    ("33,3 %;33,3 %;33,3 %", []), ("33 %;33 %;33 %", []), ("33,3 %;33,3 %;33,2 %", ["somme-fausse"]),
    ("68 %;34 %;0 %", ["somme-fausse"]), ("50 %;50 %;n.d.", []), ("50 %;52 %;n.d.", ["somme-fausse"]),
  ])
  func allowsWhatRoundingOfTheDigitsShownExplains(_ parts: String, _ codes: [String]) {
    let rows = parts.split(separator: ";").enumerated().map { "L\($0);\($1)" }.joined(separator: "\n")
    let sample = Sample("controles:\n- somme: { colonne: Part, egale: 100 % }", csv: "N;Part\n" + rows)
    #expect(sample.diagnostics.map(\.code) == codes)
  }

  @Test func addsAlongEachRow() {
    let csv = "N;Filles;Garçons;Tous\na;1;2;3\nb;1;2;4\n"
    let sample = Sample("controles:\n- somme: { colonnes: [Filles, Garçons], egale: Tous }", csv: csv)
    #expect(sample.found(in: csv) == ["somme-fausse 4"])
    #expect(sample.diagnostics[0].message == "Ligne « b » : les colonnes font 3 et non 4")
  }

  @Test(arguments: [
    ("a;63 %\nb;64 %\n", "deux chiffres intervertis expliqueraient l’écart : « a » vaudrait 36 %"),
    ("a;45 %\nb;64 %\n", "corrigez la cellule fautive : l’arrondi n’explique pas l’écart"),
    // Either would explain it.
    ("a;63 %\nb;63 %\nc;1 %\n", "corrigez la cellule fautive : l’arrondi n’explique pas l’écart"),
  ])
  func namesTwoSwappedDigitsOfOneCell(_ rows: String, _ help: String) {
    let sample = Sample("controles:\n- somme: { colonne: Part, egale: 100 % }", csv: "N;Part\n" + rows)
    #expect(sample.diagnostics.map { plainSpaces($0.help ?? "") } == [help])
  }
}

@Suite struct FormulaCheckTests {
  @Test(arguments: [
    ("Taux = A / B", "1;3;33,3 %", []), ("Taux = A / B", "1;3;33,4 %", ["calcul-faux 33,4 %"]),
    ("Taux = A / B", "2;3;67 %", []), ("Taux = A / B", "1;0;5 %", []), ("Taux = A / B", "n.d.;3;5 %", []),
    ("Taux = A / B", "environ 1;3;5 %", []), ("Taux = A / B", "plus de 2;3;50 %", ["calcul-faux 50 %"]),
    ("Taux = (A + B) / (2 × B) − 10 %", "1;3;56,7 %", []), ("Taux = min(A ; B) / max(A ; B)", "3;1;33 %", []),
    ("Taux = arrondi(A / B ; 1)", "1;3;30 %", []), ("Taux = moyenne(A ; B) / B", "1;3;66,7 %", []),
    ("Taux = A / t/x/B", "1;3;33,3 %", []), ("Taux = -A / B", "1;3;−33,3 %", []),
    ("Taux = somme(A) / somme(B)", "1;3;33 %", []),
  ])
  func holdsEachRowAgainstTheFormula(_ formula: String, _ row: String, _ found: [String]) {
    let csv = "N;A;B;Taux\nx;\(row)\n"
    let schema =
      "colonnes: { N: texte, A: entier, B: entier, Taux: pourcentage }\ncontroles:\n- calcul: \(formula)"
    #expect(Sample(schema, csv: csv).found(in: csv) == found)
  }

  @Test func saysWhatTheFormulaGives() {
    let csv = "N;A;B;Taux\nx;1;3;31 %\n"
    let sample = Sample("controles:\n- calcul: Taux = A / B", csv: csv)
    #expect(
      sample.diagnostics.map { plainSpaces($0.message) } == ["« Taux » : 31 % écrit ; le calcul donne 33 %"])
    let hundred = Sample("controles:\n- calcul: Taux = 100 × A / B", csv: "N;A;B;Taux\nx;1;3;33 %\n")
    #expect(
      hundred.diagnostics[0].help
        == "un pourcentage compte pour sa valeur (30 % = 0,3) : retirez « 100 × » du calcul")
  }

  @Test(arguments: [
    ("Taux", "Un calcul commence par la colonne qu’il donne"),
    ("Tauc = A / B", "Colonne inconnue « Tauc » dans le calcul"),
    ("Taux = A / C", "Colonne inconnue « C » dans le calcul"), ("Taux = A /", "Le calcul s’arrête trop tôt"),
    ("Taux = (A / B", "Une parenthèse n’est pas fermée"),
    ("Taux = A B", "Colonne inconnue « A B » dans le calcul"),
    ("Taux = 1.5 × A", "« 1.5 » est écrit avec un point"), ("Taux = total(A)", "Fonction inconnue « total »"),
    ("Taux = «A", "Le guillemet ouvert ici n’est jamais fermé"),
    ("Taux = A = B", "Un calcul n’a qu’un signe « = »"),
    ("Taux = A / u/x/B", "Aucun tableau ne s’appelle « u »"),
    ("Taux = A / t/y/B", "Aucune ligne ne s’appelle « y »"),
    ("Taux = arrondi(A ; B)", "« arrondi » attend un nombre de décimales entre 0 et 20"),
  ])
  func explainsAFormulaItCannotRead(_ formula: String, _ message: String) {
    let sample = Sample("controles:\n- calcul: \(formula)", csv: "N;A;B;Taux\nx;1;3;33 %\n")
    #expect(sample.diagnostics.map(\.message) == [message])
  }

  @Test func refusesParenthesesWithoutEnd() {
    let open = String(repeating: "(", count: 500)
    let sample = Sample("controles:\n- calcul: Taux = \(open)A", csv: "N;A;B;Taux\nx;1;3;33 %\n")
    #expect(sample.diagnostics.map(\.code) == ["calcul-mal-ecrit"])
  }

  @Test func pointsIntoTheFormula() {
    let yaml = "controles:\n- calcul: Taux = A / C"
    let sample = Sample(yaml, csv: "N;A;B;Taux\nx;1;3;33 %\n")
    #expect(sample.diagnostics[0].location.range.count == 1)
  }
}

@Suite struct OtherCheckTests {
  private func found(_ check: String, _ csv: String) -> [String] {
    Sample("controles:\n- " + check, csv: csv).found(in: csv)
  }

  @Test func boundsNumbersAndDates() {
    let csv = "N;Taux;Date\na;120 %;2024-09-02\nb;−5 %;2023-01-01\nc;100 %;2025-08-31\n"
    #expect(
      found("bornes: { colonne: Taux, min: 0 %, max: 100 % }", csv) == [
        "hors-bornes 120 %", "hors-bornes −5 %",
      ])
    #expect(found("bornes: { colonne: Date, min: 2024-09-01 }", csv) == ["hors-bornes 2023-01-01"])
    #expect(found("bornes: { colonne: Taux }", csv) == ["controle-mal-ecrit"])
    #expect(found("bornes: { colonne: Taux, min: zéro virgule }", csv) == ["controle-mal-ecrit"])
    #expect(found("bornes: { colonne: Tau, min: 0 }", csv) == ["colonne-inconnue"])
  }

  @Test func findsTheSameValueTwiceAloneOrTogether() {
    let csv = "N;Année\na;2024\na;2025\na;2024\n;1\n;1\nTotal;5\nTotal;6\n"
    #expect(found("unique: [N, Année]", "N;Année\na;2024\na;2025\na;2024\n") == ["valeur-en-double a"])
    #expect(
      found("unique: N\n- total: { ligne: Total, colonnes: [] }", csv) == [
        "valeur-en-double a", "valeur-en-double a",
      ])
  }

  @Test func asksForValuesWhereTheyAreDue() {
    let csv = "N;A\na;\nb;n.d.\nc;–\nd;1\n"
    #expect(found("obligatoire: [N, A]", csv) == ["valeur-absente ", "valeur-absente n.d."])
  }

  @Test func takesOnlyTheValuesListed() {
    let csv = "N;Niveau\na;CM1\nb;CM3\nc;\nTotal;–\n"
    let sample = Sample("controles:\n- parmi: { colonne: Niveau, valeurs: [CM1, CM2] }", csv: csv)
    #expect(sample.found(in: csv) == ["valeur-non-admise CM3"])
    #expect(sample.diagnostics[0].help == "vouliez-vous dire « CM1 » ?")
  }

  @Test func wantsDatesNumbersAndWordsInOrder() {
    #expect(
      found("croissant: P", "P;N\nseptembre 2024;1\nmai 2025;2\navril 2025;3\n") == ["ordre-rompu avril 2025"]
    )
    #expect(found("croissant: N", "P;N\na;1\nb;1\nc;0\n") == ["ordre-rompu 0"])
    #expect(found("croissant: P", "P;N\nÉcole;1\nZoo;1\nfée;0\n") == ["ordre-rompu fée"])
  }

  @Test func asksForANoteOverALargeChange() {
    let earlier = EditionTable(
      id: "t", section: "s", columns: ["N", "E"], rows: [["a", "10"], ["b", "10"], ["c", nil]])
    let context = CheckContext(previous: earlier)
    let csv = "N;E\na;15\nb;16\nc;99\n"
    let check = "controles:\n- evolution: { colonne: E, max: 50 % }"
    let sample = Sample(check, csv: csv, context: context)
    #expect(sample.found(in: csv) == ["evolution-forte 16"])
    #expect(sample.diagnostics[0].message == "« b » passe de 10 à 16 (+60 %)")
    #expect(Sample(check + "\nnote: oui", csv: csv, context: context).diagnostics == [])
    #expect(Sample(check + "\nserie: rompue", csv: csv, context: context).diagnostics == [])
  }

  @Test func saysThatACheckNamesNoRow() {
    let sample = Sample("controles:\n- total: Totla", csv: "N;A\na;1\nTotal;1\n")
    #expect(sample.diagnostics.map(\.code) == ["controle-sans-ligne"])
    #expect(sample.diagnostics[0].help == "vouliez-vous dire « Total » ?")
    #expect(
      Sample("controles:\n- total: derniere", csv: "N;A\na;1\nb;2\nEnsemble;4\n").diagnostics.map(\.code) == [
        "total-faux"
      ])
  }

  @Test func sumsGroupsAndTheWhole() {
    let csv = "N;A\na;1\nb;2\nSous-total;3\nc;4\nSous-total;4\nTotal;7\n"
    #expect(found("total: Sous-total\n- total: Total", csv) == [])
    #expect(
      found("total: Sous-total\n- total: Total", csv.replacing("Sous-total;4", with: "Sous-total;5")) == [
        "total-faux 5"
      ])
  }
}
