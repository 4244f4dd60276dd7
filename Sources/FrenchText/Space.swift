/// White space in UTF-8, of any width.
enum Space {
  /// U+00A0, which does not break and stretches.
  static let noBreak = "\u{A0}"
  /// U+202F, narrow, which does not break.
  static let narrowNoBreak = "\u{202F}"

  /// How many bytes the white space at an offset takes, or nil where there is none: space, tab, line ends, U+00A0,
  /// U+2000 to U+200A, U+202F.
  static func length(in bytes: [UInt8], at index: Int, end: Int) -> Int? {
    guard index < end else { return nil }
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D: return 1
    case 0xC2: return index + 1 < end && bytes[index + 1] == 0xA0 ? 2 : nil
    case 0xE2:
      guard index + 2 < end, bytes[index + 1] == 0x80 else { return nil }
      let last = bytes[index + 2]
      return last <= 0x8A || last == 0xAF ? 3 : nil
    default: return nil
    }
  }

  /// How many bytes the white space that ends just before an offset takes.
  static func length(in bytes: [UInt8], before index: Int, start: Int) -> Int? {
    guard index > start else { return nil }
    let last = bytes[index - 1]
    if last == 0x20 || last == 0x09 || last == 0x0A || last == 0x0D { return 1 }
    guard last & 0xC0 == 0x80 else { return nil }
    if index - 2 >= start, length(in: bytes, at: index - 2, end: index) == 2 { return 2 }
    if index - 3 >= start, length(in: bytes, at: index - 3, end: index) == 3 { return 3 }
    return nil
  }
}
