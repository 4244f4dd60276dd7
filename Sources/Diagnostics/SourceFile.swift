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
  public var firstInvalidByte: Int? {
    var validated: [UInt8].SubSequence = bytes[...]
    guard String(validating: validated, as: UTF8.self) == nil else { return nil }
    // Bisection keeps the rare path simple: the longest well-formed prefix ends where the fault is.
    var low = 0
    var high = bytes.count
    while low + 4 < high {
      let middle = Self.characterBoundary(in: bytes, before: (low + high) / 2)
      validated = bytes[low..<middle]
      if middle > low, String(validating: validated, as: UTF8.self) != nil {
        low = middle
      } else if middle > low {
        high = middle
      } else {
        break
      }
    }
    while low < high {
      let end = (low + 1...min(low + 4, bytes.count)).first {
        String(validating: bytes[low..<$0], as: UTF8.self) != nil
      }
      guard let end else { return low }
      low = end
    }
    return low
  }

  private static func characterBoundary(in bytes: [UInt8], before offset: Int) -> Int {
    var boundary = offset
    while boundary > 0, offset - boundary < 4, bytes[boundary] & 0xC0 == 0x80 { boundary -= 1 }
    return boundary
  }

  public func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(file: path, range: range)
  }
}

/// A stretch of a source file, in UTF-8 offsets from its first byte. An empty range is a caret between two bytes.
public struct SourceLocation: Hashable, Sendable, Comparable {
  public let file: String
  public let range: Range<Int>

  public init(file: String, range: Range<Int>) {
    self.file = file
    self.range = range
  }

  public static func < (a: SourceLocation, b: SourceLocation) -> Bool {
    (a.file, a.range.lowerBound, a.range.upperBound) < (b.file, b.range.lowerBound, b.range.upperBound)
  }
}
