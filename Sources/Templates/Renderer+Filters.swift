extension Renderer {
  mutating func apply(
    _ filter: LanguageFilter, _ first: Int32, _ count: Int32, _ node: Int32
  ) throws(RenderFailure) -> Value {
    let value = try evaluate(layouts.program.operands[Int(first)])
    switch filter {
    case .d, .default: return try defaulted(value, first, node)
    case .map: return try mapped(value, first, count, node)
    case .select, .reject:
      return try selected(value, filter == .select, nil, operand(first, 1), operand(first, 2), node)
    case .selectattr, .rejectattr:
      let path = try attributePath(operand(first, 1), node)
      return try selected(value, filter == .selectattr, path, operand(first, 2), operand(first, 3), node)
    default: break
    }
    var arguments: [Value?] = []
    for place in 1..<max(1, count) {
      let operand = operand(first, place)
      arguments.append(operand < 0 ? nil : try evaluate(operand))
    }
    let result = try perform(node) { (_) throws(Complaint) in try Filters.apply(filter, value, arguments) }
    if result.isMissing { return unknown(node) }
    return result
  }

  private func operand(_ first: Int32, _ place: Int32) -> Int32 {
    layouts.program.operands[Int(first + place)]
  }

  mutating func apply(
    custom number: Int32, _ first: Int32, _ count: Int32, _ node: Int32
  ) throws(RenderFailure) -> Value {
    let value = try evaluate(layouts.program.operands[Int(first)])
    if value.isUndefined { throw fail(node, .undefined(value)) }
    var arguments: [Value?] = []
    for place in 1..<max(1, count) {
      let operand = operand(first, place)
      let argument = operand < 0 ? nil : try evaluate(operand)
      if let argument, argument.isUndefined { throw fail(operand, .undefined(argument)) }
      arguments.append(argument)
    }
    do throws(FilterFailure) {
      return try layouts.program.filters[Int(number)].body(value, Filter.Arguments(values: arguments))
    } catch {
      throw fail(node, .badArgument, error.message, help: error.help)
    }
  }

  private mutating func defaulted(_ value: Value, _ first: Int32, _ node: Int32) throws(RenderFailure)
    -> Value
  {
    var isGood = !value.isUndefinedOrBlank
    let flag = operand(first, 2)
    if isGood, flag >= 0, try isTrue(flag) { isGood = try isTrue(value, node) }
    if isGood { return value }
    let fallback = operand(first, 1)
    return fallback < 0 ? .string("") : try evaluate(fallback)
  }

  private mutating func attributePath(_ operand: Int32, _ node: Int32) throws(RenderFailure) -> AttributePath
  {
    let value = try evaluate(operand)
    return try perform(node) { (_) throws(Complaint) in try AttributePath(value) }
  }

  private mutating func mapped(
    _ value: Value, _ first: Int32, _ count: Int32, _ node: Int32
  ) throws(RenderFailure) -> Value {
    let items = try items(of: value, node)
    var results: [Value] = []
    results.reserveCapacity(items.count)
    if count > 3 {
      let slot = base + Int(operand(first, 3))
      for item in items {
        stack[slot] = item
        results.append(try evaluate(operand(first, 4)))
      }
      return .list(results)
    }
    guard operand(first, 1) >= 0 else {
      throw fail(node, .badArgument, "« map » attend un filtre, ou « attribute »")
    }
    let path = try attributePath(operand(first, 1), node)
    let fallback = operand(first, 2) < 0 ? Value.none : try evaluate(operand(first, 2))
    for item in items {
      results.append(
        try perform(node) { (_) throws(Complaint) in try path.value(in: item, fallback) } ?? unknown(node))
    }
    return .list(results)
  }

  private mutating func selected(
    _ value: Value, _ wanted: Bool, _ path: AttributePath?, _ slot: Int32, _ test: Int32, _ node: Int32
  ) throws(RenderFailure) -> Value {
    guard try isTrue(value, node) else { return .list([]) }
    var results: [Value] = []
    for item in try items(of: value, node) {
      var tested: Value? = item
      if let path { tested = try perform(node) { (_) throws(Complaint) in try path.value(in: item, .none) } }
      let subject = tested ?? unknown(node)
      var passes: Bool
      if test >= 0 {
        stack[base + Int(slot)] = subject
        passes = try isTrue(test)
      } else {
        passes = try isTrue(subject, node)
      }
      if !wanted { passes.toggle() }
      if passes { results.append(item) }
    }
    return .list(results)
  }
}

/// A member to look up in items: `titre`, `contact.courriel`, `0`.
struct AttributePath {
  private enum Part {
    case name(Name)
    case place(Int)
  }

  private let parts: [Part]

  init(_ value: Value) throws(Complaint) {
    switch value {
    case .none: parts = []
    case .int(let place): parts = [.place(place)]
    case .string, .markup:
      parts = (value.text ?? "").split(separator: ".", omittingEmptySubsequences: false).map { part in
        if !part.isEmpty, part.utf8.allSatisfy({ $0 &- 0x30 < 10 }), let place = Int(part) {
          return .place(place)
        }
        return .name(Name(String(part)))
      }
    default:
      if value.isUndefinedOrBlank { throw .undefined(value) }
      throw Complaint(.badArgument, "Le nom d’un membre est un texte, pas \(value.kindName)")
    }
  }

  /// The member, nil if it does not exist and there is nothing to take its place.
  func value(in item: Value, _ fallback: Value) throws(Complaint) -> Value? {
    var current = item
    for (place, part) in parts.enumerated() {
      if current.isUndefinedOrBlank { throw .undefined(current) }
      if let next = step(part, current) {
        current = next
      } else if case .none = fallback {
        guard place == parts.count - 1 else {
          throw Complaint(
            .unknownAttribute, "Un élément n’a pas ce membre", help: "donnez une valeur par « default »")
        }
        return nil
      } else {
        current = fallback
      }
    }
    return current
  }

  private func step(_ part: Part, _ value: Value) -> Value? {
    switch (part, value) {
    case (.name(let name), .map(let map)):
      return map.value(of: name) ?? (map.answersNoneForMissing ? Value.none : nil)
    case (.name(let name), .list(let items)) where items.count == 2 && name.text == "grouper": return items[0]
    case (.name(let name), .list(let items)) where items.count == 2 && name.text == "list": return items[1]
    case (.place(let place), .list(let items)): return items.indices.contains(place) ? items[place] : nil
    case (.place(let place), .string), (.place(let place), .markup):
      let characters = (try? value.items()) ?? []
      return characters.indices.contains(place) ? characters[place] : nil
    default: return nil
    }
  }
}
