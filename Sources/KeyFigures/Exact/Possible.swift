/// All the values that a printed number may stand for: 30,7 stands for [30,65 ; 30,75[, « plus de 50 » for ]50 ; ∞[,
/// a count for itself alone.
///
/// Interval arithmetic (R. E. Moore, *Interval Analysis*, 1966) over exact fractions: the result of a formula holds
/// every value that the printed operands allow, so that a check which fails is wrong whatever was rounded.
struct Possible: Sendable, Hashable {
  struct Bound: Sendable, Hashable {
    var value: Fraction
    var isClosed: Bool
  }

  /// Nil is infinite.
  var lower: Bound?
  var upper: Bound?

  init(lower: Bound?, upper: Bound?) {
    self.lower = lower
    self.upper = upper
  }

  init(exactly value: Fraction) {
    lower = Bound(value: value, isClosed: true)
    upper = lower
  }

  static let everything = Possible(lower: nil, upper: nil)

  /// The values that round, halves away from zero, to a number shown with `scale` digits after the comma. The count
  /// is the number times ten to the scale. A number shown without its sign keeps the half on its far side out:
  /// 30,7 is [30,65 ; 30,75[, −30,7 is ]−30,75 ; −30,65], 0,0 is ]−0,05 ; 0,05[.
  init?(roundedTo count: Int128, scale: Int) {
    guard let power = powerOfTen(max(scale, 0)) else { return nil }
    let (twice, overflow) = count.multipliedReportingOverflow(by: 2)
    let (double, tooSmall) = power.multipliedReportingOverflow(by: 2)
    guard !overflow, !tooSmall, let low = Fraction(twice &- 1, over: double),
      let high = Fraction(twice &+ 1, over: double)
    else { return nil }
    lower = Bound(value: low, isClosed: count > 0)
    upper = Bound(value: high, isClosed: count < 0)
  }

  /// The value when there is only one.
  var exactValue: Fraction? {
    guard let lower, let upper, lower.isClosed, upper.isClosed, lower.value == upper.value else { return nil }
    return lower.value
  }

  func contains(_ value: Fraction) -> Bool { intersects(Possible(exactly: value)) }

  func intersects(_ other: Possible) -> Bool {
    Self.reaches(lower, other.upper) && Self.reaches(other.lower, upper)
  }

  /// Whether some value lies at or above the lower bound and at or below the upper.
  private static func reaches(_ lower: Bound?, _ upper: Bound?) -> Bool {
    guard let lower, let upper else { return true }
    let order = Fraction.compare(lower.value, upper.value)
    return order < 0 || (order == 0 && lower.isClosed && upper.isClosed)
  }

  var negated: Possible {
    Possible(
      lower: upper.map { Bound(value: $0.value.negated, isClosed: $0.isClosed) },
      upper: lower.map { Bound(value: $0.value.negated, isClosed: $0.isClosed) })
  }

  /// Nil when a bound does not fit in 128 bits, as for the operations below.
  func adding(_ other: Possible) -> Possible? {
    if let a = exactValue, let b = other.exactValue { return a.adding(b).map(Possible.init(exactly:)) }
    guard let low = Self.sum(lower, other.lower), let high = Self.sum(upper, other.upper) else { return nil }
    return Possible(lower: low.bound, upper: high.bound)
  }

  func subtracting(_ other: Possible) -> Possible? { adding(other.negated) }

  func multiplied(by other: Possible) -> Possible? {
    if let a = exactValue, let b = other.exactValue {
      return a.multiplied(by: b).map(Possible.init(exactly:))
    }
    return combine(other) { $0.multiplied(by: $1) }
  }

  /// Everything when the divisor may be zero; nil when a bound does not fit.
  func divided(by other: Possible) -> Possible? {
    if other.contains(.zero) { return .everything }
    if let a = exactValue, let b = other.exactValue { return a.divided(by: b).map(Possible.init(exactly:)) }
    guard let inverse = other.inverted else { return nil }
    return multiplied(by: inverse)
  }

  /// 1/x over an interval that does not hold zero. A bound of zero, left out, becomes infinite, and the reverse.
  private var inverted: Possible? {
    func invert(_ bound: Bound?) -> (bound: Bound?, fits: Bool) {
      guard let bound else { return (Bound(value: .zero, isClosed: false), true) }
      guard !bound.value.isZero else { return (nil, true) }
      let value = Fraction(1).divided(by: bound.value)
      return (value.map { Bound(value: $0, isClosed: bound.isClosed) }, value != nil)
    }
    let (low, high) = (invert(upper), invert(lower))
    return low.fits && high.fits ? Possible(lower: low.bound, upper: high.bound) : nil
  }

  private static func sum(_ a: Bound?, _ b: Bound?) -> (bound: Bound?, Void)? {
    guard let a, let b else { return (nil, ()) }
    guard let value = a.value.adding(b.value) else { return nil }
    return (Bound(value: value, isClosed: a.isClosed && b.isClosed), ())
  }

  private func combine(_ other: Possible, _ operation: (Fraction, Fraction) -> Fraction?) -> Possible? {
    guard let a = lower, let b = upper, let c = other.lower, let d = other.upper else {
      return combineUnbounded(other, operation)
    }
    var low: Bound?
    var high: Bound?
    for left in [a, b] {
      for right in [c, d] {
        guard let value = operation(left.value, right.value) else { return nil }
        // A product of zero is reached whatever the other factor, so long as the zero itself is.
        let closed =
          (left.isClosed && right.isClosed) || (left.value.isZero && left.isClosed)
          || (right.value.isZero && right.isClosed)
        let bound = Bound(value: value, isClosed: closed)
        if low.map({ Fraction.compare(value, $0.value) }).map({ $0 < 0 || ($0 == 0 && closed) }) ?? true {
          low = bound
        }
        if high.map({ Fraction.compare(value, $0.value) }).map({ $0 > 0 || ($0 == 0 && closed) }) ?? true {
          high = bound
        }
      }
    }
    return Possible(lower: low, upper: high)
  }

  /// With an infinite end: what is never negative, times what is never negative, keeps a lower end. Other signs
  /// reduce to that one, or leave everything possible.
  private func combineUnbounded(_ other: Possible, _ operation: (Fraction, Fraction) -> Fraction?)
    -> Possible?
  {
    if lower == nil, let top = upper, top.value.isNegative || top.value.isZero {
      return negated.combine(other, operation)?.negated
    }
    if other.lower == nil, let top = other.upper, top.value.isNegative || top.value.isZero {
      return combine(other.negated, operation)?.negated
    }
    guard let low = lower, let otherLow = other.lower, !low.value.isNegative, !otherLow.value.isNegative
    else {
      return .everything
    }
    guard let product = operation(low.value, otherLow.value) else { return nil }
    let closed = low.isClosed && otherLow.isClosed || product.isZero && (low.isClosed || otherLow.isClosed)
    return Possible(lower: Bound(value: product, isClosed: closed), upper: nil)
  }
}
