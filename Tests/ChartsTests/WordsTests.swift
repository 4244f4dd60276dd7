import Testing

@testable import Charts

@Suite struct WordsTests {
  @Test func saysTheTypeTheExtremesAndWhereTheDataAre() {
    #expect(
      Chart.description(Samples.bars[0], reference: "Données dans le tableau 1, juste au-dessus.")
        == "Barres\u{A0}: Certifiés, 5 valeurs\u{A0}: maximum 15\u{202F}340 (Terminale), minimum 1\u{202F}025 (CAP, 2e année). Données dans le tableau 1, juste au-dessus."
    )
  }

  @Test func saysWhichWayALineGoes() {
    let falling = Samples.make(.lines, "", ["2023", "2024", "2025"], [("Élèves", [30, 40, 20])])
    #expect(
      Chart.description(falling)
        == "Courbe\u{A0}: Élèves, de 30 (2023) à 20 (2025), en baisse, avec un maximum de 40 (2024).")
  }

  @Test func saysWhenAllValuesAreEqualAndWhenOneIsUnknown() {
    let equal = Samples.make(.bars, "", ["A", "B", "C", "D", "E"], [("Écoles", [3, 3, 3, nil, 3])])
    #expect(
      Chart.description(equal)
        == "Barres\u{A0}: Écoles, 4 valeurs\u{A0}: toutes les valeurs sont égales à 3. Une valeur n’est pas connue."
    )
  }

  @Test func sumsTheParts() {
    let ring = Samples.make(.ring, "", ["FSE+", "Autres"], [("Montant", [1_740_000, 1_360_000])], unit: "€")
    #expect(
      Chart.description(ring)
        == "Anneau\u{A0}: Montant. FSE+\u{A0}: 1\u{202F}740\u{202F}000\u{A0}€\u{202F}; Autres\u{A0}: 1\u{202F}360\u{202F}000\u{A0}€. Total\u{A0}: 3\u{202F}100\u{202F}000\u{A0}€."
    )
  }

  @Test func neverRoundsARateUpToTheWhole() {
    #expect(Target.rate(999, of: 1000) == "99\u{202F}%")
    #expect(Target.rate(1000, of: 1000) == "100\u{202F}%")
    #expect(Shares.percent(0.001) == "<\u{A0}1\u{202F}%")
    #expect(Shares.percent(0.9999) == ">\u{A0}99\u{202F}%")
  }

  @Test func writesNumbersAsFrenchDoes() {
    #expect(FigureFormat(decimals: 1, unit: "%").text(-1234.56) == "−1\u{202F}234,6\u{202F}%")
    #expect(FigureFormat(decimals: 0).text(-0.2) == "0")
    #expect(FigureFormat(for: [0.1 + 0.2, 1]).text(0.3) == "0,3")
    #expect(FigureFormat(decimals: 2).text(.infinity) == "n. d.")
  }
}
