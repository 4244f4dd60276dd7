/// What a map holds: names and values it was given, or a thing that makes the values.
public protocol MapContent: AnyObject, Sendable {
  /// In their order; one that comes twice stands where it comes first.
  var names: [Name] { get }
  var isEmpty: Bool { get }
  var answersNoneForMissing: Bool { get }

  func value(of name: Name) -> Value?
}

/// Names and values, over those of another map.
final class GivenContent: MapContent {
  let table: NameTable<Value>
  let base: Map
  let answersNoneForMissing: Bool

  init(_ table: NameTable<Value>, over base: Map = Map(), answersNoneForMissing: Bool = false) {
    self.table = table
    self.base = base
    self.answersNoneForMissing = answersNoneForMissing
  }

  var names: [Name] { base.names + table.names.all }
  var isEmpty: Bool { table.meanings.isEmpty && base.isEmpty }

  func value(of name: Name) -> Value? {
    guard let place = table.names.place(of: name) else { return base.value(of: name) }
    return table.meanings[place]
  }
}
