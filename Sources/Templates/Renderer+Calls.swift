import Diagnostics

extension Renderer {
  mutating func defineMacro(_ macro: Int32) -> Handle {
    let serial = newSerial()
    // A file of macros has many.
    if macros.isEmpty { macros.reserveCapacity(16) }
    macros.append(MacroInstance(macro: macro, frame: frame, context: context, serial: serial))
    return Handle(.macro, index: macros.count - 1, serial: serial)
  }

  func macroName(_ handle: Handle) -> String {
    guard Int(handle.index) < macros.count else { return "" }
    return layouts.program.names[Int(layouts.program.macros[Int(macros[Int(handle.index)].macro)].name)].text
  }

  /// Calls a macro, which writes to the page. Its arguments are pushed where its parameters will be.
  mutating func call(macro handle: Handle, _ info: Int32, caller: Value, _ node: Int32) throws(RenderFailure)
  {
    let place = Int(handle.index)
    guard place < macros.count, macros[place].serial == handle.serial else {
      throw fail(
        node, .wrongType, "Ce macro n’existe plus", help: "appelez-le là où il est défini ou importé")
    }
    let instance = macros[place]
    let macro = layouts.program.macros[Int(instance.macro)]
    let arguments = layouts.program.calls[Int(info)]
    let mark = mark
    try pushArguments(of: macro, arguments, caller, node)
    let pushed = stack.count - mark.stack
    try enter(macro.function, pushed: pushed, parent: instance.frame, context: instance.context, from: node)
    try run(layouts.program.functions[Int(macro.function)].body)
    cutBack(to: mark)
  }

  private mutating func pushArguments(
    of macro: Program.MacroInfo, _ arguments: Program.CallInfo, _ caller: Value, _ node: Int32
  ) throws(RenderFailure) {
    let first = Int(macro.parameters.lowerBound)
    let count = macro.parameters.count
    var extra: [Value] = []
    for place in arguments.positional {
      let value = try evaluate(layouts.program.operands[Int(place)])
      if Int(place - arguments.positional.lowerBound) < count {
        stack.append(value)
      } else {
        extra.append(value)
      }
    }
    guard extra.isEmpty || macro.varargsSlot >= 0 else {
      throw fail(
        node, .badArgument,
        "Le macro « \(layouts.program.names[Int(macro.name)].text) » n’a que \(count) paramètre(s)",
        help: parameterList(macro))
    }
    let given = arguments.positional.count
    for place in min(given, count)..<count {
      let parameter = layouts.program.parameters[first + place]
      if let argument = argument(parameter, arguments.named) {
        stack.append(try evaluate(argument))
      } else if !caller.isMissing, layouts.program.names[Int(parameter)].text == "caller" {
        stack.append(caller)
      } else {
        stack.append(.missing)
      }
    }
    if arguments.named.isEmpty, caller.isMissing, macro.callerSlot < 0, macro.varargsSlot < 0,
      macro.kwargsSlot < 0
    {
      return
    }
    let rest = try takeNamed(macro, arguments, caller, min(given, count), node)
    guard macro.callerSlot >= 0 || macro.varargsSlot >= 0 || macro.kwargsSlot >= 0 else { return }
    // The special slots follow the parameters in this order.
    if macro.callerSlot >= 0 { stack.append(rest.caller) }
    if macro.varargsSlot >= 0 { stack.append(.list(extra)) }
    if macro.kwargsSlot >= 0 { stack.append(.map(rest.named)) }
  }

  private mutating func argument(_ name: Int32, _ named: Range<Int32>) -> Int32? {
    for place in named where layouts.program.namedArguments[Int(place)].name == name {
      return layouts.program.namedArguments[Int(place)].node
    }
    return nil
  }

  /// The named arguments that are no parameters.
  private mutating func takeNamed(
    _ macro: Program.MacroInfo, _ arguments: Program.CallInfo, _ caller: Value, _ given: Int, _ node: Int32
  ) throws(RenderFailure) -> (caller: Value, named: Map) {
    var caller = caller
    var named = Map()
    let parameters = layouts.program.parameters[
      Int(macro.parameters.lowerBound)..<Int(macro.parameters.upperBound)]
    let hasOwnCaller = parameters.contains { layouts.program.names[Int($0)].text == "caller" }
    if !caller.isMissing, macro.callerSlot < 0, !hasOwnCaller {
      guard macro.kwargsSlot >= 0 else {
        throw fail(
          node, .badArgument,
          "Le macro « \(layouts.program.names[Int(macro.name)].text) » n’emploie pas « caller »",
          help: "appelez-le sans « call », ou écrivez « {{ caller() }} » dans le macro")
      }
      named.set("caller", caller)
    }
    for argument in layouts.program.namedArguments[
      Int(arguments.named.lowerBound)..<Int(arguments.named.upperBound)]
    {
      if let place = parameters.firstIndex(of: argument.name), place - parameters.startIndex >= given {
        continue
      }
      let name = layouts.program.names[Int(argument.name)].text
      let value = try evaluate(argument.node)
      if name == "caller", macro.callerSlot >= 0 {
        caller = value
        continue
      }
      guard macro.kwargsSlot >= 0 else {
        let near = nearest(to: name, in: parameters.map { layouts.program.names[Int($0)].text })
        throw fail(
          argument.node, .badArgument,
          "Le macro « \(layouts.program.names[Int(macro.name)].text) » n’a pas de paramètre « \(name) »",
          help: near.map { "vouliez-vous dire « \($0) » ?" } ?? parameterList(macro))
      }
      named.set(name, value)
    }
    return (caller, named)
  }

