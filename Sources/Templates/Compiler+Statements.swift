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

  // MARK: Variables

  mutating func addTarget(_ target: Target, _ frame: Frame) -> Int32 {
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

  mutating func emitAssignment(_ target: Target, _ node: Int32, _ frame: Frame, _ code: inout Code) {
    if case .name(let name, _) = target, let slot = frame.scope.slot(of: name) {
      code.emit(.set(slot: slot.number, node))
    } else {
      code.emit(.assign(target: addTarget(target, frame), node))
    }
    emitExports(target, frame, &code)
  }

  mutating func emitExports(_ target: Target, _ frame: Frame, _ code: inout Code) {
    guard frame.isTop else { return }
    switch target {
    case .name(let name, _):
      if let slot = frame.scope.slot(of: name) { emitExport(name, slot.number, &code) }
    case .tuple(let targets, _): for target in targets { emitExports(target, frame, &code) }
    case .member: break
    }
  }

  mutating func emitExport(_ name: String, _ slot: Int32, _ code: inout Code) {
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

  mutating func emitCapture(
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
}
