import Diagnostics
import FrenchText

/// Writes a table as CSV: a header, plain numbers, dates as ISO writes them, nothing where a value is missing or
/// secret.
public enum TableCSV {
  public static func write(_ table: Table) -> [UInt8] {
    var csv = CSVWriter()
    for (index, name) in table.columnNames.enumerated() {
      csv.cell(name == "" ? "colonne-\(index + 1)" : name)
    }
    csv.endRow()
    let kinds = table.columns.map { ExportedType($0) }
    for row in 0..<table.rowCount {
      for index in table.columns.indices { write(table, row, index, kinds[index], &csv) }
      csv.endRow()
    }
    table.exportedSize.store(csv.bytes.count, ordering: .relaxed)
    return csv.bytes
  }

  /// In bytes: known once the table has been written, for its page tells it and its file is made apart.
  public static func size(of table: Table) -> Int {
    let known = table.exportedSize.load(ordering: .relaxed)
    return known > 0 ? known : write(table).count
  }

  private static func write(
    _ table: Table, _ row: Int, _ index: Int, _ type: ExportedType, _ csv: inout CSVWriter
  ) {
    let column = table.columns[index]
    switch column.states[row] {
    case .blank, .unavailable, .notApplicable, .masked, .unreadable: return csv.empty()
    case .words: return table.raw.withBytes(row, index) { csv.cell($0) }
    case .value: break
    }
    switch type {
    case .integer, .number:
      if let decimal = column.decimal(row) { csv.number(decimal) } else { csv.empty() }
    case .boolean: csv.cell(column.flag(row) == true ? "true" : "false")
    case .date: csv.cell(column.period(row)?.start.iso ?? "")
    case .string: table.raw.withBytes(row, index) { csv.cell($0) }
    }
  }
}

/// What the cells of a column are in a data file.
enum ExportedType: String {
  case integer, number, boolean, date, string

  /// A column keeps its type only if every cell has a value of that type: a range or a fraction makes it text.
  init(_ column: Column) {
    switch column.type {
    case .integer, .decimal, .percentage, .amount:
      let isPlain = column.quantities.keys.allSatisfy { row in
        column.states[row] != .value || column.decimal(row) != nil
      }
      let isWhole =
        column.type == .integer && column.scale == 0
        && column.quantities.keys.allSatisfy { column.decimal($0)?.scale == 0 }
      self = !isPlain ? .string : isWhole ? .integer : .number
    case .flag: self = .boolean
    case .date, .period:
      let days = column.periods.enumerated().allSatisfy { row, period in
        guard column.states[row] == .value, let period else { return true }
        return period.form == .day && period.relation == nil
      }
      self = days && column.states.contains(.value) ? .date : .string
    case .text, .place, .value: self = .string
    }
  }
}
