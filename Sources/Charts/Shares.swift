import Drawing
import Glibc

/// The parts of a whole: what each is of the total.
struct Shares {
  struct Part {
    let category: Int
    let value: Double
    let share: Double
  }

  let parts: [Part]
  let total: Double

  /// Parts of the first series; unknown, zero and negative values are none.
  init(_ plan: Plan) {
    var total = 0.0
    for case let value? in plan.series.first?.values ?? [] where value > 0 { total += value }
    self.total = total
    var parts: [Part] = []
    for (category, value) in (plan.series.first?.values ?? []).enumerated() {
      guard let value, value > 0 else { continue }
      parts.append(Part(category: category, value: value, share: value / total))
    }
    self.parts = parts
  }

  /// Whether the values are already shares, so that saying them twice would help nobody.
  func arePercentages(_ plan: Plan) -> Bool { plan.unit == "%" }

  /// What is said of a part: its value, and its share unless they are the same.
  func text(_ part: Part, _ plan: Plan) -> String {
    let value = plan.text(0, part.category)
    if arePercentages(plan) || value.utf8.last == UInt8(ascii: "%") || parts.count == 1 { return value }
    return value + " (" + Shares.percent(part.share) + ")"
  }

  /// A share in whole percent, « moins de 1 % » where that would be 0, never 100 for less than the whole.
  static func percent(_ share: Double) -> String {
    if share > 0, share < 0.005 { return "<\u{A0}1\u{202F}%" }
    if share < 1, share >= 0.995 { return ">\u{A0}99\u{202F}%" }
    return FigureFormat(decimals: 0, unit: "%").text(share * 100)
  }
}
