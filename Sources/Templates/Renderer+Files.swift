import Diagnostics

/// Blocks, files that extend, include and import others.
extension Renderer {
  // MARK: Blocks

  mutating func runBlock(_ name: Int32, _ snapshot: Int32, _ node: Int32) throws(RenderFailure) {
    guard let function = layouts.block(name, in: contexts[context].chain) else { return }
    guard snapshot >= 0 else { return try run(function: function, parent: -1, context: context, from: node) }
    contexts.append(
      Context(parent: .context(context), chain: contexts[context].chain, locals: takeSnapshot(snapshot)))
    try run(function: function, parent: -1, context: contexts.count - 1, from: node)
    contexts.removeLast()
  }

  mutating func checkRequired(_ name: Int32, _ node: Int32) throws(RenderFailure) {
    let definitions = contexts[context].chain.filter { layouts.program.templates[Int($0)].block(name) != nil }
    guard definitions.count <= 1 else { return }
    throw fail(
      node, .missingTemplate,
      "Aucun fichier ne définit le bloc obligatoire « \(layouts.program.names[Int(name)].text) »",
      help: "définissez-le dans le fichier qui prolonge celui-ci")
  }

  /// Writes the block that a block of a file overrides.
  mutating func runSuper(_ template: Int32, _ name: Int32, _ level: Int32, _ node: Int32)
    throws(RenderFailure)
  {
    let chain = contexts[context].chain
    var start = (chain.firstIndex(of: template) ?? chain.count - 1) + 1
    for step in 1...max(1, level) {
      guard let place = chain[min(start, chain.count)...].firstIndex(where: { hasBlock($0, name) }) else {
        throw fail(
          node, .unknownVariable,
          "Aucun bloc « \(layouts.program.names[Int(name)].text) » n’est au-dessus de celui-ci",
          help: "supprimez « super() »")
      }
      if step == level, let function = layouts.program.templates[Int(chain[place])].block(name) {
        return try run(function: function, parent: -1, context: context, from: node)
      }
      start = place + 1
    }
  }

  private func hasBlock(_ template: Int32, _ name: Int32) -> Bool {
    layouts.program.templates[Int(template)].block(name) != nil
  }

  mutating func runSelf(_ name: Int32, _ node: Int32) throws(RenderFailure) {
    guard let function = layouts.block(name, in: contexts[context].chain) else {
      let known = contexts[context].chain.flatMap { layouts.program.templates[Int($0)].blocks }
      let near = nearest(
        to: layouts.program.names[Int(name)].text, in: known.map { layouts.program.names[Int($0.name)].text })
      throw fail(
        node, .unknownVariable, "Il n’y a pas de bloc « \(layouts.program.names[Int(name)].text) »",
        help: near.map { "vouliez-vous dire « \($0) » ?" })
    }
    try run(function: function, parent: -1, context: context, from: node)
  }

  // MARK: Files

  mutating func takeSnapshot(_ number: Int32) -> [(name: Int32, value: Value)] {
    guard number >= 0 else { return [] }
    var locals: [(name: Int32, value: Value)] = []
    for (name, node) in layouts.program.snapshots[Int(number)] {
      let value = rawValue(node)
      if !value.isMissing { locals.append((name, value)) }
    }
    return locals
  }

  mutating func extend(_ node: Int32) throws(RenderFailure) {
    let context = context
    guard contexts[context].extended < 0 else {
      throw fail(node, .syntax, "Ce fichier en prolonge déjà un autre", help: "gardez un seul « extends »")
    }
    guard let template = try template(node, ignoresMissing: false) else { return }
    guard !contexts[context].chain.contains(template) else {
      throw fail(
        node, .cycle, "« \(layouts.program.templates[Int(template)].name) » se prolonge lui-même",
        help: "rompez la boucle des « extends »")
    }
    contexts[context].extended = template
    contexts[context].chain.append(template)
  }

  /// The file that a value names, or the first of those it names.
  private mutating func template(_ node: Int32, ignoresMissing: Bool) throws(RenderFailure) -> Int32? {
    let value = try evaluate(node)
    var names: [String] = []
    switch value {
    case .string, .markup: names = [value.text ?? ""]
    case .list(let items): names = items.compactMap(\.text)
    case .handle where value.isUndefinedOrBlank: throw fail(node, .undefined(value))
    default:
      throw fail(node, .badArgument, "Le nom d’un fichier est un texte, pas \(value.kindName)")
    }
    for name in names {
      if let number = layouts.program.templateNumbers[name] { return Int32(number) }
    }
    if ignoresMissing { return nil }
    let near = nearest(to: names.first ?? "", in: layouts.program.templates.map(\.name))
    throw fail(
      node, .missingTemplate, "« \(names.joined(separator: ", ")) » n’existe pas dans layouts/",
      help: near.map { "vouliez-vous dire « \($0) » ?" } ?? "créez-le, ou corrigez son nom")
  }

  private mutating func pushContext(_ template: Int32, _ withContext: Bool, _ snapshot: Int32) -> Int {
    contexts.append(
      Context(
        parent: withContext ? .context(context) : .nothing, chain: [template],
        locals: withContext ? takeSnapshot(snapshot) : []))
    return contexts.count - 1
  }

  mutating func runInclude(_ include: Program.IncludeInfo) throws(RenderFailure) {
    guard let template = try template(include.template, ignoresMissing: include.ignoresMissing) else {
      return
    }
    let mark = mark
    let context = pushContext(template, include.withContext, include.snapshot)
    try run(template: template, context: context, from: include.template)
    cutBack(to: mark)
  }

  mutating func runImport(_ info: Program.ImportInfo) throws(RenderFailure) {
    guard let template = try template(info.template, ignoresMissing: false) else { return }
    let context = pushContext(template, info.withContext, info.snapshot)
    try runModule(template, context, info.template)
    if info.slot >= 0 {
      stack[base + Int(info.slot)] = .handle(Handle(.module, index: context, serial: 0))
    }
    for (name, slot, node) in info.names {
      let variable = contexts[context].variables.last { $0.name == name && $0.isExported }
      stack[base + Int(slot)] = variable?.value ?? unknown(node)
    }
  }

  /// Runs a file for what it defines. Its frame stays until the function that imports it ends: its macros use it.
  private mutating func runModule(_ template: Int32, _ context: Int, _ node: Int32) throws(RenderFailure) {
    _ = try caught { (renderer) throws(RenderFailure) in
      try renderer.run(template: template, context: context, from: node)
    }
  }

  // MARK: Captures

  mutating func runCapture(_ capture: Program.CaptureInfo) throws(RenderFailure) {
    var value = Value.markup(
      try caught { (renderer) throws(RenderFailure) in try renderer.run(capture.body) })
    if capture.filter >= 0 {
      stack[base + Int(capture.slot)] = value
      value = try evaluate(capture.filter)
    }
    if capture.target < 0 {
      guard let text = value.text else {
        throw fail(capture.filter, .wrongType, "Ce filtre donne \(value.kindName), et non un texte")
      }
      return output.append(contentsOf: text.utf8)
    }
    var text: [UInt8] = []
    if case .markup(let bytes) = value {
      text = bytes
    } else {
      try perform(capture.filter) { (_) throws(Complaint) in try value.appendText(to: &text) }
    }
    try assign(.markup(text), to: capture.target, capture.filter)
  }
}
