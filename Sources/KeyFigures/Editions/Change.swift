import FrenchText

/// How a number moved from one edition to the next. All numbers are exact; only the texts are rounded.
public struct Change: Sendable, Hashable {
  public enum Direction: String, Sendable, Hashable {
    case up = "hausse"
    case down = "baisse"
    case stable
  }

  public let before: Quantity
  public let after: Quantity
  /// Which edition it is compared with: `2023-2024`.
  public let since: String
  /// What was added, in the unit of the figure.
  public let difference: Ratio
  /// The difference over the former value; nil from zero.
  public let rate: Ratio?
  /// The new value over the former; nil from zero.
  public let factor: Ratio?
  public let direction: Direction
  /// Percentages change by points, all else by a quantity.
  public let isInPoints: Bool

  /// Nil where either is no single number, or their units differ.
  public init?(from before: Quantity, to after: Quantity, since: String) {
    guard let old = before.exact, let new = after.exact, before.canonicalUnit == after.canonicalUnit,
      let difference = new.subtracting(old)
    else { return nil }
    self.before = before
    self.after = after
    self.since = since
    self.difference = difference
    let magnitude = old.isNegative ? old.negated : old
    rate = difference.divided(by: magnitude)
    factor = new.divided(by: old)
    direction = difference.isZero ? .stable : difference.isNegative ? .down : .up
    isInPoints = after.canonicalUnit == "%"
  }

  /// The change as a card shows it: « +1,2 point », « +3 », « +99,9 % », « stable ». Counts below a hundred change
  /// by a number, for a percentage of so few would say more than is known.
  public var text: String {
    if direction == .stable { return "stable" }
    if isInPoints || rate == nil || isSmall { return differenceText }
    return rateText ?? differenceText
  }

  /// « +1,2 point », « −35 »: with the digits of the finer of the two values.
  public var differenceText: String {
    let scale = max(digits(before), digits(after))
    let rounded = (difference.isNegative ? difference.negated : difference).rounded(toScale: scale) ?? .zero
    let unit = isInPoints ? Space.noBreak + Plural.form("point", "points", for: rounded) : unitText
    return sign + rounded.formatted + unit
  }

  /// « +99,9 % », « +350 % »: one digit after the comma below a hundred percent. Nil from zero.
  public var rateText: String? {
    guard let rate, let hundredfold = rate.multiplied(by: 100) else { return nil }
    let magnitude = hundredfold.isNegative ? hundredfold.negated : hundredfold
    guard let rounded = magnitude.rounded(toScale: magnitude < 100 ? 1 : 0) else { return nil }
    return sign + rounded.formatted + Space.noBreak + "%"
  }

  /// A sign stands against its number, as in tables; an operator would not.
  private var sign: String { direction == .down ? "\u{2212}" : "+" }

  private var unitText: String { after.unit.map { Space.noBreak + $0 } ?? "" }

  private var isSmall: Bool {
    guard let old = before.exact else { return true }
    return (old.isNegative ? old.negated : old) < 100
  }

  private func digits(_ quantity: Quantity) -> Int {
    if case .exact(let decimal) = quantity.value, quantity.multiple == nil { return decimal.scale }
    return 0
  }
}

/// The space that keeps a sign or a unit with its number.
enum Space {
  static let noBreak = "\u{A0}"
}
