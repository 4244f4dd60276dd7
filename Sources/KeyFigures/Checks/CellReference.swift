import Diagnostics

/// A cell named from elsewhere: `tableau/ligne/colonne`, or `section/tableau/ligne/colonne`.
public struct CellReference: Sendable, Hashable {
  public let path: [String]

  public init(path: [String]) { self.path = path }

  /// What does not exist, in the words of a message.
  public struct Fault: Error, Hashable, Sendable {
    public let message: String
    public let help: String
  }

  /// The table, row and column; the row is found by its first cell, of which there must be one.
  func find(in context: CheckContext, own: Table) -> Result<(table: Table, row: Int, column: Int), Fault> {
    guard path.count >= 3 else {
      return .failure(
        Fault(message: "Une cellule se nomme par « tableau/ligne/colonne »", help: "donnez les trois noms"))
    }
    let tablePath = Array(path.dropLast(2))
    let isOwn = tablePath.count == 1 && tablePath[0] == own.id
    guard let table = isOwn ? own : context.table(tablePath) else {
      return .failure(
        Fault(
          message: "Aucun tableau ne s’appelle « \(tablePath.joined(separator: "/")) »",
          help: "donnez l’identifiant d’un tableau, précédé de sa section s’il est dans une autre"))
    }
    return table.find(row: path[path.count - 2], column: path[path.count - 1])
      .map { (table, $0.row, $0.column) }
  }
}

extension Table {
  /// The one row whose first cell reads so, and the column of that name: what `:cellule[…]` and formulas quote.
  public func find(row name: String, column columnName: String) -> Result<
    (row: Int, column: Int), CellReference.Fault
  > {
    let rows = rows(named: name)
    guard let row = rows.first else {
      let labels = (0..<min(rowCount, 1000)).map { label(ofRow: $0) }
      let guess = nearest(to: name, in: labels).map { "vouliez-vous dire « \($0) » ?" }
      return .failure(
        .init(
          message: "Aucune ligne ne s’appelle « \(name) »",
          help: guess
            ?? (labels.count > 12
              ? "donnez le texte de la première cellule d’une ligne"
              : "lignes : " + labels.joined(separator: ", "))))
    }
    guard rows.count == 1 else {
      return .failure(
        .init(
          message: "\(rows.count) lignes s’appellent « \(name) »",
          help: "donnez à chaque ligne un nom qui la distingue"))
    }
    guard let column = column(named: normalized(columnName)) else {
      let guess = nearest(to: columnName, in: columns.map(\.name)).map { "vouliez-vous dire « \($0) » ?" }
      return .failure(
        .init(
          message: "Aucune colonne ne s’appelle « \(columnName) »",
          help: guess ?? "les colonnes sont : " + listed(columns.map(\.name))))
    }
    return .success((row, column))
  }
}
