/// A formula ready to be evaluated row after row: `Taux = Atteint / Objectif`.
///
/// The right side is a program for a stack machine, so that evaluating recurses into nothing.
struct Formula: Sendable, Hashable {
  enum Aggregate: String, Sendable, Hashable, CaseIterable {
    case sum = "somme"
    case mean = "moyenne"
    case least = "min"
    case greatest = "max"
  }

  enum Instruction: Sendable, Hashable {
    case constant(Fraction)
    /// The cell of the row in this column.
    case column(Int)
    /// One number over all the rows of a column but its total and mean rows.
    case aggregate(Aggregate, column: Int)
    /// A cell elsewhere, by its index in `references`.
    case reference(Int)
    case add, subtract, multiply, divide, negate
    /// The last `count` values become one.
    case gather(Aggregate, count: Int)
    /// The last value, rounded to so many digits after the comma.
    case round(scale: Int)
  }

  struct Reference: Sendable, Hashable {
    let path: [String]
    let range: Range<Int>
  }

  /// The column that must obey.
  let target: Int
  let program: [Instruction]
  let references: [Reference]
}
