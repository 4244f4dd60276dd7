import Diagnostics

extension Compiler {
  mutating func compile(_ statements: [Statement], _ frame: Frame, _ code: inout Code) {
    for statement in statements { compile(statement, frame, &code) }
  }

  private mutating func compile(_ statement: Statement, _ frame: Frame, _ code: inout Code) {
    frame.function.nesting += 1
    defer { frame.function.nesting -= 1 }
    switch statement.kind {
    case .text(let text): emitOutput(frame, &code) { $0.emitText(text, &$1) }
    case .output(let expression):
      let node = lower(expression, frame)
      emitOutput(frame, &code) { $0.emit(output: node, &$1) }
    case .if(let branches, let otherwise): compileIf(branches, otherwise, frame, &code)
    case .for(let loop): compileFor(loop, frame, &code)
    case .set(let target, let value):
      let node = lower(value, frame)
      emitAssignment(target, node, frame, &code)
    case .setBlock(let target, let filter, let body): compileSetBlock(target, filter, body, frame, &code)
    case .with(let values, let body): compileWith(values, body, frame, &code)
    case .block(let block): compileBlockCall(block, frame, &code)
    case .extends(let file): compileExtends(file, statement.range, frame, &code)
    case .include(let file, let ignoresMissing, let withContext):
      if !ignoresMissing { checkTemplate(file) }
      program.includes.append(
        Program.IncludeInfo(
          template: lower(file, frame), ignoresMissing: ignoresMissing, withContext: withContext,
          snapshot: withContext ? addSnapshot(frame) : -1))
      code.emit(.include(Int32(program.includes.count - 1)))
    case .importAll(let file, let name, let withContext):
      compileImport(file, withContext, all: (name, statement.range), names: [], frame, &code)
    case .importNames(let file, let names, let withContext):
      compileImport(file, withContext, all: nil, names: names, frame, &code)
    case .macro(let name, let macro):
      guard let slot = frame.scope.slot(of: name) else { return }
      code.emit(.macro(slot: slot.number, compileMacro(name, macro, frame)))
      if frame.isTop { emitExport(name, slot.number, &code) }
    case .call(let call, let macro):
      let caller = compileMacro("caller", macro, frame)
      code.emit(.call(macro: caller, node: lower(call, frame)))
    case .filter(let filter, let body):
      emitCapture(body, filter: filter, target: -1, frame, &code)
    }
  }

  // MARK: Output

  private mutating func emitOutput(
    _ frame: Frame, _ code: inout Code, _ emit: (inout Compiler, inout Code) -> Void
  ) {
    guard frame.checksOutput else { return emit(&self, &code) }
    if hasKnownExtends { return }
    let jump = code.emitJump { .jumpIfExtended($0) }
    emit(&self, &code)
    code.land(jump)
  }

  private mutating func emitText(_ text: [UInt8], _ code: inout Code) {
    guard !text.isEmpty else { return }
    code.emitText(start: Int32(program.text.count), count: Int32(text.count))
    program.text += text
  }

  private mutating func emit(output node: Int32, _ code: inout Code) {
    if case .constant(let number) = program.nodes[Int(node)] {
      var text: [UInt8] = []
      if (try? program.constants[Int(number)].appendHTML(to: &text)) != nil { return emitText(text, &code) }
    }
    code.emit(.output(node))
  }

  // MARK: Conditions and loops

  private mutating func compileIf(
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

  private mutating func compileFor(_ loop: Statement.ForLoop, _ frame: Frame, _ code: inout Code) {
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
      report(.syntax, range, "« loop » appartient à la boucle", help: "Choisissez un autre nom")
    }
  }

  // MARK: Variables

  private mutating func addTarget(_ target: Target, _ frame: Frame) -> Int32 {
    let info: Program.TargetInfo
    switch target {
    case .name(let name, _): info = .slot(frame.scope.slot(of: name)?.number ?? 0)
    case .tuple(let targets, _):
      var numbers: [Int32] = []
      for target in targets { numbers.append(addTarget(target, frame)) }
      info = .tuple(numbers)
    case .member(let name, let member, let range):
      let node = frame.scope.slot(of: name).map { variable($0, in: frame.function, range) } ?? -1
      info = .member(node: node, name: number(ofName: member))
    }
    program.targets.append(info)
    return Int32(program.targets.count - 1)
  }

