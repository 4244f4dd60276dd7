/// `somme`, `moyenne`, `min` and `max`, over a column or over values of one row.
enum ColumnAggregate {
  /// Over the rows of a column but its total and mean rows; nil when one of them has no known value.
  static func possible(_ aggregate: Formula.Aggregate, _ table: Table, _ index: Int) -> Possible? {
    let column = table.columns[index]
    let rows = table.dataRows
    let value: Possible?
    switch aggregate {
    case .sum, .mean:
      let sum = ColumnSum(column, rows: rows)
      guard !sum.hasUnknown, !sum.hasUnreadable, sum.terms > 0 else { return nil }
      let divisor = aggregate == .sum ? 1 : Int128(sum.terms)
      value = sum.possible.flatMap { $0.divided(by: Possible(exactly: Fraction(divisor))) }
    case .least, .greatest:
      let values = rows.filter { column.states[$0] != .notApplicable }.map { column.possible($0) }
      guard values.allSatisfy({ $0 != nil }) else { return nil }
      value = Possible.extreme(values.compactMap { $0 }, greatest: aggregate == .greatest)
    }
    guard column.type == .percentage else { return value }
    return value.flatMap { $0.divided(by: Possible(exactly: Fraction(100))) }
  }

  static func gather(_ aggregate: Formula.Aggregate, _ values: [Possible]) -> Possible? {
    switch aggregate {
    case .least: return Possible.extreme(values, greatest: false)
    case .greatest: return Possible.extreme(values, greatest: true)
    case .sum, .mean:
      var sum: Possible? = Possible(exactly: .zero)
      for value in values { sum = sum?.adding(value) }
      guard aggregate == .mean else { return sum }
      return sum?.divided(by: Possible(exactly: Fraction(Int128(values.count))))
    }
  }
}
