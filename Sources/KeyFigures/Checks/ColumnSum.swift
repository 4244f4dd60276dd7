import FrenchText

/// The sum of cells of one column, each times a weight: the number that the written values make, and all that they
/// may stand for. Plain cells are added as integers at one scale, so a long column costs no fraction.
struct ColumnSum {
  /// The sum of the written values, as a count of `10^-scale`; nil when it does not fit or a term is no decimal.
  private(set) var count: Int128? = 0
  private(set) var scale: Int
  /// All that the terms may add up to; nil when it does not fit.
  private(set) var possible: Possible?
  /// Cells without a known value. What they hold cannot be guessed, so the sum is only a part.
  private(set) var hasUnknown = false
  /// Cells that could not be read, or are kept secret: nothing can be said.
  private(set) var hasUnreadable = false
  /// Whether no term is negative: a part of the sum is then a lower bound of it.
  private(set) var isNonNegative = true
  private(set) var terms = 0

  init(_ column: Column, rows: some Sequence<Int>, weight: (Int) -> Int128? = { _ in 1 }) {
    scale = column.scale
    var halves: Int128 = 0
    var lowerIsClosed = true
    var upperIsClosed = true
    var rich: Possible? = Possible(exactly: .zero)
    var fits = true
    for row in rows {
      switch column.states[row] {
      case .value: break
      case .blank, .unavailable:
        hasUnknown = true
        continue
      case .notApplicable: continue
      case .words, .unreadable, .masked:
        hasUnreadable = true
        continue
      }
      guard let weight = weight(row) else {
        hasUnknown = true
        continue
      }
      terms += 1
      if let plain = column.plainCount(row) {
        if plain < 0 { isNonNegative = false }
        add(plain, weight)
        if !column.isExact, weight != 0 {
          let (half, overflow) = weight.multipliedReportingOverflow(
            by: powerOfTen(scale - Int(column.scales[row])) ?? 1)
          fits = fits && !overflow
          halves = halves &+ half
          lowerIsClosed = lowerIsClosed && plain > 0
          upperIsClosed = upperIsClosed && plain < 0
        }
      } else {
        addRich(column, row, weight, &rich)
      }
    }
    possible = fits ? total(halves, lowerIsClosed, upperIsClosed, rich) : nil
  }

  /// Whether the sum is known but for its size.
  var isTooLong: Bool { possible == nil && !hasUnreadable && terms > 0 }

  /// The written sum.
  var value: Decimal? { count.flatMap { Decimal(significand: $0, scale: scale) } }

  private mutating func add(_ term: Int128, _ weight: Int128) {
    let (product, overflow) = term.multipliedReportingOverflow(by: weight)
    guard let held = count, !overflow else {
      count = nil
      return
    }
    let (sum, tooLarge) = held.addingReportingOverflow(product)
    count = tooLarge ? nil : sum
  }

  private mutating func addRich(_ column: Column, _ row: Int, _ weight: Int128, _ rich: inout Possible?) {
    guard let cell = column.possible(row) else {
      rich = nil
      return
    }
    if cell.lower.map({ $0.value.isNegative }) ?? true { isNonNegative = false }
    rich = cell.multiplied(by: Possible(exactly: Fraction(weight))).flatMap { rich?.adding($0) }
    richValue = column.decimal(row).flatMap { $0.multiplied(by: Decimal(significand: weight, scale: 0) ?? 1) }
      .flatMap { richValue?.adding($0) }
  }

  /// The written values that are not plain; nil once one of them is no decimal.
  private var richValue: Decimal? = .zero

  private mutating func total(
    _ halves: Int128, _ lowerIsClosed: Bool, _ upperIsClosed: Bool, _ rich: Possible?
  ) -> Possible? {
    guard let plain = count, let power = powerOfTen(scale) else { return nil }
    let (double, overflow) = plain.multipliedReportingOverflow(by: 2)
    guard !overflow, power < Int128.max / 2, let low = Fraction(double &- halves, over: 2 * power),
      let high = Fraction(double &+ halves, over: 2 * power)
    else { return nil }
    mergeRichValue()
    let ends = Possible(
      lower: Possible.Bound(value: low, isClosed: lowerIsClosed),
      upper: Possible.Bound(value: high, isClosed: upperIsClosed))
    return rich.flatMap { ends.adding($0) }
  }

  private mutating func mergeRichValue() {
    guard let richValue, let plain = count,
      let sum = Decimal(significand: plain, scale: scale)?.adding(richValue)
    else {
      count = nil
      return
    }
    count = sum.significand
    scale = sum.scale
  }
}
