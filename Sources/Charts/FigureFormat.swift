/// Numbers as French writes them: groups of three parted by U+202F, a comma, U+2212, U+00A0 before the unit (U+202F before « % »).
struct FigureFormat {
  var decimals: Int
  var unit: String?

  init(decimals: Int, unit: String? = nil) {
    self.decimals = min(max(decimals, 0), 6)
    self.unit = unit
  }

  /// As many decimals as the values need, up to three.
  init(for values: [Double?], unit: String? = nil) {
    var decimals = 0
    for case let value? in values {
      var scaled = value * Self.powers[decimals]
      while decimals < 3, abs(scaled - scaled.rounded()) > 1e-6 * max(1, abs(scaled)) {
        decimals += 1
        scaled = value * Self.powers[decimals]
      }
      if decimals == 3 { break }
    }
    self.init(decimals: decimals, unit: unit)
  }

  private static let powers: [Double] = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]

  func text(_ value: Double, withUnit: Bool = true) -> String {
    guard value.isFinite, abs(value) < 9e15 / Self.powers[decimals] else { return "n. d." }
    let scaled = Int((abs(value) * Self.powers[decimals]).rounded())
    let power = Int(Self.powers[decimals])
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    if value < 0, scaled > 0 { bytes.append(contentsOf: [0xE2, 0x88, 0x92]) }
    Self.appendGrouped(scaled / power, to: &bytes)
    if decimals > 0 {
      bytes.append(UInt8(ascii: ","))
      var divisor = power / 10
      while divisor > 0 {
        bytes.append(0x30 + UInt8(scaled / divisor % 10))
        divisor /= 10
      }
    }
    if withUnit, let unit, !unit.isEmpty {
      bytes.append(contentsOf: unit == "%" ? [0xE2, 0x80, 0xAF] : [0xC2, 0xA0])
      bytes.append(contentsOf: unit.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func texts(_ values: [Double?]) -> [String] {
    values.map { $0.map { text($0) } ?? "n. d." }
  }

  private static func appendGrouped(_ value: Int, to bytes: inout [UInt8]) {
    if value >= 1000 {
      appendGrouped(value / 1000, to: &bytes)
      bytes.append(contentsOf: [0xE2, 0x80, 0xAF])
      let rest = value % 1000
      bytes.append(0x30 + UInt8(rest / 100))
      bytes.append(0x30 + UInt8(rest / 10 % 10))
      bytes.append(0x30 + UInt8(rest % 10))
    } else {
      if value >= 100 { bytes.append(0x30 + UInt8(value / 100)) }
      if value >= 10 { bytes.append(0x30 + UInt8(value / 10 % 10)) }
      bytes.append(0x30 + UInt8(value % 10))
    }
  }
}
