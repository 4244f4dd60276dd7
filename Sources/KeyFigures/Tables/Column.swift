import Diagnostics
import FrenchText

/// What a cell says, apart from the value itself.
public enum CellState: UInt8, Sendable, Hashable {
  /// A number, a date, a yes or no, a text: what the column holds.
  case value
  /// Blank: nobody knows.
  case blank
  /// `n.d.`: nobody knows, and the table says so.
  case unavailable
  /// `–`: the question does not arise.
  case notApplicable
  /// Words in a column of type `valeur`.
  case words
  /// Something that could not be read, and has been reported.
  case unreadable
  /// Kept secret: a small count, or what would give one back.
  case masked

  /// No value where one could have been.
  public var isMissing: Bool { self == .blank || self == .unavailable || self == .notApplicable }
}

/// What is known of a column before its cells are read.
struct ColumnHeading: Sendable {
  let name: String
  /// The header cell.
  let location: SourceLocation
  let type: ColumnType
  /// The unit of every cell, where the schema says one.
  let unit: String?
  /// The schema names the unit of this column, so cells need not repeat it.
  let unitIsDeclared: Bool
}

/// The cells of a column. Plain numbers lie side by side as integers and scales (nine bytes a cell); what is written in
/// a richer way is kept apart.
struct ColumnCells: Sendable {
  /// The unit of every cell, from the schema or from the cells: `%`, `€`, `heures`.
  var unit: String?
  var states: [CellState]
  var significands: [Int64] = []
  var scales: [UInt8] = []
  /// The most digits shown after the comma.
  var scale = 0
  /// Qualified, ranged, fractional, multiplied or very long numbers, by row.
  var quantities: [Int: Quantity] = [:]
  var periods: [Period?] = []

  init(_ heading: ColumnHeading, rowCount: Int) {
    unit = heading.unit
    states = [CellState](repeating: .blank, count: rowCount)
    let type = heading.type
    if type.isNumeric || type == .value || type == .flag {
      significands = [Int64](repeating: 0, count: rowCount)
      scales = [UInt8](repeating: 0, count: rowCount)
    } else if type == .date || type == .period {
      periods = [Period?](repeating: nil, count: rowCount)
    }
  }

  /// Forgets the value as well as hiding it: nothing downstream can show what is no longer there.
  mutating func mask(_ row: Int) {
    states[row] = .masked
    quantities[row] = nil
    if row < significands.count {
      significands[row] = 0
      scales[row] = 0
    }
    if row < periods.count { periods[row] = nil }
  }
}

/// One column of a table, typed. Tables hand their columns around for every cell: it is one reference.
public final class Column: Sendable {
  let heading: ColumnHeading
  let cells: ColumnCells

  init(_ heading: ColumnHeading, _ cells: ColumnCells) {
    self.heading = heading
    self.cells = cells
  }

  public var name: String { heading.name }
  /// The header cell.
  public var location: SourceLocation { heading.location }
  public var type: ColumnType { heading.type }
  /// The unit of every cell, from the schema or from the cells: `%`, `€`, `heures`.
  public var unit: String? { cells.unit }
  var unitIsDeclared: Bool { heading.unitIsDeclared }

  var states: [CellState] { cells.states }
  var significands: [Int64] { cells.significands }
  var scales: [UInt8] { cells.scales }
  var scale: Int { cells.scale }
  var quantities: [Int: Quantity] { cells.quantities }
  var periods: [Period?] { cells.periods }

  public func state(_ row: Int) -> CellState { states[row] }

  /// The number as it was written, in the column's own unit: 30,7 for 30,7 %.
  public func quantity(_ row: Int) -> Quantity? {
    guard states[row] == .value, type.isNumeric || type == .value else { return nil }
    if let rich = quantities[row] { return rich }
    return plainDecimal(row).map { Quantity($0, unit: unit) }
  }

  /// The number of a cell that has nothing but its digits, and maybe the unit of the column.
  func plainDecimal(_ row: Int) -> Decimal? {
    guard states[row] == .value, type.isNumeric || type == .value, quantities[row] == nil else { return nil }
    return Decimal(significand: Int128(significands[row]), scale: Int(scales[row]))
  }

  /// The number alone, in the column's own unit; nil for a range or a fraction that no decimal equals.
  public func decimal(_ row: Int) -> Decimal? {
    guard states[row] == .value, type.isNumeric || type == .value else { return nil }
    if let rich = quantities[row] {
      if type == .percentage, case .fraction = rich.value {
        return rich.exact.flatMap { $0.multiplied(by: 100) }.flatMap { $0.rounded(toScale: 6) }
      }
      return rich.decimal
    }
    return Decimal(significand: Int128(significands[row]), scale: Int(scales[row]))
  }

  public func period(_ row: Int) -> Period? { states[row] == .value && !periods.isEmpty ? periods[row] : nil }

  public func flag(_ row: Int) -> Bool? {
    states[row] == .value && type == .flag ? significands[row] == 1 : nil
  }

  /// The count of `10^-scale` that a plain cell holds; nil for what is not a plain number.
  func plainCount(_ row: Int) -> Int128? {
    guard states[row] == .value, quantities.isEmpty || quantities[row] == nil else { return nil }
    guard let power = powerOfTen(scale - Int(scales[row])) else { return nil }
    let (count, overflow) = Int128(significands[row]).multipliedReportingOverflow(by: power)
    return overflow ? nil : count
  }

  /// Whether the digits are all there is: counts, and amounts in whole money, are exact as written; the rest has been
  /// rounded to the digits shown.
  var isExact: Bool {
    switch type {
    case .integer: true
    case .amount: unit == nil || unit == "€" || unit == "euro" || unit == "euros"
    default: false
    }
  }

  /// Whether the cell holds a number too long to be computed with.
  func isTooLong(_ row: Int) -> Bool {
    states[row] == .value && (type.isNumeric || type == .value) && possible(row) == nil
  }

  /// The values that a cell may stand for, in the column's own unit; nil also when they do not fit in 128 bits.
  func possible(_ row: Int) -> Possible? {
    guard states[row] == .value, type.isNumeric || type == .value else { return nil }
    if !quantities.isEmpty, let rich = quantities[row] {
      return Possible(rich, asPercentage: type == .percentage, isExact: isExact)
    }
    let count = Int128(significands[row])
    let scale = Int(scales[row])
    if isExact {
      return powerOfTen(scale).flatMap { Fraction(count, over: $0) }.map(Possible.init(exactly:))
    }
    return Possible(roundedTo: count, scale: scale)
  }
}
