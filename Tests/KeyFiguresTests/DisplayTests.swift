import Testing

@testable import KeyFigures

@Suite struct DisplayTests {
  @Test func setsCellsAsFrenchTypographyAsks() {
    let schema =
      "fusionner: Partie\ncolonnes: { Partie: texte, A: entier, B: { type: montant, unite: k€ }, C: pourcentage, D: date, E: oui-non }"
    let table = Sample(
      schema,
      csv:
        "Partie;A;B;C;D;E\nx;13000;-12,5;30,7%;2025-05-17;Oui\nx;n.d.;–;;1er octobre 2024;non\ny;1;2;3 %;2025;oui"
    ).table
    let shown = (0..<2).map { row in (1..<6).map { table.formatted(row, $0) } }
    #expect(
      shown == [
        ["13\u{202F}000", "\u{2212}12,5", "30,7\u{A0}%", "17\u{A0}mai 2025", "oui"],
        ["n.\u{202F}d.", "\u{2013}", "", "1er\u{A0}octobre 2024", "non"],
      ])
    #expect(table.columns.map(\.headerText) == ["Partie", "A", "B (k€)", "C", "D", "E"])
    #expect(table.columns.map(\.isNumeric) == [false, true, true, true, false, false])
    #expect((0..<3).map { table.rowSpan($0, 0) } == [2, 0, 1])
  }
}
