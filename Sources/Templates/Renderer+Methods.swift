import Diagnostics

/// The few functions that values have of their own. None changes its value.
extension Renderer {
  mutating func callMethod(
    _ number: Int32, of target: Value, _ info: Int32, _ node: Int32
  ) throws(RenderFailure) -> Value {
    let name = layouts.program.names[Int(number)].text
    let arguments = layouts.program.calls[Int(info)]
    if let handle = target.handle {
      switch handle.kind {
      case .undefined, .missing, .blank: throw fail(node, .undefined(target))
      case .module:
        guard let member = exported(number, of: handle) else {
          let known = contexts[Int(handle.index)].variables.filter(\.isExported).map {
            layouts.program.names[Int($0.name)].text
          }
          let near = nearest(to: name, in: known)
          throw fail(
            node, .unknownAttribute, "Le fichier importé ne définit pas « \(name) »",
            help: near.map { "vouliez-vous dire « \($0) » ?" })
        }
        return try call(member, info, node)
      case .loop:
        let values = try self.values(arguments.positional.lowerBound, Int32(arguments.positional.count))
        return try callLoopMethod(name, handle, values, node)
      default: break
      }
    }
    let values = try self.values(arguments.positional.lowerBound, Int32(arguments.positional.count))
    if arguments.named.isEmpty, let result = try method(name, of: target, values, node) { return result }
    let methods = Self.methods(of: target)
    let near = nearest(to: name, in: methods)
    throw fail(
      node, .unknownAttribute, "\(target.kindName) n’a pas de fonction « \(name) »",
      help: near.map { "vouliez-vous dire « \($0)() » ?" }
        ?? (methods.isEmpty ? nil : "il y a : \(methods.joined(separator: ", "))"))
  }

  private static func methods(of value: Value) -> [String] {
    switch value {
    case .map: ["get", "items", "keys", "values"]
    case .string, .markup:
      [
        "capitalize", "count", "endswith", "lower", "replace", "split", "startswith", "strip", "title",
        "upper",
      ]
    case .list: ["count", "index"]
    default: []
    }
  }

  private func method(
    _ name: String, of target: Value, _ arguments: [Value], _ node: Int32
  ) throws(RenderFailure) -> Value? {
    do throws(Complaint) {
      switch target {
      case .map(let map): return try Self.method(name, of: map, arguments)
      case .list(let items): return try Self.method(name, of: items, arguments)
      case .string, .markup: return try TextMethods.call(name, of: target, arguments)
      default: return nil
      }
    } catch {
      throw fail(node, error)
    }
  }

  private static func method(_ name: String, of map: Map, _ arguments: [Value]) throws(Complaint) -> Value? {
    switch (name, arguments.count) {
    case ("items", 0): return .list(map.pairs)
    case ("keys", 0): return .list(map.entries.map { .string($0.key) })
    case ("values", 0): return .list(map.entries.map(\.value))
    case ("get", 1), ("get", 2):
      if arguments[0].isUndefined { throw .undefined(arguments[0]) }
      guard let value = arguments[0].text.flatMap({ map[$0] }) else {
        return arguments.count == 2 ? arguments[1] : Value.none
      }
      return value
    default: return nil
    }
  }

  private static func method(_ name: String, of items: [Value], _ arguments: [Value]) throws(Complaint)
    -> Value?
  {
    guard arguments.count == 1 else { return nil }
    switch name {
    case "count":
      var count = 0
      for item in items where try item.equals(arguments[0]) { count += 1 }
      return .int(count)
    case "index":
      for (place, item) in items.enumerated() where try item.equals(arguments[0]) { return .int(place) }
      throw Complaint(.badArgument, "La liste n’a pas cette valeur")
    default: return nil
    }
  }
}

extension Map {
  /// Names and values, in pairs.
  var pairs: [Value] { entries.map { .list([.string($0.key), $0.value]) } }
}
