import Diagnostics

/// Expressions, from the loosest bond to the tightest, as Jinja has them: `if`, `or`, `and`, `not`, comparisons,
/// `+ -`, `~`, `* / // %`, `**`, signs, then what follows a value.
extension Parser {
  /// Makes an expression, unless its tree is too high.
  mutating func make(
    _ kind: Expression.Kind, from start: Int, above parts: [Expression]
  ) throws(Failure) -> Expression {
    let depth = 1 + (parts.lazy.map(\.depth).max() ?? 0)
    guard depth <= Self.deepestExpression else { throw tooDeep() }
    return Expression(kind: kind, range: start..<max(start, lastEnd), depth: depth)
  }

  mutating func tooDeep() -> Failure {
    failure(
      .tooDeep, current.range, "Cette expression est trop longue",
      help: "coupez-la en plusieurs, avec « set »")
  }

  mutating func nested(
    _ read: (inout Parser) throws(Failure) -> Expression
  ) throws(Failure) -> Expression {
    guard expressionDepth < Self.deepestExpression else { throw tooDeep() }
    expressionDepth += 1
    defer { expressionDepth -= 1 }
    return try read(&self)
  }

  /// One expression, or several with commas, which make a list.
  mutating func tuple(
    withConditional: Bool = true, endingAt word: String? = nil, inParentheses: Bool = false
  ) throws(Failure) -> Expression {
    let start = current.range.lowerBound
    var items: [Expression] = []
    var isList = false
    while true {
      if isAtTupleEnd(word) { break }
      items.append(withConditional ? try expression() : try orExpression())
      guard take(.comma) else { break }
      isList = true
    }
    if !isList {
      if let item = items.first { return item }
      guard inParentheses else { throw unexpected("une expression") }
    }
    return try make(.list(items), from: start, above: items)
  }

  func isAtTupleEnd(_ word: String?) -> Bool {
    switch current.kind {
    case .variableEnd, .blockEnd, .op(.rightParenthesis), .end: true
    case .name(let name): name == word
    default: false
    }
  }

  mutating func expression() throws(Failure) -> Expression {
    try nested { (parser) throws(Failure) in try parser.conditional() }
  }

  private mutating func conditional() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    var value = try orExpression()
    while take(word: "if") {
      let test = try orExpression()
      let otherwise = take(word: "else") ? try expression() : nil
      value = try make(
        .conditional(test: test, then: value, otherwise: otherwise), from: start,
        above: [value, test] + (otherwise.map { [$0] } ?? []))
    }
    return value
  }

  private mutating func orExpression() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    var left = try andExpression()
    while take(word: "or") {
      let right = try andExpression()
      left = try make(.or(left, right), from: start, above: [left, right])
    }
    return left
  }

  private mutating func andExpression() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    var left = try notExpression()
    while take(word: "and") {
      let right = try notExpression()
      left = try make(.and(left, right), from: start, above: [left, right])
    }
    return left
  }

  private mutating func notExpression() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    guard take(word: "not") else { return try comparison() }
    let operand = try nested { (parser) throws(Failure) in try parser.notExpression() }
    return try make(.not(operand), from: start, above: [operand])
  }

  private mutating func comparison() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    let first = try sum()
    var rest: [(ComparisonOperator, Expression)] = []
    while let op = takeComparison() { rest.append((op, try sum())) }
    if rest.isEmpty { return first }
    return try make(.compare(first, rest), from: start, above: [first] + rest.map(\.1))
  }

  private mutating func takeComparison() -> ComparisonOperator? {
    let op: ComparisonOperator
    switch current.kind {
    case .op(.equal): op = .equal
    case .op(.notEqual): op = .notEqual
    case .op(.less): op = .less
    case .op(.lessOrEqual): op = .lessOrEqual
    case .op(.greater): op = .greater
    case .op(.greaterOrEqual): op = .greaterOrEqual
    case .name("in"): op = .isIn
    case .name("not") where isFollowed(byWord: "in"):
      advance()
      op = .isNotIn
    default: return nil
    }
    advance()
    return op
  }

  private mutating func sum() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    var left = try concatenation()
    while isAt(.plus) || isAt(.minus) {
      let op: BinaryOperator = isAt(.plus) ? .add : .subtract
      advance()
      let right = try concatenation()
      left = try make(.binary(op, left, right), from: start, above: [left, right])
    }
    return left
  }

  private mutating func concatenation() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    var parts = [try product()]
    while take(.tilde) { parts.append(try product()) }
    return parts.count == 1 ? parts[0] : try make(.concat(parts), from: start, above: parts)
  }

  private mutating func product() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    var left = try power()
    while true {
      let op: BinaryOperator
      switch current.kind {
      case .op(.times): op = .multiply
      case .op(.divide): op = .divide
      case .op(.floorDivide): op = .floorDivide
      case .op(.modulo): op = .modulo
      default: return left
      }
      advance()
      let right = try power()
      left = try make(.binary(op, left, right), from: start, above: [left, right])
    }
  }

  private mutating func power() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    var left = try signed()
    while take(.power) {
      let right = try signed()
      left = try make(.binary(.power, left, right), from: start, above: [left, right])
    }
    return left
  }

  /// A filter binds looser than a sign (`-3|abs` is the filter of −3), and the sign of a sign takes none.
  private mutating func signed(withFilters: Bool = true) throws(Failure) -> Expression {
    let start = current.range.lowerBound
    var value: Expression
    if isAt(.minus) || isAt(.plus) {
      let isMinus = isAt(.minus)
      advance()
      let operand = try nested { (parser) throws(Failure) in try parser.signed(withFilters: false) }
      value = try make(isMinus ? .negate(operand) : .plus(operand), from: start, above: [operand])
    } else {
      value = try primary()
    }
    value = try postfixes(of: value)
    return withFilters ? try filtersAndTests(of: value) : value
  }
}
