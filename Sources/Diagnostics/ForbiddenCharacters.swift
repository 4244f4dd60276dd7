extension Unicode.Scalar {
  /// Whether no text of a page may hold this character, however it was written: control characters other than the ends
  /// of lines and the tab, and U+FFFE and U+FFFF, which HTML calls errors and XML refuses; and what turns the direction
  /// of reading (see `SourceFile.firstReversal`).
  public var isForbiddenInText: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D: false
    case ..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// `U+202E`
  public var codePointName: String {
    let digits = String(value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}

extension SourceFile {
  /// The first character from an offset on that is forbidden and does not turn the direction of reading.
  public func firstControl(from start: Int = 0, to end: Int? = nil) -> Range<Int>? {
    bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[..<(end ?? bytes.count)])
      guard start < bytes.count, Self.mayHoldControl(bytes, from: start) else { return nil }
      for i in start..<bytes.count {
        let second = i + 1 < bytes.count ? bytes[i + 1] : 0
        let third = i + 2 < bytes.count ? bytes[i + 2] : 0
        let length = Self.controlLength(bytes[i], second, third)
        if length > 0 { return i..<i + length }
      }
      return nil
    }
  }

  /// Whether a control character may be there, from the first two bytes of each: nearly no file has one. The loop has no
  /// way out, so that it takes sixteen bytes at a time.
  private static func mayHoldControl(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Bool {
    var found: UInt8 = 0
    for i in start..<bytes.count &- 1 {
      let (first, second) = (bytes[i], bytes[i &+ 1])
      found |= (first < 0x20).bit & (first &- 9 >= 2).bit & (first != 13).bit | (first == 0x7F).bit
      found |= (first == 0xC2).bit & (second < 0xA0).bit
      found |= (first == 0xEF).bit & (second == 0xBF).bit
    }
    return found != 0 || controlLength(bytes[bytes.count - 1], 0, 0) > 0
  }

  private static func controlLength(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int {
    if first < 0x20 && first != .tab && first != .lineFeed && first != .carriageReturn || first == 0x7F {
      return 1
    }
    if first == 0xC2 && second &- 0x80 < 0x20 { return 2 }
    return first == 0xEF && second == 0xBF && third >= 0xBE ? 3 : 0
  }

  /// The name of the character at a place.
  public func codePointName(at range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).unicodeScalars.first?.codePointName ?? "U+FFFD"
  }
}
