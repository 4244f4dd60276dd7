/// An exact fraction, where a decimal would not do: a rate, a mean. Always in lowest terms, the sign above.
///
/// What does not fit in 128 bits answers nil.
public struct Ratio: Hashable, Sendable {
  public let numerator: Int128
  /// Positive.
  public let denominator: Int128

  /// Nil for a zero denominator, or when the lowest terms do not fit.
  public init?(_ numerator: Int128, _ denominator: Int128) {
    guard denominator != 0 else { return nil }
    let divisor = Self.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let (above, below) = (numerator.magnitude / divisor, denominator.magnitude / divisor)
    guard let above = Int128(exactly: above), let below = Int128(exactly: below) else { return nil }
    self.numerator = (numerator < 0) != (denominator < 0) ? -above : above
    self.denominator = below
  }

  public init(_ value: Int) {
    numerator = Int128(value)
    denominator = 1
  }

  public init(_ decimal: Decimal) {
    let exact = Decimal.powerOfTen(decimal.scale).flatMap { Ratio(decimal.significand, $0) }
    // A decimal has fewer than 39 digits on either side, so its fraction always fits.
    self = exact ?? Ratio(0)
  }

  private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (a, b) = (a, b)
    while b != 0 {
      // The hardware divides 64 bits some ten times faster, and most numbers of a report are that small.
      if let small = UInt64(exactly: a), let smaller = UInt64(exactly: b) {
        return UInt128(greatestCommonDivisor(small, smaller))
      }
      (a, b) = (b, a % b)
    }
    return max(a, 1)
  }

  private static func greatestCommonDivisor(_ a: UInt64, _ b: UInt64) -> UInt64 {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }

  public var isZero: Bool { numerator == 0 }
  public var isNegative: Bool { numerator < 0 }
  public var negated: Ratio { Ratio(-numerator, denominator) ?? self }

  public func adding(_ other: Ratio) -> Ratio? {
    let divisor = Int128(Self.greatestCommonDivisor(denominator.magnitude, other.denominator.magnitude))
    let (a, overflowA) = numerator.multipliedReportingOverflow(by: other.denominator / divisor)
    let (b, overflowB) = other.numerator.multipliedReportingOverflow(by: denominator / divisor)
    let (below, overflowBelow) = denominator.multipliedReportingOverflow(by: other.denominator / divisor)
    let (above, overflow) = a.addingReportingOverflow(b)
    guard !overflowA, !overflowB, !overflowBelow, !overflow else { return nil }
    return Ratio(above, below)
  }

  public func subtracting(_ other: Ratio) -> Ratio? { adding(other.negated) }

  public func multiplied(by other: Ratio) -> Ratio? {
    // Crosswise reduction first, so that only a result too large overflows.
    guard let a = Ratio(numerator, other.denominator), let b = Ratio(other.numerator, denominator) else {
      return nil
    }
    let (above, overflowAbove) = a.numerator.multipliedReportingOverflow(by: b.numerator)
    let (below, overflowBelow) = a.denominator.multipliedReportingOverflow(by: b.denominator)
    return overflowAbove || overflowBelow ? nil : Ratio(above, below)
  }

  /// Nil for a zero divisor too.
  public func divided(by other: Ratio) -> Ratio? {
    guard let inverse = Ratio(other.denominator, other.numerator) else { return nil }
    return multiplied(by: inverse)
  }

  /// Rounded to a number of digits after the comma, halves away from zero.
  public func rounded(toScale digits: Int) -> Decimal? {
    guard let power = Decimal.powerOfTen(digits) else { return nil }
    let product = numerator.magnitude.multipliedFullWidth(by: power.magnitude)
    guard product.high < denominator.magnitude else { return nil }
    let (quotient, remainder) = denominator.magnitude.dividingFullWidth(product)
    let carry: UInt128 = remainder >= denominator.magnitude - remainder ? 1 : 0
    let (rounded, overflow) = quotient.addingReportingOverflow(carry)
    guard !overflow, let magnitude = Int128(exactly: rounded) else { return nil }
    return Decimal(significand: isNegative ? -magnitude : magnitude, scale: digits)
  }

  /// The nearest binary number, for drawing only.
  public var approximation: Double { Double(numerator) / Double(denominator) }
}

extension Ratio: Comparable {
  public static func < (a: Ratio, b: Ratio) -> Bool {
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return (left.high, left.low) < (right.high, right.low)
  }
}

extension Ratio: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}
