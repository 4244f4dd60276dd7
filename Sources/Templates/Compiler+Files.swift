import Diagnostics

/// Blocks, files and macros.
extension Compiler {
  mutating func compileBlockCall(_ block: Statement.Block, _ frame: Frame, _ code: inout Code) {
    if frame.isTop, hasKnownExtends { return }
    let jump = frame.isTop && extendsCount > 0 ? code.emitJump { .jumpIfExtended($0) } : nil
    let node = add(.invalid, block.nameRange)
    let name = number(ofName: block.name)
    if block.isRequired { code.emit(.requiredBlock(name: name, node: node)) }
    code.emit(.block(name: name, snapshot: block.isScoped ? addSnapshot(frame) : -1, node: node))
    if let jump { code.land(jump) }
  }

  mutating func compileExtends(
    _ file: Expression, _ range: Range<Int>, _ frame: Frame, _ code: inout Code
  ) {
    guard frame.isTop else {
      return report(
        .syntax, range, "« extends » ne se met ni dans une boucle, ni dans un bloc, ni dans un macro",
        help: "mettez-le en tête du fichier")
    }
    guard !hasKnownExtends else {
      return report(
        .syntax, range, "Ce fichier en prolonge déjà un autre", help: "gardez un seul « extends »")
    }
    checkTemplate(file)
    code.emit(.extends(lower(file, frame)))
    hasKnownExtends = true
    extendsCount += 1
  }

  /// Reports a file that is named outright and does not exist.
  mutating func checkTemplate(_ file: Expression) {
    guard case .constant(let value) = file.kind else { return }
    guard case .string(let name) = value else {
      return report(
        .badArgument, file.range, "Le nom d’un fichier est un texte", help: "écrivez-le entre guillemets")
    }
    guard program.templateNumbers[name] == nil else { return }
    let near = nearest(to: name, in: program.templates.map(\.name))
    report(
      .missingTemplate, file.range, "« \(name) » n’existe pas dans layouts/",
      help: near.map { "vouliez-vous dire « \($0) » ?" } ?? "créez-le, ou corrigez son nom")
  }

  mutating func compileImport(
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

  mutating func compileMacro(_ name: String, _ macro: Statement.MacroBody, _ frame: Frame) -> Int32 {
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
