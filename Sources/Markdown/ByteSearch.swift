import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Where the line that goes on at an offset ends: at LF, CR or the end.
  func lineEnd(from start: Int) -> Int {
    guard let baseAddress else { return start }
    var i = start
    // By stretches, so that a file whose lines end in CR alone is not searched to its end for each of them.
    while i < count {
      let stretch = Swift.min(count - i, 1024)
      let lineFeed = Self.offset(of: .lineFeed, in: baseAddress + i, stretch)
      let end = Self.offset(of: .carriageReturn, in: baseAddress + i, lineFeed)
      if end < stretch { return i + end }
      i += stretch
    }
    return i
  }

  /// The offset of a byte among the first ones, or how many those are.
  private static func offset(of byte: UInt8, in bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
    memchr(bytes, Int32(byte), count).map { UnsafeRawPointer($0) - UnsafeRawPointer(bytes) } ?? count
  }

  /// Whether the same bytes stand at an offset.
  func holds(_ other: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard let baseAddress, let first = other.baseAddress, offset >= 0, offset <= count - other.count else {
      return false
    }
    return memcmp(baseAddress + offset, first, other.count) == 0
  }

  /// Whether the bytes of a literal occur.
  func holds(_ literal: StaticString) -> Bool {
    let width = literal.utf8CodeUnitCount
    guard let baseAddress, count >= width else { return false }
    var rest = baseAddress
    let end = baseAddress + (count - width + 1)
    while rest < end, let found = memchr(rest, Int32(literal.utf8Start[0]), end - rest) {
      if memcmp(found, literal.utf8Start, width) == 0 { return true }
      rest = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return false
  }
}

extension ArraySlice<UInt8> {
  /// Where a byte is first met from an index on, looked for many bytes at a time.
  func firstIndex(of byte: UInt8, from start: Int) -> Int? {
    withUnsafeBufferPointer { bytes in
      guard start < endIndex, let first = bytes.baseAddress.map({ $0 + (start - startIndex) }) else {
        return nil
      }
      return memchr(first, Int32(byte), endIndex - start).map {
        start + (UnsafeRawPointer($0) - UnsafeRawPointer(first))
      }
    }
  }
}
