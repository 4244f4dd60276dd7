/// A formula that only adds and subtracts columns: `Total = Filles + Garçons`.
struct LinearFormula {
  /// The coefficient of each column; together they make zero.
  let coefficients: [(column: Int, coefficient: Int)]

  /// Nil for any formula that does more, or that holds a constant.
  init?(_ formula: Formula) {
    var stack: [[Int: Int]] = []
    for instruction in formula.program {
      switch instruction {
      case .column(let column): stack.append([column: 1])
      case .add, .subtract:
        guard let right = stack.popLast(), let left = stack.popLast() else { return nil }
        let sign = instruction == .add ? 1 : -1
        stack.append(left.merging(right.mapValues { sign * $0 }, uniquingKeysWith: +))
      case .negate:
        guard let value = stack.popLast() else { return nil }
        stack.append(value.mapValues { -$0 })
      case .gather(.sum, let count):
        guard stack.count >= count else { return nil }
        let values = stack.suffix(count)
        stack.removeLast(count)
        stack.append(values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) })
      default: return nil
      }
    }
    guard var terms = stack.popLast(), stack.isEmpty else { return nil }
    terms[formula.target, default: 0] -= 1
    coefficients = terms.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
