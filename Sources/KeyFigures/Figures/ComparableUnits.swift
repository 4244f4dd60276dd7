import FrenchText

extension Quantity {
  /// Whether one is a rate of the other: `5` is none of `10 %`, nor `3 km` of `2 h`. A number without a unit may have
  /// that of the other, but for a percentage; `1 école` and `12 écoles` have the same.
  public func isComparable(to other: Quantity) -> Bool {
    let (own, given) = (canonicalUnit, other.canonicalUnit)
    if own == "%" || given == "%" { return own == given }
    guard let own, let given else { return true }
    return Self.singular(own) == Self.singular(given)
  }

  private static func singular(_ unit: String) -> [Substring] {
    unit.split(separator: " ").map { $0.hasSuffix("s") ? $0.dropLast() : $0 }
  }
}
