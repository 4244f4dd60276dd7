import Diagnostics

extension Compiler {
  /// Compiles an expression and gives its node. A filter without a target takes the captured text.
  mutating func lower(_ expression: Expression, _ frame: Frame, captured: Int32 = -1) -> Int32 {
    frame.function.deepest = max(frame.function.deepest, frame.function.nesting + expression.depth)
    let range = expression.range
    switch expression.kind {
    case .constant(let value): return add(constant: value, range)
    case .invalid: return add(.invalid, range)
    case .name(let name):
      guard let slot = frame.scope.slot(of: name) else {
        let help = name == "super" || name == "self" ? "écrivez « super() » ou « self.bloc() »" : nil
        report(.syntax, range, "« \(name) » ne s’emploie pas ainsi", help: help)
        return add(.invalid, range)
      }
      return variable(slot, in: frame.function, range)
    case .attribute(let base, let name): return lowerAttribute(base, name, range, frame)
    case .subscripted(let base, let index):
      if case .constant(.string(let name)) = index.kind {
        return addAttribute(lower(base, frame), name, range)
      }
      return add(.subscripted(lower(base, frame), lower(index, frame)), range)
    case .slice(let base, let from, let to, let step):
      let base = lower(base, frame)
      let parts = [from, to, step].map { part in part.map { lower($0, frame) } ?? -1 }
      return add(.slice(base, operands: addOperands(parts)), range)
    case .list(let items):
      let nodes = items.map { lower($0, frame) }
      let first = addOperands(nodes)
      return fold(.list(first: first, count: Int32(nodes.count)), range, nodes) { .list($0) }
    case .map(let entries): return lowerMap(entries, range, frame)
    case .binary(let op, let a, let b):
      let nodes = [lower(a, frame), lower(b, frame)]
      return fold(.binary(op, nodes[0], nodes[1]), range, nodes) { values throws(Complaint) in
        try Value.compute(op, values[0], values[1])
      }
    case .and(let a, let b): return add(.and(lower(a, frame), lower(b, frame)), range)
    case .or(let a, let b): return add(.or(lower(a, frame), lower(b, frame)), range)
    case .not(let operand):
      let node = lower(operand, frame)
      return fold(.not(node), range, [node]) { values throws(Complaint) in .bool(try !values[0].isTrue()) }
    case .negate(let operand):
      let node = lower(operand, frame)
      return fold(.negate(node), range, [node]) { values throws(Complaint) in try values[0].negated() }
    case .plus(let operand): return add(.plus(lower(operand, frame)), range)
    case .concat(let parts):
      let nodes = parts.map { lower($0, frame) }
      let first = addOperands(nodes)
      return fold(.concat(first: first, count: Int32(nodes.count)), range, nodes) {
        values throws(Complaint) in
        try Value.concatenate(values)
      }
    case .compare(let first, let rest): return lowerComparison(first, rest, range, frame)
    case .conditional(let test, let then, let otherwise):
      return add(
        .conditional(
          test: lower(test, frame), then: lower(then, frame),
          otherwise: otherwise.map { lower($0, frame) } ?? -1), range)
    case .filter(let target, let name, let nameRange, let arguments):
      let value = target.map { lower($0, frame, captured: captured) } ?? captured
      return lowerFilter(value, name, nameRange, arguments, range, frame)
    case .test(let target, let name, let nameRange, let arguments):
      return lowerTest(lower(target, frame), name, nameRange, arguments, range, frame)
    case .call(let callee, let arguments): return lowerCall(callee, arguments, range, frame)
    }
  }

  /// Adds a node, or what it comes to if all its parts are known.
  private mutating func fold(
    _ node: Node, _ range: Range<Int>, _ parts: [Int32], _ compute: ([Value]) throws(Complaint) -> Value
  ) -> Int32 {
    var values: [Value] = []
    for part in parts {
      guard case .constant(let number) = program.nodes[Int(part)] else { return add(node, range) }
      values.append(program.constants[Int(number)])
    }
    guard let value = try? compute(values) else { return add(node, range) }
    return add(constant: value, range)
  }

  private mutating func lowerMap(
    _ entries: [(key: Expression, value: Expression)], _ range: Range<Int>, _ frame: Frame
  ) -> Int32 {
    var nodes: [Int32] = []
    for (key, value) in entries {
      nodes.append(lower(key, frame))
      nodes.append(lower(value, frame))
    }
    let first = addOperands(nodes)
    return fold(.map(first: first, count: Int32(nodes.count)), range, nodes) { values throws(Complaint) in
      try Self.map(values)
    }
  }

