/// The exact numbers that a printed one may stand for. A bound belongs to the interval or not.
public struct Interval: Hashable, Sendable {
  public let lower: Ratio
  public let upper: Ratio
  public let includesLower: Bool
  public let includesUpper: Bool

  /// Nil when the bounds are the wrong way round.
  public init?(_ lower: Ratio, _ upper: Ratio, includesLower: Bool = true, includesUpper: Bool = true) {
    guard lower <= upper else { return nil }
    self.lower = lower
    self.upper = upper
    self.includesLower = includesLower
    self.includesUpper = includesUpper
  }

  public init(exactly value: Ratio) {
    lower = value
    upper = value
    includesLower = true
    includesUpper = true
  }

  public func contains(_ value: Ratio) -> Bool {
    if value < lower || value > upper { return false }
    return (value != lower || includesLower) && (value != upper || includesUpper)
  }

  /// Whether some number is in both: two printed numbers can then be the same one.
  public func overlaps(_ other: Interval) -> Bool {
    if upper < other.lower || other.upper < lower { return false }
    if upper == other.lower { return includesUpper && other.includesLower }
    if other.upper == lower { return other.includesUpper && includesLower }
    return true
  }

  public func adding(_ other: Interval) -> Interval? {
    guard let low = lower.adding(other.lower), let high = upper.adding(other.upper) else { return nil }
    return Interval(
      low, high, includesLower: includesLower && other.includesLower,
      includesUpper: includesUpper && other.includesUpper)
  }

  public func subtracting(_ other: Interval) -> Interval? { adding(other.negated) }

  public var negated: Interval {
    Interval(upper.negated, lower.negated, includesLower: includesUpper, includesUpper: includesLower) ?? self
  }

  /// Every product of a number of one and a number of the other; the bounds are taken as included.
  public func multiplied(by other: Interval) -> Interval? {
    var corners: [Ratio] = []
    for a in [lower, upper] {
      for b in [other.lower, other.upper] {
        guard let product = a.multiplied(by: b) else { return nil }
        corners.append(product)
      }
    }
    guard let low = corners.min(), let high = corners.max() else { return nil }
    return Interval(low, high)
  }

  /// Nil when the divisor may be zero.
  public func divided(by other: Interval) -> Interval? {
    guard other.lower > 0 || other.upper < 0,
      let low = Ratio(1).divided(by: other.upper), let high = Ratio(1).divided(by: other.lower),
      let inverse = Interval(low, high)
    else { return nil }
    return multiplied(by: inverse)
  }
}

extension Decimal {
  /// What may have been rounded to these digits: half a unit of the last one to each side, the bound away from zero
  /// left out, since it would have been rounded up. `30,7` stands for [30,65 ; 30,75[ and `−30,7` for
  /// ]−30,75 ; −30,65]. Nil when the bounds do not fit in 38 digits.
  public var interval: Interval? { interval(halfUnit: Ratio(1, 2)) }

  func interval(halfUnit: Ratio?) -> Interval? {
    guard let halfUnit, let unit = Decimal.powerOfTen(scale).flatMap({ Ratio(1, $0) }),
      let half = halfUnit.multiplied(by: unit),
      let low = Ratio(self).subtracting(half), let high = Ratio(self).adding(half)
    else { return nil }
    return Interval(low, high, includesLower: significand > 0, includesUpper: significand < 0)
  }

  /// Whether an exact number, rounded to as many digits as this one shows, gives this one.
  public func isRounding(of exact: Ratio) -> Bool { exact.rounded(toScale: scale) == self }

  public func isRounding(of exact: Decimal) -> Bool { exact.rounded(toScale: scale) == self }
}
