import Diagnostics
import Testing

@testable import KeyFigures

/// Every digit of every checked cell, changed into each of the nine others: what the checks notice.
@Suite struct MutationTests {
  struct Count: Equatable {
    var caught = 0
    var missed = 0
  }

  /// Counts by column, over the cells that hold a number.
  static func mutate(_ schema: TableSchema?, header: [String], rows: [[String]], columns: [Int]) -> [Count] {
    columns.map { column in
      var count = Count()
      for row in rows.indices {
        let bytes = Array(rows[row][column].utf8)
        for (position, byte) in bytes.enumerated() where byte.isASCIIDigit {
          for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != byte {
            var changed = bytes
            changed[position] = digit
            var copy = rows
            copy[row][column] = String(decoding: changed, as: UTF8.self)
            if isCaught(schema, header, copy) { count.caught += 1 } else { count.missed += 1 }
          }
        }
      }
      return count
    }
  }

  private static func isCaught(_ schema: TableSchema?, _ header: [String], _ rows: [[String]]) -> Bool {
    var diagnostics: [Diagnostic] = []
    let raw = RawTable(
      file: "t", location: place, header: header.map { RawCell($0, at: place) },
      rows: rows.map { $0.map { RawCell($0, at: place) } })
    let table = Table.read(raw, schema: schema, &diagnostics)
    table.check(CheckContext(table: { _ in table }), &diagnostics)
    return !diagnostics.isEmpty
  }

  private static let place = SourceLocation(file: "t", range: 0..<0)

  @Test func catchesEveryDigitOfATotal() {
    let counts = Self.mutate(
      Sample.readSchema(
        "colonnes: { Classe: texte, Élèves: entier, Budget: montant }\ncontroles:\n- total: Total"),
      header: ["Classe", "Élèves", "Budget"],
      rows: [["3e", "8 455", "12,50 €"], ["2de", "5", "1 740 €"], ["Total", "8 460", "1 752,50 €"]],
      columns: [1, 2])
    #expect(counts == [Count(caught: 81, missed: 0), Count(caught: 126, missed: 0)])
  }

  /// What is missed here is what rounding hides: 8 455 of 27 541 and 8 456 of 27 541 are both 30,7 %.
  @Test func catchesOfARateAllThatItsDigitsCanTell() {
    let counts = Self.mutate(
      Sample.readSchema(
        "colonnes: { Classe: texte, Reçus: entier, Inscrits: entier, Taux: pourcentage }\n"
          + "controles:\n- calcul: Taux = Reçus / Inscrits"),
      header: ["Classe", "Reçus", "Inscrits", "Taux"], rows: [["3e", "8 455", "27 541", "30,7 %"]],
      columns: [1, 2, 3])
    #expect(
      counts == [Count(caught: 25, missed: 11), Count(caught: 28, missed: 17), Count(caught: 27, missed: 0)])
  }

  @Test func catchesEveryDigitOfEveryTotalOfTheReport() {
    let published = PublishedTables()
    var count = Count()
    for section in published.sections {
      for (schema, raw) in zip(section.schemas, section.raws) {
        var diagnostics: [Diagnostic] = []
        let table = Table.read(raw, schema: schema, &diagnostics)
        let totals = schema.checks.contains { if case .total = $0 { true } else { false } }
        guard totals else { continue }
        let rows = (0..<table.rowCount).map { row in table.columns.indices.map { table.text(row, $0) } }
        let columns = table.columns.indices.filter { table.columns[$0].type.addsUp }
        for column in Self.mutate(schema, header: table.columns.map(\.name), rows: rows, columns: columns) {
          count.caught += column.caught
          count.missed += column.missed
        }
      }
    }
    #expect(count.caught > 500)
    #expect(count.missed == 0)
  }
}
