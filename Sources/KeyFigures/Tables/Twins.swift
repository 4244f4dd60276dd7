extension Table {
  /// The rows that hold the same as an earlier one in some columns, each with the first that does, in their order.
  ///
  /// Rows that are alike come together when they are sorted, which costs less than a set of keys made of their cells.
  ///
  /// - Parameter cell: what counts of a cell, which is its text.
  func twins(
    among rows: [Int], in columns: [Int], cell: (_ row: Int, _ column: Int) -> ArraySlice<UInt8>
  ) -> [(row: Int, first: Int)] {
    let sorted = rows.sorted { a, b in
      guard let column = columns.first(where: { cell(a, $0) != cell(b, $0) }) else { return a < b }
      return cell(a, column).lexicographicallyPrecedes(cell(b, column))
    }
    var twins: [(row: Int, first: Int)] = []
    guard var first = sorted.first else { return twins }
    for row in sorted.dropFirst() {
      if columns.allSatisfy({ cell(first, $0) == cell(row, $0) }) {
        twins.append((row, first))
      } else {
        first = row
      }
    }
    return twins.sorted { $0.row < $1.row }
  }
}
