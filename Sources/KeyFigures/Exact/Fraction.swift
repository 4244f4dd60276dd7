/// An exact number as a quotient of two 128-bit integers, the divisor positive.
///
/// It is reduced only when a product would not fit: a check over 100,000 rows then costs no greatest common divisor.
/// Operations return nil when even reduced numbers do not fit; nothing is ever rounded in silence.
struct Fraction: Sendable {
  let numerator: Int128
  let denominator: Int128

  init(_ value: Int128) {
    numerator = value
    denominator = 1
  }

  /// Nil for a divisor of zero, or one that has no opposite.
  init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator != 0, denominator != .min, numerator != .min else { return nil }
    self.numerator = denominator < 0 ? -numerator : numerator
    self.denominator = abs(denominator)
  }

  private init(unchecked numerator: Int128, _ denominator: Int128) {
    self.numerator = numerator
    self.denominator = denominator
  }

  static let zero = Fraction(0)

  var isZero: Bool { numerator == 0 }
  var isNegative: Bool { numerator < 0 }
  var negated: Fraction { Fraction(unchecked: -numerator, denominator) }
  var magnitude: Fraction { isNegative ? negated : self }

  var reduced: Fraction {
    var (a, b) = (numerator.magnitude, denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    guard a > 1 else { return self }
    return Fraction(unchecked: numerator / Int128(a), denominator / Int128(a))
  }

  func adding(_ other: Fraction) -> Fraction? {
    if denominator == other.denominator {
      return Self.make(numerator.addingReportingOverflow(other.numerator), (denominator, false))
    }
    if let sum = Self.sum(self, other) { return sum }
    return Self.sum(reduced, other.reduced)
  }

  func subtracting(_ other: Fraction) -> Fraction? { adding(other.negated) }

  func multiplied(by other: Fraction) -> Fraction? {
    if let product = Self.product(self, other) { return product }
    // Reducing crosswise keeps the factors as small as they can be.
    guard let left = Fraction(numerator, over: other.denominator)?.reduced,
      let right = Fraction(other.numerator, over: denominator)?.reduced
    else { return nil }
    return Self.product(left, right)
  }

  /// Nil for a divisor of zero too.
  func divided(by other: Fraction) -> Fraction? {
    guard let inverse = Fraction(other.denominator, over: other.numerator) else { return nil }
    return multiplied(by: inverse)
  }

  /// Exact order; where cross products do not fit in 128 bits they are compared in full width.
  static func compare(_ a: Fraction, _ b: Fraction) -> Int {
    if a.denominator == b.denominator {
      return a.numerator < b.numerator ? -1 : a.numerator == b.numerator ? 0 : 1
    }
    let left = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let right = b.numerator.multipliedReportingOverflow(by: a.denominator)
    if !left.overflow, !right.overflow {
      return left.partialValue < right.partialValue ? -1 : left.partialValue == right.partialValue ? 0 : 1
    }
    let wideLeft = a.numerator.multipliedFullWidth(by: b.denominator)
    let wideRight = b.numerator.multipliedFullWidth(by: a.denominator)
    if wideLeft.high != wideRight.high { return wideLeft.high < wideRight.high ? -1 : 1 }
    return wideLeft.low < wideRight.low ? -1 : wideLeft.low == wideRight.low ? 0 : 1
  }

  /// The nearest multiple of a power of ten, halves away from zero, as its count of that power.
  func rounded(toScale scale: Int) -> Int128? {
    guard let power = powerOfTen(scale) else { return nil }
    let scaled: Fraction?
    if scale >= 0 { scaled = multiplied(by: Fraction(power)) } else { scaled = divided(by: Fraction(power)) }
    guard let scaled else { return nil }
    let (quotient, rest) = scaled.numerator.quotientAndRemainder(dividingBy: scaled.denominator)
    let isHalfOrMore = rest.magnitude >= scaled.denominator.magnitude - rest.magnitude
    guard isHalfOrMore, rest != 0 else { return quotient }
    let (away, overflow) = quotient.addingReportingOverflow(scaled.isNegative ? -1 : 1)
    return overflow ? nil : away
  }

  private static func sum(_ a: Fraction, _ b: Fraction) -> Fraction? {
    let left = a.numerator.multipliedReportingOverflow(by: b.denominator)
    let right = b.numerator.multipliedReportingOverflow(by: a.denominator)
    guard !left.overflow, !right.overflow else { return nil }
    return make(
      left.partialValue.addingReportingOverflow(right.partialValue),
      a.denominator.multipliedReportingOverflow(by: b.denominator))
  }

  private static func product(_ a: Fraction, _ b: Fraction) -> Fraction? {
    make(
      a.numerator.multipliedReportingOverflow(by: b.numerator),
      a.denominator.multipliedReportingOverflow(by: b.denominator))
  }

  private static func make(
    _ numerator: (partialValue: Int128, overflow: Bool), _ denominator: (partialValue: Int128, overflow: Bool)
  ) -> Fraction? {
    guard !numerator.overflow, !denominator.overflow, numerator.partialValue != .min else { return nil }
    return Fraction(unchecked: numerator.partialValue, denominator.partialValue)
  }
}

extension Fraction: Comparable, Hashable {
  static func < (a: Fraction, b: Fraction) -> Bool { compare(a, b) < 0 }
  static func == (a: Fraction, b: Fraction) -> Bool { compare(a, b) == 0 }
  func hash(into hasher: inout Hasher) {
    let lowest = reduced
    hasher.combine(lowest.numerator)
    hasher.combine(lowest.denominator)
  }
}

/// 10 to the magnitude of the scale; nil beyond 10³⁸, which 128 bits do not hold.
func powerOfTen(_ scale: Int) -> Int128? {
  guard scale.magnitude <= 38 else { return nil }
  var power: Int128 = 1
  for _ in 0..<scale.magnitude { power *= 10 }
  return power
}
