import Drawing

/// Parts in one bar: a row a category, each part with its value where it has room, the whole at the end.
enum StackedBars {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let size = sheet.textSize
    let paint = Paint(plan)
    var legend = Legend()
    for index in plan.series.indices {
      legend.entries.append((.area(paint.area(index)), plan.series[index].name))
    }
    legend.draw(on: &sheet)

    let sums = plan.categories.indices.map { Sums(plan, $0) }
    let low = sums.reduce(0) { min($0, $1.negative) }
    let high = max(sums.reduce(0) { max($0, $1.positive) }, plan.maximum)
    let format = FigureFormat(for: plan.series.flatMap(\.values), unit: plan.unit)
    let isShare = sums.allSatisfy { $0.negative == 0 && abs($0.positive - 100) < 0.6 } && plan.unit == "%"
    let totals = sums.map { isShare || $0.isMixed || plan.series.count == 1 ? "" : format.text($0.total) }
    let room = totals.reduce(0) { max($0, TextMetrics.width($1, size: size, weight: .bold)) } + 8
    let scale = Scale(low, high, from: 1, to: sheet.width - (isShare ? 0 : room))
    let zero = scale(0)
    let barHeight = sheet.isNarrow ? 26.0 : 28
    let top = sheet.height
    var parts: [[Mark]] = plan.series.map { _ in [] }
    var separators: [Mark] = []
    var names: [Mark] = []
    var inside: [[Mark]] = plan.series.map { _ in [] }
    var ends: [Mark] = []
    for category in plan.categories.indices {
      let block = TextBlock(plan.categories[category], width: sheet.width - zero - 8, size: size)
      for line in block.lines {
        names.append(.text(Text(line, at: Point(zero + 7, sheet.height + size), size: size)))
        sheet.height += sheet.lineHeight
      }
      let y = sheet.height + 3
      var positive = 0.0
      var negative = 0.0
      for index in plan.series.indices {
        guard let value = plan.value(index, category) else { continue }
        let start = value < 0 ? negative : positive
        let from = scale(start)
        let to = scale(start + value)
        if value < 0 { negative += value } else { positive += value }
        let style = paint.area(index, category)
        let box = Rect(x: min(from, to), y: y, width: abs(to - from), height: barHeight)
        parts[index].append(.rect(box, style))
        if abs(start) > 0 {
          separators.append(.line(Point(from, y), Point(from, y + barHeight), .stroke(.ground, 2)))
        }
        let text = plan.text(index, category)
        if style.pattern == nil, TextMetrics.width(text, size: size) + 10 <= box.width {
          inside[index].append(
            .text(
              Text(
                text, at: Point(box.center.x, y + barHeight / 2 + size * 0.36), size: size, anchor: .middle,
                role: style.fill?.textOn ?? .ground, onMark: true)))
        }
      }
      if !totals[category].isEmpty {
        ends.append(
          .text(
            Text(
              totals[category], at: Point(scale(positive) + 7, y + barHeight / 2 + size * 0.36), size: size,
              weight: .bold)))
      }
      sheet.height = y + barHeight + (category + 1 < plan.count ? 12 : 0)
    }
    for index in plan.series.indices { sheet.data(index, parts[index]) }
    sheet.height += 2
    sheet.axis += separators
    sheet.axis.append(.line(Point(zero, top), Point(zero, sheet.height), .stroke(.ink)))
    sheet.labels += names + ends + inside.flatMap { $0 }
  }

  /// What the parts of one category add up to, on either side of zero.
  private struct Sums {
    var positive = 0.0
    var negative = 0.0
    var total: Double { positive + negative }
    var isMixed: Bool { negative < 0 }

    init(_ plan: Plan, _ category: Int) {
      for index in plan.series.indices {
        guard let value = plan.value(index, category) else { continue }
        if value < 0 { negative += value } else { positive += value }
      }
    }
  }
}
