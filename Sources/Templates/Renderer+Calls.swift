import Diagnostics

extension Renderer {
  mutating func defineMacro(_ macro: Int32) -> Handle {
    let serial = newSerial()
    macros.append(MacroInstance(macro: macro, frame: frame, context: context, serial: serial))
    return Handle(.macro, index: macros.count - 1, serial: serial)
  }

  func macroName(_ handle: Handle) -> String {
    guard Int(handle.index) < macros.count else { return "" }
    return program.names[Int(program.macros[Int(macros[Int(handle.index)].macro)].name)].text
  }

  /// Calls a macro, which writes to the page. Its arguments are pushed where its parameters will be.
  mutating func call(macro handle: Handle, _ info: Int32, caller: Value, _ node: Int32) throws(RenderFailure)
  {
    let place = Int(handle.index)
    guard place < macros.count, macros[place].serial == handle.serial else {
      throw fail(
        node, .wrongType, "Ce macro n'existe plus", help: "Appelez-le là où il est défini ou importé")
    }
    let instance = macros[place]
    let macro = program.macros[Int(instance.macro)]
    let arguments = program.calls[Int(info)]
    let mark = mark
    try pushArguments(of: macro, arguments, caller, node)
    let pushed = stack.count - mark.stack
    try enter(macro.function, pushed: pushed, parent: instance.frame, context: instance.context, from: node)
    try run(program.functions[Int(macro.function)].body)
    cutBack(to: mark)
  }

  private mutating func pushArguments(
    of macro: Program.MacroInfo, _ arguments: Program.CallInfo, _ caller: Value, _ node: Int32
  ) throws(RenderFailure) {
    let count = macro.parameters.count
    var extra: [Value] = []
    for place in arguments.positional {
      let value = try evaluate(program.operands[Int(place)])
      if Int(place - arguments.positional.lowerBound) < count {
        stack.append(value)
      } else {
        extra.append(value)
      }
    }
    guard extra.isEmpty || macro.varargsSlot >= 0 else {
      throw fail(
        node, .badArgument,
        "Le macro « \(program.names[Int(macro.name)].text) » n'a que \(count) paramètre(s)",
        help: parameterList(macro))
    }
    let given = arguments.positional.count
    for place in min(given, count)..<count {
      let parameter = macro.parameters[place]
      if let argument = arguments.named.first(where: { $0.name == parameter }) {
        stack.append(try evaluate(argument.node))
      } else if !caller.isMissing, program.names[Int(parameter)].text == "caller" {
        stack.append(caller)
      } else {
        stack.append(.missing)
      }
    }
    let rest = try takeNamed(macro, arguments, caller, min(given, count), node)
    guard macro.callerSlot >= 0 || macro.varargsSlot >= 0 || macro.kwargsSlot >= 0 else { return }
    // The special slots follow the parameters in this order.
    if macro.callerSlot >= 0 { stack.append(rest.caller) }
    if macro.varargsSlot >= 0 { stack.append(.list(extra)) }
    if macro.kwargsSlot >= 0 { stack.append(.map(rest.named)) }
  }

  /// The named arguments that are no parameters.
  private mutating func takeNamed(
    _ macro: Program.MacroInfo, _ arguments: Program.CallInfo, _ caller: Value, _ given: Int, _ node: Int32
  ) throws(RenderFailure) -> (caller: Value, named: Map) {
    var caller = caller
    var named = Map()
    let hasOwnCaller = macro.parameters.contains { program.names[Int($0)].text == "caller" }
    if !caller.isMissing, macro.callerSlot < 0, !hasOwnCaller {
      guard macro.kwargsSlot >= 0 else {
        throw fail(
          node, .badArgument, "Le macro « \(program.names[Int(macro.name)].text) » n'emploie pas « caller »",
          help: "Appelez-le sans « call », ou écrivez « {{ caller() }} » dans le macro")
      }
      named.set("caller", caller)
    }
    for argument in arguments.named {
      if let place = macro.parameters.firstIndex(of: argument.name), place >= given { continue }
      let name = program.names[Int(argument.name)].text
      let value = try evaluate(argument.node)
      if name == "caller", macro.callerSlot >= 0 {
        caller = value
        continue
      }
      guard macro.kwargsSlot >= 0 else {
        let near = nearest(to: name, in: macro.parameters.map { program.names[Int($0)].text })
        throw fail(
          argument.node, .badArgument,
          "Le macro « \(program.names[Int(macro.name)].text) » n'a pas de paramètre « \(name) »",
          help: near.map { "Vouliez-vous écrire « \($0) » ?" } ?? parameterList(macro))
      }
      named.set(name, value)
    }
    return (caller, named)
  }

  private func parameterList(_ macro: Program.MacroInfo) -> String? {
    macro.parameters.isEmpty
      ? nil : "Ce sont : \(macro.parameters.map { program.names[Int($0)].text }.joined(separator: ", "))"
  }

