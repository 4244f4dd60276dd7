/// Measures of text in the widths of Arial, Helvetica and Liberation Sans; without kerning.
public enum TextMetrics {
  public enum Weight: UInt8, Hashable, Sendable {
    case regular, bold
  }

  /// From the baseline up and down, as parts of the size (the `hhea` table of Liberation Sans).
  public static let ascent = 0.905
  public static let descent = 0.212

  /// The advance width of a line of text, in the unit of `size`.
  public static func width(_ text: String, size: Double, weight: Weight = .regular) -> Double {
    Double(units(text, weight: weight)) * size / 2048
  }

  static func units(_ text: String, weight: Weight) -> Int {
    let widths = weight == .bold ? AdvanceWidths.bold : AdvanceWidths.regular
    var text = text
    return text.withUTF8 { bytes in
      var total = 0
      var index = 0
      var mayRaise = false
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          if byte &- 0x20 <= 0x5E { total &+= Int(widths[Int(byte &- 0x20)]) }
          if index > 0, Superscripts.mayStart(byte), bytes[index - 1] < 0x5B { mayRaise = true }
          index += 1
        } else {
          let (code, length) = scalar(in: bytes, at: index)
          total &+= Int(units(of: code, in: widths))
          index += length
        }
      }
      guard mayRaise else { return total }
      for range in Superscripts.ranges(in: bytes) {
        let letters = range.reduce(0) { $0 + Int(units(of: UInt32(bytes[$1]), in: widths)) }
        total -= Int(Double(letters) * (1 - Superscripts.scale))
      }
      return total
    }
  }

  /// One character of well-formed UTF-8 beyond ASCII, as every `String` is.
  private static func scalar(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let lead = UInt32(bytes[index])
    let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard index + length <= bytes.count else { return (0xFFFD, bytes.count - index) }
    var code = length == 2 ? lead & 0x1F : length == 3 ? lead & 0x0F : lead & 0x07
    for offset in 1..<length { code = code << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (code, length)
  }

  static func units(of code: UInt32, in widths: [UInt16]) -> UInt16 {
    if code &- 0x20 <= 0x5E { return widths[Int(code &- 0x20)] }
    if code < 0x20 { return 0 }
    for range in AdvanceWidths.ranges where code >= range.first && code <= range.last {
      return widths[range.index + Int(code - range.first)]
    }
    // Combining marks take no room; ideographs and pictures take a whole em; the rest about an "o".
    if (0x300...0x36F).contains(code) || (0xFE00...0xFE0F).contains(code) { return 0 }
    return code >= 0x1100 ? 2048 : 1139
  }
}
