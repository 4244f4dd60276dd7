import Drawing

/// Two editions side by side, a line a category from one to the other.
enum Slope {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    guard plan.series.count >= 2 else { return HorizontalBars.draw(plan, on: &sheet) }
    let size = sheet.textSize
    let paint = Paint(plan)
    let (first, last) = (plan.series[0], plan.series[plan.series.count - 1])
    let pairs = plan.categories.indices.filter { first.values[$0] != nil || last.values[$0] != nil }
    // Left: the value; right: the value, then the name. A wide sheet says the name on both sides' lines once, at the right.
    let limit = sheet.width * (sheet.isNarrow ? 0.34 : 0.4)
    let blocks = plan.categories.map { TextBlock($0, width: limit, size: size) }
    func widest(_ series: Plan.Series) -> Double {
      pairs.reduce(0) { max($0, TextMetrics.width(series.texts[$1], size: size, weight: .bold)) }
    }
    let left = widest(first) + 14
    let names = pairs.reduce(0) { max($0, blocks[$1].width) }
    let head = min(TextMetrics.width(last.name, size: size, weight: .bold) + 1, sheet.width * 0.3)
    let right = sheet.width - max(widest(last), names, head, 48) - 14
    let heads = [
      (
        first.name,
        min(left - 6, max(0, left - TextMetrics.width(first.name, size: size, weight: .bold) / 2)), right - 8
      ),
      (last.name, right + 14, sheet.width),
    ]
    for (name, x, end) in heads {
      let block = TextBlock(name, width: end - x, size: size, weight: .bold, lines: 1)
      sheet.labels.append(
        .text(
          Text(block.lines[0], at: Point(x, sheet.height + size), size: size, weight: .bold, role: .ink2)))
    }
    let top = sheet.height + sheet.lineHeight + 14
    var extent = (low: Double.infinity, high: -Double.infinity)
    for value in (first.values + last.values).compactMap({ $0 }) {
      extent = (min(extent.low, value), max(extent.high, value))
    }
    if extent.high - extent.low < 1e-12 * max(abs(extent.high), 1) {
      extent = (extent.low - 1, extent.high + 1)
    }
    // A category of the first edition only keeps its name at the right, beside « n. d. ».
    let rightHeights = pairs.map { Double(blocks[$0].lines.count + 1) * sheet.lineHeight + 6 }
    let leftHeights = pairs.map { first.values[$0] == nil ? 0 : sheet.lineHeight + 2 }
    let needed = max(rightHeights.reduce(0, +), leftHeights.reduce(0, +))
    let bottom = top + max(sheet.plotHeight(plan), needed)
    let scale = Scale(extent.low, extent.high, from: bottom - 12, to: top + 4)
    let range = (top - 12)...(bottom + sheet.lineHeight)
    let starts = pairs.filter { first.values[$0] != nil }
    let ends = pairs
    func end(_ category: Int) -> Double { scale(last.values[category] ?? first.values[category] ?? 0) }
    let leftPlaces = Spread.place(
      starts.map { scale(first.values[$0] ?? 0) }, heights: leftHeights.filter { $0 > 0 }, in: range)
    let rightPlaces = Spread.place(
      ends.enumerated().map { place, category in
        end(category) + (rightHeights[place] - sheet.lineHeight) / 2 - 3
      }, heights: rightHeights, in: range.lowerBound...(range.upperBound + sheet.lineHeight * 2))
    var lines: [Mark] = []
    var dots: [Mark] = []
    var leaders: [Mark] = []
    for category in pairs {
      let style = Style.stroke(paint.area(0, category).fill ?? .accent, 2.5)
      let dot = Style.fill(style.stroke ?? .accent)
      if let from = first.values[category], let to = last.values[category] {
        lines.append(.line(Point(left, scale(from)), Point(right, scale(to)), style))
      }
      if let from = first.values[category] {
        dots.append(.circle(Point(left, scale(from)), radius: 4.5, dot))
      }
      if let to = last.values[category] { dots.append(.circle(Point(right, scale(to)), radius: 4.5, dot)) }
    }
    for (place, category) in starts.enumerated() {
      let y = leftPlaces[place]
      let at = scale(first.values[category] ?? 0)
      sheet.labels.append(
        .text(
          Text(
            first.texts[category], at: Point(left - 12, y + size * 0.36), size: size, weight: .bold,
            anchor: .end)))
      if abs(at - y) > 2 { leaders.append(.line(Point(left - 4, at), Point(left - 10, y), .stroke(.rule))) }
    }
    var height = bottom
    for (place, category) in ends.enumerated() {
      let start = rightPlaces[place] - rightHeights[place] / 2 + 3
      let at = end(category)
      let middle = start + sheet.lineHeight / 2
      sheet.labels.append(
        .text(Text(last.texts[category], at: Point(right + 14, start + size), size: size, weight: .bold)))
      for (row, line) in blocks[category].lines.enumerated() {
        sheet.labels.append(
          .text(
            Text(line, at: Point(right + 14, start + size + Double(row + 1) * sheet.lineHeight), size: size)))
      }
      if last.values[category] != nil, abs(at - middle) > 2 {
        leaders.append(.line(Point(right + 5, at), Point(right + 12, middle), .stroke(.rule)))
      }
      height = max(height, start + rightHeights[place])
    }
    for (place, _) in starts.enumerated() {
      height = max(height, leftPlaces[place] + sheet.lineHeight / 2 + 2)
    }
    sheet.grid += [
      .line(Point(left, top - 8), Point(left, bottom), .stroke(.rule)),
      .line(Point(right, top - 8), Point(right, bottom), .stroke(.rule)),
    ]
    sheet.grid += leaders
    sheet.data(0, lines)
    sheet.data(1, dots)
    sheet.height = height + 2
  }
}
