import FrenchText

extension Figure {
  /// « 82 % de la cible », rounded to a whole percent, down below a hundred: a target is not reached before it is.
  public var rateReachedText: String? {
    guard let rate = rateReached?.multiplied(by: 100), let rounded = rate.rounded(toScale: 0) else {
      return nil
    }
    let shown = rate < 100 && rounded == 100 ? Decimal(99) : rounded
    return Quantity(shown, unit: "%").formatted
  }
}
