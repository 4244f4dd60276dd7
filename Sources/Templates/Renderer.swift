import Diagnostics

/// Runs a compiled layout once. All it knows of the page under way is in flat stacks, cut back where a function ends,
/// so that a call allocates nothing.
struct Renderer {
  let layouts: CompiledLayouts
  /// The names of the program: looked up from here they are read in place, and no count of references is written.
  let names: [Name]
  let pathNames: [Name]
  /// What the layout was given.
  private(set) var root = Map()
  var output: [UInt8] = []
  /// Where a page goes that is not kept whole.
  var drain: Drain?
  /// How many captures of output are under way.
  var catching = 0
  /// The variables of all functions under way.
  var stack: [Value] = []
  var frames: [Frame] = []
  var contexts: [Context] = []
  var macros: [MacroInstance] = []
  var loops: [LoopState] = []
  var namespaces: [Map] = []
  /// The frame of the current function, which is not always the last: those of imported files stay for their macros.
  var frame = -1
  /// Where the variables of the current function begin.
  var base = 0
  var nextSerial: UInt32 = 1
  var recentUnknowns = RecentUnknowns()
  /// What the functions under way cost of the machine's stack, in nested statements and expressions.
  private var nesting = 0
  private var iterations = 0

  private static let deepestNesting = 1000
  private static let mostIterations = 50_000_000

  /// A function under way.
  struct Frame {
    let base: Int
    /// The frame of the function that it was defined in, -1 if none.
    let parent: Int
    let context: Int
    let function: Int32
  }

  /// The variables that a file sees beside those of its own functions.
  struct Context {
    enum Parent {
      /// What the layout was given.
      case root
      case context(Int)
      /// Only the globals.
      case nothing
    }

    let parent: Parent
    /// The file and those it extends, in this order.
    var chain: [Int32]
    /// What was in force where the file was included.
    let locals: [(name: Int32, value: Value)]
    var variables: [(name: Int32, value: Value, isExported: Bool)] = []
    /// The file to go on with, once `extends` has been reached.
    var extended: Int32 = -1

    func value(of name: Int32) -> Value? {
      for place in variables.indices where variables[place].name == name { return variables[place].value }
      for place in locals.indices where locals[place].name == name { return locals[place].value }
      return nil
    }
  }

  struct MacroInstance {
    let macro: Int32
    let frame: Int
    let context: Int
    let serial: UInt32
  }

  struct LoopState {
    let items: [Value]
    var place = 0
    let depth: Int
    let loop: Int32
    let frame: Int
    let serial: UInt32
    var lastChanged: [Value]?
  }

  init(_ layouts: CompiledLayouts) {
    self.layouts = layouts
    names = layouts.program.names
    pathNames = layouts.program.pathNames
  }

  /// Makes ready to run a layout, be it the first or another one.
  mutating func begin(with root: Map) {
    self.root = root
    Self.empty(&stack, room: 64)
    Self.empty(&frames, room: 8)
    Self.empty(&contexts, room: 8)
    macros.removeAll(keepingCapacity: true)
    loops.removeAll(keepingCapacity: true)
    namespaces.removeAll(keepingCapacity: true)
    (frame, base, nesting, iterations, catching) = (-1, 0, 0, 0, 0)
  }

  private static func empty<Item>(_ items: inout [Item], room: Int) {
    items.removeAll(keepingCapacity: true)
    items.reserveCapacity(room)
  }

  // MARK: Functions

  /// The heights of the stacks, to cut them back to.
  struct Mark {
    let stack: Int
    let frames: Int
    let contexts: Int
    let macros: Int
    let frame: Int
    let base: Int
    let nesting: Int
  }

  var mark: Mark {
    Mark(
      stack: stack.count, frames: frames.count, contexts: contexts.count, macros: macros.count, frame: frame,
      base: base, nesting: nesting)
  }

