import Testing

@testable import KeyFigures

@Suite struct FormulaParserTests {
  @Test func readsNamesWithSpacesAndAccents() throws {
    let formula = try FormulaParser.parse(
      "Part hors les murs = Hors les murs / (Dans les labos + Hors les murs)",
      columns: ["Année", "Dans les labos", "Hors les murs", "Part hors les murs"])
    #expect(formula.target == 3)
    #expect(formula.program == [.column(2), .column(1), .column(2), .add, .divide])
  }
}
