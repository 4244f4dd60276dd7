import Diagnostics

/// The width and height of a picture in pixels, read from its first bytes, so that a page keeps its place for it.
public struct PictureSize: Hashable, Sendable {
  public let width: Int
  public let height: Int

  /// PNG (W3C PNG 5.2), GIF (89a, section 18), JPEG (ITU-T T.81, B.2.2), WebP (RFC 9649, section 2); nil for anything else.
  public init?(_ bytes: [UInt8]) {
    let size = Self.png(bytes) ?? Self.gif(bytes) ?? Self.jpeg(bytes) ?? Self.webp(bytes)
    guard let size, size.0 > 0, size.1 > 0 else { return nil }
    (width, height) = size
  }

  private static func png(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 24, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    return (bigEndian(bytes, 16, 4), bigEndian(bytes, 20, 4))
  }

  private static func gif(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 10, bytes.starts(with: Array("GIF8".utf8)) else { return nil }
    return (littleEndian(bytes, 6, 2), littleEndian(bytes, 8, 2))
  }

  private static func jpeg(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var i = 2
    while i + 9 < bytes.count, bytes[i] == 0xFF {
      let marker = bytes[i + 1]
      // Start of frame, whatever the coding; C4, C8 and CC are tables.
      if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
        return (bigEndian(bytes, i + 7, 2), bigEndian(bytes, i + 5, 2))
      }
      i += 2 + bigEndian(bytes, i + 2, 2)
    }
    return nil
  }

  private static func webp(_ bytes: [UInt8]) -> (Int, Int)? {
    guard bytes.count >= 30, bytes.starts(with: Array("RIFF".utf8)),
      bytes[8...].starts(with: Array("WEBPVP8".utf8))
    else { return nil }
    switch bytes[15] {
    case UInt8(ascii: " "): return (littleEndian(bytes, 26, 2) & 0x3FFF, littleEndian(bytes, 28, 2) & 0x3FFF)
    case UInt8(ascii: "L"):
      let bits = littleEndian(bytes, 21, 4)
      return ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    case UInt8(ascii: "X"): return (littleEndian(bytes, 24, 3) + 1, littleEndian(bytes, 27, 3) + 1)
    default: return nil
    }
  }

  private static func bigEndian(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reduce(0) { $0 << 8 | Int($1) }
  }

  private static func littleEndian(_ bytes: [UInt8], _ start: Int, _ count: Int) -> Int {
    bytes[start..<start + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}

extension ContentFolder {
  func pictureSize(_ path: String) -> PictureSize? {
    media.first { $0.path == path }?.pictureSize
  }
}
