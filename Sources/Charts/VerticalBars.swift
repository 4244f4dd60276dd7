import Drawing

/// Standing bars on a zero line, each under its value; turned to lie where names or values have no room.
enum VerticalBars {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let series = plan.series
    guard let fit = Columns(plan, series: series, sheet: sheet) else {
      return HorizontalBars.draw(plan, on: &sheet)
    }
    let paint = Paint(plan)
    var legend = Legend()
    if series.count > 1 {
      for index in series.indices { legend.entries.append((.area(paint.area(index)), series[index].name)) }
    }
    for reference in plan.references {
      legend.entries.append((.line(.stroke(.ink, 1.5, .dashed)), References.text(reference, plan)))
    }
    legend.draw(on: &sheet)

    let extent = plan.extent
    let low = min(extent.low, 0)
    let high = max(extent.high, plan.maximum, 0)
    let valueHeight = fit.valueSize * 1.25
    let top = sheet.height + (high > 0 ? valueHeight : 4)
    let bottom = top + sheet.plotHeight(plan)
    let scale = Scale(low, high, from: bottom, to: top)
    let zero = scale(0)
    let lines = plan.references.map { scale($0.value) }
    var bars: [[Mark]] = series.map { _ in [] }
    for category in plan.categories.indices {
      for index in series.indices {
        let center = fit.center(category: category, series: index)
        guard let value = series[index].values[category] else {
          sheet.labels.append(
            .text(
              Text(
                series[index].texts[category], at: Point(center, zero - 5), size: fit.valueSize,
                anchor: .middle,
                role: .ink2)))
          continue
        }
        let end = scale(min(max(value, low), high))
        sheet.anchors.append((category, Point(center, value < 0 ? end : end - valueHeight)))
        bars[index].append(
          .rect(
            Rect(
              x: center - fit.barWidth / 2, y: min(zero, end), width: fit.barWidth, height: abs(end - zero)),
            paint.area(index, category)))
        var baseline = value < 0 ? end + fit.valueSize * 0.95 + 2 : end - fit.valueSize * 0.25
        if value >= 0 { baseline = References.above(baseline, size: fit.valueSize, of: lines) }
        sheet.labels.append(
          .text(
            Text(
              series[index].texts[category], at: Point(center, baseline), size: fit.valueSize,
              weight: series.count == 1 ? .bold : .regular, anchor: .middle)))
      }
    }
    for index in series.indices { sheet.data(index, bars[index]) }
    for line in lines {
      sheet.halos.append(.line(Point(0, line), Point(sheet.width, line), .stroke(.ground, 4)))
      sheet.strokes.append(.line(Point(0, line), Point(sheet.width, line), .stroke(.ink, 1.5, .dashed)))
    }
    sheet.axis.append(.line(Point(0, zero), Point(sheet.width, zero), .stroke(.ink)))
    sheet.height = bottom + (low < 0 ? valueHeight : 0)
    var tallest = 0
    for (category, block) in fit.names.enumerated() {
      let center = fit.center(category: category)
      for (row, line) in block.lines.enumerated() {
        sheet.labels.append(
          .text(
            Text(
              line, at: Point(center, sheet.height + 6 + sheet.textSize + Double(row) * sheet.lineHeight),
              size: sheet.textSize, anchor: .middle)))
      }
      tallest = max(tallest, block.lines.count)
    }
    sheet.height += 6 + Double(tallest) * sheet.lineHeight + 2
  }
}

/// Where standing bars go, if every name and value has room.
struct Columns {
  let names: [TextBlock]
  let valueSize: Double
  let barWidth: Double
  private let band: Double
  private let count: Int
  private let seriesCount: Int

  init?(_ plan: Plan, series: [Plan.Series], sheet: Sheet) {
    count = plan.categories.count
    seriesCount = series.count
    guard count > 0, !series.isEmpty else { return nil }
    band = sheet.width / Double(count)
    let size = sheet.textSize
    valueSize = series.count == 1 ? sheet.valueSize : size
    let inner = min(band * 0.76, Double(series.count) * 88)
    barWidth = inner / Double(series.count) - (series.count > 1 ? 2 : 0)
    guard barWidth >= 10 else { return nil }
    let room = series.count == 1 ? band - 6 : inner / Double(series.count) - 3
    for one in series {
      for text in one.texts
      where TextMetrics.width(text, size: valueSize, weight: series.count == 1 ? .bold : .regular) > room {
        return nil
      }
    }
    var names: [TextBlock] = []
    names.reserveCapacity(count)
    for category in plan.categories {
      let block = TextBlock(category, width: band - 8, size: size)
      guard block.isWhole else { return nil }
      names.append(block)
    }
    self.names = names
  }

  func center(category: Int) -> Double { band * (Double(category) + 0.5) }

  func center(category: Int, series: Int) -> Double {
    let pitch = barWidth + (seriesCount > 1 ? 2 : 0)
    return center(category: category) + (Double(series) - Double(seriesCount - 1) / 2) * pitch
  }
}

extension Sheet {
  /// The height of the field where values are, as asked for or in keeping with the measure.
  func plotHeight(_ plan: Plan) -> Double {
    if let height = plan.specification.height, height.isFinite {
      return min(max(height, 80), 1200) * (isNarrow ? 0.85 : 1)
    }
    return isNarrow ? 220 : isPrinted ? 210 : 260
  }
}
