import Drawing

/// What is reached against an objective: the rate before the axis, the bar as far as reached, a stroke where it should reach.
enum Target {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let size = sheet.textSize
    let valueSize = sheet.valueSize
    let paint = Paint(plan)
    // Without a column of objectives the second series, else the first reference, is the objective.
    var objective = plan.objective
    if objective == nil, plan.series.count > 1 { objective = plan.series[1] }
    let common = objective == nil ? plan.references.first : nil
    func goal(_ category: Int) -> (value: Double, text: String)? {
      if let common { return (common.value, plan.format().text(common.value)) }
      return objective?.values[category].map { ($0, objective?.texts[category] ?? "") }
    }
    let heads = plan.categories.indices.map { category -> String in
      guard let value = plan.value(0, category) else { return plan.text(0, category) }
      guard let goal = goal(category), goal.value > 0 else { return plan.text(0, category) }
      return Target.rate(value, of: goal.value)
    }
    let widest = heads.reduce(0) { max($0, TextMetrics.width($1, size: valueSize, weight: .bold)) }
    let left = min(max(widest + 10, sheet.isNarrow ? 76 : 112), sheet.width * 0.55)
    let high = max(plan.extent.high, plan.maximum, objective?.values.compactMap { $0 }.max() ?? 0, 1e-300)
    let scale = Scale(0, high, from: left, to: sheet.width - 3)
    let barHeight = sheet.isNarrow ? 17.0 : 18
    let top = sheet.height
    var bars: [Mark] = []
    var halos: [Mark] = []
    var strokes: [Mark] = []
    var rates: [Mark] = []
    var names: [Mark] = []
    var details: [Mark] = []
    for category in plan.categories.indices {
      let block = TextBlock(
        plan.categories[category], width: sheet.width - left - 8, size: size, weight: .bold)
      rates.append(
        .text(
          Text(
            heads[category], at: Point(left - 9, sheet.height + size + 1), size: valueSize, weight: .bold,
            anchor: .end)))
      var y = sheet.height
      for line in block.lines {
        names.append(.text(Text(line, at: Point(left + 7, y + size), size: size, weight: .bold)))
        y += sheet.lineHeight
      }
      var detail = plan.text(0, category)
      if let goal = goal(category) { detail += ", objectif\u{A0}: " + goal.text }
      let start = left + 7 + TextMetrics.width(block.lines.last ?? "", size: size, weight: .bold) + 10
      if start + TextMetrics.width(detail, size: size) <= sheet.width {
        details.append(
          .text(Text(detail, at: Point(start, y - sheet.lineHeight + size), size: size, role: .ink2)))
      } else {
        for line in TextBlock(detail, width: sheet.width - left - 8, size: size).lines {
          details.append(.text(Text(line, at: Point(left + 7, y + size), size: size, role: .ink2)))
          y += sheet.lineHeight
        }
      }
      y += 5
      if let value = plan.value(0, category), value >= 0 {
        bars.append(
          .rect(
            Rect(x: left, y: y, width: scale(min(value, high)) - left, height: barHeight),
            paint.area(0, category)))
      }
      if let goal = goal(category), goal.value >= 0 {
        let x = scale(min(goal.value, high))
        halos.append(.line(Point(x, y - 4), Point(x, y + barHeight + 4), .stroke(.ground, 6)))
        strokes.append(.line(Point(x, y - 4), Point(x, y + barHeight + 4), .stroke(.ink, 2.5)))
      }
      sheet.height = y + barHeight + 4 + (category + 1 < plan.count ? 10 : 0)
    }
    sheet.data(0, bars)
    sheet.height += 1
    sheet.axis += [.line(Point(left, top), Point(left, sheet.height), .stroke(.ink))] + halos + strokes
    sheet.labels += rates + names + details
  }

  /// A rate in whole percent; 100 % is said of what is reached, never of what is nearly so.
  static func rate(_ value: Double, of goal: Double) -> String {
    let share = value / goal
    guard share.isFinite, abs(share) < 1e9 else { return "n. d." }
    var percent = (share * 100).rounded()
    if share < 1, percent == 100 { percent = 99 }
    return FigureFormat(decimals: 0, unit: "%").text(percent)
  }
}
