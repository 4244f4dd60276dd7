import Diagnostics

/// Expressions, from the loosest bond to the tightest, as Jinja has them: `if`, `or`, `and`, `not`, comparisons,
/// `+ -`, `~`, `* / // %`, `**`, signs, then what follows a value.
extension Parser {
  /// Makes an expression, unless its tree is too high.
  private mutating func make(
    _ kind: Expression.Kind, from start: Int, above parts: [Expression]
  ) throws(Failure) -> Expression {
    let depth = 1 + (parts.lazy.map(\.depth).max() ?? 0)
    guard depth <= Self.deepestExpression else { throw tooDeep() }
    return Expression(kind: kind, range: start..<max(start, lastEnd), depth: depth)
  }

  private mutating func tooDeep() -> Failure {
    failure(
      .tooDeep, current.range, "Cette expression est trop longue",
      help: "Coupez-la en plusieurs, avec « set »")
  }

  private mutating func nested(
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

  private func isAtTupleEnd(_ word: String?) -> Bool {
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

  // MARK: Values

  static let reservedWords: Set<String> = [
    "and", "or", "not", "in", "is", "if", "else", "elif", "true", "false", "none", "True", "False", "None",
  ]

  func primaryName(_ name: String) -> Expression.Kind? {
    switch name {
    case "true", "True": .constant(.bool(true))
    case "false", "False": .constant(.bool(false))
    case "none", "None": .constant(.none)
    default: Self.reservedWords.contains(name) ? nil : .name(name)
    }
  }

  func startsPrimary(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .string, .int, .float, .op(.leftParenthesis), .op(.leftBracket), .op(.leftBrace): true
    default: false
    }
  }

  mutating func primary() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    switch current.kind {
    case .name(let name):
      guard let kind = primaryName(name) else { throw unexpected("une valeur") }
      advance()
      return try make(kind, from: start, above: [])
    case .string(var text):
      advance()
      while case .string(let more) = current.kind {
        text += more
        advance()
      }
      return try make(.constant(.string(text)), from: start, above: [])
    case .int(let number):
      advance()
      return try make(.constant(.int(number)), from: start, above: [])
    case .float(let number):
      advance()
      return try make(.constant(.double(number)), from: start, above: [])
    case .op(.leftParenthesis):
      advance()
      let inside = try nested { (parser) throws(Failure) in try parser.tuple(inParentheses: true) }
      try expect(.rightParenthesis)
      return inside
    case .op(.leftBracket): return try nested { (parser) throws(Failure) in try parser.list() }
    case .op(.leftBrace): return try nested { (parser) throws(Failure) in try parser.map() }
    default: throw unexpected("une valeur")
    }
  }

  private mutating func list() throws(Failure) -> Expression {
    let start = advance().range.lowerBound
    var items: [Expression] = []
    while !isAt(.rightBracket) {
      if !items.isEmpty {
        try expect(.comma)
        if isAt(.rightBracket) { break }
      }
      items.append(try expression())
    }
    try expect(.rightBracket)
    return try make(.list(items), from: start, above: items)
  }

  private mutating func map() throws(Failure) -> Expression {
    let start = advance().range.lowerBound
    var entries: [(key: Expression, value: Expression)] = []
    while !isAt(.rightBrace) {
      if !entries.isEmpty {
        try expect(.comma)
        if isAt(.rightBrace) { break }
      }
      let key = try expression()
      try expect(.colon)
      entries.append((key, try expression()))
    }
    try expect(.rightBrace)
    return try make(.map(entries), from: start, above: entries.flatMap { [$0.key, $0.value] })
  }

  // MARK: What follows a value

  mutating func postfixes(of value: Expression) throws(Failure) -> Expression {
    var value = value
    while true {
      switch current.kind {
      case .op(.dot): value = try member(of: value)
      case .op(.leftBracket): value = try element(of: value)
      case .op(.leftParenthesis): value = try call(of: value)
      default: return value
      }
    }
  }

  private mutating func member(of value: Expression) throws(Failure) -> Expression {
    advance()
    let start = value.range.lowerBound
    switch current.kind {
    case .name(let name):
      advance()
      return try make(.attribute(value, name), from: start, above: [value])
    case .int(let place):
      let index = Expression(kind: .constant(.int(place)), range: advance().range, depth: 1)
      return try make(.subscripted(value, index), from: start, above: [value])
    default: throw unexpected("un nom")
    }
  }

  private mutating func element(of value: Expression) throws(Failure) -> Expression {
    advance()
    let start = value.range.lowerBound
    var parts: [Expression?] = []
    var isSlice = false
    while !isAt(.rightBracket) {
      if take(.colon) {
        if parts.count < 1 + (isSlice ? 1 : 0) { parts.append(nil) }
        isSlice = true
        guard parts.count < 3 else { throw unexpected("« ] »") }
      } else {
        let expected = isSlice ? parts.count < 3 : parts.isEmpty
        guard expected else { throw unexpected("« ] »") }
        parts.append(try expression())
        guard isAt(.colon) || isAt(.rightBracket) else { throw unexpected("« ] »") }
      }
    }
    guard isSlice || !parts.isEmpty else { throw unexpected("un indice") }
    try expect(.rightBracket)
    let above = [value] + parts.compactMap { $0 }
    if !isSlice, let index = parts[0] {
      return try make(.subscripted(value, index), from: start, above: above)
    }
    parts += [nil, nil]
    return try make(.slice(value, parts[0], parts[1], parts[2]), from: start, above: above)
  }

