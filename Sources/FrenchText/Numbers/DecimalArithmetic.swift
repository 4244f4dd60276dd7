extension Decimal {
  /// The exact sum, with the digits of the finer of the two; nil when it does not fit.
  public func adding(_ other: Decimal) -> Decimal? {
    let scale = max(scale, other.scale)
    guard let a = rescaled(to: scale), let b = other.rescaled(to: scale) else { return nil }
    let (sum, overflow) = a.significand.addingReportingOverflow(b.significand)
    return overflow ? nil : Decimal(significand: sum, scale: scale)
  }

  /// The exact difference, with the digits of the finer of the two; nil when it does not fit.
  public func subtracting(_ other: Decimal) -> Decimal? { adding(other.negated) }

  /// The exact product, with as many digits after the comma as both have together; nil when it does not fit.
  public func multiplied(by other: Decimal) -> Decimal? {
    let (product, overflow) = significand.multipliedReportingOverflow(by: other.significand)
    if !overflow, let exact = Decimal(significand: product, scale: scale + other.scale) { return exact }
    let (a, b) = (withoutTrailingZeros, other.withoutTrailingZeros)
    guard a.scale + b.scale < scale + other.scale else { return nil }
    return a.multiplied(by: b)
  }

  public var negated: Decimal { Decimal(significand: -significand, scale: scale) ?? self }
  public var magnitude: Decimal { isNegative ? negated : self }

  /// The same number with more digits after the comma; nil when they do not fit, or when digits would be lost.
  public func rescaled(to scale: Int) -> Decimal? {
    if scale == self.scale { return self }
    guard scale > self.scale, let power = Self.powerOfTen(scale - self.scale) else { return nil }
    let (digits, overflow) = significand.multipliedReportingOverflow(by: power)
    return overflow ? nil : Decimal(significand: digits, scale: scale)
  }

  /// Rounded to a number of digits after the comma, halves away from zero, as people round; nil when that many
  /// digits do not fit.
  public func rounded(toScale digits: Int) -> Decimal? {
    if digits >= scale { return rescaled(to: digits) }
    guard digits >= 0, let power = Self.powerOfTen(scale - digits) else { return nil }
    let (quotient, remainder) = significand.quotientAndRemainder(dividingBy: power)
    let isHalfOrMore = remainder.magnitude >= power.magnitude - remainder.magnitude
    let carry: Int128 = isHalfOrMore ? significand.signum() : 0
    return Decimal(significand: quotient + carry, scale: digits)
  }

  /// The sum of all, exact; nil when it does not fit. No numbers make zero.
  public static func sum(_ terms: some Sequence<Decimal>) -> Decimal? {
    var total = Decimal.zero
    for term in terms {
      guard let next = total.adding(term) else { return nil }
      total = next
    }
    return total
  }
}
