import Glibc

extension UnsafeBufferPointer<UInt8> {
  /// Where the line that goes on at an offset ends: at LF, CR or the end.
  @inline(__always)
  func lineEnd(from start: Int) -> Int {
    var i = start
    // Nearly all bytes come after CR among the code points: they are let off by blocks, without a branch inside.
    while i + Self.block <= count, !holdsLow(from: i) { i += Self.block }
    while i < count, !self[i].isLineEnd { i += 1 }
    return i
  }

  private static var block: Int { 32 }

  /// Whether a block holds a byte as low as the ends of lines.
  @inline(__always)
  private func holdsLow(from start: Int) -> Bool {
    var found: UInt8 = 0
    for i in 0..<Self.block { found |= (self[start &+ i] <= .carriageReturn).bit }
    return found != 0
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