  private mutating func emitAssignment(_ target: Target, _ node: Int32, _ frame: Frame, _ code: inout Code) {
    if case .name(let name, _) = target, let slot = frame.scope.slot(of: name) {
      code.emit(.set(slot: slot.number, node))
    } else {
      code.emit(.assign(target: addTarget(target, frame), node))
    }
    emitExports(target, frame, &code)
  }

  private mutating func emitExports(_ target: Target, _ frame: Frame, _ code: inout Code) {
    guard frame.isTop else { return }
    switch target {
    case .name(let name, _):
      if let slot = frame.scope.slot(of: name) { emitExport(name, slot.number, &code) }
    case .tuple(let targets, _): for target in targets { emitExports(target, frame, &code) }
    case .member: break
    }
  }

  private mutating func emitExport(_ name: String, _ slot: Int32, _ code: inout Code) {
    let number = number(ofName: name)
    code.emit(name.hasPrefix("_") ? .keep(slot: slot, name: number) : .export(slot: slot, name: number))
  }

  private mutating func compileSetBlock(
    _ target: Target, _ filter: Expression?, _ body: [Statement], _ frame: Frame, _ code: inout Code
  ) {
    var inner = frame
    inner.checksOutput = false
    emitCapture(body, filter: filter, target: addTarget(target, frame), inner, &code)
    emitExports(target, frame, &code)
  }

  private mutating func emitCapture(
    _ body: [Statement], filter: Expression?, target: Int32, _ frame: Frame, _ code: inout Code
  ) {
    let scope = Scope(in: frame.function, parent: frame.scope)
    if let filter { SymbolVisitor(scope: scope).visit(filter) }
    SymbolVisitor(scope: scope).visit(body)
    var info = Program.CaptureInfo(target: target, slot: frame.function.newSlot(for: ""))
    var inner = Code()
    emitLoads(of: scope, into: &inner)
    compile(body, frame.inner(scope), &inner)
    info.body = place(inner)
    if let filter {
      let text = add(.slot(info.slot, name: number(ofName: "")), filter.range)
      info.filter = lower(filter, frame.inner(scope), captured: text)
    }
    program.captures.append(info)
    code.emit(.capture(Int32(program.captures.count - 1)))
  }

  private mutating func compileWith(
    _ values: [(Target, Expression)], _ body: [Statement], _ frame: Frame, _ code: inout Code
  ) {
    let scope = Scope(in: frame.function, parent: frame.scope)
    for (target, _) in values { SymbolVisitor(scope: scope).visit(target, asParameter: true) }
    SymbolVisitor(scope: scope).visit(body)
    emitLoads(of: scope, into: &code)
    for (target, value) in values {
      let node = lower(value, frame)
      emitAssignment(target, node, frame.inner(scope), &code)
    }
    compile(body, frame.inner(scope), &code)
  }

  mutating func addSnapshot(_ frame: Frame) -> Int32 {
    var snapshot: [(name: Int32, node: Int32)] = []
    for (name, slot) in frame.scope.storedNames {
      snapshot.append((number(ofName: name), variable(slot, in: frame.function)))
    }
    program.snapshots.append(snapshot)
    return Int32(program.snapshots.count - 1)
  }

  // MARK: Blocks and files

  private mutating func compileBlockCall(_ block: Statement.Block, _ frame: Frame, _ code: inout Code) {
    if frame.isTop, hasKnownExtends { return }
    let jump = frame.isTop && extendsCount > 0 ? code.emitJump { .jumpIfExtended($0) } : nil
    let node = add(.invalid, block.nameRange)
    let name = number(ofName: block.name)
    if block.isRequired { code.emit(.requiredBlock(name: name, node: node)) }
    code.emit(.block(name: name, snapshot: block.isScoped ? addSnapshot(frame) : -1, node: node))
    if let jump { code.land(jump) }
  }

