/// Exact linear programming over fractions: the greatest and least value of one unknown among non-negative unknowns
/// bound by equations.
///
/// Dantzig's simplex in tableau form, with Bland's rule (*Mathematics of Operations Research* 2, 1977) so that it
/// cannot cycle, and a first phase of artificial unknowns. Nothing is rounded; numbers that outgrow 128 bits give nil.
struct Simplex {
  /// One row per independent equation: the coefficients of the unknowns, then the right-hand side.
  private var rows: [[Fraction]] = []
  /// The unknown that each row gives.
  private var basis: [Int] = []
  private let count: Int

  /// Nil if no solution exists, or a number does not fit.
  init?(equations: [(coefficients: [Int: Int], value: Int128)], unknowns count: Int) {
    self.count = count
    let artificial = equations.count
    for (index, equation) in equations.enumerated() {
      let sign: Int128 = equation.value < 0 ? -1 : 1
      var row = [Fraction](repeating: .zero, count: count + artificial + 1)
      for (unknown, coefficient) in equation.coefficients {
        row[unknown] = Fraction(sign * Int128(coefficient))
      }
      row[count + index] = Fraction(1)
      row[count + artificial] = Fraction(sign * equation.value)
      rows.append(row)
      basis.append(count + index)
    }
    guard minimizeArtificials(artificial) else { return nil }
  }

  /// A vertex where the unknown is greatest (or least), and whether it can grow without end from there.
  func extreme(of unknown: Int, greatest: Bool) -> (solution: [Fraction], isUnbounded: Bool)? {
    var copy = self
    var objective = [Fraction](repeating: .zero, count: count)
    objective[unknown] = Fraction(greatest ? 1 : -1)
    guard let end = copy.maximize(objective) else { return nil }
    return (copy.solution, end == .unbounded)
  }

  private var solution: [Fraction] {
    var values = [Fraction](repeating: .zero, count: count)
    for (row, unknown) in basis.enumerated() where unknown < count {
      values[unknown] = rows[row][rows[row].count - 1]
    }
    return values
  }

  private enum End { case optimal, unbounded }

  private mutating func minimizeArtificials(_ artificial: Int) -> Bool {
    var objective = [Fraction](repeating: .zero, count: count + artificial)
    for unknown in count..<count + artificial { objective[unknown] = Fraction(-1) }
    guard maximize(objective) == .optimal else { return false }
    // An artificial unknown left in the basis is zero: swap it for a real one, or its equation says nothing new.
    var row = 0
    while row < rows.count {
      if basis[row] >= count {
        guard rows[row][rows[row].count - 1].isZero else { return false }
        if let entering = (0..<count).first(where: { !rows[row][$0].isZero }) {
          guard pivot(row: row, column: entering) else { return false }
        } else {
          rows.remove(at: row)
          basis.remove(at: row)
          continue
        }
      }
      row += 1
    }
    for row in rows.indices { rows[row].removeSubrange(count..<count + artificial) }
    return true
  }

  private mutating func maximize(_ objective: [Fraction]) -> End? {
    // Bland's rule ends by itself; the bound only guards against a table too large to be worth proving.
    for _ in 0..<20_000 {
      guard let entering = entering(objective) else { return nil }
      guard let column = entering.column else { return .optimal }
      guard let leaving = leaving(column) else { return .unbounded }
      guard pivot(row: leaving, column: column) else { return nil }
    }
    return nil
  }

  /// The first column whose reduced cost is positive; nil inside when there is none, nil outside on overflow.
  private func entering(_ objective: [Fraction]) -> (column: Int?, Void)? {
    for column in objective.indices where !basis.contains(column) {
      var cost = objective[column]
      for (row, unknown) in basis.enumerated() where !objective[unknown].isZero && !rows[row][column].isZero {
        guard let part = objective[unknown].multiplied(by: rows[row][column]),
          let next = cost.subtracting(part)
        else { return nil }
        cost = next
      }
      if !cost.isNegative, !cost.isZero { return (column, ()) }
    }
    return (nil, ())
  }

  private func leaving(_ column: Int) -> Int? {
    var best: (row: Int, ratio: Fraction)?
    for row in rows.indices {
      let entry = rows[row][column]
      guard !entry.isNegative, !entry.isZero, let ratio = rows[row][rows[row].count - 1].divided(by: entry)
      else { continue }
      if let held = best {
        let order = Fraction.compare(ratio, held.ratio)
        guard order < 0 || (order == 0 && basis[row] < basis[held.row]) else { continue }
      }
      best = (row, ratio)
    }
    return best?.row
  }

  private mutating func pivot(row: Int, column: Int) -> Bool {
    let divisor = rows[row][column]
    for k in rows[row].indices where !rows[row][k].isZero {
      guard let value = rows[row][k].divided(by: divisor) else { return false }
      rows[row][k] = value.reduced
    }
    for other in rows.indices where other != row && !rows[other][column].isZero {
      let factor = rows[other][column]
      for k in rows[other].indices where !rows[row][k].isZero {
        guard let part = rows[row][k].multiplied(by: factor), let value = rows[other][k].subtracting(part)
        else {
          return false
        }
        rows[other][k] = value.reduced
      }
    }
    basis[row] = column
    return true
  }
}
