import Diagnostics

/// What follows a value: members, calls, filters, tests; and what `set` and `for` give values to.
extension Parser {
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
          .syntax, current.range, "« \(isAt(.times) ? "*" : "**") » n’est pas admis dans un appel")
      }
      if case .name(let name) = current.kind, following.kind == .op(.assign) {
        let range = advance().range
        advance()
        if arguments.named.contains(where: { $0.name == name }) {
          throw failure(.badArgument, range, "L’argument « \(name) » est donné deux fois")
        }
        arguments.named.append((name, range, try expression()))
      } else {
        let value = try expression()
        guard arguments.named.isEmpty else {
          throw failure(
            .syntax, value.range, "Un argument sans nom suit un argument nommé",
            help: "mettez les arguments sans nom d’abord")
        }
        arguments.positional.append(value)
      }
    }
    try expect(.rightParenthesis)
    return arguments
  }

  mutating func filtersAndTests(of value: Expression) throws(Failure) -> Expression {
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
        throw unexpected("« and »", help: "un test ne suit pas un test : répétez la valeur")
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
      throw failure(.syntax, range, "« \(name) » est un mot de la langue", help: "choisissez un autre nom")
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
