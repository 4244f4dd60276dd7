import Testing

@testable import Charts

@Suite struct CheckTests {
  private func faults(
    _ kind: ChartKind, _ categories: [String], _ series: [(String, [Double?])],
    _ change: (inout ChartSpecification) -> Void = { _ in }
  ) -> [ChartFault] {
    Chart.check(Samples.make(kind, "", categories, series, change))
  }

  @Test func acceptsEverySample() {
    for sample in Samples.all { #expect(Chart.check(sample) == [], "\(sample.title)") }
  }

  @Test func refusesAnEmptyTable() {
    #expect(
      faults(.bars, [], [("A", [])]) == [
        ChartFault(
          .empty, "donnees", "Le tableau n’a aucune ligne à dessiner",
          help: "donnez un tableau qui a au moins une ligne, total mis à part")
      ])
  }

  @Test func refusesWordsWhereNumbersAreNeeded() {
    #expect(
      faults(.bars, ["a", "b"], [("Nom", [nil, nil])]) == [
        ChartFault(
          .notNumeric, "y", "La colonne « Nom » n’a aucun nombre à dessiner",
          help: "nommez une colonne de nombres")
      ])
  }

  @Test func refusesNegativeParts() {
    #expect(
      faults(.pie, ["Gain", "Perte"], [("Solde", [3, -1])]) == [
        ChartFault(
          .negativePart, "y", "« Perte » est négatif, et « secteurs » ne montre que des parts",
          help: "écrivez type=barres-horizontales, qui montre les valeurs négatives")
      ])
  }

  @Test func refusesAPieOfThirtySlices() {
    #expect(
      faults(.pie, (1...30).map(String.init), [("Part", Array(repeating: 1, count: 30))]) == [
        ChartFault(
          .tooMany, "type", "« secteurs » ne se lit plus au-delà de 8 parts, et il y en a 30",
          help: "regroupez les plus petites sous « Autres », ou écrivez type=barres-horizontales")
      ])
  }

  @Test func refusesAScaleShorterThanTheData() {
    #expect(
      faults(.bars, ["a"], [("N", [120])]) { $0.maximum = 100 } == [
        ChartFault(
          .wrongValue, "max", "Une valeur dépasse l’échelle demandée",
          help: "donnez au moins 120, ou retirez max")
      ])
  }

  @Test func namesTheNearestCategory() {
    #expect(
      faults(.bars, ["Terminale", "3e"], [("N", [1, 2])]) { $0.colors = .emphasis(["Terminal"]) } == [
        ChartFault(
          .unknownName, "couleurs", "« Terminal » n’est pas dans le tableau",
          help: "vouliez-vous dire « Terminale » ?")
      ])
    #expect(
      ChartFault.unknownColumn("Certifies", attribute: "y", among: ["Classe", "Certifiés"])
        == ChartFault(
          .unknownColumn, "y", "Colonne « Certifies » inconnue", help: "vouliez-vous dire « Certifiés » ?"))
  }

  @Test func wantsAnObjectiveForATarget() {
    #expect(
      faults(.target, ["a"], [("N", [1])]).map(\.attribute) == ["objectif"])
    #expect(faults(.target, ["a"], [("N", [1])]) { $0.objective = .init("But", values: [2]) } == [])
  }

  @Test func refusesALogarithmOfZeroOrOfBars() {
    #expect(
      faults(.lines, ["a", "b"], [("N", [1, 0])]) { $0.logarithmic = true }.map(\.message)
        == ["« b » n’a pas de place sur une échelle logarithmique"])
    #expect(
      faults(.bars, ["a", "b"], [("N", [1, 2])]) { $0.logarithmic = true }.map(\.attribute) == ["axe"])
  }

  @Test func readsAttributesAsTheyAreWritten() {
    var chart = ChartSpecification(kind: .bars, data: ChartData(categories: [], series: []))
    #expect(chart.set("type", to: "anneau") == nil)
    #expect(chart.set("max", to: "1\u{202F}000 %") == nil)
    #expect(chart.set("reference", to: "70,5 % : moyenne nationale; objectif : 80") == nil)
    #expect(chart.set("annotation", to: "2020-2021 : écoles fermées") == nil)
    #expect(chart.set("tri", to: "décroissant") == nil)
    #expect(chart.set("couleurs", to: "Terminale, 3e") == nil)
    #expect(chart.kind == .ring)
    #expect(chart.maximum == 1000)
    #expect(
      chart.references == [
        .init(value: 70.5, label: "moyenne nationale"), .init(value: 80, label: "objectif"),
      ])
    #expect(chart.annotations == [.init(category: "2020-2021", text: "écoles fermées")])
    #expect(chart.sort == .descending)
    #expect(chart.colors == .emphasis(["Terminale", "3e"]))
  }

  @Test func saysWhatToWriteInsteadOfAWrongAttribute() {
    var chart = ChartSpecification(kind: .bars, data: ChartData(categories: [], series: []))
    #expect(
      chart.set("type", to: "barre")
        == ChartFault(
          .unknownType, "type", "Type de graphique « barre » inconnu", help: "vouliez-vous dire « barres » ?")
    )
    #expect(
      chart.set("tri", to: "haut")
        == ChartFault(
          .wrongValue, "tri", "Tri « haut » inconnu",
          help: "écrivez tri=croissant, decroissant ou alphabetique"))
    #expect(
      chart.set("max", to: "cent")
        == ChartFault(.wrongValue, "max", "« cent » n’est pas un nombre", help: "écrivez max=100"))
    #expect(chart.kind == .bars)
  }
}
