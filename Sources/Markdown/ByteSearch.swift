import Glibc

extension UnsafeBufferPointer<UInt8> {
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
