import Diagnostics

extension Parser {
  static let statementNames = [
    "if", "for", "set", "block", "extends", "include", "import", "from", "macro", "call", "filter", "with",
    "raw",
  ]

  /// Reads a statement whose opening mark is passed; nil after a mistake that leaves nothing of it.
  mutating func statement(from start: Int) -> Statement? {
    guard case .name(let name) = current.kind else {
      _ = unexpected("le nom d’une instruction")
      skip(past: .blockEnd)
      return nil
    }
    let nameRange = current.range
    guard openers.count < Self.deepestStatement else {
      report(
        .tooDeep, nameRange, "Les blocs sont emboîtés trop profondément",
        help: "faites-en un macro ou un fichier à inclure")
      giveUp()
      return nil
    }
    advance()
    let kind: Statement.Kind?
    switch name {
    case "if": kind = ifStatement(nameRange)
    case "for": kind = forStatement(nameRange)
    case "set": kind = setStatement(nameRange)
    case "with": kind = withStatement(nameRange)
    case "block": kind = blockStatement(nameRange)
    case "macro": kind = macroStatement(nameRange)
    case "call": kind = callStatement(nameRange)
    case "filter": kind = filterStatement(nameRange)
    case "extends":
      kind = tag(until: .blockEnd) { (parser) throws(Failure) in .extends(try parser.expression()) }
    case "include": kind = tag(until: .blockEnd) { (parser) throws(Failure) in try parser.include() }
    case "import": kind = tag(until: .blockEnd) { (parser) throws(Failure) in try parser.importAll() }
    case "from": kind = tag(until: .blockEnd) { (parser) throws(Failure) in try parser.importNames() }
    default:
      reportUnknown(name, nameRange)
      skip(past: .blockEnd)
      return nil
    }
    return kind.map { Statement(kind: $0, range: nameRange) }
  }

  private mutating func reportUnknown(_ name: String, _ range: Range<Int>) {
    let help: String
    switch name {
    case "autoescape": help = "l’échappement ne se coupe pas : marquez ce qui est sûr par le filtre « safe »"
    case "elseif", "elsif": help = "écrivez « elif »"
    default:
      let near = nearest(to: name, in: Self.statementNames + ["elif", "else", "endif", "endfor", "endblock"])
      help =
        near.map { "vouliez-vous dire « \($0) » ?" }
        ?? "les instructions sont : \(Self.statementNames.joined(separator: ", "))"
    }
    report(.unknownStatement, range, "« \(name) » n’est pas une instruction", help: help)
  }

  /// Reads the head of a statement with a body. The body is read even if the head has a mistake.
  private mutating func head<Content>(_ read: (inout Parser) throws(Failure) -> Content) -> Content? {
    tag(until: .blockEnd) { (parser) throws(Failure) in
      let content = try read(&parser)
      _ = parser.take(.colon)
      return content
    }
  }

  /// Reads a body and the end of its closing tag.
  private mutating func closedBody(_ name: String, _ range: Range<Int>, end: String) -> [Statement] {
    let (statements, found) = body(of: Opener(name: name, range: range, ends: [end]))
    if found != nil { finishEnd() }
    return statements
  }

  private mutating func finishEnd() { _ = tag(until: .blockEnd) { (_) throws(Failure) in } }

  // MARK: Conditions and loops

  private mutating func ifStatement(_ range: Range<Int>) -> Statement.Kind {
    var branches: [(test: Expression, body: [Statement])] = []
    var otherwise: [Statement] = []
    var opener = Opener(name: "if", range: range, ends: ["elif", "else", "endif"])
    while true {
      let start = lastEnd
      let test = head { (parser) throws(Failure) in try parser.tuple(withConditional: false) }
      let (statements, end) = body(of: opener)
      branches.append((test ?? invalid(start..<lastEnd), statements))
      if end == "elif" { continue }
      guard end == "else" else {
        if end != nil { finishEnd() }
        break
      }
      _ = head { (_) throws(Failure) in }
      opener = Opener(name: "if", range: range, ends: ["endif"])
      let (last, found) = body(of: opener)
      otherwise = last
      if found != nil { finishEnd() }
      break
    }
    return .if(branches, otherwise: otherwise)
  }

