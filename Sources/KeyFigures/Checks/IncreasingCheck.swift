import Diagnostics
import FrenchText
import FrontMatter

/// `croissant: Période`: the rows come in order, equal neighbours allowed. Dates by their start, numbers by value,
/// words as they are written.
public struct IncreasingCheck: Sendable {
  let columns: CheckColumns
  let location: SourceLocation

  static func decode(_ field: inout Field) -> IncreasingCheck? {
    let location = field.location
    guard let columns = CheckColumns.decode(&field), let location else { return nil }
    return IncreasingCheck(columns: columns, location: location)
  }

  func run(on table: Table, _ diagnostics: inout [Diagnostic]) {
    for index in columns.indices(in: table, &diagnostics) {
      var findings = Findings()
      var previous: Int?
      for row in 0..<table.rowCount
      where table.rowKinds[row] == .data && table.columns[index].states[row] == .value {
        if let earlier = previous, isBelow(table, row, earlier, index) {
          findings.add(at: table.location(row, index)) { place in
            Diagnostic(
              KeyFigureCode.wrongOrder, at: place,
              "« \(excerpt(table.text(row, index))) » vient après « \(excerpt(table.text(earlier, index))) » dans "
                + "« \(table.columns[index].name) »",
              help: "remettez les lignes dans l’ordre",
              notes: [
                .init("la ligne qui précède", at: table.location(earlier, index)),
                .init("l’ordre est demandé ici", at: location),
              ])
          }
        }
        previous = row
      }
      findings.report(.wrongOrder, &diagnostics)
    }
  }

  private func isBelow(_ table: Table, _ row: Int, _ earlier: Int, _ index: Int) -> Bool {
    let cells = table.columns[index]
    if let a = cells.period(row), let b = cells.period(earlier) { return a.start < b.start }
    if cells.type.isNumeric || cells.type == .value {
      guard let a = cells.decimal(row), let b = cells.decimal(earlier) else { return false }
      return a < b
    }
    return collationKey(table.text(row, index)).lexicographicallyPrecedes(
      collationKey(table.text(earlier, index)))
  }
}
