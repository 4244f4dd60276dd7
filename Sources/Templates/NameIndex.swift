/// Where names stand in a list, each once, by their hash. Small lists are searched along, large ones have an index.
struct NameIndex: Sendable {
  private var hashes: [UInt32] = []
  /// Open addressing: one more than the place of a name, zero where free. A power of two; empty for a small list.
  private var slots: [UInt32] = []

  private static let largestSmall = 12

  mutating func reserveCapacity(_ count: Int) { hashes.reserveCapacity(count) }

  /// Adds a name that is not there yet.
  mutating func append(_ hash: UInt32) {
    hashes.append(hash)
    guard hashes.count > Self.largestSmall else { return }
    if hashes.count * 2 <= slots.count {
      fillSlot(hashes.count - 1)
    } else {
      slots = [UInt32](repeating: 0, count: max(32, slots.count * 2))
      for place in hashes.indices { fillSlot(place) }
    }
  }

  /// The place of a name.
  ///
  /// - Parameter isName: whether it is this name that stands at a place; asked where the hashes are equal.
  @inline(__always)
  func place(of hash: UInt32, _ isName: (Int) -> Bool) -> Int? {
    if slots.isEmpty {
      for place in hashes.indices where hashes[place] == hash && isName(place) { return place }
      return nil
    }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if hashes[place] == hash, isName(place) { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func fillSlot(_ place: Int) {
    let mask = slots.count - 1
    var slot = Int(hashes[place]) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(place + 1)
  }
}

/// Names in the order they were given, each once.
@usableFromInline struct NameList: Sendable {
  private(set) var names: [Name] = []
  private var index = NameIndex()

  init() {}

  @usableFromInline func place(of name: Name) -> Int? {
    index.place(of: name.hash) { names[$0].text == name.text }
  }

  /// Adds a name that is not there yet.
  mutating func append(_ name: Name) {
    names.append(name)
    index.append(name.hash)
  }
}
