import Diagnostics
import FrenchText

/// What Table Schema can say of the checks of a table: `required`, `unique`, `enum`, `minimum`, `maximum`.
///
/// Only what holds for every row of the file is said: a total row breaks an enumeration that the data rows obey, and
/// a secret cell breaks an obligation.
struct FieldConstraints {
  private var required = Set<Int>()
  private var unique = Set<Int>()
  private var values: [Int: [String]] = [:]
  private var least: [Int: Decimal] = [:]
  private var greatest: [Int: Decimal] = [:]
  /// The columns whose values together name a row.
  private(set) var key: [Int]?

  init(_ table: Table) {
    let hasOnlyData = table.rowKinds.allSatisfy { $0 == .data }
    for check in table.schema?.checks ?? [] {
      switch check {
      case .required(let check): required.formUnion(Self.indices(check.columns, table))
      case .unique(let check):
        let indices = Self.indices(check.columns, table)
        if indices.count == 1 { unique.formUnion(indices) }
        if key == nil, !indices.isEmpty { key = indices }
      case .among(let check):
        guard hasOnlyData, let index = table.column(named: normalized(check.column.value)) else { continue }
        values[index] = check.values
      case .bounds(let check):
        guard let index = table.column(named: normalized(check.column.value)),
          table.columns[index].type.isNumeric
        else { continue }
        least[index] = check.least.flatMap { Self.number($0.value) }
        greatest[index] = check.greatest.flatMap { Self.number($0.value) }
      default: continue
      }
    }
    required = required.filter { index in
      table.columns[index].states.allSatisfy { $0 == .value || $0 == .words }
    }
    unique = unique.filter { Self.isUnique([$0], table) }
    values = values.filter { index, values in Self.holds(values, index, table) }
    if let columns = key, !Self.isUnique(columns, table) || !Self.isFull(columns, table) { key = nil }
  }

  func write(_ index: Int, _ type: ExportedType, _ json: inout JSONWriter) {
    let isNumber = type == .integer || type == .number
    let isKey = key?.contains(index) == true
    let bounds = [("minimum", least[index]), ("maximum", greatest[index])].filter { isNumber && $0.1 != nil }
    guard
      required.contains(index) || isKey || unique.contains(index) || values[index] != nil || !bounds.isEmpty
    else { return }
    json.member("constraints") { json in
      json.object { json in
        if required.contains(index) || isKey { json.member("required", true) }
        if unique.contains(index) { json.member("unique", true) }
        if let values = values[index], type == .string {
          json.member("enum") { json in json.array { for value in values { $0.string(value) } } }
        }
        for (name, bound) in bounds {
          guard let bound, type == .number || bound.isInteger else { continue }
          json.member(name) { $0.number(bound.plain) }
        }
      }
    }
  }

  private static func indices(_ columns: CheckColumns, _ table: Table) -> [Int] {
    columns.names.compactMap { table.column(named: normalized($0.value)) }
  }

  private static func number(_ text: String) -> Decimal? {
    if case .success(let quantity) = Quantity.parse(text) { quantity.decimal } else { nil }
  }

  /// Over all rows, total rows included, and as the file writes them.
  private static func isUnique(_ columns: [Int], _ table: Table) -> Bool {
    var seen = Set<[UInt8]>()
    for row in 0..<table.rowCount {
      var key: [UInt8] = []
      for index in columns {
        if table.columns[index].states[row] == .value { key.append(contentsOf: table.raw.bytes(row, index)) }
        key.append(0)
      }
      guard seen.insert(key).inserted else { return false }
    }
    return true
  }

  private static func isFull(_ columns: [Int], _ table: Table) -> Bool {
    columns.allSatisfy { index in table.columns[index].states.allSatisfy { $0 == .value || $0 == .words } }
  }

  private static func holds(_ values: [String], _ index: Int, _ table: Table) -> Bool {
    (0..<table.rowCount).allSatisfy { row in
      let state = table.columns[index].states[row]
      return (state != .value && state != .words) || values.contains(table.text(row, index))
    }
  }
}
