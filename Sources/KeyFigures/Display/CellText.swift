import Diagnostics
import FrenchText

extension Table {
  /// The cell as French typography shows it: `8 455`, `30,7 %`, `17 mai 2025`, `n. d.`; « s » where a count is kept
  /// secret. Words are as they were written: the site sets them.
  public func formatted(_ row: Int, _ column: Int) -> String {
    switch value(row, column) {
    case .blank, .unreadable: ""
    case .unavailable: Missing.unavailable.formatted
    case .notApplicable: Missing.notApplicable.formatted
    case .masked: Self.secretMark
    case .text(let text): text
    case .flag(let flag): flag ? "oui" : "non"
    case .period(let period): period.formatted
    case .number(let quantity): columns[column].shown(quantity).formatted
    }
  }

  /// The same, at the end of what is being written. A number takes no `String`.
  public func appendFormatted(_ row: Int, _ column: Int, to text: inout [UInt8]) {
    if !columns[column].appendPlain(row, to: &text) { text.append(formatted(row, column)) }
  }

  /// Whether the cell shows words, which may hold Markdown.
  public func isText(_ row: Int, _ column: Int) -> Bool {
    let type = columns[column].type
    let state = columns[column].state(row)
    return state == .words || state == .value && (type == .text || type == .place)
  }

  /// Whether nothing stands in a cell.
  public func isEmpty(_ row: Int, _ column: Int) -> Bool { raw.bytes(row, column).isEmpty }

  /// The mark of official statistics in France for a value under statistical secrecy.
  public static let secretMark = "s"

  /// Whether any cell is secret: the site then explains the mark under the table.
  public var hasSecrets: Bool { columns.contains { $0.states.contains(.masked) } }

  /// How many rows the cell covers when equal neighbours of the column are shown as one: 0 when an earlier cell does.
  public func rowSpan(_ row: Int, _ column: Int) -> Int {
    guard schema?.merged.map({ normalized($0.value) }) == columns[column].name else { return 1 }
    func isSame(_ a: Int, _ b: Int) -> Bool {
      rowKinds[a] == rowKinds[b] && columns[column].states[a] == columns[column].states[b]
        && raw.bytes(a, column) == raw.bytes(b, column) && !raw.bytes(a, column).isEmpty
    }
    if row > 0, isSame(row, row - 1) { return 0 }
    var end = row + 1
    while end < rowCount, isSame(end, row) { end += 1 }
    return end - row
  }
}

extension Column {
  /// Whether numbers are set in columns of digits, to the right.
  public var isNumeric: Bool {
    if type.isNumeric { return true }
    guard type == .value else { return false }
    return !states.contains(.words) && states.contains(.value)
  }

  /// The unit that the header says once for all the cells: the one that the schema declares, unless the cells repeat
  /// it anyway.
  public var headerUnit: String? { unitIsDeclared && type != .percentage ? unit : nil }

  /// The header with its unit: `Budget (k€)`.
  public var headerText: String { headerUnit.map { "\(name) (\($0))" } ?? name }

  /// Appends a number without anything but its digits, with the unit that is shown in its cell; false for all else.
  fileprivate func appendPlain(_ row: Int, to text: inout [UInt8]) -> Bool {
    guard let decimal = plainDecimal(row) else { return false }
    decimal.appendFormatted(to: &text)
    if let unit = cellUnit {
      text.append(Space.noBreak)
      text.append(unit)
    }
    return true
  }

  /// The unit that is shown in each cell, where the header does not say it.
  fileprivate var cellUnit: String? { type == .value || headerUnit == nil ? unit : nil }

  /// A number of a cell with the unit that is shown in it.
  fileprivate func shown(_ quantity: Quantity) -> Quantity {
    guard type != .value else { return quantity }
    var shown = quantity
    shown.unit = cellUnit
    return shown
  }
}
