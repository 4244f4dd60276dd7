import Drawing

/// A row a category, a dot a value: one series on stems, several joined by the span between them.
enum Dots {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    sheet.rowsLie = true
    let size = sheet.textSize
    let paint = Paint(plan)
    let several = plan.series.count > 1
    if several {
      var legend = Legend()
      for index in plan.series.indices {
        legend.entries.append((.dot(.fill(paint.role(index))), plan.series[index].name))
      }
      legend.draw(on: &sheet)
    }
    var blocks = plan.categories.map {
      TextBlock(
        $0, width: sheet.width * 0.36, size: size, weight: paint.emphasises($0) ? .bold : .regular,
        lines: sheet.isNarrow ? 4 : 3)
    }
    var left = blocks.reduce(0) { max($0, $1.width) } + 12
    let widest =
      several
      ? 0 : plan.series[0].texts.reduce(0) { max($0, TextMetrics.width($1, size: size, weight: .bold)) }
    let extent = plan.extent
    let room = several ? 10.0 : widest + (plan.references.isEmpty ? 14 : 20)
    let axis = ValueAxis(plan, height: (sheet.width - left) * (sheet.isNarrow ? 0.8 : 0.5))
    // Where values beside their dots would leave no length, they stand in a column at the right.
    let isSigned = extent.low < 0 && !several
    let column = sheet.width - left - room * (isSigned ? 2 : 1) < 90
    if column {
      blocks = plan.categories.map {
        TextBlock(
          $0, width: max(sheet.width - room - 90, 80), size: size,
          weight: paint.emphasises($0) ? .bold : .regular,
          lines: 4)
      }
      left = blocks.reduce(0) { max($0, $1.width) } + 12
    }
    let scale = Scale(
      axis.low, axis.high, from: left + (isSigned && !column ? room : 8),
      to: sheet.width - room - (column ? 8 : 0),
      logarithmic: plan.isLogarithmic)
    References.reserve(plan, scale: scale, on: &sheet)
    axis.drawAcross(scale: scale, on: &sheet)
    let lines = plan.references.map { scale($0.value) }
    let top = sheet.height
    let stem = axis.low <= 0 && axis.high >= 0 && !several && !plan.isLogarithmic
    var stems: [Mark] = []
    var dots: [[Mark]] = plan.series.map { _ in [] }
    for category in plan.categories.indices {
      let block = blocks[category]
      let height = max(Double(block.lines.count) * sheet.lineHeight, sheet.lineHeight) + 9
      let middle = sheet.height + height / 2
      var baseline = middle - Double(block.lines.count) * sheet.lineHeight / 2 + size
      let weight: TextMetrics.Weight = paint.emphasises(plan.categories[category]) ? .bold : .regular
      for line in block.lines {
        sheet.labels.append(
          .text(Text(line, at: Point(left - 12, baseline), size: size, weight: weight, anchor: .end)))
        baseline += sheet.lineHeight
      }
      let values = plan.series.indices.compactMap { plan.value($0, category) }
      if several, let low = values.min(), let high = values.max(), high > low {
        stems.append(.line(Point(scale(low), middle), Point(scale(high), middle), .stroke(.rule, 2)))
      }
      for index in plan.series.indices {
        guard let value = plan.value(index, category) else { continue }
        let x = scale(value)
        let past =
          several || column ? 0 : TextMetrics.width(plan.text(0, category), size: size, weight: .bold) + 11
        sheet.anchors.append((category, Point(value < 0 ? x : x + past, middle)))
        let role = several ? paint.role(index) : paint.area(0, category).fill ?? .accent
        dots[index].append(.circle(Point(x, middle), radius: 6, .fill(role)))
        if !several {
          if stem { stems.append(.line(Point(scale(0), middle), Point(x, middle), .stroke(.accent2, 2))) }
          let label = plan.text(0, category)
          let anchor: Text.Anchor = value < 0 || column ? .end : .start
          let place =
            column
            ? sheet.width
            : References.clear(
              value < 0 ? x - 11 : x + 11, width: TextMetrics.width(label, size: size, weight: .bold),
              anchor: anchor,
              of: lines)
          sheet.labels.append(
            .text(
              Text(label, at: Point(place, middle + size * 0.36), size: size, weight: .bold, anchor: anchor)))
        }
      }
      if !several, plan.value(0, category) == nil {
        sheet.labels.append(
          .text(
            Text(
              plan.text(0, category),
              at: Point(
                References.clear(
                  scale(max(axis.low, min(0, axis.high))) + 8,
                  width: TextMetrics.width(plan.text(0, category), size: size), anchor: .start, of: lines),
                middle + size * 0.36), size: size, role: .ink2)))
      }
      sheet.height += height
    }
    sheet.grid += axis.ticks.map { tick in
      let x = scale(tick)
      return .line(Point(x, top), Point(x, sheet.height), tick == 0 ? .stroke(.ink) : .stroke(.grid))
    }
    for reference in plan.references {
      let x = scale(reference.value)
      sheet.grid.append(.line(Point(x, top), Point(x, sheet.height), .stroke(.ink, 1.5, .dashed)))
    }
    sheet.grid += stems
    for index in plan.series.indices { sheet.data(index, dots[index]) }
    sheet.height += 2
  }
}
