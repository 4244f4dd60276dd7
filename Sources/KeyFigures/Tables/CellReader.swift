import Diagnostics
import FrenchText

/// Reads the cells of one column into it, and says what cannot be read, at the cell.
struct CellReader {
  let raw: RawTable
  let index: Int
  let units: UnitTable
  let column: ColumnHeading
  private var cells: ColumnCells
  private var findings: [KeyFigureCode: Findings] = [:]

  private init(raw: RawTable, index: Int, units: UnitTable, column: ColumnHeading) {
    self.raw = raw
    self.index = index
    self.units = units
    self.column = column
    cells = ColumnCells(column, rowCount: raw.rowCount)
  }

  static func read(
    _ raw: RawTable, _ index: Int, of column: ColumnHeading, units: UnitTable,
    _ diagnostics: inout [Diagnostic]
  ) -> Column {
    var reader = CellReader(raw: raw, index: index, units: units, column: column)
    raw.text.withUnsafeBufferPointer { text in
      for row in 0..<raw.rowCount { reader.read(row, text) }
    }
    if !reader.findings.isEmpty {
      for code in KeyFigureCode.allCases { reader.findings[code]?.report(code, &diagnostics) }
    }
    return Column(column, reader.cells)
  }

  private mutating func read(_ row: Int, _ text: UnsafeBufferPointer<UInt8>) {
    guard index < raw.cellCount(ofRow: row) else { return }
    let span = raw.spans[raw.rowStarts[row] + index]
    let range = Int(span.textStart)..<Int(span.textEnd)
    if range.isEmpty { return }
    if column.type.isNumeric || column.type == .value {
      if let plain = PlainNumber(text, range), accepts(plain) { return store(plain, row) }
    }
    if range.count <= 12, let missing = missing(range) {
      cells.states[row] = missing
      return
    }
    switch column.type {
    case .text, .place: cells.states[row] = .value
    case .integer, .decimal, .percentage, .amount, .value: readQuantity(row)
    case .date, .period: readPeriod(row)
    case .flag: readFlag(row)
    }
  }

  private func missing(_ range: Range<Int>) -> CellState? {
    switch Missing.parse(raw.text, in: range) {
    case .blank: .blank
    case .unavailable: .unavailable
    case .notApplicable: .notApplicable
    case nil: nil
    }
  }

  // MARK: Numbers

  /// Whether a plain number fits the type and the unit without further ado.
  private func accepts(_ number: PlainNumber) -> Bool {
    if number.showsPlus { return false }
    switch column.type {
    case .integer: return number.scale == 0 && number.unit == .none
    case .percentage: return number.unit != .euro
    case .decimal: return number.unit == .none
    case .amount: return number.unit == .none || (number.unit == .euro && cells.unit == "€")
    default: return number.unit == .none
    }
  }

  private mutating func store(_ number: PlainNumber, _ row: Int) {
    cells.states[row] = .value
    cells.significands[row] = number.significand
    cells.scales[row] = number.scale
    cells.scale = max(cells.scale, Int(number.scale))
  }

  private mutating func readQuantity(_ row: Int) {
    switch Quantity.parse(raw.text(row, index)) {
    case .failure(let fault):
      // Figures that are badly written are faults even where words are allowed.
      if column.type == .value, fault.kind == .notANumber || fault.kind == .unexpectedRest {
        cells.states[row] = .words
      } else {
        refuse(row, fault)
      }
    case .success(let quantity): store(quantity, row)
    }
  }

  private mutating func store(_ quantity: Quantity, _ row: Int) {
    if let reason = misfit(quantity) {
      return refuse(row, .unreadableCell, reason.message, help: reason.help)
    }
    let unit = quantity.canonicalUnit
    if column.type != .value, let unit, unit != cells.unit {
      if let expected = cells.unit, expected != UnitTable.canonical(unit) {
        return refuse(
          row, .wrongUnit, "« \(shown(row)) » est en \(unit), la colonne « \(column.name) » en \(expected)",
          help: "écrivez la valeur en \(expected), sans autre unité")
      }
      guard cells.unit != nil || isKnown(unit) else {
        return refuse(
          row, .unreadableCell, "« \(unit) » n’est pas une unité connue, dans la colonne « \(column.name) »",
          help:
            "n’écrivez que le nombre, donnez l’unité de la colonne dans le schéma, ou déclarez la colonne « valeur »"
        )
      }
      if cells.unit == nil { cells.unit = unit }
    }
    cells.states[row] = .value
    if case .exact(let decimal) = quantity.value, quantity.qualifier == nil, quantity.multiple == nil,
      !quantity.showsPlus, column.type != .value || quantity.unit == nil,
      let significand = Int64(exactly: decimal.significand)
    {
      cells.significands[row] = significand
      cells.scales[row] = UInt8(decimal.scale)
      cells.scale = max(cells.scale, decimal.scale)
    } else {
      cells.quantities[row] = quantity
    }
  }

