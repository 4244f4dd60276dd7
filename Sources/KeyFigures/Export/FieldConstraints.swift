import Diagnostics
import FrenchText

/// What Table Schema can say of the checks of a table: `required`, `unique`, `enum`, `minimum`, `maximum`.
///
/// Only what holds for every row of the file is said: a total row breaks an enumeration that the data rows obey, and
/// a secret cell breaks an obligation.
struct FieldConstraints {
  private struct Field {
    var isRequired = false
    var isUnique = false
    var values: [String]?
    var least: Decimal?
    var greatest: Decimal?
  }

  /// In the order of the columns.
  private var fields: [Field]
  /// The columns whose values together name a row.
  private(set) var key: [Int]?

  init(_ table: Table) {
    fields = [Field](repeating: Field(), count: table.columns.count)
    var named: [Int]?
    let hasOnlyData = table.rowKinds.allSatisfy { $0 == .data }
    for check in table.schema?.checks ?? [] {
      switch check {
      case .required(let check):
        for index in Self.indices(check.columns, table) {
          fields[index].isRequired = Self.isFull(index, table)
        }
      case .unique(let check):
        let indices = Self.indices(check.columns, table)
        if indices.count == 1 { fields[indices[0]].isUnique = Self.isUnique(indices, table) }
        if named == nil, !indices.isEmpty { named = indices }
      case .among(let check):
        guard hasOnlyData, let index = table.column(named: normalized(check.column.value)) else { continue }
        fields[index].values = Self.holds(check.values, index, table) ? check.values : nil
      case .bounds(let check):
        guard let index = table.column(named: normalized(check.column.value)),
          table.columns[index].type.isNumeric
        else { continue }
        fields[index].least = check.least.flatMap { Self.number($0.value) }
        fields[index].greatest = check.greatest.flatMap { Self.number($0.value) }
      default: continue
      }
    }
    guard let named, named.allSatisfy({ Self.isFull($0, table) }) else { return }
    let isUnique = named.count == 1 ? fields[named[0]].isUnique : Self.isUnique(named, table)
    if isUnique { key = named }
  }

  func write(_ index: Int, _ type: ExportedType, _ json: inout JSONWriter) {
    let field = fields[index]
    let isRequired = field.isRequired || key?.contains(index) == true
    let isNumber = type == .integer || type == .number
    let hasBounds = isNumber && (field.least != nil || field.greatest != nil)
    guard isRequired || field.isUnique || field.values != nil || hasBounds else { return }
    json.member("constraints") { json in
      json.object { json in
        if isRequired { json.member("required", true) }
        if field.isUnique { json.member("unique", true) }
        if let values = field.values, type == .string {
          json.member("enum") { json in json.array { for value in values { $0.string(value) } } }
        }
        let bounds: [(StaticString, Decimal?)] = [("minimum", field.least), ("maximum", field.greatest)]
        for (name, bound) in bounds {
          guard isNumber, let bound, type == .number || bound.isInteger else { continue }
          json.member(name) { $0.number { bound.appendPlain(to: &$0) } }
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
    table.twins(among: Array(0..<table.rowCount), in: columns) { row, index in
      table.columns[index].states[row] == .value ? table.raw.range(row, index) : 0..<0
    }.isEmpty
  }

  private static func isFull(_ index: Int, _ table: Table) -> Bool {
    table.columns[index].states.allSatisfy { $0 == .value || $0 == .words }
  }

  private static func holds(_ values: [String], _ index: Int, _ table: Table) -> Bool {
    (0..<table.rowCount).allSatisfy { row in
      let state = table.columns[index].states[row]
      return (state != .value && state != .words) || values.contains(table.text(row, index))
    }
  }
}
