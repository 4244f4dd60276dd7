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
  let entries: [(String, Value)]
  private let index: NameIndex
  let base: Map
  let answersNoneForMissing: Bool

  /// The last of equal names wins, in the place of the first.
  init(_ given: [(String, Value)], over base: Map = Map(), answersNoneForMissing: Bool = false) {
    var index = NameIndex()
    index.reserveCapacity(given.count)
    var entries = given
    var count = 0
    for place in given.indices {
      let name = Name(given[place].0)
      if let earlier = index.place(of: name.hash, { entries[$0].0 == name.text }) {
        entries[earlier].1 = given[place].1
      } else {
        if count < place { entries[count] = given[place] }
        index.append(name.hash)
        count += 1
      }
    }
    if count < entries.count { entries.removeLast(entries.count - count) }
    self.entries = entries
    self.index = index
    self.base = base
    self.answersNoneForMissing = answersNoneForMissing
  }

  var names: [Name] { base.names + entries.map { Name($0.0) } }
  var isEmpty: Bool { entries.isEmpty && base.isEmpty }

  func value(of name: Name) -> Value? {
    guard let place = index.place(of: name.hash, { entries[$0].0 == name.text }) else {
      return base.value(of: name)
    }
    return entries[place].1
  }
}
