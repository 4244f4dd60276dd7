/// The entries of one mapping, each key once. Most mappings have few, for which a search is faster than a table.
struct EntryList {
  private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  private static let few = 12

  /// The entry that has a key.
  func entry(named key: String) -> Entry? { index(of: key).map { entries[$0] } }

  /// Appends an entry whose key is not taken.
  mutating func append(_ entry: consuming Entry) {
    // Room for what most mappings hold, at once.
    if entries.isEmpty { entries.reserveCapacity(8) }
    let key = entry.key
    entries.append(entry)
    if entries.count == Self.few {
      for (i, entry) in entries.enumerated() { indices[entry.key] = i }
    } else if entries.count > Self.few {
      indices[key] = entries.count - 1
    }
  }

  private func index(of key: String) -> Int? {
    entries.count < Self.few ? entries.firstIndex { $0.key == key } : indices[key]
  }
}