  private mutating func forStatement(_ range: Range<Int>) -> Statement.Kind {
    let head = head { (parser) throws(Failure) in
      let target = try parser.target(endingAt: "in")
      try parser.expect(word: "in")
      let items = try parser.tuple(withConditional: false, endingAt: "recursive")
      let condition = parser.take(word: "if") ? try parser.expression() : nil
      return (target, items, condition, parser.take(word: "recursive"))
    }
    let (statements, end) = body(of: Opener(name: "for", range: range, ends: ["else", "endfor"]))
    var otherwise: [Statement] = []
    if end == "else" {
      _ = self.head { (_) throws(Failure) in }
      otherwise = closedBody("for", range, end: "endfor")
    } else if end != nil {
      finishEnd()
    }
    let (target, items, condition, isRecursive) = head ?? (.tuple([], range), invalid(range), nil, false)
    return .for(
      Statement.ForLoop(
        target: target, items: items, condition: condition, isRecursive: isRecursive, body: statements,
        otherwise: otherwise))
  }

  // MARK: Variables

  private mutating func setStatement(_ range: Range<Int>) -> Statement.Kind {
    enum Head {
      case value(Target, Expression)
      case block(Target, Expression?)
    }
    let read = tag(until: .blockEnd) { (parser) throws(Failure) -> Head in
      let target = try parser.target(endingAt: nil, allowsMembers: true)
      if parser.take(.assign) { return .value(target, try parser.tuple()) }
      return .block(target, try parser.filters(of: nil))
    }
    switch read {
    case .value(let target, let value): return .set(target, value)
    case .block(let target, let filter):
      return .setBlock(target, filter: filter, body: closedBody("set", range, end: "endset"))
    case nil: return .set(.tuple([], range), invalid(range))
    }
  }

  private mutating func withStatement(_ range: Range<Int>) -> Statement.Kind {
    let head = head { (parser) throws(Failure) in
      var values: [(Target, Expression)] = []
      while parser.current.kind != .blockEnd, !parser.isAt(.colon) {
        if !values.isEmpty { try parser.expect(.comma) }
        let target = try parser.target(endingAt: nil)
        try parser.expect(.assign)
        values.append((target, try parser.expression()))
      }
      return values
    }
    return .with(head ?? [], body: closedBody("with", range, end: "endwith"))
  }

  // MARK: Blocks and files

  private mutating func blockStatement(_ range: Range<Int>) -> Statement.Kind? {
    let head = head { (parser) throws(Failure) in
      let (name, nameRange) = try parser.expectName()
      if parser.isAt(.minus) {
        throw parser.failure(
          .syntax, parser.current.range, "Le nom d’un bloc n’a pas de trait d’union",
          help: "écrivez « _ » à sa place")
      }
      return (name, nameRange, parser.take(word: "scoped"), parser.take(word: "required"))
    }
    let (statements, end) = body(of: Opener(name: "block", range: range, ends: ["endblock"]))
    if end != nil {
      _ = tag(until: .blockEnd) { (parser) throws(Failure) in
        if let head, !parser.take(word: head.0), case .name(let other) = parser.current.kind {
          throw parser.failure(
            .syntax, parser.current.range, "« \(other) » n’est pas le bloc ouvert, « \(head.0) »",
            help: "écrivez « {% endblock %} »")
        }
      }
    }
    guard let (name, nameRange, isScoped, isRequired) = head else { return nil }
    if isRequired, !statements.allSatisfy(isBlank) {
      report(
        .syntax, nameRange, "Le bloc obligatoire « \(name) » doit être vide", help: "supprimez « required »")
    }
    return .block(
      Statement.Block(
        name: name, nameRange: nameRange, isScoped: isScoped, isRequired: isRequired, body: statements))
  }

