import Diagnostics

extension Compiler {
  mutating func lowerFilter(
    _ value: Int32, _ name: String, _ nameRange: Range<Int>, _ arguments: Expression.Arguments,
    _ range: Range<Int>, _ frame: Frame
  ) -> Int32 {
    if let number = filterNumbers[name] {
      let filter = program.filters[Int(number)]
      let operands = bind(
        arguments, filter.parameters, required: filter.required, "Le filtre « \(name) »", nameRange, frame)
      guard let operands else { return add(.invalid, range) }
      let first = addOperands([value] + operands)
      return add(.customFilter(number, first: first, count: Int32(operands.count + 1)), range)
    }
    guard let filter = LanguageFilter(rawValue: name) else {
      let known = LanguageFilter.allCases.map(\.rawValue) + program.filters.map(\.name)
      let near = nearest(to: name, in: known)
      report(
        .unknownFilter, nameRange, "Le filtre « \(name) » n’existe pas",
        help: near.map { "vouliez-vous dire « \($0) » ?" }
          ?? "les filtres sont listés dans docs/mise-en-page.md")
      return add(.invalid, range)
    }
    let operands: [Int32]?
    switch filter {
    case .map where arguments.positional.isEmpty:
      let signature = filter.signature
      operands = bind(arguments, signature.parameters, required: 0, "Le filtre « map »", nameRange, frame)
    case .map: operands = applied(arguments, nameRange, frame).map { [-1, -1] + $0 }
    case .select, .reject: operands = tested(arguments, nameRange, frame)
    case .selectattr, .rejectattr:
      guard let attribute = arguments.positional.first else {
        report(
          .badArgument, nameRange, "« \(name) » attend le nom d’un membre",
          help: "écrivez « \(name)(\"titre\") »")
        return add(.invalid, range)
      }
      var rest = arguments
      rest.positional.removeFirst()
      let node = lower(attribute, frame)
      operands = tested(rest, nameRange, frame).map { [node] + $0 }
    case .format:
      guard arguments.named.isEmpty else {
        report(.badArgument, nameRange, "« format » n’a pas d’arguments nommés")
        return add(.invalid, range)
      }
      operands = arguments.positional.map { lower($0, frame) }
    default:
      let signature = filter.signature
      operands = bind(
        arguments, signature.parameters, required: signature.required, "Le filtre « \(name) »", nameRange,
        frame)
    }
    guard let operands else { return add(.invalid, range) }
    let first = addOperands([value] + operands)
    return add(.filter(filter, first: first, count: Int32(operands.count + 1)), range)
  }

  /// Puts arguments in the order of the parameters, -1 where one is left out. Nil after a mistake.
  private mutating func bind(
    _ arguments: Expression.Arguments, _ parameters: [String], required: Int, _ subject: String,
    _ range: Range<Int>, _ frame: Frame
  ) -> [Int32]? {
    guard arguments.positional.count <= parameters.count else {
      let accepted = parameters.isEmpty ? "n’a pas d’argument" : "n’a que \(parameters.count) argument(s)"
      report(
        .badArgument, arguments.positional[parameters.count].range, "\(subject) \(accepted)",
        help: parameters.isEmpty
          ? "supprimez la parenthèse" : "ce sont : \(parameters.joined(separator: ", "))")
      return nil
    }
    var nodes = [Int32](repeating: -1, count: parameters.count)
    for (place, argument) in arguments.positional.enumerated() { nodes[place] = lower(argument, frame) }
    for argument in arguments.named {
      guard let place = parameters.firstIndex(of: argument.name) else {
        let near = nearest(to: argument.name, in: parameters)
        report(
          .badArgument, argument.range, "\(subject) n’a pas d’argument « \(argument.name) »",
          help: near.map { "vouliez-vous dire « \($0) » ?" }
            ?? (parameters.isEmpty ? nil : "ce sont : \(parameters.joined(separator: ", "))"))
        return nil
      }
      guard nodes[place] == -1 else {
        report(.badArgument, argument.range, "L’argument « \(argument.name) » est donné deux fois")
        return nil
      }
      nodes[place] = lower(argument.value, frame)
    }
    if let missing = nodes.prefix(required).firstIndex(of: -1) {
      report(.badArgument, range, "\(subject) attend l’argument « \(parameters[missing]) »")
      return nil
    }
    return nodes
  }

  /// The filter that `map` applies to each item: the slot of the item, and the filter of that slot.
  private mutating func applied(
    _ arguments: Expression.Arguments, _ range: Range<Int>, _ frame: Frame
  ) -> [Int32]? {
    guard let name = constantName(arguments, "map", range) else { return nil }
    var rest = arguments
    rest.positional.removeFirst()
    let slot = frame.function.newSlot(for: "")
    let item = add(.slot(slot, name: number(ofName: "")), range)
    return [slot, lowerFilter(item, name, arguments.positional[0].range, rest, range, frame)]
  }

  /// The test that `select` and its kin apply: the slot of the item and the test of that slot, -1 for its mere truth.
  private mutating func tested(
    _ arguments: Expression.Arguments, _ range: Range<Int>, _ frame: Frame
  ) -> [Int32]? {
    let slot = frame.function.newSlot(for: "")
    guard !arguments.positional.isEmpty else { return [slot, -1] }
    guard let name = constantName(arguments, "select", range) else { return nil }
    var rest = arguments
    rest.positional.removeFirst()
    let item = add(.slot(slot, name: number(ofName: "")), range)
    return [slot, lowerTest(item, name, arguments.positional[0].range, rest, range, frame)]
  }

  private mutating func constantName(
    _ arguments: Expression.Arguments, _ filter: String, _ range: Range<Int>
  ) -> String? {
    guard case .constant(.string(let name))? = arguments.positional.first?.kind else {
      report(
        .badArgument, arguments.positional.first?.range ?? range,
        "« \(filter) » attend un nom entre guillemets",
        help: filter == "map"
          ? "écrivez par exemple « map(attribute=\"titre\") »" : "écrivez par exemple « select(\"defined\") »"
      )
      return nil
    }
    return name
  }

  mutating func lowerTest(
    _ value: Int32, _ name: String, _ nameRange: Range<Int>, _ arguments: Expression.Arguments,
    _ range: Range<Int>, _ frame: Frame
  ) -> Int32 {
    guard let test = LanguageTest(named: name) else {
      let near = nearest(to: name, in: LanguageTest.names)
      report(
        .unknownTest, nameRange, "Le test « \(name) » n’existe pas",
        help: near.map { "vouliez-vous dire « \($0) » ?" }
          ?? "les tests sont : \(LanguageTest.names.joined(separator: ", "))")
      return add(.invalid, range)
    }
    guard arguments.named.isEmpty, arguments.positional.count == test.argumentCount else {
      report(
        .badArgument, nameRange,
        test.argumentCount == 0
          ? "Le test « \(name) » n’a pas d’argument" : "Le test « \(name) » attend un argument")
      return add(.invalid, range)
    }
    let operands = [value] + arguments.positional.map { lower($0, frame) }
    return add(.test(test, first: addOperands(operands), count: Int32(operands.count)), range)
  }
}
