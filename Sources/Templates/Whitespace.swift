/// White space as Python knows it (`str.isspace`), which is what Jinja strips.
enum Whitespace {
  static func contains(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// The bytes of the white space that starts at the offset, 0 if there is none.
  static func length(in bytes: some RandomAccessCollection<UInt8>, at offset: Int) -> Int {
    guard let first = byte(bytes, offset) else { return 0 }
    if first < 0x80 { return contains(UInt32(first)) ? 1 : 0 }
    guard first >= 0xC2, let second = byte(bytes, offset + 1) else { return 0 }
    if first < 0xE0 { return contains(UInt32(first & 0x1F) << 6 | UInt32(second & 0x3F)) ? 2 : 0 }
    guard first < 0xF0, let third = byte(bytes, offset + 2) else { return 0 }
    let scalar = UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F)
    return contains(scalar) ? 3 : 0
  }

  private static func byte(_ bytes: some RandomAccessCollection<UInt8>, _ offset: Int) -> UInt8? {
    guard offset < bytes.count else { return nil }
    return bytes[bytes.index(bytes.startIndex, offsetBy: offset)]
  }

  /// The offset after the white space that starts at the offset.
  static func skip(_ bytes: [UInt8], from offset: Int) -> Int {
    var offset = offset
    while true {
      let length = length(in: bytes, at: offset)
      if length == 0 { return offset }
      offset += length
    }
  }

  /// The offset where the white space before the end begins.
  static func skipBack(_ bytes: [UInt8], from end: Int, downTo start: Int) -> Int {
    var end = end
    while end > start {
      var first = end - 1
      while first > start, end - first < 3, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      guard length(in: bytes, at: first) == end - first else { return end }
      end = first
    }
    return end
  }
}
