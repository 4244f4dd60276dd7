import Drawing

/// A line the height of a few words, its last value beside it; no scale, so the values stand in the table.
enum Sparkline {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let size = sheet.textSize
    let height = 44.0
    let series = plan.series[0]
    var low = Double.infinity
    var high = -Double.infinity
    for case let value? in series.values {
      low = min(low, value)
      high = max(high, value)
    }
    guard let last = series.values.lastIndex(where: { $0 != nil }) else { return }
    let text = series.texts[last]
    let textWidth = TextMetrics.width(text, size: sheet.valueSize, weight: .bold)
    let right = min(200, sheet.width - textWidth - 16)
    if high - low < 1e-12 * max(abs(high), 1) {
      low -= 1
      high += 1
    }
    let scale = Scale(low, high, from: sheet.height + height - 6, to: sheet.height + 6)
    let axis = PointAxis(plan, from: 5, to: max(right - 5, 20))
    var path = Path()
    var drawing = false
    var end = Point(0, 0)
    for (category, value) in series.values.enumerated() {
      guard let value else {
        drawing = false
        continue
      }
      end = Point(axis(category), scale(value))
      if drawing { path.line(to: end) } else { path.move(to: end) }
      drawing = true
    }
    sheet.data(0, [.path(path, .stroke(.accent, 2)), .circle(end, radius: 4, .fill(.accent))])
    sheet.labels.append(
      .text(
        Text(
          text, at: Point(max(right, end.x) + 8, sheet.height + height / 2 + size * 0.4),
          size: sheet.valueSize,
          weight: .bold)))
    sheet.height += height
  }
}
