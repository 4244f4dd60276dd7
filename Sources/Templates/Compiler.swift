import Diagnostics

/// Turns the statements of all layouts into one program (after jinja2/compiler.py).
struct Compiler {
  var program = Program()
  var diagnostics: [Diagnostic] = []
  /// The places of names in the program.
  private var nameNumbers: [String: Int32] = [:]
  let filterNumbers: [String: Int32]

  // The layout being compiled.
  var template: Int32 = 0
  var path = ""
  /// Whether an `extends` that is always reached has been passed: what follows is not written.
  var hasKnownExtends = false
  var extendsCount = 0

  /// Where a statement stands.
  struct Frame {
    var scope: Scope
    /// At the top of the file, where variables are seen by the blocks and by who imports the file.
    var isTop = false
    /// Whether output depends on no `extends` having been reached.
    var checksOutput = false
    /// The block around, for `super`.
    var block: String?

    var function: FunctionDraft { scope.function }

    func inner(_ scope: Scope) -> Frame {
      Frame(scope: scope, isTop: false, checksOutput: checksOutput, block: block)
    }
  }

  init(filters: [Filter], globals: Map) {
    program.filters = filters
    program.globals = globals
    var numbers: [String: Int32] = [:]
    for (number, filter) in filters.enumerated() { numbers[filter.name] = Int32(number) }
    filterNumbers = numbers
  }

  // MARK: Layouts

  mutating func compile(_ files: [(name: String, file: SourceFile, statements: [Statement])]) {
    for (number, file) in files.enumerated() {
      program.templates.append(Program.Template(name: file.name, path: file.file.path))
      program.templateNumbers[file.name] = number
    }
    for (number, file) in files.enumerated() {
      template = Int32(number)
      path = file.file.path
      compileTemplate(file.statements)
    }
  }

  private mutating func compileTemplate(_ statements: [Statement]) {
    hasKnownExtends = false
    extendsCount = 0
    let blocks = collectBlocks(in: statements)
    let haveExtends = statements.contains(where: \.containsExtends)
    let draft = newFunction(parent: nil)
    let scope = Scope(in: draft, parent: nil)
    SymbolVisitor(scope: scope).visit(statements)
    var code = Code()
    emitLoads(of: scope, into: &code, isFunction: true)
    let frame = Frame(scope: scope, isTop: true, checksOutput: haveExtends)
    compile(statements, frame, &code)
    finish(draft, code)
    program.functions[draft.number].extends = haveExtends
    program.templates[Int(template)].root = Int32(draft.number)
    for block in blocks { compileBlock(block) }
  }

  private mutating func collectBlocks(in statements: [Statement]) -> [Statement.Block] {
    var blocks: [Statement.Block] = []
    func visit(_ statements: [Statement]) {
      for statement in statements {
        if case .block(let block) = statement.kind { blocks.append(block) }
        statement.bodies.forEach(visit)
      }
    }
    visit(statements)
    var firsts: [String: Range<Int>] = [:]
    for block in blocks {
      guard let first = firsts[block.name] else {
        firsts[block.name] = block.nameRange
        continue
      }
      diagnostics.append(
        Diagnostic(
          TemplateCode.duplicateBlock, at: location(block.nameRange),
          "Le bloc « \(block.name) » est défini deux fois",
          help: "donnez-lui un autre nom, ou écrivez « self.\(block.name)() » pour le répéter",
          notes: [Diagnostic.Note("Première définition", at: location(first))]))
    }
    return blocks
  }

  private mutating func compileBlock(_ block: Statement.Block) {
    let draft = newFunction(parent: nil)
    let scope = Scope(in: draft, parent: nil)
    SymbolVisitor(scope: scope).visit(block.body)
    var code = Code()
    emitLoads(of: scope, into: &code, isFunction: true)
    compile(block.body, Frame(scope: scope, block: block.name), &code)
    finish(draft, code)
    program.templates[Int(template)].blocks.append((number(ofName: block.name), Int32(draft.number)))
  }

  // MARK: Functions

  mutating func newFunction(parent: FunctionDraft?) -> FunctionDraft {
    program.functions.append(Program.Function(template: template))
    program.slotNames.append([])
    return FunctionDraft(number: program.functions.count - 1, parent: parent)
  }