  /// Whether a unit is one of the usual ones, or of those of the publication.
  private func isKnown(_ unit: String) -> Bool {
    let sample = "1 " + unit
    guard case .success(let leading) = Quantity.parseSentence(sample, units: units) else { return false }
    return leading.quantity.unit != nil && leading.length == sample.utf8.count
  }

  /// Why a number that can be read does not belong to a column of this type.
  private func misfit(_ quantity: Quantity) -> (message: String, help: String)? {
    let written = "« \(quantity.formatted) »"
    switch column.type {
    case .integer:
      if quantity.canonicalUnit == "%" {
        return (
          "\(written) est un pourcentage dans la colonne d’entiers « \(column.name) »",
          "déclarez la colonne « pourcentage »"
        )
      }
      if let decimal = quantity.decimal, !decimal.isInteger {
        return (
          "\(written) n’est pas un entier, dans la colonne « \(column.name) »",
          "déclarez la colonne « decimal », ou écrivez un nombre sans virgule"
        )
      }
      if case .fraction = quantity.value {
        return (
          "\(written) est une fraction dans la colonne d’entiers « \(column.name) »",
          "déclarez la colonne « valeur »"
        )
      }
      return nil
    case .decimal:
      guard quantity.canonicalUnit == "%" else { return nil }
      return (
        "\(written) est un pourcentage dans la colonne de nombres « \(column.name) »",
        "déclarez la colonne « pourcentage »"
      )
    case .percentage:
      guard let unit = quantity.canonicalUnit, unit != "%" else { return nil }
      return (
        "\(written) est en \(unit) dans la colonne de pourcentages « \(column.name) »",
        "écrivez un pourcentage, ou changez le type de la colonne"
      )
    case .amount:
      guard quantity.canonicalUnit == "%" else { return nil }
      return (
        "\(written) est un pourcentage dans la colonne de montants « \(column.name) »",
        "écrivez un montant, ou changez le type de la colonne"
      )
    default: return nil
    }
  }

  // MARK: Dates and flags

  private mutating func readPeriod(_ row: Int) {
    guard let period = parsePeriod(raw.text(row, index)) else {
      return refuse(
        row, .unreadableCell, "« \(shown(row)) » n’est pas une date, dans la colonne « \(column.name) »",
        help: "écrivez par exemple 2025-05-17, 17/05/2025, mai 2025, 2024-2025 ou « rentrée 2025 »")
    }
    cells.states[row] = .value
    cells.periods[row] = period
  }

  private mutating func readFlag(_ row: Int) {
    let word = raw.text(row, index).lowercased()
    guard word == "oui" || word == "non" else {
      return refuse(
        row, .unreadableCell, "« \(shown(row)) » n’est ni oui ni non, dans la colonne « \(column.name) »",
        help: "écrivez « oui » ou « non », ou laissez la cellule vide")
    }
    cells.states[row] = .value
    cells.significands[row] = word == "oui" ? 1 : 0
  }

  // MARK: Faults

  private mutating func refuse(_ row: Int, _ fault: NumberFault) {
    switch fault.kind {
    case .wrongDecimalSign:
      refuse(row, .wrongDecimalSign, fault.message + ", dans la colonne « \(column.name) »", help: fault.help)
    case .notANumber, .empty:
      let expected =
        column.type == .percentage ? "un pourcentage" : column.type == .amount ? "un montant" : "un nombre"
      refuse(
        row, .unreadableCell, "« \(shown(row)) » n’est pas \(expected), dans la colonne « \(column.name) »",
        help: "écrivez un nombre, « n.d. » s’il est inconnu, ou « – » s’il est sans objet")
    default:
      refuse(row, .unreadableCell, fault.message + ", dans la colonne « \(column.name) »", help: fault.help)
    }
  }

  private mutating func refuse(_ row: Int, _ code: KeyFigureCode, _ message: String, help: String) {
    cells.states[row] = .unreadable
    findings[code, default: Findings()].add(
      Diagnostic(code, at: raw.location(row, index), message, help: help))
  }

  private func shown(_ row: Int) -> String { excerpt(raw.text(row, index)) }
}

/// The beginning of a text too long for a message.
func excerpt(_ text: String, limit: Int = 40) -> String {
  text.count > limit ? text.prefix(limit) + "…" : text
}