  mutating func cutBack(to mark: Mark) {
    stack.removeLast(stack.count - mark.stack)
    frames.removeLast(frames.count - mark.frames)
    if contexts.count > mark.contexts { contexts.removeLast(contexts.count - mark.contexts) }
    if macros.count > mark.macros { macros.removeLast(macros.count - mark.macros) }
    returnFromModule(to: mark)
  }

  /// Goes on with the function under way at the mark, and keeps what has been pushed since.
  mutating func returnFromModule(to mark: Mark) {
    frame = mark.frame
    base = mark.base
    nesting = mark.nesting
  }

  /// Enters a function whose first slots have been pushed already.
  mutating func enter(
    _ function: Int32, pushed: Int, parent: Int, context: Int, from node: Int32
  ) throws(RenderFailure) {
    try countIteration(node)
    let slots = Int(layouts.program.functions[Int(function)].slotCount)
    base = stack.count - pushed
    for _ in pushed..<max(slots, pushed) { stack.append(.missing) }
    frames.append(Frame(base: base, parent: parent, context: context, function: function))
    frame = frames.count - 1
    nesting += Int(layouts.program.functions[Int(function)].nesting) + 4
    guard nesting <= Self.deepestNesting else {
      throw fail(
        node, .tooDeep, "Les appels s’emboîtent trop profondément",
        help: "un macro, un bloc ou un fichier s’appelle sans doute lui-même sans fin")
    }
  }

  mutating func run(function: Int32, parent: Int, context: Int, from node: Int32) throws(RenderFailure) {
    let mark = mark
    try enter(function, pushed: 0, parent: parent, context: context, from: node)
    try run(layouts.program.functions[Int(function)].body)
    cutBack(to: mark)
  }

  /// Runs a file, then those it extends, in a context that has been pushed. The frames of all stay: blocks use the
  /// macros that the files define or import.
  mutating func run(template: Int32, context: Int, from node: Int32) throws(RenderFailure) {
    let mark = mark
    var next = template
    while next >= 0 {
      let function = layouts.program.templates[Int(next)].root
      try enter(function, pushed: 0, parent: -1, context: context, from: node)
      try run(layouts.program.functions[Int(function)].body)
      next = contexts[context].extended
      contexts[context].extended = -1
    }
    returnFromModule(to: mark)
  }

  var context: Int { frames[frame].context }

  mutating func newSerial() -> UInt32 {
    nextSerial &+= 1
    return nextSerial
  }

  // MARK: Instructions

  mutating func run(_ range: Range<Int32>) throws(RenderFailure) { try run(range, of: layouts) }

  /// - Parameter layouts: held once, not for each instruction: all threads write the count of references of what they
  ///   share.
  mutating func run(_ range: Range<Int32>, of layouts: CompiledLayouts) throws(RenderFailure) {
    var place = Int(range.lowerBound)
    let end = Int(range.upperBound)
    while place < end {
      let instruction = layouts.program.instructions[place]
      place += 1
      switch instruction {
      case .text(let start, let count):
        layouts.program.text.withUnsafeBufferPointer { text in
          output.append(contentsOf: UnsafeBufferPointer(rebasing: text[Int(start)..<Int(start + count)]))
        }
      case .output(let node): try write(node)
      case .jump(let target): place = Int(target)
      case .jumpUnless(let test, let target): if !(try isTrue(test)) { place = Int(target) }
      case .jumpIfExtended(let target): if contexts[context].extended >= 0 { place = Int(target) }
      case .set(let slot, let node): stack[base + Int(slot)] = try evaluate(node)
      case .copy(let slot, let node): stack[base + Int(slot)] = rawValue(node)
      case .resolve(let slot, let name): stack[base + Int(slot)] = resolve(name, context) ?? .missing
      case .clear(let slot): stack[base + Int(slot)] = .missing
      case .fallBack(let slot, let node):
        if stack[base + Int(slot)].isMissing { stack[base + Int(slot)] = try evaluate(node) }
      case .loop(let loop): try runLoop(loop, of: layouts)
      default: try runRare(instruction)
      }
    }
  }