  private mutating func compileExtends(
    _ file: Expression, _ range: Range<Int>, _ frame: Frame, _ code: inout Code
  ) {
    guard frame.isTop else {
      return report(
        .syntax, range, "« extends » ne se met ni dans une boucle, ni dans un bloc, ni dans un macro",
        help: "Mettez-le en tête du fichier")
    }
    guard !hasKnownExtends else {
      return report(
        .syntax, range, "Ce fichier en prolonge déjà un autre", help: "Gardez un seul « extends »")
    }
    checkTemplate(file)
    code.emit(.extends(lower(file, frame)))
    hasKnownExtends = true
    extendsCount += 1
  }

  /// Reports a file that is named outright and does not exist.
  private mutating func checkTemplate(_ file: Expression) {
    guard case .constant(let value) = file.kind else { return }
    guard case .string(let name) = value else {
      return report(
        .badArgument, file.range, "Le nom d'un fichier est un texte", help: "Écrivez-le entre guillemets")
    }
    guard program.templateNumbers[name] == nil else { return }
    let near = nearest(to: name, in: program.templates.map(\.name))
    report(
      .missingTemplate, file.range, "« \(name) » n'existe pas dans layouts/",
      help: near.map { "Vouliez-vous écrire « \($0) » ?" } ?? "Créez-le, ou corrigez son nom")
  }

  private mutating func compileImport(
    _ file: Expression, _ withContext: Bool, all: (name: String, range: Range<Int>)?,
    names: [(name: String, alias: String, range: Range<Int>)], _ frame: Frame, _ code: inout Code
  ) {
    checkTemplate(file)
    var slots: [(name: Int32, slot: Int32, node: Int32)] = []
    for name in names {
      guard let slot = frame.scope.slot(of: name.alias) else { continue }
      let number = number(ofName: name.name)
      slots.append((number, slot.number, add(.imported(name: number), name.range)))
    }
    let slot = all.flatMap { frame.scope.slot(of: $0.name)?.number } ?? -1
    program.imports.append(
      Program.ImportInfo(
        template: lower(file, frame), withContext: withContext,
        snapshot: withContext ? addSnapshot(frame) : -1,
        slot: slot, names: slots))
    code.emit(.importFile(Int32(program.imports.count - 1)))
    guard frame.isTop else { return }
    if let all { code.emit(.keep(slot: slot, name: number(ofName: all.name))) }
    for (name, slot) in zip(names, slots) {
      code.emit(.keep(slot: slot.slot, name: number(ofName: name.alias)))
    }
  }

  // MARK: Macros

  private mutating func compileMacro(_ name: String, _ macro: Statement.MacroBody, _ frame: Frame) -> Int32 {
    let function = newFunction(parent: frame.function)
    let scope = Scope(in: function, parent: frame.scope)
    for parameter in macro.parameters { scope.declareParameter(parameter.name) }
    func special(_ name: String) -> Int32 {
      guard macro.body.use(name), !macro.parameters.contains(where: { $0.name == name }) else { return -1 }
      return scope.declareParameter(name)
    }
    let callerSlot = special("caller")
    let varargsSlot = special("varargs")
    let kwargsSlot = special("kwargs")
    for parameter in macro.parameters { parameter.defaultValue.map { SymbolVisitor(scope: scope).visit($0) } }
    SymbolVisitor(scope: scope).visit(macro.body)
    var code = Code()
    emitLoads(of: scope, into: &code, isFunction: true)
    var inner = frame.inner(scope)
    inner.checksOutput = false
    for (slot, parameter) in macro.parameters.enumerated() {
      guard let value = parameter.defaultValue else { continue }
      code.emit(.fallBack(slot: Int32(slot), lower(value, inner)))
    }
    compile(macro.body, inner, &code)
    finish(function, code)
    let first = Int32(program.parameters.count)
    for parameter in macro.parameters {
      let number = number(ofName: parameter.name)
      program.parameters.append(number)
    }
    program.macros.append(
      Program.MacroInfo(
        name: number(ofName: name), function: Int32(function.number),
        parameters: first..<Int32(program.parameters.count),
        callerSlot: callerSlot, varargsSlot: varargsSlot, kwargsSlot: kwargsSlot))
    return Int32(program.macros.count - 1)
  }
}
