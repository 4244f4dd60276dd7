import Diagnostics
import FrenchText
import FrontMatter

/// `moyenne: { ligne: Total, poids: Terminaux }`: the row is the mean of the rows above, weighted by a column if one
/// is named; over percentages and decimals, or the columns named.
public struct MeanCheck: Sendable {
  let row: RowReference
  let weight: Located<String>?
  let columns: CheckColumns?
  let location: SourceLocation

  static func decode(_ field: inout Field) -> MeanCheck? {
    let location = field.location
    return field.shaped(
      scalar: { field in
        field.text().map {
          MeanCheck(row: RowReference(name: $0), weight: nil, columns: nil, location: $0.location)
        }
      },
      mapping: { field in
        field.mapping { fields in
          let row = fields.text(
            "ligne", required: true, doc: "La première cellule de la ligne, ou « derniere »")
          let weight = fields.text("poids", doc: "La colonne qui pondère la moyenne")
          let columns = fields.field(
            "colonnes", doc: "Les colonnes dont c’est la moyenne", CheckColumns.decode)
          guard let row, let location else { return nil }
          return MeanCheck(row: RowReference(name: row), weight: weight, columns: columns, location: location)
        }
      })
  }

  func run(on table: Table, _ diagnostics: inout [Diagnostic]) {
    let rows = row.rows(in: table)
    if rows.isEmpty { return row.reportMissing(table, &diagnostics) }
    var weights: Column?
    if let weight {
      guard let index = CheckColumns.index(of: weight, in: table, &diagnostics) else { return }
      weights = table.columns[index]
    }
    let indices =
      columns?.indices(in: table, &diagnostics)
      ?? table.columns.indices.filter { table.columns[$0].type.averages }
    for row in rows {
      let above = (0..<row).filter { table.rowKinds[$0] == .data }
      for index in indices {
        guard let fault = fault(table, row, index, above, weights) else { continue }
        guard case .wrong(let expected) = fault else {
          diagnostics.append(
            .tooLong(
              "Moyenne « \(table.columns[index].name) »", at: table.location(row, index), check: location))
          continue
        }
        diagnostics.append(
          Diagnostic(
            KeyFigureCode.wrongMean, at: table.location(row, index),
            "Moyenne « \(table.columns[index].name) » : \(table.text(row, index)) annoncé ; les lignes donnent \(expected)",
            help: weight.map {
              "la moyenne est pondérée par « \($0.value) » ; corriger la moyenne, ou la ligne fautive"
            }
              ?? "corrigez la moyenne, la ligne fautive, ou nommez la colonne de « poids »",
            notes: [.init("la moyenne est annoncée ici", at: location)]))
      }
    }
  }

  private enum Fault {
    /// The mean that the rows give is another.
    case wrong(String)
    case tooLong
  }

  private func fault(
    _ table: Table, _ row: Int, _ index: Int, _ above: [Int], _ weights: Column?
  ) -> Fault? {
    let cells = table.columns[index]
    if cells.isTooLong(row) { return .tooLong }
    guard let announced = cells.possible(row) else { return nil }
    // A row without a value, where none is due, weighs nothing.
    let rows = above.filter { cells.states[$0] != .notApplicable }
    let sum = ColumnSum(cells, rows: rows) { row in weights.map { $0.plainCount(row) } ?? 1 }
    if !sum.hasUnknown, sum.isTooLong { return .tooLong }
    guard !sum.hasUnknown, !sum.hasUnreadable, let possible = sum.possible, let count = sum.count else {
      return nil
    }
    let divisor: Fraction
    if let weights {
      // Weights at their column's scale multiply the sum by as much as they multiply the divisor.
      let total = ColumnSum(weights, rows: rows)
      if total.isTooLong { return .tooLong }
      guard total.isNonNegative, !total.hasUnreadable, let weight = total.count else { return nil }
      divisor = Fraction(weight)
    } else {
      divisor = Fraction(Int128(rows.count))
    }
    guard !divisor.isZero else { return nil }
    guard let mean = possible.divided(by: Possible(exactly: divisor)) else { return .tooLong }
    guard !announced.intersects(mean), let power = powerOfTen(sum.scale),
      let exact = Fraction(count, over: power)?.divided(by: divisor)
    else { return nil }
    let shown = exact.decimal(scale: max(cells.decimal(row)?.scale ?? cells.scale, 0))
    return shown.map { .wrong(Quantity($0, unit: cells.unit).formatted) }
  }
}
