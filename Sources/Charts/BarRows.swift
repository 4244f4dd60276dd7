import Drawing

/// Lying bars, one line each: the name before, the value at its end, negative values to the left of the zero line.
enum BarRows {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    sheet.rowsLie = true
    let series = plan.series
    let paint = Paint(plan)
    if series.count > 1 {
      var legend = Legend()
      for index in series.indices { legend.entries.append((.area(paint.area(index)), series[index].name)) }
      legend.draw(on: &sheet)
    }
    let size = sheet.textSize
    let extent = plan.extent
    let low = min(extent.low, 0)
    let high = max(extent.high, plan.maximum, 0)
    let room = ends(of: series, size: size, lines: !plan.references.isEmpty)
    var blocks = plan.categories.map {
      TextBlock($0, width: sheet.width * 0.36, size: size, lines: sheet.isNarrow ? 4 : 3)
    }
    var left = blocks.reduce(0) { max($0, $1.width) } + 9
    // Where values at the ends would leave the bars no length, they stand in a column at the right.
    let sides = (low < 0 ? room.left : 0) + room.right
    let column = sheet.width - left - sides < 90
    if column {
      let widest = max(room.left, room.right)
      blocks = plan.categories.map {
        TextBlock($0, width: max(sheet.width - widest - 90, 80), size: size, lines: 4)
      }
      left = blocks.reduce(0) { max($0, $1.width) } + 9
    }
    let scale = Scale(
      low, high, from: left + (low < 0 && !column ? room.left : 1),
      to: sheet.width - (column ? max(room.left, room.right) : room.right))
    let zero = scale(0)
    let pitch = (size * 1.25).rounded()
    let barHeight = pitch - 4
    let gap = series.count > 1 ? 12.0 : 6
    References.reserve(plan, scale: scale, on: &sheet)
    let lines = plan.references.map { scale($0.value) }
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
          let past = TextMetrics.width(series[index].texts[category], size: size) + 6
          sheet.anchors.append((category, Point(value < 0 || column ? end : end + past, y + pitch / 2)))
          bars[index].append(
            .rect(
              Rect(x: min(zero, end), y: y + 2, width: abs(end - zero), height: barHeight),
              paint.area(index, category)))
          let label = series[index].texts[category]
          let anchor: Text.Anchor = value < 0 || column ? .end : .start
          let x =
            column
            ? sheet.width
            : References.clear(
              value < 0 ? end - 6 : end + 6, width: TextMetrics.width(label, size: size), anchor: anchor,
              of: lines)
          let text = Text(label, at: Point(x, y + size), size: size, anchor: anchor)
          if anchor == .end { lefts.append(.text(text)) } else { values.append(.text(text)) }
        } else {
          let label = series[index].texts[category]
          let x =
            column
            ? sheet.width
            : References.clear(
              zero + 6, width: TextMetrics.width(label, size: size), anchor: .start, of: lines)
          let anchor: Text.Anchor = column ? .end : .start
          let text = Text(label, at: Point(x, y + size), size: size, anchor: anchor, role: .ink2)
          if column { lefts.append(.text(text)) } else { values.append(.text(text)) }
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
  private static func ends(of series: [Plan.Series], size: Double, lines: Bool) -> (
    left: Double, right: Double
  ) {
    var left = 0.0
    var right = 0.0
    for one in series {
      for (index, value) in one.values.enumerated() {
        let width = TextMetrics.width(one.texts[index], size: size) + (lines ? 14 : 8)
        if (value ?? 0) < 0 { left = max(left, width) } else { right = max(right, width) }
      }
    }
    return (left, right)
  }
}
