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
    var total = 0
    for scalar in text.unicodeScalars { total &+= Int(units(of: scalar.value, in: widths)) }
    return total
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