  private mutating func call(of value: Expression) throws(Failure) -> Expression {
    let arguments = try arguments()
    return try make(.call(value, arguments), from: value.range.lowerBound, above: [value] + arguments.all)
  }

  private mutating func arguments() throws(Failure) -> Expression.Arguments {
    try expect(.leftParenthesis)
    var arguments = Expression.Arguments()
    var isFirst = true
    while !isAt(.rightParenthesis) {
      if !isFirst {
        try expect(.comma)
        if isAt(.rightParenthesis) { break }
      }
      isFirst = false
      if isAt(.times) || isAt(.power) {
        throw failure(
          .syntax, current.range, "« \(isAt(.times) ? "*" : "**") » n'est pas admis dans un appel")
      }
      if case .name(let name) = current.kind, following.kind == .op(.assign) {
        let range = advance().range
        advance()
        if arguments.named.contains(where: { $0.name == name }) {
          throw failure(.badArgument, range, "L'argument « \(name) » est donné deux fois")
        }
        arguments.named.append((name, range, try expression()))
      } else {
        let value = try expression()
        guard arguments.named.isEmpty else {
          throw failure(
            .syntax, value.range, "Un argument sans nom suit un argument nommé",
            help: "Mettez les arguments sans nom d'abord")
        }
        arguments.positional.append(value)
      }
    }
    try expect(.rightParenthesis)
    return arguments
  }

  private mutating func filtersAndTests(of value: Expression) throws(Failure) -> Expression {
    var value = value
    while true {
      if isAt(.pipe) {
        value = try filters(of: value) ?? value
      } else if isAt(word: "is") {
        value = try test(of: value)
      } else if isAt(.leftParenthesis) {
        value = try call(of: value)
      } else {
        return value
      }
    }
  }

  /// The filters that follow; of nothing, where a block gives them its text.
  mutating func filters(of value: Expression?, startsInline: Bool = false) throws(Failure) -> Expression? {
    var value = value
    var isInline = startsInline
    while isInline || isAt(.pipe) {
      if !isInline { advance() }
      isInline = false
      let (name, range) = try expectName()
      let arguments = isAt(.leftParenthesis) ? try arguments() : Expression.Arguments()
      value = try make(
        .filter(value, name, range, arguments), from: value?.range.lowerBound ?? range.lowerBound,
        above: (value.map { [$0] } ?? []) + arguments.all)
    }
    return value
  }

  private mutating func test(of value: Expression) throws(Failure) -> Expression {
    advance()
    let isNegated = take(word: "not")
    let (name, range) = try expectName()
    var arguments = Expression.Arguments()
    if isAt(.leftParenthesis) {
      arguments = try self.arguments()
    } else if startsPrimary(current), !isAt(word: "else"), !isAt(word: "or"), !isAt(word: "and") {
      if isAt(word: "is") {
        throw unexpected("« and »", help: "Un test ne suit pas un test : répétez la valeur")
      }
      if !Self.endsTest(current) {
        arguments.positional = [try postfixes(of: try primary())]
      }
    }
    let start = value.range.lowerBound
    let test = try make(.test(value, name, range, arguments), from: start, above: [value] + arguments.all)
    return isNegated ? try make(.not(test), from: start, above: [test]) : test
  }

  /// The words after a test that are no argument of it.
  private static func endsTest(_ token: Token) -> Bool {
    guard case .name(let name) = token.kind else { return false }
    return ["if", "in", "not", "recursive"].contains(name)
  }

  // MARK: Targets

  mutating func assignableName() throws(Failure) -> (name: String, range: Range<Int>) {
    let (name, range) = try expectName()
    guard !Self.reservedWords.contains(name) else {
      throw failure(.syntax, range, "« \(name) » est un mot de la langue", help: "Choisissez un autre nom")
    }
    return (name, range)
  }

  /// A name, or several with commas.
  mutating func target(endingAt word: String?, allowsMembers: Bool = false) throws(Failure) -> Target {
    let start = current.range.lowerBound
    var targets: [Target] = []
    var isList = false
    while true {
      if isAtTargetEnd(word) { break }
      targets.append(try singleTarget(allowsMembers: allowsMembers))
      guard take(.comma) else { break }
      isList = true
    }
    if !isList {
      guard let target = targets.first else { throw unexpected("un nom") }
      return target
    }
    return .tuple(targets, start..<lastEnd)
  }

  private func isAtTargetEnd(_ word: String?) -> Bool {
    isAtTupleEnd(word) || isAt(.assign)
  }

  private mutating func singleTarget(allowsMembers: Bool) throws(Failure) -> Target {
    if isAt(.leftParenthesis) {
      advance()
      guard expressionDepth < Self.deepestExpression else { throw tooDeep() }
      expressionDepth += 1
      defer { expressionDepth -= 1 }
      let inside = try target(endingAt: nil)
      try expect(.rightParenthesis)
      return inside
    }
    let (name, range) = try assignableName()
    guard allowsMembers, take(.dot) else { return .name(name, range) }
    let member = try expectName()
    return .member(name, member.name, range.lowerBound..<lastEnd)
  }
}
