extension [UInt8] {
  /// Appends a coordinate in tenths of a pixel, finer than an eye follows a line: `12.5`, `-.3`, `0`.
  mutating func appendCoordinate(_ value: Double) {
    guard value.isFinite, abs(value) < 1e12 else { return append(UInt8(ascii: "0")) }
    var tenths = Int((value * 10).rounded())
    if tenths < 0 {
      append(UInt8(ascii: "-"))
      tenths = -tenths
    }
    let whole = tenths / 10
    let rest = tenths % 10
    if whole > 0 || rest == 0 { appendDecimal(whole) }
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(rest))
  }

  mutating func appendDecimal(_ value: Int) {
    guard value >= 10 else { return append(UInt8(ascii: "0") + UInt8(Swift.max(value, 0))) }
    appendDecimal(value / 10)
    append(UInt8(ascii: "0") + UInt8(value % 10))
  }
}

extension SVGWriter {
  mutating func number(_ value: Double) { bytes.appendCoordinate(value) }

  /// Two coordinates, parted by a space unless the second begins with a minus sign.
  mutating func pair(_ x: Double, _ y: Double) {
    number(x)
    let mark = bytes.count
    number(y)
    if mark < bytes.count, bytes[mark] != UInt8(ascii: "-") { bytes.insert(.space, at: mark) }
  }
}
