import Diagnostics

/// Tells total and mean rows from the others: those that a check names and, where no check speaks of any, a last row
/// called « Total » or « Ensemble ».
enum RowKinds {
  static func find(in table: RawTable, _ schema: TableSchema?) -> [RowKind] {
    var kinds = [RowKind](repeating: .data, count: table.rowCount)
    var isTold = false
    for check in schema?.checks ?? [] {
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
    if !isTold, table.rowCount > 1, !table.header.isEmpty, isTotalName(table.text(table.rowCount - 1, 0)) {
      kinds[table.rowCount - 1] = .total
    }
    return kinds
  }

  /// Whether a label is one that total rows have, whatever its capitals and its calls of notes (`Total*`).
  static func isTotalName(_ label: String) -> Bool {
    // Few labels begin as one of these names does.
    switch label.utf8.first(where: { $0 != UInt8(ascii: "*") }).map({ $0 | 0x20 }) {
    case UInt8(ascii: "t"), UInt8(ascii: "e"), UInt8(ascii: "s"): break
    default: return false
    }
    let name = normalized(label)
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      return name.lowercased().filter { $0 != "*" } == "total général"
    }
    let letters = name.utf8.compactMap {
      $0 == UInt8(ascii: "*") ? nil : $0.isASCIIUppercase ? $0 | 0x20 : $0
    }
    return ["total", "ensemble", "totaux", "somme"].contains { $0.utf8.elementsEqual(letters) }
  }
}
