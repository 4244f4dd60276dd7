import FrenchText

/// Runs a formula over the rows of a table, on all that the written values may stand for.
struct FormulaEvaluator {
  enum Outcome {
    case value(Possible)
    /// Some operand has no value, or nothing can be held against it.
    case unknown
    case overflow
  }

  let formula: Formula
  let table: Table
  private let references: [Possible?]
  /// Aggregates over whole columns, computed once, in the order of the program.
  private let aggregates: [Int: Possible]

  init(formula: Formula, table: Table, references: [Possible?]) {
    self.formula = formula
    self.table = table
    self.references = references
    var aggregates: [Int: Possible] = [:]
    for (index, instruction) in formula.program.enumerated() {
      guard case .aggregate(let aggregate, let column) = instruction else { continue }
      aggregates[index] = ColumnAggregate.possible(aggregate, table, column)
    }
    self.aggregates = aggregates
  }

  /// What the cell that must obey may stand for; a percentage counts for its value, 30 % for 0,3.
  func target(_ row: Int) -> Possible? { Self.operand(table.columns[formula.target], row) }

  static func operand(_ column: Column, _ row: Int) -> Possible? {
    guard column.type == .percentage else { return column.possible(row) }
    if column.states[row] == .value, column.quantities.isEmpty || column.quantities[row] == nil {
      return Possible(roundedTo: Int128(column.significands[row]), scale: Int(column.scales[row]) + 2)
    }
    return column.possible(row).flatMap { $0.divided(by: Possible(exactly: Fraction(100))) }
  }

  func evaluate(_ row: Int) -> Outcome {
    run { column in Self.operand(table.columns[column], row) }
  }

  /// The number that the written values make, with the digits that the cell shows.
  func expected(_ row: Int) -> Decimal? {
    let column = table.columns[formula.target]
    guard let value = exactValue(row) else { return nil }
    let scale = column.decimal(row)?.scale ?? column.scale
    if column.type == .percentage { return value.multiplied(by: Fraction(100))?.decimal(scale: scale) }
    return value.decimal(scale: scale)
  }

  /// Whether the formula gives a hundred times what is written: the sign of « 100 × » before a percentage.
  func isHundredfold(_ row: Int) -> Bool {
    guard let written = target(row), let value = exactValue(row)?.divided(by: Fraction(100)) else {
      return false
    }
    return written.contains(value)
  }

  private func exactValue(_ row: Int) -> Fraction? {
    let outcome = run { index in
      let column = table.columns[index]
      guard let decimal = column.decimal(row) else { return nil }
      let value = Fraction(of: decimal)
      return (column.type == .percentage ? value.divided(by: Fraction(100)) : value).map(
        Possible.init(exactly:))
    }
    guard case .value(let possible) = outcome else { return nil }
    return possible.exactValue ?? possible.middle
  }

  private func run(_ operand: (Int) -> Possible?) -> Outcome {
    var stack: [Possible] = []
    stack.reserveCapacity(8)
    for (index, instruction) in formula.program.enumerated() {
      let next: Possible?
      switch instruction {
      case .constant(let value): next = Possible(exactly: value)
      case .column(let column):
        guard let value = operand(column) else { return .unknown }
        next = value
      case .aggregate:
        guard let value = aggregates[index] else { return .unknown }
        next = value
      case .reference(let index):
        guard index < references.count, let value = references[index] else { return .unknown }
        next = value
      case .add, .subtract, .multiply, .divide:
        guard let right = stack.popLast(), let left = stack.popLast() else { return .unknown }
        if instruction == .divide, right.contains(.zero) { return .unknown }
        next = Self.combine(instruction, left, right)
      case .negate:
        guard let value = stack.popLast() else { return .unknown }
        next = value.negated
      case .gather(let aggregate, let count):
        guard stack.count >= count else { return .unknown }
        let values = Array(stack.suffix(count))
        stack.removeLast(count)
        next = ColumnAggregate.gather(aggregate, values)
      case .round(let scale):
        guard let value = stack.popLast() else { return .unknown }
        next = value.rounded(toScale: scale)
      }
      guard let next else { return .overflow }
      stack.append(next)
    }
    return stack.last.map(Outcome.value) ?? .unknown
  }

  private static func combine(
    _ instruction: Formula.Instruction, _ left: Possible, _ right: Possible
  ) -> Possible? {
    switch instruction {
    case .add: left.adding(right)
    case .subtract: left.subtracting(right)
    case .multiply: left.multiplied(by: right)
    default: left.divided(by: right)
    }
  }
}

extension Possible {
  /// The middle of two finite ends.
  var middle: Fraction? {
    guard let lower, let upper else { return nil }
    return lower.value.adding(upper.value)?.divided(by: Fraction(2))
  }

  /// All that rounding may give.
  func rounded(toScale scale: Int) -> Possible? {
    func round(_ bound: Bound?) -> (bound: Bound?, fits: Bool) {
      guard let bound else { return (nil, true) }
      let value = bound.value.rounded(toScale: scale).flatMap { count in
        powerOfTen(scale).flatMap { Fraction(count, over: $0) }
      }
      return (value.map { Bound(value: $0, isClosed: true) }, value != nil)
    }
    let (low, high) = (round(lower), round(upper))
    return low.fits && high.fits ? Possible(lower: low.bound, upper: high.bound) : nil
  }

  /// The extreme values of several.
  static func extreme(_ values: [Possible], greatest: Bool) -> Possible? {
    guard var held = values.first else { return nil }
    for value in values.dropFirst() {
      held = Possible(
        lower: pick(held.lower, value.lower, greatest: greatest, infinite: !greatest),
        upper: pick(held.upper, value.upper, greatest: greatest, infinite: greatest))
    }
    return held
  }

  private static func pick(_ a: Bound?, _ b: Bound?, greatest: Bool, infinite: Bool) -> Bound? {
    guard let a, let b else { return infinite ? nil : a ?? b }
    let order = Fraction.compare(a.value, b.value)
    if order == 0 { return a.isClosed ? a : b }
    return (order > 0) == greatest ? a : b
  }
}
