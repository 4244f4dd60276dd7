/// Conditions and loops.
extension Compiler {
  mutating func compileIf(
    _ branches: [(test: Expression, body: [Statement])], _ otherwise: [Statement], _ frame: Frame,
    _ code: inout Code
  ) {
    var ends: [Int] = []
    for (place, branch) in branches.enumerated() {
      let test = lower(branch.test, frame)
      let next = code.emitJump { .jumpUnless(test, to: $0) }
      // An `extends` in a branch is not always reached.
      let known = hasKnownExtends
      compile(branch.body, frame, &code)
      hasKnownExtends = known
      if place < branches.count - 1 || !otherwise.isEmpty { ends.append(code.emitJump { .jump($0) }) }
      code.land(next)
    }
    let known = hasKnownExtends
    compile(otherwise, frame, &code)
    hasKnownExtends = known
    for end in ends { code.land(end) }
  }

  mutating func compileFor(_ loop: Statement.ForLoop, _ frame: Frame, _ code: inout Code) {
    let function = loop.isRecursive ? newFunction(parent: frame.function) : frame.function
    let scope = Scope(in: function, parent: frame.scope)
    let needsLoop = loop.isRecursive || loop.body.use("loop") || loop.body.haveScopedBlock
    var loopSlot: Int32 = -1
    if needsLoop {
      loopSlot = scope.declareParameter("loop")
      function.loopSlots.insert(loopSlot)
    }
    reportLoopAssignments(loop)
    SymbolVisitor(scope: scope).visit(loop.target, asParameter: true)
    SymbolVisitor(scope: scope).visit(loop.body)
    var info = Program.LoopInfo(
      items: lower(loop.items, frame), target: addTarget(loop.target, frame.inner(scope)), loopSlot: loopSlot)
    var preparation = Code()
    var body = Code()
    emitLoads(of: scope, once: &preparation, each: &body)
    function.nesting += 1
    compile(loop.body, frame.inner(scope), &body)
    info.body = place(body)
    if let condition = loop.condition {
      let scope = Scope(in: function, parent: frame.scope)
      SymbolVisitor(scope: scope).visit(loop.target, asParameter: true)
      SymbolVisitor(scope: scope).visit(condition)
      info.conditionTarget = addTarget(loop.target, frame.inner(scope))
      emitLoads(of: scope, into: &preparation)
      info.condition = lower(condition, frame.inner(scope))
    }
    info.preparation = place(preparation)
    if !loop.otherwise.isEmpty {
      let scope = Scope(in: function, parent: frame.scope)
      SymbolVisitor(scope: scope).visit(loop.otherwise)
      var otherwise = Code()
      emitLoads(of: scope, into: &otherwise)
      compile(loop.otherwise, frame.inner(scope), &otherwise)
      info.otherwise = place(otherwise)
    }
    function.nesting -= 1
    if loop.isRecursive {
      info.function = Int32(function.number)
      finish(function, Code())
    }
    program.loops.append(info)
    let number = Int32(program.loops.count - 1)
    code.emit(.loop(number))
  }

  /// What is looked up in the context stays the same for all items, unless the body sets it.
  private mutating func emitLoads(of scope: Scope, once: inout Code, each: inout Code) {
    for (slot, load) in scope.table.loads.sorted(by: { $0.key < $1.key }) {
      switch load {
      case .parameter: break
      case .resolve(let name):
        let instruction = Instruction.resolve(slot: slot, name: number(ofName: name))
        if scope.table.stored.contains(name) { each.emit(instruction) } else { once.emit(instruction) }
      case .alias(let other): each.emit(.copy(slot: slot, variable(other, in: scope.function)))
      case .nothing: each.emit(.clear(slot: slot))
      }
    }
  }

  private mutating func reportLoopAssignments(_ loop: Statement.ForLoop) {
    var found: [Range<Int>] = []
    func visit(_ target: Target) {
      switch target {
      case .name("loop", let range): found.append(range)
      case .tuple(let targets, _): targets.forEach(visit)
      default: break
      }
    }
    func visit(_ statements: [Statement]) {
      for statement in statements {
        switch statement.kind {
        case .set(let target, _), .setBlock(let target, _, _): visit(target)
        case .for: continue  // It tells for itself.
        default: break
        }
        statement.bodies.forEach(visit)
      }
    }
    visit(loop.target)
    visit(loop.body)
    for range in found {
      report(.syntax, range, "« loop » appartient à la boucle", help: "choisissez un autre nom")
    }
  }
}
