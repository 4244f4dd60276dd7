extension Renderer {
  mutating func evaluate(_ node: Int32) throws(RenderFailure) -> Value {
    switch layouts.program.nodes[Int(node)] {
    case .constant(let constant): return layouts.program.constants[Int(constant)]
    case .slot(let slot, _):
      let value = stack[base + Int(slot)]
      return value.isMissing ? unknown(node) : value
    case .outer(let depth, let slot, _):
      let value = stack[outerBase(depth) + Int(slot)]
      return value.isMissing ? unknown(node) : value
    case .path(let slot, let path, let steps):
      let path = layouts.program.paths[Int(path)]
      let value = stack.look(at: base + Int(slot)) { $0.member(pathNames, path) }
      if let value { return value }
      return try evaluate(steps)
    case .attribute(let target, let name): return try attribute(name, of: try evaluate(target), node)
    case .loopMember(let slot, let member):
      guard case .handle(let handle) = stack[base + Int(slot)], handle.kind == .loop else {
        return unknown(node)
      }
      return try self.member(member, of: handle, node)
    case .and, .or, .not, .compare, .conditional: return try evaluateCondition(node)
    case .filter(let filter, let first, let count): return try apply(filter, first, count, node)
    default: return try evaluateOther(node)
    }
  }

  private mutating func evaluateCondition(_ node: Int32) throws(RenderFailure) -> Value {
    switch layouts.program.nodes[Int(node)] {
    case .and(let a, let b):
      let value = try evaluate(a)
      return try isTrue(value, a) ? try evaluate(b) : value
    case .or(let a, let b):
      let value = try evaluate(a)
      return try isTrue(value, a) ? value : try evaluate(b)
    case .conditional(let test, let then, let otherwise):
      if try isTrue(test) { return try evaluate(then) }
      return otherwise < 0 ? .blank : try evaluate(otherwise)
    default: return .bool(try isTrue(node))
    }
  }

  private mutating func evaluateOther(_ node: Int32) throws(RenderFailure) -> Value {
    switch layouts.program.nodes[Int(node)] {
    case .subscripted(let target, let index):
      return try element(try evaluate(index), of: try evaluate(target), node)
    case .slice(let target, let operands): return try slice(try evaluate(target), operands, node)
    case .list(let first, let count):
      let values = try values(first, count)
      return try checkedDepth(.list(values), values, node)
    case .map(let first, let count):
      let values = try values(first, count)
      let map = try perform(node) { (_) throws(Complaint) in try Compiler.map(values) }
      return try checkedDepth(map, values, node)
    case .binary(let op, let a, let b):
      let x = try evaluate(a)
      let y = try evaluate(b)
      return try perform(node) { (_) throws(Complaint) in try Value.compute(op, x, y) }
    case .negate(let operand):
      let value = try evaluate(operand)
      return try perform(node) { (_) throws(Complaint) in try value.negated() }
    case .plus(let operand):
      let value = try evaluate(operand)
      return try perform(node) { (_) throws(Complaint) in try value.affirmed() }
    case .concat(let first, let count):
      let values = try values(first, count)
      return try perform(node) { (_) throws(Complaint) in try Value.concatenate(values) }
    case .test, .compareChain: return .bool(try isTrue(node))
    case .customFilter(let filter, let first, let count): return try apply(custom: filter, first, count, node)
    case .call, .method, .superBlock, .selfBlock, .function: return try evaluateCall(node)
    case .imported: return unknown(node)
    default: return try fail(invalid: node)
    }
  }

  private mutating func checkedDepth(_ value: Value, _ parts: [Value], _ node: Int32) throws(RenderFailure)
    -> Value
  {
    if parts.contains(where: \.isContainer) {
      try perform(node) { (_) throws(Complaint) in try Limits.check(depthOf: value) }
    }
    return value
  }

  private func fail(invalid node: Int32) throws(RenderFailure) -> Value {
    throw fail(node, .syntax, "Cette expression n’a pas pu être lue")
  }

  mutating func values(_ first: Int32, _ count: Int32) throws(RenderFailure) -> [Value] {
    var values: [Value] = []
    values.reserveCapacity(Int(count))
    for place in first..<first + count { values.append(try evaluate(layouts.program.operands[Int(place)])) }
    return values
  }

  // MARK: Truth

  mutating func isTrue(_ value: Value, _ node: Int32) throws(RenderFailure) -> Bool {
    do throws(Complaint) {
      return try value.isTrue()
    } catch {
      throw fail(node, error)
    }
  }

  /// Whether an expression is true, without making a value where none is needed.
  mutating func isTrue(_ node: Int32) throws(RenderFailure) -> Bool {
    switch layouts.program.nodes[Int(node)] {
    case .and(let a, let b):
      guard try isTrue(a) else { return false }
      return try isTrue(b)
    case .or(let a, let b):
      if try isTrue(a) { return true }
      return try isTrue(b)
    case .not(let operand): return try !isTrue(operand)
    case .compare(let op, let a, let b):
      return try compare(op, try evaluate(a), try evaluate(b), node)
    case .compareChain(let first, let count): return try compareChain(first, count, node)
    case .test(let test, let first, let count): return try check(test, first, count, node)
    case .slot(let slot, _):
      if let isTrue = stack.look(at: base + Int(slot), { $0.truth }) { return isTrue }
      return try isTrue(try evaluate(node), node)
    default: return try isTrue(try evaluate(node), node)
    }
  }

  private mutating func compare(
    _ op: ComparisonOperator, _ a: Value, _ b: Value, _ node: Int32
  ) throws(RenderFailure) -> Bool {
    do throws(Complaint) {
      return try a.compare(op, b)
    } catch {
      throw fail(node, error)
    }
  }

  private mutating func compareChain(
    _ first: Int32, _ count: Int32, _ node: Int32
  ) throws(RenderFailure) -> Bool {
    var left = try evaluate(layouts.program.operands[Int(first)])
    for place in stride(from: first + 1, to: first + count - 1, by: 2) {
      let op =
        ComparisonOperator(rawValue: UInt8(truncatingIfNeeded: layouts.program.operands[Int(place)]))
        ?? .equal
      let right = try evaluate(layouts.program.operands[Int(place) + 1])
      guard try compare(op, left, right, node) else { return false }
      left = right
    }
    return true
  }

  // MARK: Members

  mutating func attribute(_ name: Int32, of base: Value, _ node: Int32) throws(RenderFailure) -> Value {
    if case .map(let map) = base {
      if let value = map.value(of: names[Int(name)]) { return value }
      return map.answersNoneForMissing ? .none : unknown(node, in: base)
    }
    return try rareAttribute(layouts.program.names[Int(name)].text, name, of: base, node)
  }

  private mutating func rareAttribute(
    _ name: String, _ number: Int32, of base: Value, _ node: Int32
  ) throws(RenderFailure) -> Value {
    switch base {
    case .list(let items) where items.count == 2 && (name == "grouper" || name == "list"):
      // What `groupby` makes are pairs whose halves have these names.
      return items[name == "grouper" ? 0 : 1]
    case .handle(let handle):
      switch handle.kind {
      case .undefined, .missing, .blank: throw fail(node, .undefined(base))
      case .loop:
        if let member = LoopMember.names[name] { return try self.member(member, of: handle, node) }
      case .namespace:
        if let value = namespaces[Int(handle.index)][name] { return value }
        return unknown(node, in: .map(namespaces[Int(handle.index)]))
      case .module: return exported(number, of: handle) ?? unknown(node)
      case .macro: if name == "name" { return .string(macroName(handle)) }
      }
    default: break
    }
    return unknown(node, in: base)
  }

  mutating func exported(_ name: Int32, of module: Handle) -> Value? {
    let context = Int(module.index)
    guard context < contexts.count else { return nil }
    return contexts[context].variables.last { $0.name == name && $0.isExported }?.value
  }

  private mutating func element(_ index: Value, of base: Value, _ node: Int32) throws(RenderFailure) -> Value
  {
    if index.isUndefinedOrBlank { throw fail(node, .undefined(index)) }
    if base.isUndefinedOrBlank { throw fail(node, .undefined(base)) }
    if let place = index.integer {
      switch base {
      case .list(let items):
        let place = place < 0 ? place + items.count : place
        return items.indices.contains(place) ? items[place] : unknown(node, in: base)
      case .string(let text):
        let scalars = Array(text.unicodeScalars)
        let place = place < 0 ? place + scalars.count : place
        return scalars.indices.contains(place) ? .string(String(Character(scalars[place]))) : unknown(node)
      case .markup:
        let scalars = Array((base.text ?? "").unicodeScalars)
        let place = place < 0 ? place + scalars.count : place
        return scalars.indices.contains(place) ? .html(String(Character(scalars[place]))) : unknown(node)
      default: return unknown(node, in: base)
      }
    }
    guard let name = index.text else { return unknown(node, in: base) }
    if case .map(let map) = base {
      if let value = map[name] { return value }
      return map.answersNoneForMissing ? .none : unknown(node, in: base)
    }
    guard let number = layouts.program.names.firstIndex(where: { $0.text == name }) else {
      return unknown(node, in: base)
    }
    return try rareAttribute(name, Int32(number), of: base, node)
  }

  /// `x[from:to:step]`, by Python's rules.
  private mutating func slice(_ base: Value, _ operands: Int32, _ node: Int32) throws(RenderFailure) -> Value
  {
    var parts: [Int?] = []
    for place in 0..<3 {
      let operand = layouts.program.operands[Int(operands) + place]
      let value = operand < 0 ? Value.none : try evaluate(operand)
      if case .none = value {
        parts.append(nil)
      } else if let number = value.integer {
        parts.append(number)
      } else if value.isUndefinedOrBlank {
        throw fail(node, .undefined(value))
      } else {
        throw fail(node, .wrongType, "Une borne est un nombre entier, pas \(value.kindName)")
      }
    }
    let step = parts[2] ?? 1
    guard step != 0 else { throw fail(node, .badArgument, "Le pas ne peut pas être 0") }
    switch base {
    case .list(let items): return .list(Slice.pick(items, parts[0], parts[1], step))
    case .string(let text):
      var picked = String.UnicodeScalarView()
      picked.append(contentsOf: Slice.pick(Array(text.unicodeScalars), parts[0], parts[1], step))
      return .string(String(picked))
    case .markup:
      var picked = String.UnicodeScalarView()
      picked.append(contentsOf: Slice.pick(Array((base.text ?? "").unicodeScalars), parts[0], parts[1], step))
      return .html(String(picked))
    default:
      if base.isUndefinedOrBlank { throw fail(node, .undefined(base)) }
      throw fail(
        node, .wrongType, "On ne peut pas découper \(base.kindName)",
        help: "cela va pour une liste ou un texte")
    }
  }
}

