import FrenchText

extension Fraction {
  init(of ratio: Ratio) {
    self = Fraction(ratio.numerator, over: ratio.denominator) ?? .zero
  }

  init(of decimal: Decimal) { self.init(of: Ratio(decimal)) }

  /// Rounded to so many digits, for a message or a rate that is shown.
  func decimal(scale: Int) -> Decimal? {
    rounded(toScale: scale).flatMap { Decimal(significand: $0, scale: scale) }
  }
}

extension Possible {
  /// What a quantity may stand for. « plus de 50 » has no upper end, « environ 50 » neither end: nothing can be held
  /// against it. A fraction in a column of percentages counts for a hundred times itself.
  ///
  /// - Parameter isExact: the number is a count, or whole money: 12 stands for itself alone, and « plus de 12 » for
  ///   what is above it. A multiple (« 3,1 millions ») is rounded all the same.
  init?(_ quantity: Quantity, asPercentage: Bool = false, isExact: Bool = false) {
    guard var interval = quantity.interval else { return nil }
    if isExact, quantity.multiple == nil, let (low, high) = quantity.bounds {
      guard
        let exact = FrenchText.Interval(
          low, high, includesLower: quantity.qualifier != .moreThan,
          includesUpper: quantity.qualifier != .lessThan)
      else { return nil }
      interval = exact
    }
    if asPercentage, case .fraction = quantity.value {
      guard let hundredfold = interval.multiplied(by: FrenchText.Interval(exactly: 100)) else { return nil }
      interval = hundredfold
    }
    let isOpen = quantity.isApproximate
    let allowsLess = isOpen || quantity.qualifier?.allowsLess == true
    let allowsMore = isOpen || quantity.qualifier?.allowsMore == true
    lower = allowsLess ? nil : Bound(value: Fraction(of: interval.lower), isClosed: interval.includesLower)
    upper = allowsMore ? nil : Bound(value: Fraction(of: interval.upper), isClosed: interval.includesUpper)
  }
}