  /// An object from its names and values by turns.
  static func map(_ values: [Value]) throws(Complaint) -> Value {
    var entries: [(String, Value)] = []
    entries.reserveCapacity(values.count / 2)
    for place in stride(from: 0, to: values.count - 1, by: 2) {
      guard let key = values[place].text else {
        throw Complaint(
          .wrongType, "Le nom d’un membre est un texte, pas \(values[place].kindName)",
          help: "écrivez-le entre guillemets")
      }
      entries.append((key, values[place + 1]))
    }
    return .map(Map(entries))
  }

  private mutating func lowerComparison(
    _ first: Expression, _ rest: [(ComparisonOperator, Expression)], _ range: Range<Int>, _ frame: Frame
  ) -> Int32 {
    let left = lower(first, frame)
    if rest.count == 1 {
      let right = lower(rest[0].1, frame)
      let op = rest[0].0
      return fold(.compare(op, left, right), range, [left, right]) { values throws(Complaint) in
        .bool(try values[0].compare(op, values[1]))
      }
    }
    var operands = [left]
    for (op, value) in rest {
      operands.append(Int32(op.rawValue))
      operands.append(lower(value, frame))
    }
    return add(.compareChain(first: addOperands(operands), count: Int32(operands.count)), range)
  }

  private mutating func lowerAttribute(
    _ base: Expression, _ name: String, _ range: Range<Int>, _ frame: Frame
  ) -> Int32 {
    if case .name("loop") = base.kind, let slot = frame.scope.slot(of: "loop"),
      slot.function === frame.function,
      frame.function.loopSlots.contains(slot.number)
    {
      if let member = LoopMember.names[name] { return add(.loopMember(slot: slot.number, member), range) }
      let near = nearest(to: name, in: LoopMember.allCases.map { "\($0)" })
      report(
        .unknownAttribute, range, "« loop » n’a pas de membre « \(name) »",
        help: near.map { "vouliez-vous dire « loop.\($0) » ?" }
          ?? "il a : \(LoopMember.allCases.map { "\($0)" }.joined(separator: ", "))")
      return add(.invalid, range)
    }
    return addAttribute(lower(base, frame), name, range)
  }

  /// A member of a member of a variable is one node, beside the steps.
  private mutating func addAttribute(_ base: Int32, _ name: String, _ range: Range<Int>) -> Int32 {
    let number = number(ofName: name)
    let last = program.names[Int(number)]
    switch program.nodes[Int(base)] {
    case .slot(let slot, _):
      let steps = add(.attribute(base, name: number), range)
      return add(.path(slot: slot, place: addPath([last]), steps: steps), range)
    case .path(let slot, let before, let beforeSteps):
      let path = program.paths[Int(before)]
      let steps = add(.attribute(beforeSteps, name: number), range)
      return add(
        .path(slot: slot, place: addPath(Array(program.pathNames[path]) + [last]), steps: steps), range)
    default: return add(.attribute(base, name: number), range)
    }
  }

  private mutating func addPath(_ names: [Name]) -> Int32 {
    let start = program.pathNames.count
    program.pathNames += names
    program.paths.append(start..<program.pathNames.count)
    return Int32(program.paths.count - 1)
  }

  // MARK: Calls

  private mutating func lowerCall(
    _ callee: Expression, _ arguments: Expression.Arguments, _ range: Range<Int>, _ frame: Frame
  ) -> Int32 {
    if callee.isSuper, arguments.all.isEmpty {
      guard let block = frame.block else {
        report(
          .syntax, range, "« super() » n’a de sens que dans un bloc",
          help: "mettez-le entre « block » et « endblock »")
        return add(.invalid, range)
      }
      return add(
        .superBlock(template: template, name: number(ofName: block), level: Int32(callee.depth)), range)
    }
    if case .attribute(let base, let name) = callee.kind {
      if case .name("self") = base.kind, arguments.all.isEmpty {
        return add(.selfBlock(name: number(ofName: name)), range)
      }
      let target = lower(base, frame)
      return add(.method(target, name: number(ofName: name), info: addCall(arguments, frame)), range)
    }
    if case .name(let name) = callee.kind, let function = LanguageFunction(rawValue: name),
      !frame.scope.isOwn(name)
    {
      return add(.function(function, info: addCall(arguments, frame)), range)
    }
    return add(.call(lower(callee, frame), info: addCall(arguments, frame)), range)
  }

  private mutating func addCall(_ arguments: Expression.Arguments, _ frame: Frame) -> Int32 {
    let nodes = arguments.positional.map { lower($0, frame) }
    let first = addOperands(nodes)
    var info = Program.CallInfo(positional: first..<first + Int32(nodes.count))
    var named: [(name: Int32, node: Int32)] = []
    for argument in arguments.named {
      named.append((number(ofName: argument.name), lower(argument.value, frame)))
    }
    let start = Int32(program.namedArguments.count)
    program.namedArguments += named
    info.named = start..<start + Int32(named.count)
    program.calls.append(info)
    return Int32(program.calls.count - 1)
  }
}
