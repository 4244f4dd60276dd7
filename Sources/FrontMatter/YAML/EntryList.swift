/// The entries of one mapping, each key once. Most mappings have few, for which a search is faster than a table.
struct EntryList {
  private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  private static let few = 12

  /// Appends an entry, unless its key is taken; returns the earlier entry then.
  mutating func append(_ entry: Entry) -> Entry? {
    if let twin = index(of: entry.key) { return entries[twin] }
    // Room for what most mappings hold, at once.
    if entries.isEmpty { entries.reserveCapacity(8) }
    entries.append(entry)
    if entries.count == Self.few {
      for (i, entry) in entries.enumerated() { indices[entry.key] = i }
    } else if entries.count > Self.few {
      indices[entry.key] = entries.count - 1
    }
    return nil
  }

  private func index(of key: String) -> Int? {
    entries.count < Self.few ? entries.firstIndex { $0.key == key } : indices[key]
  }
}
