import FrenchText

/// A table as an earlier edition published it.
public struct EditionTable: Sendable, Hashable {
  public let id: String
  public let section: String
  public let columns: [String]
  /// Rows of values in plain notation; nil for what was missing or secret.
  public let rows: [[String?]]

  public init(id: String, section: String, columns: [String], rows: [[String?]]) {
    self.id = id
    self.section = section
    self.columns = columns
    self.rows = rows
  }

  /// The number that a row, found by its first value, had in a column.
  public func number(row label: String, column name: String) -> Decimal? {
    guard let column = columns.firstIndex(of: name),
      let row = rows.first(where: { $0.first?.map { normalized($0) } == normalized(label) }),
      column < row.count,
      let text = row[column]
    else { return nil }
    return plainDecimal(text)
  }
}

/// A number in the notation of data files: digits, a point, a leading minus.
func plainDecimal(_ text: String) -> Decimal? {
  guard !text.contains(",") else { return nil }
  let french = String(text.map { $0 == "." ? "," : $0 })
  if case .success(let decimal) = Decimal.parse(french) { return decimal }
  return nil
}
