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
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    }
    return hash
  }
}
