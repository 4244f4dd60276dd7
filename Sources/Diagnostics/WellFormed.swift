extension SourceFile {
  /// The offset of the first byte of a stretch that is not well-formed UTF-8, if there is one.
  public func firstInvalidByte(in range: Range<Int>) -> Int? {
    let isSound = bytes.withUnsafeBufferPointer {
      Self.holdsPlainCharacters(UnsafeBufferPointer(rebasing: $0[range]))
    }
    if isSound { return nil }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
      return nil
    } catch {
      return range.lowerBound + error.byteOffsets.lowerBound
    }
  }

  /// Whether a text is well-formed and all its characters take one to three bytes, of which the first alone tells what may
  /// follow: that is all of French. Others must be looked at one by one. The loop has no way out, so that it takes sixteen
  /// bytes at a time.
  private static func holdsPlainCharacters(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count > 2 else { return bytes.allSatisfy { $0 < 0x80 } }
    // The first two bytes follow nothing; the last two may be followed by nothing.
    var wrong = fault(0, 0, bytes[0]) | fault(0, bytes[0], bytes[1])
    for i in 0..<bytes.count &- 2 { wrong |= fault(bytes[i], bytes[i &+ 1], bytes[i &+ 2]) }
    wrong |= fault(bytes[bytes.count - 2], bytes[bytes.count - 1], 0) | fault(bytes[bytes.count - 1], 0, 0)
    return wrong == 0
  }

  /// 1 if a byte may not stand after two others, or begins a character that is not plain: one of four bytes, or of three
  /// after 0xE0 or 0xED, some of which are none.
  @inline(__always)
  private static func fault(_ beforeLast: UInt8, _ last: UInt8, _ byte: UInt8) -> UInt8 {
    let mustGoOn = (last &- 0xC2 < 0x2E).bit | (beforeLast &- 0xE1 < 0x0F).bit
    let goesOn = (byte & 0xC0 == 0x80).bit
    return mustGoOn ^ goesOn | (byte >= 0xF0).bit | (byte & 0xFE == 0xC0).bit | (byte == 0xE0).bit
      | (byte == 0xED).bit
  }
}
