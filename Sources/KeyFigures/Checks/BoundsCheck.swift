import Diagnostics
import FrenchText
import FrontMatter

/// `bornes: { colonne: Taux, min: 0 %, max: 100 % }`: every cell lies between the two, either of which may be left
/// out. Dates have bounds too.
public struct BoundsCheck: Sendable {
  let column: Located<String>
  let least: Located<String>?
  let greatest: Located<String>?
  let location: SourceLocation

  static func decode(_ field: inout Field) -> BoundsCheck? {
    let location = field.location
    return field.mapping { fields in
      let column = fields.text("colonne", required: true, doc: "La colonne contrôlée")
      let least = fields.text("min", doc: "La plus petite valeur admise")
      let greatest = fields.text("max", doc: "La plus grande valeur admise")
      guard let column, let location else { return nil }
      if least == nil, greatest == nil {
        fields.report(
          Diagnostic(
            KeyFigureCode.badCheck, at: location, "« bornes » veut au moins « min » ou « max »",
            help: "écrivez par exemple : bornes: { colonne: \(column.value), min: 0 }"))
        return nil
      }
      return BoundsCheck(column: column, least: least, greatest: greatest, location: location)
    }
  }

  func run(on table: Table, _ diagnostics: inout [Diagnostic]) {
    guard let index = CheckColumns.index(of: column, in: table, &diagnostics) else { return }
    let cells = table.columns[index]
    if !cells.periods.isEmpty { return runOnDates(table, index, &diagnostics) }
    let low = least.flatMap { Self.number($0, &diagnostics) }
    let high = greatest.flatMap { Self.number($0, &diagnostics) }
    var findings = Findings()
    for row in 0..<table.rowCount where cells.states[row] == .value {
      guard let (lowest, highest) = ends(cells, row) else { continue }
      if let low, lowest < low {
        findings.add(at: table.location(row, index)) {
          report(table, row, index, "sous le minimum", least, $0)
        }
      } else if let high, highest > high {
        findings.add(at: table.location(row, index)) {
          report(table, row, index, "au-dessus du maximum", greatest, $0)
        }
      }
    }
    findings.report(.outOfBounds, &diagnostics)
  }

  private func ends(_ cells: Column, _ row: Int) -> (Decimal, Decimal)? {
    if let rich = cells.quantities[row], case .range(let low, let high) = rich.value { return (low, high) }
    return cells.decimal(row).map { ($0, $0) }
  }

  private func runOnDates(_ table: Table, _ index: Int, _ diagnostics: inout [Diagnostic]) {
    let low = least.flatMap { Self.date($0, &diagnostics) }
    let high = greatest.flatMap { Self.date($0, &diagnostics) }
    var findings = Findings()
    for row in 0..<table.rowCount {
      guard let period = table.columns[index].period(row) else { continue }
      if let low, period.start < low.start {
        findings.add(at: table.location(row, index)) {
          report(table, row, index, "avant le minimum", least, $0)
        }
      } else if let high, period.end > high.end {
        findings.add(at: table.location(row, index)) {
          report(table, row, index, "après le maximum", greatest, $0)
        }
      }
    }
    findings.report(.outOfBounds, &diagnostics)
  }

  private func report(
    _ table: Table, _ row: Int, _ index: Int, _ where: String, _ bound: Located<String>?,
    _ place: SourceLocation
  ) -> Diagnostic {
    Diagnostic(
      KeyFigureCode.outOfBounds, at: place,
      "« \(table.columns[index].name) » : \(table.text(row, index)) est \(`where`) \(bound?.value ?? "")",
      help: "corrigez la cellule, ou la borne",
      notes: [.init("la borne est ici", at: bound?.location ?? location)])
  }

  static func number(_ text: Located<String>, _ diagnostics: inout [Diagnostic]) -> Decimal? {
    if case .success(let quantity) = Quantity.parse(text.value), let decimal = quantity.decimal {
      return decimal
    }
    diagnostics.append(
      Diagnostic(
        KeyFigureCode.badCheck, at: text.location, "« \(text.value) » n’est pas une borne",
        help: "écrivez un nombre, comme « 0 », « 12,5 » ou « 100 % »"))
    return nil
  }

  private static func date(_ text: Located<String>, _ diagnostics: inout [Diagnostic]) -> Period? {
    if let period = parsePeriod(text.value) { return period }
    diagnostics.append(
      Diagnostic(
        KeyFigureCode.badCheck, at: text.location, "« \(text.value) » n’est pas une date",
        help: "écrivez une date, comme 2024-09-01"))
    return nil
  }
}
