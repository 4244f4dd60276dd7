extension Table {
  /// The rows that hold the same as an earlier one in some columns, each with the first that does, in their order.
  ///
  /// Rows that are alike come together when they are sorted, in whatever order, which costs less than a set of keys made
  /// of their cells.
  ///
  /// - Parameter cell: what counts of a cell: a range of the table's text.
  func twins(
    among rows: [Int], in columns: [Int], cell: (_ row: Int, _ column: Int) -> Range<Int>
  ) -> [(row: Int, first: Int)] {
    raw.text.withUnsafeBufferPointer { text in
      /// Negative, zero or positive: the shorter text first, which is mostly all there is to compare.
      func order(_ a: Int, _ b: Int) -> Int {
        for column in columns {
          let (one, other) = (cell(a, column), cell(b, column))
          if one.count != other.count { return one.count - other.count }
          for (i, j) in zip(one, other) where text[i] != text[j] { return Int(text[i]) - Int(text[j]) }
        }
        return 0
      }
      let sorted = rows.sorted { a, b in
        let order = order(a, b)
        return order == 0 ? a < b : order < 0
      }
      var twins: [(row: Int, first: Int)] = []
      guard var first = sorted.first else { return twins }
      for row in sorted.dropFirst() {
        if order(first, row) == 0 { twins.append((row, first)) } else { first = row }
      }
      return twins.isEmpty ? [] : twins.sorted { $0.row < $1.row }
    }
  }
}
