/// The one slip that would explain a sum that is off.
enum Culprit: Hashable, Sendable {
  /// Two neighbouring digits of a row's cell changed places; what it should read, as a count at the same scale.
  case swappedDigits(row: Int, instead: Int128)
  case swappedDigitsInTotal(instead: Int128)
  /// A zero too many or too few in a row's cell.
  case misplacedZero(row: Int, instead: Int128)
  case misplacedZeroInTotal(instead: Int128)
  case countedTwice(row: Int)
  case leftOut(row: Int)

  /// The only slip among those people make that turns the sum of `terms` into `total`; nil when there is none, or
  /// several, for then naming one would mislead. All numbers are counts at one scale.
  static func only(total: Int128, terms: [(row: Int, value: Int128)], sum: Int128) -> Culprit? {
    let (gap, overflow) = total.subtractingReportingOverflow(sum)
    guard !overflow, gap != 0 else { return nil }
    var found: [Culprit] = []
    for term in terms {
      if term.value == gap { found.append(.countedTwice(row: term.row)) }
      if term.value == -gap { found.append(.leftOut(row: term.row)) }
      let (wanted, isTooLarge) = term.value.addingReportingOverflow(gap)
      if !isTooLarge {
        if isSwap(term.value, wanted) { found.append(.swappedDigits(row: term.row, instead: wanted)) }
        if isZeroSlip(term.value, wanted) { found.append(.misplacedZero(row: term.row, instead: wanted)) }
      }
      if found.count > 1 { return nil }
    }
    if isSwap(total, sum) { found.append(.swappedDigitsInTotal(instead: sum)) }
    if isZeroSlip(total, sum) { found.append(.misplacedZeroInTotal(instead: sum)) }
    return found.count == 1 ? found[0] : nil
  }

  /// Whether two numbers differ by two neighbouring digits in the other order. Their difference is then nine times a
  /// digit times a power of ten, which rules out nearly all pairs at once.
  static func isSwap(_ a: Int128, _ b: Int128) -> Bool {
    guard a != b, a.signum() == b.signum(),
      (a.magnitude > b.magnitude ? a.magnitude - b.magnitude : b.magnitude - a.magnitude) % 9 == 0
    else { return false }
    let (x, y) = (digits(a), digits(b))
    guard x.count == y.count, let first = x.indices.first(where: { x[$0] != y[$0] }), first + 1 < x.count
    else {
      return false
    }
    return x[first] == y[first + 1] && x[first + 1] == y[first] && x[(first + 2)...] == y[(first + 2)...]
  }

  private static func isZeroSlip(_ a: Int128, _ b: Int128) -> Bool {
    guard a != 0, b != 0 else { return false }
    let (up, overflow) = a.multipliedReportingOverflow(by: 10)
    return (!overflow && up == b) || (a % 10 == 0 && a / 10 == b)
  }

  private static func digits(_ value: Int128) -> [UInt8] { Array(String(value.magnitude).utf8) }
}
