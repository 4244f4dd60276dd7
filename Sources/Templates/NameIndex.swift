/// Names in the order they were given, each once, found by their hash. Small lists are searched along, large ones have
/// an index.
@usableFromInline struct NameIndex: Sendable {
  private struct Name {
    let hash: UInt32
    let text: String
  }

  private var list: [Name] = []
  /// Open addressing: one more than the place of a name, zero where free. A power of two; empty for a small list.
  private var slots: [UInt32] = []

  private static let largestSmall = 8

  init() {}

  var count: Int { list.count }
  var all: some Sequence<String> { list.lazy.map(\.text) }

  mutating func reserveCapacity(_ count: Int) { list.reserveCapacity(count) }

  /// The place of a name that is not there yet.
  mutating func append(_ name: String, _ hash: UInt32) {
    list.append(Name(hash: hash, text: name))
    guard list.count > Self.largestSmall else { return }
    if list.count * 2 <= slots.count {
      fillSlot(list.count - 1)
    } else {
      slots = [UInt32](repeating: 0, count: max(32, slots.count * 2))
      for place in list.indices { fillSlot(place) }
    }
  }

  @usableFromInline func place(of name: String, _ hash: UInt32) -> Int? {
    if slots.isEmpty {
      for place in list.indices where list[place].hash == hash && list[place].text == name { return place }
      return nil
    }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if list[place].hash == hash, list[place].text == name { return place }
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

  /// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 32 bits.
  static func hash(of name: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    var name = name
    name.withUTF8 { bytes in
      for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    }
    return hash
  }
}
