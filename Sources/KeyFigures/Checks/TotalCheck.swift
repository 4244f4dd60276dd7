import Diagnostics
import FrenchText
import FrontMatter

/// `total: Total`: the row so named is the sum of the rows above it, in every column of counts and amounts, or in the
/// columns named. Where a table has several total rows, one may also sum the rows since the total before it.
public struct TotalCheck: Sendable {
  let row: RowReference
  let columns: CheckColumns?
  let location: SourceLocation

  static func decode(_ field: inout Field) -> TotalCheck? {
    let location = field.location
    return field.shaped(
      scalar: { field in
        field.text().map { TotalCheck(row: RowReference(name: $0), columns: nil, location: $0.location) }
      },
      mapping: { field in
        field.mapping { fields in
          let row = fields.text(
            "ligne", required: true, doc: "La première cellule de la ligne, ou « derniere »")
          let columns = fields.field("colonnes", doc: "Les colonnes additionnées", CheckColumns.decode)
          guard let row, let location else { return nil }
          return TotalCheck(row: RowReference(name: row), columns: columns, location: location)
        }
      })
  }

  func run(on table: Table, _ diagnostics: inout [Diagnostic]) {
    let rows = row.rows(in: table)
    if rows.isEmpty { return row.reportMissing(table, &diagnostics) }
    let indices =
      columns?.indices(in: table, &diagnostics)
      ?? table.columns.indices.filter { table.columns[$0].type.addsUp }
    for row in rows {
      for index in indices {
        let total = TotalRow(table, row: row, column: index)
        if total.isTooLong {
          diagnostics.append(
            .tooLong(
              "Total « \(table.columns[index].name) »", at: table.location(row, index), check: location))
        }
        guard let fault = total.fault() else { continue }
        diagnostics.append(
          fault.diagnostic(.wrongTotal, note: .init("le total est annoncé ici", at: location)))
      }
    }
  }
}

/// One cell of a total row, held against the cells above it.
struct TotalRow {
  let table: Table
  let row: Int
  let column: Int

  init(_ table: Table, row: Int, column: Int) {
    self.table = table
    self.row = row
    self.column = column
  }

  struct Fault {
    let total: TotalRow
    let expected: Decimal
    let isAtLeast: Bool
    let culprit: Culprit?
  }

  /// Whether a total is given that is too long to be held against the rows, or they to be added.
  var isTooLong: Bool {
    let cells = table.columns[column]
    if cells.isTooLong(row) { return true }
    return cells.possible(row) != nil && ColumnSum(cells, rows: rowsAbove(since: 0)).isTooLong
  }

  /// Nil when the total is right, blank, or cannot be judged.
  func fault() -> Fault? {
    let cells = table.columns[column]
    guard let announced = cells.possible(row) else { return nil }
    let all = rowsAbove(since: 0)
    let sum = ColumnSum(cells, rows: all)
    if isRight(announced, sum) { return nil }
    var shown = (rows: all, sum: sum)
    if let previous = (0..<row).last(where: { table.rowKinds[$0] == .total }) {
      let group = rowsAbove(since: previous + 1)
      let partial = ColumnSum(cells, rows: group)
      if isRight(announced, partial) { return nil }
      if (row + 1..<table.rowCount).contains(where: { table.rowKinds[$0] == .total }) {
        shown = (group, partial)
      }
    }
    guard let expected = shown.sum.value else { return nil }
    return Fault(
      total: self, expected: expected, isAtLeast: shown.sum.hasUnknown,
      culprit: culprit(shown.rows, shown.sum))
  }

  private func rowsAbove(since start: Int) -> [Int] { (start..<row).filter { table.rowKinds[$0] == .data } }

  private func isRight(_ announced: Possible, _ sum: ColumnSum) -> Bool {
    guard let possible = sum.possible, !sum.hasUnreadable, sum.terms > 0 else { return true }
    if announced.intersects(possible) { return true }
    guard sum.hasUnknown else { return false }
    // What is unknown can only add to counts: the total may be larger, never smaller.
    return !sum.isNonNegative || announced.intersects(Possible(lower: possible.lower, upper: nil))
  }

  private func culprit(_ rows: [Int], _ sum: ColumnSum) -> Culprit? {
    let cells = table.columns[column]
    guard !sum.hasUnknown, cells.isExact, let count = sum.count, sum.scale == cells.scale,
      let total = cells.plainCount(row), rows.count <= 10_000
    else { return nil }
    let terms = rows.compactMap { row in cells.plainCount(row).map { (row: row, value: $0) } }
    guard terms.count + rows.count(where: { cells.states[$0] == .notApplicable }) == rows.count else {
      return nil
    }
    return Culprit.only(total: total, terms: terms, sum: count)
  }
}

extension TotalRow.Fault {
  func diagnostic(_ code: KeyFigureCode, note: Diagnostic.Note) -> Diagnostic {
    let table = total.table
    let name = table.columns[total.column].name
    let found = table.text(total.row, total.column)
    let given = isAtLeast ? "les lignes connues donnent déjà" : "les lignes donnent"
    let (help, place) = explanation
    return Diagnostic(
      code, at: table.location(total.row, total.column),
      "Total « \(name) » : \(found) annoncé ; \(given) \(expected.formatted)", help: help,
      notes: [place, note].compactMap { $0 })
  }

  private var explanation: (help: String, note: Diagnostic.Note?) {
    let table = total.table
    let scale = table.columns[total.column].scale
    func number(_ count: Int128) -> String { Decimal(significand: count, scale: scale)?.formatted ?? "" }
    func note(_ row: Int, _ message: String) -> Diagnostic.Note {
      .init(message, at: table.location(row, total.column))
    }
    switch culprit {
    case .swappedDigits(let row, let instead):
      return (
        "deux chiffres intervertis expliqueraient l’écart : « \(table.label(ofRow: row)) » vaudrait \(number(instead))",
        note(row, "la cellule qui expliquerait l’écart")
      )
    case .swappedDigitsInTotal:
      return ("deux chiffres du total semblent intervertis : écrire \(expected.formatted)", nil)
    case .misplacedZero(let row, let instead):
      return (
        "un zéro de trop ou de moins expliquerait l’écart : « \(table.label(ofRow: row)) » vaudrait \(number(instead))",
        note(row, "la cellule qui expliquerait l’écart")
      )
    case .misplacedZeroInTotal:
      return ("le total a un zéro de trop ou de moins : écrire \(expected.formatted)", nil)
    case .countedTwice(let row):
      return (
        "le total semble compter deux fois « \(table.label(ofRow: row)) »",
        note(row, "la ligne comptée deux fois")
      )
    case .leftOut(let row):
      return ("le total semble oublier « \(table.label(ofRow: row)) »", note(row, "la ligne oubliée"))
    case nil: return ("corrigez le total, ou la ligne fautive", nil)
    }
  }
}
