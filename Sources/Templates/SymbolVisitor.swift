/// Tells a scope which names its statements use and set, before any of them is compiled
/// (`FrameSymbolVisitor` of `jinja2/idtracking.py`). What has a scope of its own is not looked into.
struct SymbolVisitor {
  let scope: Scope

  func visit(_ statements: [Statement]) { for statement in statements { visit(statement) } }

  func visit(_ statement: Statement) {
    switch statement.kind {
    case .text, .block: break
    case .output(let expression), .extends(let expression), .include(let expression, _, _): visit(expression)
    case .if(let branches, let otherwise): visitIf(branches[...], otherwise)
    case .for(let loop): visit(loop.items)
    case .set(let target, let value):
      visit(value)
      visit(target)
    case .setBlock(let target, _, _): visit(target)
    case .with(let values, _): for (_, value) in values { visit(value) }
    case .importAll(let file, let name, _):
      visit(file)
      scope.store(name)
    case .importNames(let file, let names, _):
      visit(file)
      for name in names { scope.store(name.alias) }
    case .macro(let name, _): scope.store(name)
    case .call(let call, _): visit(call)
    case .filter(let filter, _): visit(filter)
    }
  }

  private func visitIf(
    _ branches: ArraySlice<(test: Expression, body: [Statement])>, _ otherwise: [Statement]
  ) {
    guard let first = branches.first else { return }
    visit(first.test)
    let before = scope.table
    func table(after body: () -> Void) -> Scope.Table {
      scope.table = before
      body()
      defer { scope.table = before }
      return scope.table
    }
    let then = table { visit(first.body) }
    // Each `elif` is visited as an `if` of its own, one after the other.
    let elifs = table { for branch in branches.dropFirst() { visitIf([branch], []) } }
    let last = table { visit(otherwise) }
    scope.merge([then, elifs, last])
  }

  func visit(_ target: Target, asParameter: Bool = false) {
    switch target {
    case .name(let name, _):
      if asParameter { scope.declareParameter(name) } else { scope.store(name) }
    case .tuple(let targets, _): for target in targets { visit(target, asParameter: asParameter) }
    case .member(let name, _, _): scope.load(name)
    }
  }

  func visit(_ expression: Expression) {
    switch expression.kind {
    case .constant, .invalid: break
    case .name(let name): scope.load(name)
    case .call(let callee, let arguments):
      if !isSpecial(callee) { visit(callee) }
      arguments.all.forEach(visit)
    default: expression.children.forEach(visit)
    }
  }

  /// `super()`, `super.super()`, `self.block()`, and the functions of the language where no variable has their name.
  private func isSpecial(_ callee: Expression) -> Bool {
    switch callee.kind {
    case .name("super"): true
    case .name(let name): LanguageFunction(rawValue: name) != nil && !scope.isOwn(name)
    case .attribute(let base, _):
      switch base.kind {
      case .name("self"), .name("super"): true
      default: isSpecial(base) && callee.isSuper
      }
    default: false
    }
  }
}

extension Expression {
  /// The expressions directly inside.
  var children: [Expression] {
    switch kind {
    case .constant, .name, .invalid: []
    case .attribute(let base, _): [base]
    case .subscripted(let base, let index): [base, index]
    case .slice(let base, let from, let to, let step): [base] + [from, to, step].compactMap { $0 }
    case .list(let items), .concat(let items): items
    case .map(let entries): entries.flatMap { [$0.key, $0.value] }
    case .binary(_, let a, let b), .and(let a, let b), .or(let a, let b): [a, b]
    case .not(let operand), .negate(let operand), .plus(let operand): [operand]
    case .compare(let first, let rest): [first] + rest.map(\.1)
    case .conditional(let test, let then, let otherwise): [test, then] + (otherwise.map { [$0] } ?? [])
    case .filter(let target, _, _, let arguments): (target.map { [$0] } ?? []) + arguments.all
    case .test(let target, _, _, let arguments): [target] + arguments.all
    case .call(let callee, let arguments): [callee] + arguments.all
    }
  }

  /// `super`, `super.super`, …
  var isSuper: Bool {
    switch kind {
    case .name("super"): true
    case .attribute(let base, "super"): base.isSuper
    default: false
    }
  }

  /// Whether a variable is read anywhere inside.
  func uses(_ name: String) -> Bool {
    if case .name(name) = kind { return true }
    return children.contains { $0.uses(name) }
  }
}

extension [Statement] {
  /// Whether the statements read a name that they do not bind. Blocks are not looked into.
  func use(_ name: String) -> Bool { contains { $0.uses(name) } }

  /// Whether a block in them sees the variables around it.
  var haveScopedBlock: Bool {
    contains { statement in
      if case .block(let block) = statement.kind, block.isScoped { return true }
      return statement.bodies.contains(where: \.haveScopedBlock)
    }
  }
}

extension Statement {
  func uses(_ name: String) -> Bool {
    switch kind {
    case .text, .block: false
    case .output(let expression), .extends(let expression), .include(let expression, _, _),
      .importAll(let expression, _, _), .importNames(let expression, _, _):
      expression.uses(name)
    case .if(let branches, let otherwise):
      branches.contains { $0.test.uses(name) || $0.body.use(name) } || otherwise.use(name)
    case .for(let loop):
      loop.items.uses(name) || loop.condition?.uses(name) == true || loop.otherwise.use(name)
        || (name != "loop" || loop.isRecursive) && loop.body.use(name)
    case .set(_, let value): value.uses(name)
    case .setBlock(_, let filter, let body): filter?.uses(name) == true || body.use(name)
    case .with(let values, let body): values.contains { $0.1.uses(name) } || body.use(name)
    case .macro(_, let macro): macro.uses(name)
    case .call(let call, let macro): call.uses(name) || macro.uses(name)
    case .filter(let filter, let body): filter.uses(name) || body.use(name)
    }
  }

  /// The statements inside, whatever their scope.
  var bodies: [[Statement]] {
    switch kind {
    case .text, .output, .extends, .include, .importAll, .importNames, .set: []
    case .if(let branches, let otherwise): branches.map(\.body) + [otherwise]
    case .for(let loop): [loop.body, loop.otherwise]
    case .setBlock(_, _, let body), .with(_, let body), .filter(_, let body): [body]
    case .block(let block): [block.body]
    case .macro(_, let macro), .call(_, let macro): [macro.body]
    }
  }
}

extension Statement.MacroBody {
  func uses(_ name: String) -> Bool {
    body.use(name) || parameters.contains { $0.defaultValue?.uses(name) == true }
  }
}
