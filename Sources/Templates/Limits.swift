/// What a layout may not exceed, so that one that runs wild ends in a diagnostic and not in a machine without memory.
enum Limits {
  /// Bytes of one text that a layout makes.
  static let text = 1 << 24
  /// Items of one list that a layout makes.
  static let items = 10_000_000
  /// Lists and objects in one another. Freeing and comparing them walks down recursively.
  static let depth = 200
  /// How many values the search for too deep a one visits: it is for slips, not a proof.
  private static let visits = 2000

  static func check(text count: Int) throws(Complaint) {
    guard count <= text else { throw Complaint(.tooMuch, "Ce texte dépasse \(text >> 20) Mio") }
  }

  static func check(items count: Int) throws(Complaint) {
    guard count <= items else { throw Complaint(.tooMuch, "Cette liste dépasse \(items) éléments") }
  }

  /// Refuses a list or an object that holds others too deep.
  static func check(depthOf value: Value) throws(Complaint) {
    var visits = Self.visits
    guard !isTooDeep(value, depth, &visits) else {
      throw Complaint(
        .tooDeep, "Cette valeur emboîte trop de listes",
        help: "une boucle l’emboîte sans doute dans elle-même")
    }
  }

  private static func isTooDeep(_ value: Value, _ left: Int, _ visits: inout Int) -> Bool {
    switch value {
    case .list(let items):
      guard left > 0 else { return true }
      for item in items {
        visits -= 1
        if visits < 0 { return false }
        if isTooDeep(item, left - 1, &visits) { return true }
      }
    case .map(let map):
      guard left > 0 else { return true }
      for entry in map.entries {
        visits -= 1
        if visits < 0 { return false }
        if isTooDeep(entry.value, left - 1, &visits) { return true }
      }
    default: break
    }
    return false
  }

  /// The result of a filter or an operator.
  static func checked(_ value: Value) throws(Complaint) -> Value {
    switch value {
    case .string(let text): try check(text: text.utf8.count)
    case .markup(let bytes): try check(text: bytes.count)
    case .list(let items): try check(items: items.count)
    default: break
    }
    return value
  }
}

extension Value {
  /// Whether it can hold other values.
  var isContainer: Bool {
    switch self {
    case .list, .map: true
    default: false
    }
  }
}
