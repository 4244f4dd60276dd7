import Diagnostics

/// One word wide, so that a function that can fail costs nothing when it does not.
indirect enum RenderFailure: Error {
  case failed(Diagnostic)
}

/// The last values in which something was looked up in vain, to say what they do have.
struct RecentUnknowns {
  private static let count = 16
  private var entries: [(serial: UInt32, base: Value)] = []

  mutating func note(_ serial: UInt32, _ base: Value) {
    if entries.isEmpty { entries = Array(repeating: (0, .none), count: Self.count) }
    entries[Int(serial) % Self.count] = (serial, base)
  }

  func base(_ serial: UInt32) -> Value? {
    guard serial > 0, !entries.isEmpty else { return nil }
    let entry = entries[Int(serial) % Self.count]
    return entry.serial == serial ? entry.base : nil
  }
}

extension Renderer {
  /// An unknown value that came about at a node.
  mutating func unknown(_ node: Int32) -> Value { .handle(Handle(.undefined, index: Int(node))) }

  mutating func unknown(_ node: Int32, in base: Value) -> Value {
    let serial = newSerial()
    recentUnknowns.note(serial, base)
    return .handle(Handle(.undefined, index: Int(node), serial: serial))
  }

  func location(_ node: Int32) -> SourceLocation {
    guard node >= 0 else { return SourceLocation(file: "", range: 0..<0) }
    let place = layouts.program.places[Int(node)]
    return SourceLocation(
      file: layouts.program.templates[Int(place.template)].path,
      range: Int(place.start)..<Int(max(place.start, place.end)))
  }

  func fail(_ node: Int32, _ code: TemplateCode, _ message: String, help: String? = nil) -> RenderFailure {
    .failed(Diagnostic(code, at: location(node), message, help: help))
  }

  func fail(_ node: Int32, _ complaint: Complaint) -> RenderFailure {
    if let handle = complaint.unknown { return failUnknown(handle, usedAt: node) }
    return fail(node, complaint.code, complaint.message, help: complaint.help)
  }

  mutating func perform<Result>(
    _ node: Int32, _ body: (inout Renderer) throws(Complaint) -> Result
  ) throws(RenderFailure) -> Result {
    do throws(Complaint) {
      return try body(&self)
    } catch {
      throw fail(node, error)
    }
  }

  private func failUnknown(_ handle: Handle, usedAt node: Int32) -> RenderFailure {
    guard handle.kind == .undefined else {
      let help = "ajoutez un « else », ou vérifiez la valeur par « if »"
      return fail(node, .unknownVariable, "Cette valeur n’existe pas ici", help: help)
    }
    let origin = handle.index
    switch layouts.program.nodes[Int(origin)] {
    case .slot(_, let name), .outer(_, _, let name): return failUnknownVariable(name, origin)
    case .attribute(_, let name):
      return failUnknownAttribute(
        layouts.program.names[Int(name)].text, recentUnknowns.base(handle.serial), origin)
    case .subscripted:
      let count: Int? =
        if case .list(let items)? = recentUnknowns.base(handle.serial) { items.count } else { nil }
      return fail(
        origin, .unknownAttribute, "Cet élément n’existe pas",
        help: count.map { "la liste a \($0) élément(s), numérotés à partir de 0" })
    case .loopMember:
      return fail(
        origin, .unknownVariable, "Il n’y a pas d’élément de ce côté",
        help: "vérifiez d’abord « loop.first » ou « loop.last »")
    case .imported(let name):
      return fail(
        origin, .unknownVariable,
        "Le fichier importé ne définit pas « \(layouts.program.names[Int(name)].text) »")
    case .filter(let filter, _, _):
      return fail(
        origin, .unknownVariable, "« \(filter.rawValue) » ne trouve rien : la liste est vide",
        help: "vérifiez-la par « if », ou ajoutez « |default(…) »")
    default: return fail(origin, .unknownVariable, "Cette valeur n’existe pas")
    }
  }

  private func failUnknownVariable(_ number: Int32, _ node: Int32) -> RenderFailure {
    let name = layouts.program.names[Int(number)].text
    if root[name] != nil {
      return fail(
        node, .unknownVariable,
        "La variable « \(name) » ne se voit pas dans un fichier importé sans contexte",
        help: "écrivez « with context » à la fin de la balise qui l’importe, ou passez la valeur au macro")
    }
    let near = nearest(to: name, in: visibleNames)
    return fail(
      node, .unknownVariable, "La variable « \(name) » n’existe pas",
      help: near.map { "vouliez-vous dire « \($0) » ?" }
        ?? "vérifiez-la par « {% if \(name) is defined %} » si elle peut manquer")
  }

  private func failUnknownAttribute(_ name: String, _ base: Value?, _ node: Int32) -> RenderFailure {
    switch base {
    case .map(let map)?:
      let near = nearest(to: name, in: map.keys)
      let all = map.keys.prefix(12).joined(separator: ", ")
      return fail(
        node, .unknownAttribute, "Le membre « \(name) » n’existe pas",
        help: near.map { "vouliez-vous dire « \($0) » ?" } ?? (all.isEmpty ? nil : "il y a : \(all)"))
    case Value.none?:
      return fail(
        node, .unknownAttribute, "Le membre « \(name) » est demandé à une valeur absente (none)",
        help: "vérifiez-la d’abord par « if »")
    case let base?:
      return fail(
        node, .unknownAttribute, "« \(name) » est demandé à \(base.kindName), qui n’a pas de membres")
    case nil: return fail(node, .unknownAttribute, "Le membre « \(name) » n’existe pas")
    }
  }

  /// The names that could have been meant where a variable is unknown: those of the layout, then those it was given.
  private var visibleNames: [String] {
    var names: [String] = []
    var frame = self.frame
    while frame >= 0 {
      let slots = layouts.program.slotNames[Int(frames[frame].function)]
      for (place, name) in slots.enumerated() where !stack[frames[frame].base + place].isMissing {
        names.append(layouts.program.names[Int(name)].text)
      }
      frame = frames[frame].parent
    }
    var context: Int? = self.frame >= 0 ? self.context : nil
    while let number = context {
      names += contexts[number].variables.map { layouts.program.names[Int($0.name)].text }
      names += contexts[number].locals.map { layouts.program.names[Int($0.name)].text }
      switch contexts[number].parent {
      case .context(let parent): context = parent
      case .root:
        names += root.keys
        context = nil
      case .nothing: context = nil
      }
    }
    return (names + layouts.program.globals.keys).filter { !$0.isEmpty }
  }
}
