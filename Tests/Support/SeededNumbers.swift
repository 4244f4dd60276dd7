/// Numbers by chance that are the same on every machine, so that a property that fails fails again (SplitMix64:
/// G. Steele, D. Lea, C. Flood, “Fast splittable pseudorandom number generators”, OOPSLA 2014).
public struct SeededNumbers: RandomNumberGenerator, Sendable {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  public mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  /// True one time in `count`.
  public mutating func one(in count: Int) -> Bool { below(count) == 0 }
  public mutating func pick<Item>(_ items: [Item]) -> Item { items[below(items.count)] }
}
