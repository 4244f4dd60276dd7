/// Names and their values, in the order they were given. Small maps are searched along, large ones have a hash index.
///
///     let page: Map = ["titre": "Bilan", "url": "index.html"]
public struct Map: Sendable {
  struct Entry: Sendable {
    let hash: UInt32
    let key: String
    var value: Value
  }

  private(set) var entries: [Entry] = []
  /// Open addressing: one more than the place of an entry, zero where free. A power of two; empty in a small map.
  private var index: [UInt32] = []
  /// What a missing name gives in a layout: an error, or none.
  public var answersNoneForMissing = false

  private static let largestSmall = 8

  public init() {}

  public init(_ entries: some Sequence<(String, Value)>, answersNoneForMissing: Bool = false) {
    self.answersNoneForMissing = answersNoneForMissing
    self.entries.reserveCapacity(entries.underestimatedCount)
    for (key, value) in entries { self[key] = value }
  }

  public var count: Int { entries.count }
  public var isEmpty: Bool { entries.isEmpty }
  public var keys: some Sequence<String> { entries.lazy.map(\.key) }
  public var values: some Sequence<Value> { entries.lazy.map(\.value) }

  public mutating func reserveCapacity(_ count: Int) { entries.reserveCapacity(count) }

  /// Replaces the value in its place, or appends it.
  public mutating func set(_ key: String, _ value: Value) {
    let hash = Self.hash(of: key)
    if let place = place(of: key, hash) {
      entries[place].value = value
    } else {
      entries.append(Entry(hash: hash, key: key, value: value))
      extendIndex()
    }
  }

  /// The value of a name, nil if there is none. Setting nil changes nothing: names are never taken away.
  public subscript(key: String) -> Value? {
    get { place(of: key, Self.hash(of: key)).map { entries[$0].value } }
    set { if let newValue { set(key, newValue) } }
  }

  /// The value of a name of a layout.
  func value(_ name: Program.Name) -> Value? { value(name.text, name.hash) }

  /// The value of a name whose hash is known.
  func value(_ key: String, _ hash: UInt32) -> Value? {
    guard let place = place(of: key, hash) else { return nil }
    return entries[place].value
  }

  func member(_ names: [Program.Name], _ place: Int) -> Value? {
    guard let found = self.place(of: names[place].text, names[place].hash) else { return nil }
    return entries[found].value.member(names, place + 1)
  }

  func write(_ names: [Program.Name], _ place: Int, to output: inout [UInt8]) -> Bool {
    guard let found = self.place(of: names[place].text, names[place].hash) else { return false }
    return entries[found].value.write(names, place + 1, to: &output)
  }

  /// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 32 bits.
  static func hash(of key: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in key.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  private func place(of key: String, _ hash: UInt32) -> Int? {
    if index.isEmpty {
      for place in entries.indices where entries[place].hash == hash && entries[place].key == key {
        return place
      }
      return nil
    }
    let mask = index.count - 1
    var slot = Int(hash) & mask
    while index[slot] != 0 {
      let place = Int(index[slot]) - 1
      if entries[place].hash == hash, entries[place].key == key { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func extendIndex() {
    guard entries.count > Self.largestSmall else { return }
    if entries.count * 2 <= index.count {
      insertIntoIndex(entries.count - 1)
    } else {
      index = [UInt32](repeating: 0, count: max(32, index.count * 2))
      for place in entries.indices { insertIntoIndex(place) }
    }
  }

  private mutating func insertIntoIndex(_ place: Int) {
    let mask = index.count - 1
    var slot = Int(entries[place].hash) & mask
    while index[slot] != 0 { slot = (slot + 1) & mask }
    index[slot] = UInt32(place + 1)
  }
}

extension Map: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) { self.init(elements) }
}