  private mutating func runRare(_ instruction: Instruction) throws(RenderFailure) {
    switch instruction {
    case .assign(let target, let node): try assign(try evaluate(node), to: target, node)
    case .export(let slot, let name): keep(name, stack[base + Int(slot)], isExported: true)
    case .keep(let slot, let name): keep(name, stack[base + Int(slot)], isExported: false)
    case .capture(let capture): try runCapture(layouts.program.captures[Int(capture)])
    case .block(let name, let snapshot, let node): try runBlock(name, snapshot, node)
    case .requiredBlock(let name, let node): try checkRequired(name, node)
    case .extends(let node): try extend(node)
    case .include(let include): try runInclude(layouts.program.includes[Int(include)])
    case .importFile(let number): try runImport(layouts.program.imports[Int(number)])
    case .macro(let slot, let macro): stack[base + Int(slot)] = .handle(defineMacro(macro))
    case .call(let macro, let node): try runCall(macro, node)
    default: break
    }
  }

  mutating func countIteration(_ node: Int32) throws(RenderFailure) {
    iterations += 1
    guard iterations <= Self.mostIterations else {
      throw fail(
        node, .tooMuch, "Cette page fait plus de \(Self.mostIterations) tours de boucle et appels",
        help: "une boucle ou un macro s’emballe sans doute")
    }
  }

  // MARK: Variables

  /// A variable as it is, be it set or not.
  mutating func rawValue(_ node: Int32) -> Value {
    switch layouts.program.nodes[Int(node)] {
    case .slot(let slot, _): return stack[base + Int(slot)]
    case .outer(let depth, let slot, _): return stack[outerBase(depth) + Int(slot)]
    default: return .missing
    }
  }

  mutating func outerBase(_ depth: Int16) -> Int {
    var current = frames[frame]
    for _ in 0..<depth where current.parent >= 0 { current = frames[current.parent] }
    return current.base
  }

  mutating func resolve(_ name: Int32, _ context: Int) -> Value? {
    var current = context
    while true {
      if let value = contexts[current].value(of: name) { return value }
      switch contexts[current].parent {
      case .root:
        return root.value(of: names[Int(name)]) ?? layouts.program.globals.value(of: names[Int(name)])
      case .nothing: return layouts.program.globals.value(of: names[Int(name)])
      case .context(let parent): current = parent
      }
    }
  }

  private mutating func keep(_ name: Int32, _ value: Value, isExported: Bool) {
    let context = context
    if let place = contexts[context].variables.firstIndex(where: { $0.name == name }) {
      contexts[context].variables[place] = (name, value, isExported)
    } else {
      // A file of macros keeps many.
      if contexts[context].variables.isEmpty { contexts[context].variables.reserveCapacity(16) }
      contexts[context].variables.append((name, value, isExported))
    }
  }

  mutating func assign(_ value: Value, to target: Int32, _ node: Int32) throws(RenderFailure) {
    switch layouts.program.targets[Int(target)] {
    case .slot(let slot): stack[base + Int(slot)] = value
    case .tuple(let targets):
      let values = try items(of: value, node)
      guard values.count == targets.count else {
        throw fail(
          node, .wrongType, "\(values.count) valeur(s) pour \(targets.count) noms",
          help: "donnez autant de noms que de valeurs")
      }
      for (target, value) in zip(targets, values) { try assign(value, to: target, node) }
    case .member(let variable, let name):
      guard case .handle(let handle) = rawValue(variable), handle.kind == .namespace else {
        throw fail(
          variable, .wrongType, "« set » ne change un membre que dans un « namespace »",
          help: "créez-le par « {% set n = namespace() %} »")
      }
      namespaces[Int(handle.index)].set(layouts.program.names[Int(name)].text, value)
    }
  }
}

extension [Value] {
  /// What is seen of a value where it lies: read out of the array it would be copied, and its references counted.
  @inline(__always)
  mutating func look<Seen>(at place: Int, _ see: (inout Value) -> Seen) -> Seen { see(&self[place]) }
}
