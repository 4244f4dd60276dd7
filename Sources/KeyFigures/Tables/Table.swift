import Diagnostics
import FrenchText
import Synchronization

/// What a row is among the others.
public enum RowKind: UInt8, Sendable, Hashable {
  case data
  /// Said by `total`, or so named in a table that says nothing.
  case total
  /// Said by `moyenne`.
  case mean
}

/// What one cell holds, ready to be shown, drawn or exported.
public enum CellValue: Hashable, Sendable {
  case blank, unavailable, notApplicable, masked, unreadable
  case text(String)
  case number(Quantity)
  case period(Period)
  case flag(Bool)
}

/// A table whose columns have types, read once and used everywhere: shown, drawn, checked, exported. It is one
/// reference, for it goes from hand to hand.
public final class Table: Sendable {
  /// The schema's; nil for a table without one.
  public let schema: TableSchema?
  public let raw: RawTable
  public let columns: [Column]
  public let rowKinds: [RowKind]
  /// The names of the columns, made unique: readers of data want no two alike.
  let columnNames: [String]
  /// Of its CSV file, in bytes; zero until it has been written.
  let exportedSize = Atomic(0)

  init(schema: TableSchema?, raw: RawTable, columns: [Column], rowKinds: [RowKind]) {
    self.schema = schema
    self.raw = raw
    self.columns = columns
    self.rowKinds = rowKinds
    columnNames = Self.unique(columns.map(\.name))
  }

  private static func unique(_ names: [String]) -> [String] {
    guard Set(names).count < names.count else { return names }
    var seen: [String: Int] = [:]
    return names.map { name in
      let count = seen[name, default: 0] + 1
      seen[name] = count
      return count == 1 ? name : "\(name) (\(count))"
    }
  }

  public var id: String? { schema?.id.value }
  public var rowCount: Int { raw.rowCount }

  /// Where the table stands as a whole: its caption, or its directive.
  public var location: SourceLocation { raw.location }

  public func column(named name: String) -> Int? { columns.firstIndex { $0.name == name } }

  /// The first row whose first cell reads so.
  public func row(named name: String) -> Int? { rows(named: name).first }

  /// All rows whose first cell reads so, spaces of any kind being equal.
  public func rows(named name: String) -> [Int] { raw.rows(named: name) }

  /// The cell as it was written, without the blanks around it.
  public func text(_ row: Int, _ column: Int) -> String { raw.text(row, column) }

  public func location(_ row: Int, _ column: Int) -> SourceLocation { raw.location(row, column) }

  public func state(_ row: Int, _ column: Int) -> CellState { columns[column].states[row] }

  public func value(_ row: Int, _ column: Int) -> CellValue {
    let cells = columns[column]
    switch cells.states[row] {
    case .blank: return .blank
    case .unavailable: return .unavailable
    case .notApplicable: return .notApplicable
    case .masked: return .masked
    case .unreadable: return .unreadable
    case .words: return .text(text(row, column))
    case .value:
      if let quantity = cells.quantity(row) { return .number(quantity) }
      if let period = cells.period(row) { return .period(period) }
      if let flag = cells.flag(row) { return .flag(flag) }
      return .text(text(row, column))
    }
  }

  /// What the row is called: its first cell.
  public func label(ofRow row: Int) -> String { columns.isEmpty ? "" : text(row, 0) }

  /// Rows that are neither total nor mean: those that charts draw.
  public var dataRows: [Int] { (0..<rowCount).filter { rowKinds[$0] == .data } }
}