  private func parameterList(_ macro: Program.MacroInfo) -> String? {
    macro.parameters.isEmpty
      ? nil
      : "Ce sont : \(macro.parameters.map { layouts.program.names[Int(layouts.program.parameters[Int($0)])].text }.joined(separator: ", "))"
  }

  /// `{% call macro(…) %}…{% endcall %}`.
  mutating func runCall(_ macro: Int32, _ node: Int32) throws(RenderFailure) {
    let caller = Value.handle(defineMacro(macro))
    var callee: Value = .missing
    var arguments: Int32 = 0
    switch layouts.program.nodes[Int(node)] {
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
      throw fail(node, .wrongType, "« call » attend l’appel d’un macro")
    }
    try call(macro: handle, arguments, caller: caller, node)
  }

  /// What a call gives as a value: what it writes is caught.
  mutating func evaluateCall(_ node: Int32) throws(RenderFailure) -> Value {
    switch layouts.program.nodes[Int(node)] {
    case .function(let function, let info): return try call(function: function, info, node)
    case .method(let target, let name, let info):
      let target = try evaluate(target)
      if target.handle?.kind != .module { return try callMethod(name, of: target, info, node) }
    case .call(let callee, let info):
      let callee = try evaluate(callee)
      if callee.handle?.kind != .macro { return try call(callee, info, node) }
    default: break
    }
    return .markup(try caught { (renderer) throws(RenderFailure) in try renderer.write(node) })
  }

  /// Calls what is no macro: a recursive loop.
  mutating func call(_ callee: Value, _ info: Int32, _ node: Int32) throws(RenderFailure) -> Value {
    guard let handle = callee.handle, handle.kind == .loop else {
      if callee.isUndefinedOrBlank { throw fail(node, .undefined(callee)) }
      throw fail(node, .wrongType, "\(callee.kindName) ne s’appelle pas", help: "supprimez la parenthèse")
    }
    let state = loops[try state(of: handle, node)]
    let loop = layouts.program.loops[Int(state.loop)]
    let arguments = layouts.program.calls[Int(info)]
    guard loop.function >= 0 else {
      throw fail(
        node, .wrongType, "Cette boucle n’est pas récursive",
        help: "ajoutez « recursive » à la fin de la balise « for »")
    }
    guard arguments.positional.count == 1, arguments.named.isEmpty else {
      throw fail(node, .badArgument, "« loop(…) » attend la liste à parcourir")
    }
    let items = try items(
      of: try evaluate(layouts.program.operands[Int(arguments.positional.lowerBound)]), node)
    return .markup(
      try caught { (renderer) throws(RenderFailure) in
        try renderer.runRecursive(
          loop, state.loop, items, depth: state.depth + 1, parent: state.frame, from: node)
      })
  }

  // MARK: Functions

  private mutating func call(
    function: LanguageFunction, _ info: Int32, _ node: Int32
  ) throws(RenderFailure) -> Value {
    let arguments = layouts.program.calls[Int(info)]
    let values = try self.values(arguments.positional.lowerBound, Int32(arguments.positional.count))
    switch function {
    case .range:
      guard arguments.named.isEmpty else {
        throw fail(node, .badArgument, "« range » n’a pas d’arguments nommés")
      }
      return try range(values, node)
    case .dict, .namespace:
      var map = Map()
      if case .map(let first)? = values.first, values.count == 1 {
        map = first
      } else if !values.isEmpty {
        throw fail(node, .badArgument, "« \(function.rawValue) » attend un objet, ou des arguments nommés")
      }
      for argument in layouts.program.namedArguments[
        Int(arguments.named.lowerBound)..<Int(arguments.named.upperBound)]
      {
        map.set(layouts.program.names[Int(argument.name)].text, try evaluate(argument.node))
      }
      try perform(node) { (_) throws(Complaint) in try Limits.check(depthOf: .map(map)) }
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
        node, .badArgument, "« range » attend un à trois nombres", help: "écrivez par exemple « range(1, 4) »"
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
