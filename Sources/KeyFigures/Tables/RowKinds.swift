/// Tells total and mean rows from the others: those that a check names and, where no check speaks of any, a last row
/// called « Total » or « Ensemble ».
enum RowKinds {
  static func find(in table: Table) -> [RowKind] {
    var kinds = [RowKind](repeating: .data, count: table.rowCount)
    var isTold = false
    for check in table.schema?.checks ?? [] {
      switch check {
      case .total(let total):
        isTold = true
        for row in total.row.rows(in: table) { kinds[row] = .total }
      case .mean(let mean):
        isTold = true
        for row in mean.row.rows(in: table) where kinds[row] == .data { kinds[row] = .mean }
      default: break
      }
    }
    if !isTold, table.rowCount > 1, isTotalName(table.label(ofRow: table.rowCount - 1)) {
      kinds[table.rowCount - 1] = .total
    }
    return kinds
  }

  static func isTotalName(_ label: String) -> Bool {
    let name = normalized(label).lowercased().filter { $0 != "*" }
    return name == "total" || name == "ensemble" || name == "total général" || name == "totaux"
      || name == "somme"
  }
}
