import Diagnostics
import FrontMatter

/// Column names of a check, written alone or in a list, and found in the table that is checked.
struct CheckColumns: Sendable {
  let names: [Located<String>]

  static func decode(_ field: inout Field) -> CheckColumns? {
    field.list(orSingle: true) { $0.text() }.map(CheckColumns.init(names:))
  }

  /// The columns that exist; the others are errors, at the check.
  func indices(in table: Table, _ diagnostics: inout [Diagnostic]) -> [Int] {
    names.compactMap { Self.index(of: $0, in: table, &diagnostics) }
  }

  static func index(of name: Located<String>, in table: Table, _ diagnostics: inout [Diagnostic]) -> Int? {
    if let index = table.column(named: normalized(name.value)) { return index }
    let names = table.columns.map(\.name)
    let guess = nearest(to: name.value, in: names).map { "vouliez-vous dire « \($0) » ?" }
    diagnostics.append(
      Diagnostic(
        KeyFigureCode.unknownColumn, at: name.location,
        "Le contrôle porte sur une colonne « \(name.value) » que le tableau n’a pas",
        help: guess ?? "les colonnes sont : " + listed(names),
        notes: [.init("le tableau est ici", at: table.location)]))
    return nil
  }
}

/// The row that a check names: by its first cell, or `derniere`.
public struct RowReference: Sendable {
  let name: Located<String>

  func rows(in table: Table) -> [Int] { rows(in: table.raw) }

  func rows(in table: RawTable) -> [Int] {
    let named = table.rows(named: name.value)
    guard named.isEmpty else { return named }
    let word = name.value.lowercased()
    guard word == "derniere" || word == "dernière", table.rowCount > 0 else { return [] }
    return [table.rowCount - 1]
  }

  /// Says that there is no such row: the check then checks nothing.
  func reportMissing(_ table: Table, _ diagnostics: inout [Diagnostic]) {
    let labels = (0..<min(table.rowCount, 1000)).map { table.label(ofRow: $0) }
    let guess = nearest(to: name.value, in: labels).map { "vouliez-vous dire « \($0) » ?" }
    diagnostics.append(
      Diagnostic(
        KeyFigureCode.checkWithoutRow, at: name.location, "Aucune ligne ne s’appelle « \(name.value) »",
        help: guess ?? "donnez le texte de sa première cellule, ou « derniere »",
        notes: [.init("le tableau est ici", at: table.location)]))
  }
}
