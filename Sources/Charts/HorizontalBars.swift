import Drawing

/// Bars that lie: as many as needed, with names as long as needed.
///
/// One series without negative values follows the axis of the page: the value ends against it, the name starts from it, the bar
/// lies under its name. Several series, negative values or many categories take one line a bar.
enum HorizontalBars {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let extent = plan.extent
    if plan.series.count == 1, extent.low >= 0, plan.categories.count <= 12 {
      drawOnAxis(plan, high: extent.high, on: &sheet)
    } else {
      BarRows.draw(plan, on: &sheet)
    }
  }

  private static func drawOnAxis(_ plan: Plan, high: Double, on sheet: inout Sheet) {
    sheet.rowsLie = true
    let series = plan.series[0]
    let size = sheet.textSize
    let valueSize = sheet.valueSize
    let widest = series.texts.reduce(0.0) {
      max($0, TextMetrics.width($1, size: valueSize, weight: .bold))
    }
    let left = min(max(widest + 10, sheet.isNarrow ? 76 : 112), sheet.width * 0.55)
    let scale = Scale(
      0, max(high, plan.maximum), from: left,
      to: sheet.width - (plan.references.isEmpty ? 0 : 1))
    let barHeight = sheet.isNarrow ? 17.0 : 18.0
    let paint = Paint(plan)
    References.reserve(plan, scale: scale, on: &sheet)
    let top = sheet.height
    var bars: [(Rect, Style)] = []
    var values: [Mark] = []
    var emphasised: [Mark] = []
    var names: [Mark] = []
    for (index, category) in plan.categories.enumerated() {
      let strong = paint.emphasises(category)
      let block = TextBlock(
        category, width: sheet.width - left - 8, size: size, weight: strong ? .bold : .regular)
      var y = sheet.height
      for line in block.lines {
        let text = Text(line, at: Point(left + 7, y + size), size: size, weight: strong ? .bold : .regular)
        if strong { emphasised.append(.text(text)) } else { names.append(.text(text)) }
        y += sheet.lineHeight
      }
      values.append(
        .text(
          Text(
            series.texts[index], at: Point(left - 9, sheet.height + size + 1), size: valueSize, weight: .bold,
            anchor: .end)))
      y += 3
      if let value = series.values[index] {
        let end = scale(min(value, max(high, plan.maximum)))
        let style = paint.area(0, index)
        sheet.anchors.append((index, Point(end, y + barHeight / 2)))
        bars.append((Rect(x: left, y: y, width: end - left, height: barHeight), style))
      }
      References.mark(plan, scale: scale, from: y - 2, to: y + barHeight + 2, on: &sheet)
      sheet.height = y + barHeight + (index + 1 < plan.categories.count ? 12 : 0)
    }
    sheet.data(0, bars.map { .rect($0.0, $0.1) })
    sheet.height += 2
    sheet.axis.append(.line(Point(left, top), Point(left, sheet.height), .stroke(.ink)))
    sheet.labels += values + names + emphasised
  }
}
