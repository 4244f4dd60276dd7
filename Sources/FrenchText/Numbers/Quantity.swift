/// A number as a person wrote it in a report: `30,7 %`, `plus de 260 000 €`, `3,1 millions d'euros`, `1 sur 2`,
/// `de 59 à 73 %`, `une dizaine`.
public struct Quantity: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    case exact(Decimal)
    /// A part over a whole, kept as written: `48 des 53` is not 0,906.
    case fraction(Int, Int)
    /// From the smaller to the larger.
    case range(Decimal, Decimal)
  }

  /// How a fraction or a range was worded, to show it the same way.
  public enum Wording: Hashable, Sendable {
    case plain
    /// `1 sur 2`
    case over
    /// `48 des 53`
    case among
    /// `½`
    case glyph
    /// `de 59 à 73`
    case from
    /// `entre 59 et 73`
    case between
  }

  public var value: Value
  public var wording: Wording
  /// `millions`, `dizaine`: what the written value counts.
  public var multiple: Multiple?
  public var qualifier: Qualifier?
  /// As written, spaces between its words made single: `%`, `€`, `heures`.
  public var unit: String?
  /// A leading `+` was written, and is shown.
  public var showsPlus: Bool

  public init(
    _ value: Value, unit: String? = nil, qualifier: Qualifier? = nil, multiple: Multiple? = nil,
    wording: Wording = .plain, showsPlus: Bool = false
  ) {
    self.value = value
    self.wording = wording
    self.multiple = multiple
    self.qualifier = qualifier
    self.unit = unit
    self.showsPlus = showsPlus
  }

  public init(_ decimal: Decimal, unit: String? = nil) {
    self.init(.exact(decimal), unit: unit)
  }

  /// The number is an order of size by its very wording: `une dizaine`, `environ 600`, `près de 450`, `presque 3`.
  public var isApproximate: Bool {
    multiple?.isCollective == true || qualifier?.isApproximate == true
  }

  /// The unit as a sign where it has one, so that `euros` and `€` compare equal.
  public var canonicalUnit: String? { unit.map(UnitTable.canonical) }

  /// The number it states, multiple included: 3,1 millions is 3 100 000. Nil for a range, and where a fraction is no
  /// decimal.
  public var decimal: Decimal? {
    switch value {
    case .exact(let written): return multiplied(written)
    case .fraction:
      return exact.flatMap { $0.rounded(toScale: 6) }.flatMap {
        Ratio($0) == exact ? $0.withoutTrailingZeros : nil
      }
    case .range: return nil
    }
  }

  /// The exact number it states, multiple included; nil for a range, or where it does not fit.
  public var exact: Ratio? {
    switch value {
    case .exact(let written): multiplied(written).map { Ratio($0) }
    case .fraction(let part, let whole): Ratio(Int128(part), Int128(whole))
    case .range: nil
    }
  }

  /// What the written digits may stand for: `3,1 millions` is [3 050 000 ; 3 150 000[, `1 sur 2` exactly one half, a
  /// range from the least its lower end may be to the most its upper end may. Qualifiers do not widen it.
  public var interval: Interval? {
    switch value {
    case .exact(let written): return interval(of: written)
    case .fraction: return exact.map { Interval(exactly: $0) }
    case .range(let low, let high):
      guard let low = interval(of: low), let high = interval(of: high) else { return nil }
      return Interval(
        low.lower, high.upper, includesLower: low.includesLower, includesUpper: high.includesUpper)
    }
  }

  /// Both ends, multiple included: the same number twice unless it is a range.
  public var bounds: (low: Ratio, high: Ratio)? {
    if case .range(let low, let high) = value {
      guard let low = multiplied(low), let high = multiplied(high) else { return nil }
      return (Ratio(low), Ratio(high))
    }
    return exact.map { ($0, $0) }
  }

  func multiplied(_ written: Decimal) -> Decimal? {
    guard let multiple else { return written }
    guard let product = written.multiplied(by: Decimal(multiple.factor)) else { return nil }
    return product.isInteger ? product.rounded(toScale: 0) : product.withoutTrailingZeros
  }

  private func interval(of written: Decimal) -> Interval? {
    guard let plain = written.interval else { return nil }
    guard let multiple else { return plain }
    let factor = Ratio(multiple.factor)
    guard let low = plain.lower.multiplied(by: factor), let high = plain.upper.multiplied(by: factor) else {
      return nil
    }
    return Interval(low, high, includesLower: plain.includesLower, includesUpper: plain.includesUpper)
  }
}