/// Python's slices.
enum Slice {
  static func pick<Item>(_ items: [Item], _ from: Int?, _ to: Int?, _ step: Int) -> [Item] {
    let count = items.count
    func clamp(_ bound: Int, _ low: Int, _ high: Int) -> Int {
      let (moved, overflow) = bound < 0 ? bound.addingReportingOverflow(count) : (bound, false)
      return overflow ? low : min(max(moved, low), high)
    }
    var picked: [Item] = []
    if step > 0 {
      var place = from.map { clamp($0, 0, count) } ?? 0
      let end = to.map { clamp($0, 0, count) } ?? count
      while place < end {
        picked.append(items[place])
        let (next, overflow) = place.addingReportingOverflow(step)
        if overflow { break }
        place = next
      }
    } else {
      var place = from.map { clamp($0, -1, count - 1) } ?? count - 1
      let end = to.map { clamp($0, -1, count - 1) } ?? -1
      while place > end {
        picked.append(items[place])
        let (next, overflow) = place.addingReportingOverflow(step)
        if overflow { break }
        place = next
      }
    }
    return picked
  }
}

extension Value {
  /// The member of a member of …, if every one of them exists. Nothing is copied on the way.
  func member(_ names: [Name], _ path: Range<Int>) -> Value? {
    // `guard case` would count a copy of the map.
    switch self {
    case .map(let map):
      let name = path.lowerBound
      if path.count > 1 { return map.value(of: names[name])?.member(names, path.dropFirst()) }
      return map.value(of: names[name]) ?? (map.answersNoneForMissing ? Value.none : nil)
    default: return nil
    }
  }

  /// Writes such a member, if it exists and is plain.
  func write(_ names: [Name], _ path: Range<Int>, to output: inout [UInt8]) -> Bool {
    guard let name = path.first else { return write(to: &output) }
    switch self {
    case .map(let map):
      return map.value(of: names[name])?.write(names, path.dropFirst(), to: &output) ?? false
    default: return false
    }
  }

  /// Writes what is plain.
  func write(to output: inout [UInt8]) -> Bool {
    switch self {
    case .string(let text): output.appendMarkupSafe(text)
    case .markup(let markup): output.append(markup: markup)
    case .int(let number): output.appendDecimal(number)
    default: return false
    }
    return true
  }
}