  private func isBlank(_ statement: Statement) -> Bool {
    guard case .text(let text) = statement.kind else { return false }
    return Whitespace.skip(text, from: 0) == text.count
  }

  private mutating func include() throws(Failure) -> Statement.Kind {
    let name = try expression()
    let ignores = isAt(word: "ignore") && isFollowed(byWord: "missing")
    if ignores {
      advance()
      advance()
    }
    return .include(name, ignoresMissing: ignores, withContext: takeContext() ?? true)
  }

  /// `with context` or `without context`.
  private mutating func takeContext() -> Bool? {
    guard isAt(word: "with") || isAt(word: "without"), isFollowed(byWord: "context") else { return nil }
    let isWith = isAt(word: "with")
    advance()
    advance()
    return isWith
  }

  private mutating func importAll() throws(Failure) -> Statement.Kind {
    let file = try expression()
    try expect(word: "as")
    let name = try assignableName()
    return .importAll(file, name: name.name, withContext: takeContext() ?? false)
  }

  private mutating func importNames() throws(Failure) -> Statement.Kind {
    let file = try expression()
    try expect(word: "import")
    var names: [(name: String, alias: String, range: Range<Int>)] = []
    while true {
      if let withContext = takeContext() { return .importNames(file, names: names, withContext: withContext) }
      let (name, range) = try assignableName()
      if name.hasPrefix("_") {
        throw failure(
          .syntax, range, "« \(name) » commence par « _ » : il reste privé à son fichier", help: "renommez-le"
        )
      }
      let alias = take(word: "as") ? try assignableName().name : name
      names.append((name, alias, range))
      if let withContext = takeContext() { return .importNames(file, names: names, withContext: withContext) }
      guard take(.comma) else { return .importNames(file, names: names, withContext: false) }
    }
  }

  // MARK: Macros

  private mutating func macroStatement(_ range: Range<Int>) -> Statement.Kind? {
    let head = head { (parser) throws(Failure) in
      (try parser.assignableName().name, try parser.parameters())
    }
    let statements = closedBody("macro", range, end: "endmacro")
    guard let (name, parameters) = head else { return nil }
    return .macro(name: name, Statement.MacroBody(parameters: parameters, body: statements))
  }

  private mutating func callStatement(_ range: Range<Int>) -> Statement.Kind? {
    let head = head { (parser) throws(Failure) in
      let parameters = parser.isAt(.leftParenthesis) ? try parser.parameters() : []
      let call = try parser.expression()
      guard case .call = call.kind else {
        throw parser.failure(
          .syntax, call.range, "« call » attend l’appel d’un macro",
          help: "écrivez par exemple « call carte(titre) »")
      }
      return (call, parameters)
    }
    let statements = closedBody("call", range, end: "endcall")
    guard let (call, parameters) = head else { return nil }
    return .call(call, Statement.MacroBody(parameters: parameters, body: statements))
  }

  private mutating func filterStatement(_ range: Range<Int>) -> Statement.Kind? {
    let head = head { (parser) throws(Failure) in try parser.filters(of: nil, startsInline: true) }
    let statements = closedBody("filter", range, end: "endfilter")
    return (head ?? nil).map { .filter($0, body: statements) }
  }

  private mutating func parameters() throws(Failure) -> [Parameter] {
    var parameters: [Parameter] = []
    try expect(.leftParenthesis)
    while !isAt(.rightParenthesis) {
      if !parameters.isEmpty { try expect(.comma) }
      let (name, range) = try assignableName()
      if parameters.contains(where: { $0.name == name }) {
        throw failure(.syntax, range, "« \(name) » est donné deux fois")
      }
      let value = take(.assign) ? try expression() : nil
      if value == nil, parameters.last?.defaultValue != nil {
        throw failure(
          .syntax, range, "« \(name) » suit un paramètre qui a une valeur par défaut",
          help: "donnez-lui une valeur par défaut, ou mettez-le avant")
      }
      parameters.append(Parameter(name: name, defaultValue: value))
    }
    try expect(.rightParenthesis)
    return parameters
  }
}
