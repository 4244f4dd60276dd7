extension Renderer {
  mutating func runLoop(_ number: Int32, of layouts: CompiledLayouts) throws(RenderFailure) {
    let loop = layouts.program.loops[Int(number)]
    let values = try items(of: try evaluate(loop.items), loop.items)
    guard loop.function >= 0 else { return try runBody(loop, number, values, depth: 0, of: layouts) }
    try runRecursive(loop, number, values, depth: 0, parent: frame, from: loop.items)
  }

  /// Runs the body of a recursive loop, which has a frame of its own.
  mutating func runRecursive(
    _ loop: Program.LoopInfo, _ number: Int32, _ values: [Value], depth: Int, parent: Int, from node: Int32
  ) throws(RenderFailure) {
    let mark = mark
    try enter(loop.function, pushed: 0, parent: parent, context: frames[parent].context, from: node)
    try runBody(loop, number, values, depth: depth, of: layouts)
    cutBack(to: mark)
  }

  private mutating func runBody(
    _ loop: Program.LoopInfo, _ number: Int32, _ all: [Value], depth: Int, of layouts: CompiledLayouts
  ) throws(RenderFailure) {
    if !loop.preparation.isEmpty { try run(loop.preparation) }
    let values = loop.condition < 0 ? all : try select(all, loop)
    if values.isEmpty {
      if !loop.otherwise.isEmpty { try run(loop.otherwise) }
      return
    }
    let state = loops.count
    if loop.loopSlot >= 0 {
      let serial = newSerial()
      let frame = loop.function >= 0 ? frames[self.frame].parent : self.frame
      loops.append(LoopState(items: values, depth: depth, loop: number, frame: frame, serial: serial))
    }
    let isSimple: Int32
    if case .slot(let slot) = layouts.program.targets[Int(loop.target)] {
      isSimple = slot
    } else {
      isSimple = -1
    }
    for place in values.indices {
      try countIteration(loop.items)
      if isSimple >= 0 {
        stack[base + Int(isSimple)] = values[place]
      } else {
        try assign(values[place], to: loop.target, loop.items)
      }
      if loop.loopSlot >= 0 {
        loops[state].place = place
        stack[base + Int(loop.loopSlot)] = .handle(Handle(.loop, index: state, serial: loops[state].serial))
      }
      try run(loop.body, of: layouts)
      drainOutput()
    }
    if loop.loopSlot >= 0 { loops.removeLast(loops.count - state) }
  }

  private mutating func select(_ all: [Value], _ loop: Program.LoopInfo) throws(RenderFailure) -> [Value] {
    var values: [Value] = []
    for value in all {
      try countIteration(loop.items)
      try assign(value, to: loop.conditionTarget, loop.items)
      if try isTrue(loop.condition) { values.append(value) }
    }
    return values
  }

  /// What a loop goes through: the items of a list, the names of an object, the characters of a text.
  mutating func items(of value: Value, _ node: Int32) throws(RenderFailure) -> [Value] {
    do throws(Complaint) {
      return try value.items()
    } catch {
      throw fail(node, error)
    }
  }

  mutating func state(of handle: Handle, _ node: Int32) throws(RenderFailure) -> Int {
    let place = Int(handle.index)
    guard place < loops.count, loops[place].serial == handle.serial else {
      throw fail(node, .wrongType, "Cette boucle est finie")
    }
    return place
  }

  mutating func member(_ member: LoopMember, of handle: Handle, _ node: Int32) throws(RenderFailure) -> Value
  {
    let place = try state(of: handle, node)
    let turn = loops[place].place
    let count = loops[place].items.count
    switch member {
    case .index: return .int(turn + 1)
    case .index0: return .int(turn)
    case .first: return .bool(turn == 0)
    case .last: return .bool(turn == count - 1)
    case .length: return .int(count)
    case .revindex: return .int(count - turn)
    case .revindex0: return .int(count - turn - 1)
    case .previtem: return turn > 0 ? loops[place].items[turn - 1] : unknown(node)
    case .nextitem: return turn < count - 1 ? loops[place].items[turn + 1] : unknown(node)
    case .depth: return .int(loops[place].depth + 1)
    case .depth0: return .int(loops[place].depth)
    }
  }

  /// `loop.cycle(…)` and `loop.changed(…)`.
  mutating func callLoopMethod(
    _ name: String, _ handle: Handle, _ arguments: [Value], _ node: Int32
  ) throws(RenderFailure) -> Value {
    let place = try state(of: handle, node)
    switch name {
    case "cycle":
      guard !arguments.isEmpty else { throw fail(node, .badArgument, "« cycle » attend au moins une valeur") }
      return arguments[loops[place].place % arguments.count]
    case "changed":
      if let last = loops[place].lastChanged, try equal(last, arguments, node) { return .bool(false) }
      loops[place].lastChanged = arguments
      return .bool(true)
    default:
      throw fail(
        node, .unknownAttribute, "« loop » n’a pas de fonction « \(name) »", help: "il a : cycle, changed")
    }
  }

  private mutating func equal(_ a: [Value], _ b: [Value], _ node: Int32) throws(RenderFailure) -> Bool {
    do throws(Complaint) {
      return try Value.list(a).equals(.list(b))
    } catch {
      throw fail(node, error)
    }
  }
}

extension Value {
  func items() throws(Complaint) -> [Value] {
    switch self {
    case .list(let items): return items
    case .map(let map): return map.entries.map { .string($0.key) }
    case .string(let text): return text.unicodeScalars.map { .string(String(Character($0))) }
    // A character of markup is text again, as in Python.
    case .markup: return (text ?? "").unicodeScalars.map { .string(String(Character($0))) }
    case .handle(let handle):
      if handle.kind == .blank { return [] }
      if isUndefined { throw .undefined(self) }
    default: break
    }
    throw Complaint(
      .wrongType, "On ne peut pas parcourir \(kindName)",
      help: "une boucle parcourt une liste, un objet ou un texte")
  }
}
