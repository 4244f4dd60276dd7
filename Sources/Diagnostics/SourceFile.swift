import Glibc

/// A text file as it was read: its path inside the publication and its UTF-8 bytes.
///
/// Every position in `bilan` is an offset into these bytes. Lines and characters exist only where a
/// position is shown to somebody (`LineTable`).
public struct SourceFile: Hashable, Sendable {
  /// Relative to the publication's folder, with `/` between folders: `content/ecole-pour-tous/ent.md`.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The offset of the first byte that is not well-formed UTF-8, if there is one.
  public var firstInvalidByte: Int? { firstInvalidByte(in: bytes.indices) }

  /// The first character that turns the direction of reading: an embedding, override or isolate of the bidirectional
  /// algorithm (U+202A to U+202E, U+2066 to U+2069). With them a text reads otherwise than it is written (CVE-2021-42574).
  public var firstReversal: Range<Int>? {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return nil }
      var next = 0
      // All begin with one byte, which few characters of a French text do.
      while next + 2 < bytes.count, let found = memchr(base + next, 0xE2, bytes.count - 2 - next) {
        let place = UnsafeRawPointer(found) - UnsafeRawPointer(base)
        if Self.isReversal(bytes[place + 1], bytes[place + 2]) { return place..<place + 3 }
        next = place + 1
      }
      return nil
    }
  }

  /// Of the bytes after 0xE2.
  private static func isReversal(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80 && third &- 0xAA < 5 || second == 0x81 && third &- 0xA6 < 4
  }

  public func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(file: path, range: range)
  }
}

/// A stretch of a source file, in UTF-8 offsets from its first byte. An empty range is a caret between two bytes.
///
/// Some fifty are kept of every section: offsets take four bytes, as no text of four gigabytes is read.
public struct SourceLocation: Hashable, Sendable, Comparable {
  public let file: String
  private let start: UInt32
  private let end: UInt32

  public init(file: String, range: Range<Int>) {
    self.file = file
    start = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }

  public var range: Range<Int> { Range(uncheckedBounds: (Int(start), Int(end))) }

  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.file, a.range.lowerBound, a.range.upperBound) < (b.file, b.range.lowerBound, b.range.upperBound)
  }
}