  mutating func finish(_ draft: FunctionDraft, _ code: Code) {
    let body = place(code)
    program.functions[draft.number].body = body
    program.functions[draft.number].slotCount = Int32(draft.slotNames.count)
    program.functions[draft.number].nesting = Int32(draft.deepest)
    program.slotNames[draft.number] = draft.slotNames.map { number(ofName: $0) }
  }

  /// Fills the slots of a scope where it is entered. Those of a function start empty.
  mutating func emitLoads(of scope: Scope, into code: inout Code, isFunction: Bool = false) {
    for (slot, load) in scope.table.loads.sorted(by: { $0.key < $1.key }) {
      switch load {
      case .parameter: break
      case .resolve(let name): code.emit(.resolve(slot: slot, name: number(ofName: name)))
      case .alias(let other): code.emit(.copy(slot: slot, variable(other, in: scope.function)))
      case .nothing: if !isFunction { code.emit(.clear(slot: slot)) }
      }
    }
  }

  mutating func variable(_ slot: Scope.Slot, in function: FunctionDraft, _ range: Range<Int> = 0..<0) -> Int32
  {
    let depth = function.depth(to: slot.function)
    let name = number(ofName: slot.function.slotNames[Int(slot.number)])
    if depth == 0 { return add(.slot(slot.number, name: name), range) }
    return add(.outer(depth: Int16(clamping: depth), slot: slot.number, name: name), range)
  }

  /// Appends code to the program.
  mutating func place(_ code: Code) -> Range<Int32> {
    let start = Int32(program.instructions.count)
    for instruction in code.instructions { program.instructions.append(instruction.moved(by: start)) }
    return start..<Int32(program.instructions.count)
  }

  // MARK: Tables

  mutating func number(ofName name: String) -> Int32 {
    if let number = nameNumbers[name] { return number }
    let number = Int32(program.names.count)
    program.names.append(Name(name))
    nameNumbers[name] = number
    return number
  }

  mutating func add(_ node: Node, _ range: Range<Int>) -> Int32 {
    program.nodes.append(node)
    program.places.append(
      Program.Place(
        start: Int32(clamping: range.lowerBound), end: Int32(clamping: range.upperBound), template: template))
    return Int32(program.nodes.count - 1)
  }

  mutating func add(constant value: Value, _ range: Range<Int>) -> Int32 {
    program.constants.append(value)
    return add(.constant(Int32(program.constants.count - 1)), range)
  }

  mutating func addOperands(_ operands: [Int32]) -> Int32 {
    program.operands += operands
    return Int32(program.operands.count - operands.count)
  }

  // MARK: Reports

  func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(file: path, range: range) }

  mutating func report(_ code: TemplateCode, _ range: Range<Int>, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(code, at: location(range), message, help: help))
  }
}

/// Instructions whose place in the program is not known yet: their jumps count from its beginning.
struct Code {
  private(set) var instructions: [Instruction] = []
  /// Before it, a text may be jumped over; it cannot take up what follows.
  private var barrier = 0

  mutating func emit(_ instruction: Instruction) { instructions.append(instruction) }

  /// Emits a text that stands right behind the one before in the program.
  mutating func emitText(start: Int32, count: Int32) {
    if instructions.count > barrier, case .text(let before, let length)? = instructions.last,
      before + length == start
    {
      instructions[instructions.count - 1] = .text(start: before, count: length + count)
    } else {
      emit(.text(start: start, count: count))
    }
  }

  /// Emits a jump whose target comes later.
  mutating func emitJump(_ make: (Int32) -> Instruction) -> Int {
    instructions.append(make(-1))
    return instructions.count - 1
  }

  /// Lets a jump end here.
  mutating func land(_ jump: Int) {
    let target = Int32(instructions.count)
    barrier = instructions.count
    switch instructions[jump] {
    case .jump: instructions[jump] = .jump(target)
    case .jumpUnless(let test, _): instructions[jump] = .jumpUnless(test, to: target)
    case .jumpIfExtended: instructions[jump] = .jumpIfExtended(target)
    default: break
    }
  }
}

extension Instruction {
  func moved(by distance: Int32) -> Instruction {
    switch self {
    case .jump(let target): .jump(target + distance)
    case .jumpUnless(let test, let target): .jumpUnless(test, to: target + distance)
    case .jumpIfExtended(let target): .jumpIfExtended(target + distance)
    default: self
    }
  }
}

extension Statement {
  var containsExtends: Bool {
    if case .extends = kind { return true }
    return bodies.contains { $0.contains(where: \.containsExtends) }
  }
}
