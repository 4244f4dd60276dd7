/// Hides what would give a hidden count back by way of a rate.
enum DerivedCells {
  /// In each row with a hidden count: percentages, decimals, numbers with a unit, and the target of any formula. In
  /// each column that lost a cell so: its mean rows.
  static func mask(_ table: inout Table, rows: Set<Int>) {
    let targets = formulaTargets(table)
    // A hidden total can be told from any visible part and its rate: no rate of the table may then stay.
    let rows = rows.contains { table.rowKinds[$0] == .total } ? Set(0..<table.rowCount) : rows
    for index in table.columns.indices where isDerived(table.columns[index], targets.contains(index)) {
      var lost = false
      for row in rows where table.columns[index].states[row] == .value {
        table.mask(row, index)
        lost = true
      }
      guard lost else { continue }
      for row in 0..<table.rowCount where table.rowKinds[row] == .mean { table.mask(row, index) }
    }
  }

  private static func isDerived(_ column: Column, _ isTarget: Bool) -> Bool {
    switch column.type {
    case .percentage, .decimal, .value: true
    default: isTarget
    }
  }

  /// Columns that a formula which is no plain sum gives.
  private static func formulaTargets(_ table: Table) -> Set<Int> {
    var targets = Set<Int>()
    for case .formula(let check) in table.schema?.checks ?? [] {
      guard let formula = try? FormulaParser.parse(check.text, columns: table.columns.map(\.name)),
        LinearFormula(formula) == nil
      else { continue }
      targets.insert(formula.target)
    }
    return targets
  }
}

extension Table {
  /// Forgets the value as well as hiding it: nothing downstream can show what is no longer there.
  mutating func mask(_ row: Int, _ index: Int) {
    guard columns[index].states[row] == .value || columns[index].states[row] == .words else { return }
    columns[index].states[row] = .masked
    columns[index].quantities[row] = nil
    if row < columns[index].significands.count {
      columns[index].significands[row] = 0
      columns[index].scales[row] = 0
    }
    if row < columns[index].periods.count { columns[index].periods[row] = nil }
    raw.erase(row, index)
  }
}
