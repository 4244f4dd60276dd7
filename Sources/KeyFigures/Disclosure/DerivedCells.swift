/// Hides what would give a hidden count back by way of a rate.
enum DerivedCells {
  /// In each row with a hidden count: percentages, decimals, numbers with a unit, and the target of any formula. In
  /// each column that lost a cell so: its mean rows.
  static func mask(_ table: inout MaskedTable, rows: Set<Int>) {
    let (columns, rowKinds) = (table.original.columns, table.original.rowKinds)
    let targets = formulaTargets(table.original)
    // A hidden total can be told from any visible part and its rate: no rate of the table may then stay.
    let rows = rows.contains { rowKinds[$0] == .total } ? Set(rowKinds.indices) : rows
    for index in columns.indices where isDerived(columns[index], targets.contains(index)) {
      var lost = false
      for row in rows where table.state(row, index) == .value {
        table.mask(row, index)
        lost = true
      }
      guard lost else { continue }
      for row in rowKinds.indices where rowKinds[row] == .mean { table.mask(row, index) }
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

/// A table some cells of which are being hidden.
struct MaskedTable {
  let original: Table
  private var spans: [RawTable.Span]
  private var cells: [ColumnCells]

  init(_ table: Table) {
    original = table
    spans = table.raw.spans
    cells = table.columns.map(\.cells)
  }

  func state(_ row: Int, _ index: Int) -> CellState { cells[index].states[row] }

  mutating func mask(_ row: Int, _ index: Int) {
    guard state(row, index) == .value || state(row, index) == .words else { return }
    cells[index].mask(row)
    // What the cell says is forgotten; its place stays.
    if let place = original.raw.place(row, index) { spans[place].textEnd = spans[place].textStart }
  }

  var table: Table {
    Table(
      schema: original.schema, raw: original.raw.with(spans),
      columns: zip(original.columns, cells).map { Column($0.heading, $1) }, rowKinds: original.rowKinds)
  }
}