  /// `{% call macro(…) %}…{% endcall %}`.
  mutating func runCall(_ macro: Int32, _ node: Int32) throws(RenderFailure) {
    let caller = Value.handle(defineMacro(macro))
    var callee: Value = .missing
    var arguments: Int32 = 0
    switch program.nodes[Int(node)] {
    case .call(let target, let info):
      callee = try evaluate(target)
      arguments = info
    case .method(let target, let name, let info):
      let target = try evaluate(target)
      arguments = info
      if let handle = target.handle, handle.kind == .module {
        callee = exported(name, of: handle) ?? .missing
      }
    default: break
    }
    guard let handle = callee.handle, handle.kind == .macro else {
      if callee.isUndefined { throw fail(node, .undefined(callee.isMissing ? unknown(node) : callee)) }
      throw fail(node, .wrongType, "« call » attend l'appel d'un macro")
    }
    try call(macro: handle, arguments, caller: caller, node)
  }

  /// What a call gives as a value: what it writes is caught.
  mutating func evaluateCall(_ node: Int32) throws(RenderFailure) -> Value {
    switch program.nodes[Int(node)] {
    case .function(let function, let info): return try call(function: function, info, node)
    case .method(let target, let name, let info):
      let target = try evaluate(target)
      if target.handle?.kind != .module { return try callMethod(name, of: target, info, node) }
    case .call(let callee, let info):
      let callee = try evaluate(callee)
      if callee.handle?.kind != .macro { return try call(callee, info, node) }
    default: break
    }
    var saved: [UInt8] = []
    swap(&saved, &output)
    try write(node)
    swap(&saved, &output)
    return .markup(saved)
  }

  /// Calls what is no macro: a recursive loop.
  mutating func call(_ callee: Value, _ info: Int32, _ node: Int32) throws(RenderFailure) -> Value {
    guard let handle = callee.handle, handle.kind == .loop else {
      if callee.isUndefinedOrBlank { throw fail(node, .undefined(callee)) }
      throw fail(node, .wrongType, "\(callee.kindName) ne s'appelle pas", help: "Supprimez la parenthèse")
    }
    let state = loops[try state(of: handle, node)]
    let loop = program.loops[Int(state.loop)]
    let arguments = program.calls[Int(info)]
    guard loop.function >= 0 else {
      throw fail(
        node, .wrongType, "Cette boucle n'est pas récursive",
        help: "Ajoutez « recursive » à la fin de la balise « for »")
    }
    guard arguments.positional.count == 1, arguments.named.isEmpty else {
      throw fail(node, .badArgument, "« loop(…) » attend la liste à parcourir")
    }
    let items = try items(of: try evaluate(program.operands[Int(arguments.positional.lowerBound)]), node)
    var saved: [UInt8] = []
    swap(&saved, &output)
    try runRecursive(loop, state.loop, items, depth: state.depth + 1, parent: state.frame, from: node)
    swap(&saved, &output)
    return .markup(saved)
  }

  // MARK: Functions

  private mutating func call(
    function: LanguageFunction, _ info: Int32, _ node: Int32
  ) throws(RenderFailure) -> Value {
    let arguments = program.calls[Int(info)]
    let values = try self.values(arguments.positional.lowerBound, Int32(arguments.positional.count))
    switch function {
    case .range:
      guard arguments.named.isEmpty else {
        throw fail(node, .badArgument, "« range » n'a pas d'arguments nommés")
      }
      return try range(values, node)
    case .dict, .namespace:
      var map = Map()
      if case .map(let first)? = values.first, values.count == 1 {
        map = first
      } else if !values.isEmpty {
        throw fail(node, .badArgument, "« \(function.rawValue) » attend un objet, ou des arguments nommés")
      }
      for argument in arguments.named {
        map.set(program.names[Int(argument.name)].text, try evaluate(argument.node))
      }
      guard function == .namespace else { return .map(map) }
      namespaces.append(map)
      return .handle(Handle(.namespace, index: namespaces.count - 1))
    }
  }

  private static var longestRange: Int { 100_000 }

  private func range(_ values: [Value], _ node: Int32) throws(RenderFailure) -> Value {
    var bounds: [Int] = []
    for value in values {
      if value.isUndefinedOrBlank { throw fail(node, .undefined(value)) }
      guard let bound = value.integer else {
        throw fail(node, .wrongType, "« range » attend des nombres entiers, pas \(value.kindName)")
      }
      bounds.append(bound)
    }
    guard (1...3).contains(bounds.count) else {
      throw fail(
        node, .badArgument, "« range » attend un à trois nombres", help: "Écrivez par exemple « range(1, 4) »"
      )
    }
    let start = bounds.count == 1 ? 0 : bounds[0]
    let end = bounds.count == 1 ? bounds[0] : bounds[1]
    let step = bounds.count == 3 ? bounds[2] : 1
    guard step != 0 else { throw fail(node, .badArgument, "Le pas ne peut pas être 0") }
    var items: [Value] = []
    for number in stride(from: start, to: end, by: step) {
      guard items.count < Self.longestRange else {
        throw fail(node, .tooMuch, "« range » ferait plus de \(Self.longestRange) nombres")
      }
      items.append(.int(number))
    }
    return .list(items)
  }
}
