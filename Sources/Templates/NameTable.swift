/// Names and what each stands for, in the order they were given.
@usableFromInline struct NameTable<Meaning: Sendable>: Sendable {
  @usableFromInline private(set) var names = NameIndex()
  @usableFromInline private(set) var meanings: [Meaning] = []

  init() {}

  mutating func reserveCapacity(_ count: Int) {
    names.reserveCapacity(count)
    meanings.reserveCapacity(count)
  }

  /// Replaces what a name stands for in its place, or appends it.
  mutating func set(_ name: String, _ meaning: Meaning) {
    let hash = NameIndex.hash(of: name)
    if let place = names.place(of: name, hash) {
      meanings[place] = meaning
    } else {
      names.append(name, hash)
      meanings.append(meaning)
    }
  }
}
