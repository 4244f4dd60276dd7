import FrenchText

extension Table {
  /// How a cell moved since the earlier edition of the table; nil where it cannot be compared.
  public func change(_ row: Int, _ column: Int, since edition: Edition, _ earlier: EditionTable) -> Change? {
    guard schema?.isBroken != true, let after = columns[column].quantity(row), columns[column].type.isNumeric,
      let number = earlier.number(row: label(ofRow: row), column: columns[column].name)
    else { return nil }
    return Change(from: Quantity(number, unit: after.unit), to: after, since: edition.name)
  }
}
