/// An exact decimal number and the digits it was written with: `30,70` is 3070 over 10², and not the same text as
/// `30,7`, though equal to it.
///
/// At most 38 digits, of which at most 38 after the comma. Nothing here rounds unless asked, and nothing overflows:
/// an operation whose exact result does not fit answers nil.
public struct Decimal: Sendable {
  /// The digits as an integer; its magnitude is below 10³⁸.
  public let significand: Int128
  /// How many of the digits stand after the comma, 0 to 38.
  public let scale: Int

  public static let maximumDigits = 38
  public static let zero = Decimal(0)

  /// Nil when there are more than 38 digits.
  public init?(significand: Int128, scale: Int) {
    guard (0...Self.maximumDigits).contains(scale), significand.magnitude < Self.limit else { return nil }
    self.significand = significand
    self.scale = scale
  }

  public init(_ value: Int) {
    significand = Int128(value)
    scale = 0
  }

  private static let limit = UInt128(powersOfTen[maximumDigits])

  /// 10⁰ to 10³⁸, which all fit in 128 bits.
  private static let powersOfTen: [Int128] = {
    var powers: [Int128] = [1]
    for _ in 0..<maximumDigits { powers.append(powers[powers.count - 1] &* 10) }
    return powers
  }()

  /// Ten to a power, for exponents from 0 to 38.
  static func powerOfTen(_ exponent: Int) -> Int128? {
    powersOfTen.indices.contains(exponent) ? powersOfTen[exponent] : nil
  }

  public var isZero: Bool { significand == 0 }
  public var isNegative: Bool { significand < 0 }
  public var isInteger: Bool { scale == 0 || rounded(toScale: 0) == self }

  /// The nearest binary number, for drawing only: no comparison of printed numbers goes through it.
  public var approximation: Double {
    Double(significand) / Double(Self.powerOfTen(scale) ?? 1)
  }

  /// The whole number it is, if it is one and fits.
  public var integer: Int? {
    guard let whole = rounded(toScale: 0), whole == self else { return nil }
    return Int(exactly: whole.significand)
  }
}

extension Decimal: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Decimal: Hashable, Comparable {
  public static func == (a: Decimal, b: Decimal) -> Bool { compare(a, b) == 0 }
  public static func < (a: Decimal, b: Decimal) -> Bool { compare(a, b) < 0 }

  public func hash(into hasher: inout Hasher) {
    let canonical = withoutTrailingZeros
    hasher.combine(canonical.significand)
    hasher.combine(canonical.scale)
  }

  /// Negative, zero or positive as `a` is below, equal to or above `b`.
  private static func compare(_ a: Decimal, _ b: Decimal) -> Int {
    if a.scale == b.scale { return order(a.significand, b.significand) }
    if a.scale > b.scale { return -compare(b, a) }
    let (aligned, overflow) = a.significand.multipliedReportingOverflow(by: powersOfTen[b.scale - a.scale])
    // What overflows 128 bits is farther from zero than anything that fits.
    return overflow ? Int(a.significand.signum()) : order(aligned, b.significand)
  }

  private static func order(_ a: Int128, _ b: Int128) -> Int { a < b ? -1 : a == b ? 0 : 1 }

  /// The same number with no useless zero after the comma.
  public var withoutTrailingZeros: Decimal {
    var digits = significand
    var scale = scale
    while scale > 0, digits % 10 == 0 {
      digits /= 10
      scale -= 1
    }
    return Decimal(significand: digits, scale: scale) ?? self
  }
}
