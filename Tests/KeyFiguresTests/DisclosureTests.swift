import Diagnostics
import TestSupport
import Testing

@testable import KeyFigures

@Suite struct DisclosureTests {
  private func protect(_ samples: Sample...) -> (tables: [Table], codes: [String]) {
    var tables = samples.map(\.table)
    var diagnostics: [Diagnostic] = []
    Disclosure.protect(&tables, &diagnostics)
    return (tables, diagnostics.map(\.code))
  }

  private func csv(_ table: Table) -> [String] {
    String(decoding: TableCSV.write(table), as: UTF8.self).split(separator: "\r\n").map(String.init)
  }

  @Test func hidesASmallCountAndTheOneThatWouldGiveItBack() {
    let sample = Sample("secret: 5\ncontroles:\n- total: Total", csv: "N;A\na;3\nb;40\nc;12\nTotal;55\n")
    let (tables, codes) = protect(sample)
    #expect(codes == [])
    #expect(csv(tables[0]) == ["N,A", "a,", "b,40", "c,", "Total,55"])
    #expect(tables[0].formatted(0, 1) == "s")
    #expect(tables[0].text(0, 1) == "")
    #expect(tables[0].text(2, 1) == "")
  }

  @Test func hidesNothingMoreWithoutATotal() {
    #expect(csv(protect(Sample("secret: 5", csv: "N;A\na;3\nb;40\n")).tables[0]) == ["N,A", "a,", "b,40"])
  }

  @Test func hidesTheRatesOfARowAndOfATableWhoseTotalIsHidden() {
    let schema =
      "secret: 5\ncolonnes: { N: texte, A: entier, B: entier, Taux: pourcentage }\ncontroles:\n- calcul: Taux = A / B"
    let sample = Sample(schema, csv: "N;A;B;Taux\na;3;10;30 %\nb;40;80;50 %\n")
    #expect(csv(protect(sample).tables[0]) == ["N,A,B,Taux", "a,,10,", "b,40,80,50"])
  }

  @Test func protectsRowsAndColumnsThatBothAddUp() {
    let schema = """
      secret: 5
      controles:
      - total: Total
      - calcul: Tous = F + G
      """
    let sample = Sample(
      schema, csv: "N;F;G;Tous\na;3;20;23\nb;30;40;70\nc;50;10;60\nd;9;9;18\nTotal;92;79;171\n")
    #expect(sample.diagnostics == [])
    let (tables, codes) = protect(sample)
    #expect(codes == [])
    let hidden = csv(tables[0])
    // A rectangle of hidden cells: in each of its rows and columns two, so that none can be told from the margins.
    #expect(hidden == ["N,F,G,Tous", "a,,,23", "b,30,40,70", "c,50,10,60", "d,,,18", "Total,92,79,171"])
  }

  @Test func hidesACellInEveryTableThatRepeatsIt() {
    let secret = Sample("secret: 5", csv: "N;A\na;3\nb;40\n")
    let other = Sample("controles:\n- total: Total", csv: "N;A\na;3\nc;50\nd;60\nTotal;113\n")
    let (tables, codes) = protect(secret, other)
    #expect(codes == [])
    #expect(csv(tables[1]) == ["N,A", "a,", "c,", "d,60", "Total,113"])
  }

  @Test func hidesATotalOfSmallCountsTooWhenNothingElseIsLeft() {
    let sample = Sample("secret: 5\ncontroles:\n- total: Total", csv: "N;A\na;1\nb;1\nTotal;2\n")
    let (tables, codes) = protect(sample)
    #expect(codes == [])
    #expect(csv(tables[0]) == ["N,A", "a,", "b,", "Total,"])
  }

  /// Whatever the table, a reader who tries every value of the hidden cells cannot tell one of them.
  @Test func leavesEveryHiddenCellSeveralValuesWhateverIsTried() {
    var numbers = SeededNumbers(seed: 5)
    var proved = 0
    for _ in 0..<30 {
      let cells = (0..<4).map { _ in Int.random(in: 0...9, using: &numbers) }
      let (tables, codes) = protect(Sample(Square.schema, csv: Square(cells).csv))
      guard codes.isEmpty else { continue }
      #expect(Square.isAmbiguous(tables[0]))
      proved += 1
    }
    #expect(proved > 15)
  }
}

/// Two rows and two columns with all their totals.
private struct Square {
  static let schema = """
    secret: 4
    controles:
    - total: Total
    - somme: { colonnes: [A, B], egale: Tous }
    """

  /// All nine numbers, row after row.
  let all: [Int]

  init(_ cells: [Int]) {
    let (a, b, c, d) = (cells[0], cells[1], cells[2], cells[3])
    all = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d]
  }

  var csv: String {
    let rows = zip(["x", "y", "Total"], [0, 3, 6]).map { name, start in
      name + ";" + all[start..<start + 3].map(String.init).joined(separator: ";")
    }
    return "N;A;B;Tous\n" + rows.joined(separator: "\n")
  }

  /// Tries every square of numbers up to thirteen that agrees with what is visible.
  static func isAmbiguous(_ table: Table) -> Bool {
    let visible = (0..<9).map { table.columns[$0 % 3 + 1].plainCount($0 / 3).map(Int.init) }
    func values(_ index: Int) -> [Int] { visible[index].map { [$0] } ?? Array(0...13) }
    var seen = [Set<Int>](repeating: [], count: 9)
    for a in values(0) {
      for b in values(1) {
        for c in values(3) {
          for d in values(4) {
            let square = Square([a, b, c, d]).all
            guard zip(square, visible).allSatisfy({ $1 == nil || $0 == $1 }) else { continue }
            for (index, value) in square.enumerated() { seen[index].insert(value) }
          }
        }
      }
    }
    return (0..<9).allSatisfy { visible[$0] != nil || seen[$0].count >= 4 }
  }
}
