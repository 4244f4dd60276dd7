/// A name by which layouts find a value, with its hash: made once, where the name is written.
public struct Name: Sendable {
  public let text: String
  let hash: UInt32

  public init(_ text: String) {
    self.text = text
    hash = Self.hash(of: text)
  }

  /// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 32 bits.
  private static func hash(of text: String) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    let bytes = text.utf8.span
    for place in bytes.indices { hash = (hash ^ UInt32(bytes[place])) &* 0x0100_0193 }
    return hash
  }
}
