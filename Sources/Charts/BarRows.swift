import Drawing

/// Lying bars, one line each: the name before, the value at its end, negative values to the left of the zero line.
enum BarRows {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let series = (plan.previous.map { [$0] } ?? []) + plan.series
    let paint = Paint(plan, series: series.count)
    func style(_ index: Int, _ category: Int) -> Style {
      if plan.previous != nil {
        return index == 0 ? .fill(.accent2) : Paint.area(index - 1, of: max(series.count - 1, 1))
      }
      return paint.area(
        series: index, name: series[index].name, category: category, categoryName: plan.categories[category])
    }
    if series.count > 1 {
      var legend = Legend()
      for index in series.indices { legend.entries.append((.area(style(index, 0)), series[index].name)) }
      legend.draw(on: &sheet)
    }
    let size = sheet.textSize
    let blocks = plan.categories.map { TextBlock($0, width: sheet.width * 0.36, size: size) }
    let left = blocks.reduce(0) { max($0, $1.width) } + 9
    let extent = plan.extent
    let low = min(extent.low, 0)
    let high = max(extent.high, plan.specification.maximum ?? 0, 0)
    let room = ends(of: series, size: size)
    let scale = Scale(
      low, high, from: left + (low < 0 ? room.left : 0),
      to: sheet.width - (high > 0 ? room.right : 0))
    let zero = scale(0)
    let pitch = (size * 1.25).rounded()
    let barHeight = pitch - 4
    let gap = series.count > 1 ? 12.0 : 6
    References.reserve(plan, scale: scale, on: &sheet)
    let top = sheet.height
    var bars: [[Mark]] = series.map { _ in [] }
    var names: [Mark] = []
    var values: [Mark] = []
    var lefts: [Mark] = []
    for category in plan.categories.indices {
      let block = blocks[category]
      let barsHeight = Double(series.count) * pitch
      let nameHeight = Double(block.lines.count) * sheet.lineHeight
      let rowHeight = max(barsHeight, nameHeight)
      var y = sheet.height + (rowHeight - nameHeight) / 2
      for line in block.lines {
        names.append(.text(Text(line, at: Point(left - 9, y + size), size: size, anchor: .end)))
        y += sheet.lineHeight
      }
      y = sheet.height + (rowHeight - barsHeight) / 2
      let first = y
      for index in series.indices {
        if let value = series[index].values[category] {
          let end = scale(min(max(value, low), high))
          bars[index].append(
            .rect(
              Rect(x: min(zero, end), y: y + 2, width: abs(end - zero), height: barHeight),
              style(index, category)))
          let text = Text(
            series[index].texts[category], at: Point(value < 0 ? end - 6 : end + 6, y + size), size: size,
            anchor: value < 0 ? .end : .start)
          if value < 0 { lefts.append(.text(text)) } else { values.append(.text(text)) }
        } else {
          values.append(
            .text(Text(series[index].texts[category], at: Point(zero + 6, y + size), size: size, role: .ink2))
          )
        }
        y += pitch
      }
      References.mark(plan, scale: scale, from: first, to: y, on: &sheet)
      sheet.height += rowHeight + (category + 1 < plan.categories.count ? gap : 0)
    }
    for index in series.indices { sheet.data(index, bars[index]) }
    sheet.height += 2
    sheet.axis.insert(.line(Point(zero, top), Point(zero, sheet.height), .stroke(.ink)), at: 0)
    sheet.labels += names + values + lefts
  }

  /// The room that the values at the ends of bars take on either side.
  private static func ends(of series: [Plan.Series], size: Double) -> (left: Double, right: Double) {
    var left = 0.0
    var right = 0.0
    for one in series {
      for (index, value) in one.values.enumerated() {
        let width = TextMetrics.width(one.texts[index], size: size) + 8
        if (value ?? 0) < 0 { left = max(left, width) } else { right = max(right, width) }
      }
    }
    return (left, right)
  }
}
