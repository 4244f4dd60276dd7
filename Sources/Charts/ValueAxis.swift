import Drawing
import Glibc

/// An upright scale: faint lines at round values, and what they stand for.
struct ValueAxis {
  let low: Double
  let high: Double
  let ticks: [Double]
  fileprivate let texts: [String]
  private let logarithmic: Bool

  /// - Parameter zero: whether the scale must start from zero, as areas and bars do; lines start there if the data come near it.
  init(_ plan: Plan, height: Double, zero: Bool = false, extent given: (low: Double, high: Double)? = nil) {
    var (low, high) = given ?? plan.extent
    high = max(high, plan.maximum)
    let unit = plan.series.first?.unit ?? plan.specification.unit
    if plan.isLogarithmic, low > 0, !zero {
      logarithmic = true
      let first = Int(floor(log10(low)))
      let last = max(Int(ceil(log10(high))), first + 1)
      ticks = (first...last).map { pow(10, Double($0)) }
      self.low = ticks.first ?? low
      self.high = ticks.last ?? high
      texts = ticks.map { FigureFormat(for: [$0]).text($0) }
      return
    }
    logarithmic = false
    if zero || (low > 0 && low < high * 0.5) || low == high { low = min(low, 0) }
    if zero || (high < 0 && high > low * 0.5) || low == high { high = max(high, 0) }
    if low == high { high = low + 1 }
    let found = Ticks.extended(low: low, high: high, target: max(Int(height / 52), 3))
    var values = found.values
    // The scale ends on a round value at or beyond the data, so that the last line is named.
    while let first = values.first, first > low + 1e-9 * (high - low), values.count < 40 {
      values.insert(first - found.step, at: 0)
    }
    while let last = values.last, last < high - 1e-9 * (high - low), values.count < 40 {
      values.append(last + found.step)
    }
    ticks = values.map { abs($0) < found.step * 1e-9 ? 0 : $0 }
    self.low = min(low, ticks.first ?? low)
    self.high = max(high, ticks.last ?? high)
    let format = FigureFormat(decimals: found.decimals, unit: unit == "%" ? "%" : nil)
    texts = ticks.map { format.text($0) }
  }

  func labelWidth(size: Double) -> Double {
    texts.reduce(0) { max($0, TextMetrics.width($1, size: size)) }
  }

  func scale(from bottom: Double, to top: Double) -> Scale {
    Scale(low, high, from: bottom, to: top, logarithmic: logarithmic)
  }

  func draw(scale: Scale, from left: Double, to right: Double, on sheet: inout Sheet) {
    for (index, tick) in ticks.enumerated() {
      let y = scale(tick)
      let style: Style = tick == 0 ? .stroke(.ink) : .stroke(.grid)
      sheet.grid.append(.line(Point(left, y), Point(right, y), style))
      sheet.labels.append(
        .text(
          Text(
            texts[index], at: Point(left - 8, y + sheet.textSize * 0.35), size: sheet.textSize, anchor: .end,
            role: .ink2)))
    }
  }
}

extension ValueAxis {
  /// The values of a lying scale, above what they measure: every one that fits, else the ends.
  func drawAcross(scale: Scale, on sheet: inout Sheet) {
    let size = sheet.textSize
    var end = -Double.infinity
    for (index, tick) in ticks.enumerated() {
      let width = TextMetrics.width(texts[index], size: size)
      let x = min(max(scale(tick), width / 2), sheet.width - width / 2)
      guard x - width / 2 > end + 8 else { continue }
      sheet.labels.append(
        .text(
          Text(texts[index], at: Point(x, sheet.height + size), size: size, anchor: .middle, role: .ink2)))
      end = x + width / 2
    }
    sheet.height += sheet.lineHeight + 4
  }
}
