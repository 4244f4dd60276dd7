/// Names and what each stands for, in the order they were given.
@usableFromInline struct NameTable<Meaning: Sendable>: Sendable {
  @usableFromInline private(set) var names = NameIndex()
  @usableFromInline private(set) var meanings: [Meaning] = []

  init() {}

  /// The last of equal names wins, in the place of the first.
  init(_ entries: some Sequence<(String, Meaning)>) {
    names.reserveCapacity(entries.underestimatedCount)
    meanings.reserveCapacity(entries.underestimatedCount)
    for (name, meaning) in entries { set(Name(name), meaning) }
  }

  /// Replaces what a name stands for in its place, or appends it.
  mutating func set(_ name: Name, _ meaning: Meaning) {
    if let place = names.place(of: name) {
      meanings[place] = meaning
    } else {
      names.append(name)
      meanings.append(meaning)
    }
  }
}
