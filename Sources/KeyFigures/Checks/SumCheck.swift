import Diagnostics
import FrenchText
import FrontMatter

/// `somme: { colonne: Part, egale: 100 % }`: the column adds up to a number, within what rounding of the digits shown
/// allows. `colonnes: [A, B, C]` adds along each row; `egale` may then name a column.
public struct SumCheck: Sendable {
  let column: Located<String>?
  let columns: CheckColumns?
  let expected: Located<String>
  let location: SourceLocation

  static func decode(_ field: inout Field) -> SumCheck? {
    let location = field.location
    return field.mapping { fields in
      let column = fields.text("colonne", doc: "La colonne additionnée de haut en bas")
      let columns = fields.field(
        "colonnes", doc: "Les colonnes additionnées le long de chaque ligne", CheckColumns.decode)
      let expected = fields.text(
        "egale", required: true, doc: "La somme attendue : un nombre, ou une colonne")
      guard let expected, let location else { return nil }
      if (column == nil) == (columns == nil) {
        fields.report(
          Diagnostic(
            KeyFigureCode.badCheck, at: location, "« somme » veut « colonne » ou « colonnes », l’un des deux",
            help: "écrivez par exemple : somme: { colonne: Part, egale: 100 % }"))
        return nil
      }
      return SumCheck(column: column, columns: columns, expected: expected, location: location)
    }
  }

  func run(on table: Table, _ diagnostics: inout [Diagnostic]) {
    if let columns {
      runAlongRows(table, columns.indices(in: table, &diagnostics), &diagnostics)
    } else if let column, let index = CheckColumns.index(of: column, in: table, &diagnostics) {
      runDown(table, index, &diagnostics)
    }
  }

  private func runDown(_ table: Table, _ index: Int, _ diagnostics: inout [Diagnostic]) {
    guard let target = number(&diagnostics) else { return }
    let cells = table.columns[index]
    let sum = ColumnSum(cells, rows: table.dataRows)
    if sum.isTooLong {
      diagnostics.append(.tooLong("Colonne « \(cells.name) »", at: cells.location, check: location))
    }
    guard let possible = sum.possible, !sum.hasUnreadable, sum.terms > 0, let value = sum.value else {
      return
    }
    let wanted = Possible(exactly: target)
    if wanted.intersects(possible) { return }
    if sum.hasUnknown, !sum.isNonNegative || wanted.intersects(Possible(lower: possible.lower, upper: nil)) {
      return
    }
    diagnostics.append(
      Diagnostic(
        KeyFigureCode.wrongSum, at: cells.location,
        "La colonne « \(cells.name) » fait \(Quantity(value, unit: cells.unit).formatted) et non \(expected.value)",
        help: swapped(table, index, sum, target)
          ?? "corrigez la cellule fautive : l’arrondi n’explique pas l’écart",
        notes: [.init("la somme est annoncée ici", at: location)]))
  }

  private func runAlongRows(_ table: Table, _ indices: [Int], _ diagnostics: inout [Diagnostic]) {
    guard indices.count == columns?.names.count else { return }
    let targetColumn = table.column(named: normalized(expected.value))
    let target = targetColumn == nil ? number(&diagnostics) : nil
    if targetColumn == nil, target == nil { return }
    var findings = Findings()
    for row in 0..<table.rowCount {
      var sum: Possible? = Possible(exactly: .zero)
      var value: Decimal? = .zero
      for index in indices where table.columns[index].states[row] != .notApplicable {
        sum = table.columns[index].possible(row).flatMap { sum?.adding($0) }
        value = table.columns[index].decimal(row).flatMap { value?.adding($0) }
      }
      let isTooLong =
        indices.contains { table.columns[$0].isTooLong(row) }
        || targetColumn.map { table.columns[$0].isTooLong(row) } ?? false
        || sum == nil
          && indices.allSatisfy { [.value, .notApplicable].contains(table.columns[$0].states[row]) }
      if isTooLong {
        findings.add(at: table.location(row, indices[0])) { place in
          .tooLong("Ligne « \(excerpt(table.label(ofRow: row))) »", at: place, check: location)
        }
        continue
      }
      let wanted = targetColumn.map { table.columns[$0].possible(row) } ?? target.map(Possible.init(exactly:))
      guard let sum, let wanted, !wanted.intersects(sum) else { continue }
      let unit = table.columns[indices[0]].unit
      let shown = value.map { Quantity($0, unit: unit).formatted } ?? "autre chose"
      let announced = targetColumn.map { table.text(row, $0) } ?? expected.value
      let place = targetColumn ?? indices[indices.count - 1]
      findings.add(at: table.location(row, place)) { place in
        Diagnostic(
          KeyFigureCode.wrongSum, at: place,
          "Ligne « \(excerpt(table.label(ofRow: row))) » : les colonnes font \(shown) et non \(announced)",
          help: "corrigez la cellule fautive : l’arrondi n’explique pas l’écart",
          notes: [.init("la somme est annoncée ici", at: location)])
      }
    }
    findings.report(.wrongSum, &diagnostics)
  }

  private func number(_ diagnostics: inout [Diagnostic]) -> Fraction? {
    if case .success(let quantity) = Quantity.parse(expected.value), let exact = quantity.exact {
      return Fraction(of: exact)
    }
    diagnostics.append(
      Diagnostic(
        KeyFigureCode.badCheck, at: expected.location,
        "« \(expected.value) » n’est pas une somme que l’on puisse attendre",
        help: "écrivez un nombre, comme « 100 % »"))
    return nil
  }

  /// The one cell whose digits, the other way round, would make the sum right.
  private func swapped(_ table: Table, _ index: Int, _ sum: ColumnSum, _ target: Fraction) -> String? {
    let cells = table.columns[index]
    guard let count = sum.count, sum.scale == cells.scale, table.rowCount <= 10_000,
      let wanted = target.rounded(toScale: cells.scale)
    else { return nil }
    let gap = wanted - count
    let found = table.dataRows.filter { row in
      cells.plainCount(row).map { Culprit.isSwap($0, $0 + gap) } ?? false
    }
    guard found.count == 1, let value = cells.plainCount(found[0]),
      let instead = Decimal(significand: value + gap, scale: cells.scale)
    else { return nil }
    return "deux chiffres intervertis expliqueraient l’écart : « \(table.label(ofRow: found[0])) » vaudrait "
      + Quantity(instead, unit: cells.unit).formatted
  }
}
