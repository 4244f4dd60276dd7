extension Renderer {
  mutating func check(
    _ test: LanguageTest, _ first: Int32, _ count: Int32, _ node: Int32
  ) throws(RenderFailure) -> Bool {
    let value = try evaluate(layouts.program.operands[Int(first)])
    switch test {
    case .defined: return !value.isUndefinedOrBlank
    case .undefined: return value.isUndefinedOrBlank
    case .none:
      if case .none = value { return true }
      return false
    default: break
    }
    let argument = count > 1 ? try evaluate(layouts.program.operands[Int(first) + 1]) : Value.none
    return try perform(node) { (_) throws(Complaint) in try value.passes(test, argument) }
  }
}

extension Value {
  func passes(_ test: LanguageTest, _ argument: Value) throws(Complaint) -> Bool {
    switch test {
    case .defined: return !isUndefinedOrBlank
    case .undefined: return isUndefinedOrBlank
    case .none: if case .none = self { return true } else { return false }
    case .boolean: if case .bool = self { return true } else { return false }
    case .true: if case .bool(true) = self { return true } else { return false }
    case .false: if case .bool(false) = self { return true } else { return false }
    case .integer: if case .int = self { return true } else { return false }
    case .float: if case .double = self { return true } else { return false }
    case .number: return number != nil
    case .string: return isText
    case .escaped: return isMarkup
    case .mapping: if case .map = self { return true } else { return false }
    case .sequence: return isCollection
    case .iterable:
      if isUndefined { throw .undefined(self) }
      return isCollection || handle?.kind == .loop || handle?.kind == .blank
    case .callable: return handle?.kind == .macro
    case .odd, .even, .divisibleby: return try passesDivision(test, argument)
    case .lower: return try CaseRules.isLower(asText())
    case .upper: return try CaseRules.isUpper(asText())
    case .sameas: return try isSame(as: argument)
    case .in: return try argument.contains(self)
    case .equal: return try equals(argument)
    case .notEqual: return try !equals(argument)
    case .greater: return try compare(.greater, argument)
    case .greaterOrEqual: return try compare(.greaterOrEqual, argument)
    case .less: return try compare(.less, argument)
    case .lessOrEqual: return try compare(.lessOrEqual, argument)
    }
  }

  private var isCollection: Bool {
    switch self {
    case .list, .map, .string, .markup: true
    default: false
    }
  }

  private func passesDivision(_ test: LanguageTest, _ argument: Value) throws(Complaint) -> Bool {
    guard number != nil || isUndefinedOrBlank else {
      throw Complaint(.wrongType, "Le test « \(test.rawValue) » attend un nombre, pas \(kindName)")
    }
    let divisor = test == .divisibleby ? argument : .int(2)
    return try Value.compute(.modulo, self, divisor).equals(.int(test == .odd ? 1 : 0))
  }

  /// Python's `is`, as far as values without identity have one.
  private func isSame(as other: Value) throws(Complaint) -> Bool {
    switch (self, other) {
    case (.none, .none): return true
    case (.bool(let a), .bool(let b)): return a == b
    case (.int(let a), .int(let b)): return a == b
    case (.double(let a), .double(let b)): return a == b
    case (.string, .string), (.markup, .markup), (.list, .list), (.map, .map): return try equals(other)
    case (.handle(let a), .handle(let b)): return a == b
    default: return false
    }
  }
}
