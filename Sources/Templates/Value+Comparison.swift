/// Equality and order as Python has them: numbers by value (true is 1), texts by code points, markup as the text it is.
extension Value {
  func equals(_ other: Value) throws(Complaint) -> Bool {
    switch (self, other) {
    case (.handle(let a), .handle(let b)):
      if isUndefined || other.isUndefined { throw .undefined(isUndefined ? self : other) }
      return a == b || (a.kind == .blank && b.kind == .blank)
    case (.handle, _), (_, .handle):
      if isUndefined || other.isUndefined { throw .undefined(isUndefined ? self : other) }
      return false
    case (.none, .none): return true
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      for i in a.indices where !(try a[i].equals(b[i])) { return false }
      return true
    case (.map(let a), .map(let b)):
      guard a.count == b.count else { return false }
      for entry in a.entries {
        guard let value = b.value(of: entry.name), try entry.value.equals(value) else { return false }
      }
      return true
    case (.int(let a), .int(let b)): return a == b
    case (.string(let a), .string(let b)): return a.utf8.count == b.utf8.count && a.utf8.elementsEqual(b.utf8)
    default:
      if let order = Self.textOrder(self, other) { return order == 0 }
      if let a = number, let b = other.number { return a == b }
      return false
    }
  }

  /// Negative, zero or positive, as the first is before, at or after the second. Nil where a NaN is compared.
  func order(_ other: Value) throws(Complaint) -> Int? {
    if isUndefined || other.isUndefined { throw .undefined(isUndefined ? self : other) }
    if let a = integer, let b = other.integer { return a == b ? 0 : (a < b ? -1 : 1) }
    if let a = number, let b = other.number { return a == b ? 0 : (a < b ? -1 : (a > b ? 1 : nil)) }
    if let order = Self.textOrder(self, other) { return order }
    if case .list(let a) = self, case .list(let b) = other {
      for i in 0..<min(a.count, b.count) where !(try a[i].equals(b[i])) { return try a[i].order(b[i]) }
      return a.count - b.count
    }
    throw Complaint(
      .wrongType, "On ne peut pas comparer \(kindName) et \(other.kindName)",
      help: "comparez deux nombres, ou deux textes")
  }

  private static func textOrder(_ a: Value, _ b: Value) -> Int? {
    switch (a, b) {
    case (.string(let a), .string(let b)): order(a.utf8, b.utf8)
    case (.string(let a), .markup(let b)): order(a.utf8, b)
    case (.markup(let a), .string(let b)): order(a, b.utf8)
    case (.markup(let a), .markup(let b)): order(a, b)
    default: nil
    }
  }

  /// The order of code points is the order of their UTF-8 bytes.
  private static func order(_ a: some Sequence<UInt8>, _ b: some Sequence<UInt8>) -> Int {
    var rest = b.makeIterator()
    for byte in a {
      guard let other = rest.next() else { return 1 }
      if byte != other { return byte < other ? -1 : 1 }
    }
    return rest.next() == nil ? 0 : -1
  }

  func compare(_ op: ComparisonOperator, _ other: Value) throws(Complaint) -> Bool {
    switch op {
    case .equal: return try equals(other)
    case .notEqual: return try !equals(other)
    case .isIn: return try other.contains(self)
    case .isNotIn: return try !other.contains(self)
    case .less: return try order(other).map { $0 < 0 } ?? false
    case .lessOrEqual: return try order(other).map { $0 <= 0 } ?? false
    case .greater: return try order(other).map { $0 > 0 } ?? false
    case .greaterOrEqual: return try order(other).map { $0 >= 0 } ?? false
    }
  }

  /// The operator `in`: an item of a list, a name of an object, a part of a text.
  func contains(_ item: Value) throws(Complaint) -> Bool {
    switch self {
    case .list(let items):
      for candidate in items where try candidate.equals(item) { return true }
      return false
    case .map(let map):
      if item.isUndefined { throw .undefined(item) }
      return item.text.map { map[$0] != nil } ?? false
    case .string, .markup:
      guard let part = item.text, let whole = text else {
        if item.isUndefined { throw .undefined(item) }
        throw Complaint(.wrongType, "« in » cherche un texte dans un texte, pas \(item.kindName)")
      }
      return part.isEmpty || whole.utf8Contains(part)
    case .handle where isUndefined: throw .undefined(self)
    case .handle(let handle) where handle.kind == .blank: return false
    default:
      throw Complaint(
        .wrongType, "« in » ne cherche pas dans \(kindName)",
        help: "il cherche dans une liste, un objet ou un texte")
    }
  }
}

extension String {
  /// Whether the bytes of a text occur in it. Time in proportion to both (Z. Galil and J. Seiferas would do without
  /// memory; the failure table of Knuth, Morris and Pratt is enough here).
  func utf8Contains(_ part: String) -> Bool {
    TextSearch(part).firstOffset(in: Array(utf8), from: 0) != nil
  }
}

/// Finds a text in others without ever going back (D. Knuth, J. Morris, V. Pratt, “Fast pattern matching in strings”,
/// SIAM Journal on Computing 6, 1977).
struct TextSearch {
  let pattern: [UInt8]
  private let fallback: [Int]

  init(_ text: String) {
    pattern = Array(text.utf8)
    var fallback = [Int](repeating: 0, count: pattern.count)
    var length = 0
    for i in pattern.indices.dropFirst() {
      while length > 0, pattern[i] != pattern[length] { length = fallback[length - 1] }
      if pattern[i] == pattern[length] { length += 1 }
      fallback[i] = length
    }
    self.fallback = fallback
  }

  func firstOffset(in text: [UInt8], from start: Int) -> Int? {
    if pattern.isEmpty { return start }
    var length = 0
    for i in start..<max(start, text.count) {
      while length > 0, text[i] != pattern[length] { length = fallback[length - 1] }
      if text[i] == pattern[length] { length += 1 }
      if length == pattern.count { return i + 1 - length }
    }
    return nil
  }
}
