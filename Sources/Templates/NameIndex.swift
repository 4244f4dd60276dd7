/// Names in the order they were given, each once, found by their hash. Small lists are searched along, large ones have
/// an index.
@usableFromInline struct NameIndex: Sendable {
  private var list: [Name] = []
  /// Open addressing: one more than the place of a name, zero where free. A power of two; empty for a small list.
  private var slots: [UInt32] = []

  private static let largestSmall = 8

  init() {}

  var all: [Name] { list }

  mutating func reserveCapacity(_ count: Int) { list.reserveCapacity(count) }

  /// The place of a name that is not there yet.
  mutating func append(_ name: Name) {
    list.append(name)
    guard list.count > Self.largestSmall else { return }
    if list.count * 2 <= slots.count {
      fillSlot(list.count - 1)
    } else {
      slots = [UInt32](repeating: 0, count: max(32, slots.count * 2))
      for place in list.indices { fillSlot(place) }
    }
  }

  @usableFromInline func place(of name: Name) -> Int? {
    if slots.isEmpty {
      for place in list.indices where list[place].hash == name.hash && list[place].text == name.text {
        return place
      }
      return nil
    }
    let mask = slots.count - 1
    var slot = Int(name.hash) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if list[place].hash == name.hash, list[place].text == name.text { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func fillSlot(_ place: Int) {
    let mask = slots.count - 1
    var slot = Int(list[place].hash) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(place + 1)
  }
}
