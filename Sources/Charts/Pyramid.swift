import Drawing

/// Two series back to back on one scale, the categories between them.
enum Pyramid {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    guard plan.series.count >= 2 else { return HorizontalBars.draw(plan, on: &sheet) }
    let size = sheet.textSize
    let paint = Paint(plan)
    func widest(_ index: Int) -> Double {
      plan.series[index].texts.reduce(0) { max($0, TextMetrics.width($1, size: size)) } + 8
    }
    let room = max(widest(0), widest(1))
    // Names give way where values beside the bars would leave these no length.
    let limit = min(sheet.width * 0.26, max(sheet.width - 2 * room - 60, 48))
    let blocks = plan.categories.map { TextBlock($0, width: limit, size: size, lines: 5) }
    let gutter = blocks.reduce(0) { max($0, $1.width) } + 18
    let reach = (sheet.width - gutter) / 2 - room
    guard reach > 20 else { return BarRows.draw(plan, on: &sheet) }
    var high = 1e-300
    for one in plan.series.prefix(2) { for case let value? in one.values { high = max(high, abs(value)) } }
    high = max(high, plan.maximum)
    let inner = [sheet.width / 2 - gutter / 2, sheet.width / 2 + gutter / 2]
    for index in 0..<2 {
      let block = TextBlock(
        plan.series[index].name, width: sheet.width / 2 - 8, size: size, weight: .bold, lines: 1)
      // Against its axis, or from the edge of the sheet where the name is longer than that.
      var anchor: Text.Anchor = index == 0 ? .end : .start
      var x = inner[index]
      if block.width > (index == 0 ? x : sheet.width - x) {
        anchor = index == 0 ? .start : .end
        x = index == 0 ? 0 : sheet.width
      }
      sheet.labels.append(
        .text(
          Text(block.lines[0], at: Point(x, sheet.height + size), size: size, weight: .bold, anchor: anchor)))
    }
    sheet.height += sheet.lineHeight + 6
    let top = sheet.height
    let dense = plan.count > 16
    var bars: [[Mark]] = [[], []]
    var values: [[Mark]] = [[], []]
    var names: [Mark] = []
    for category in plan.categories.indices {
      let block = blocks[category]
      let height = Double(block.lines.count) * sheet.lineHeight + (dense ? 2 : 6)
      let middle = sheet.height + height / 2
      var baseline = middle - Double(block.lines.count) * sheet.lineHeight / 2 + size
      for line in block.lines {
        names.append(.text(Text(line, at: Point(sheet.width / 2, baseline), size: size, anchor: .middle)))
        baseline += sheet.lineHeight
      }
      for index in 0..<2 {
        let direction = index == 0 ? -1.0 : 1
        let value = plan.value(index, category)
        let length = abs(value ?? 0) / high * reach
        if value != nil {
          bars[index].append(
            .rect(
              Rect(x: inner[index], y: middle - 8, width: direction * length, height: 16),
              paint.area(index, category)))
        }
        values[index].append(
          .text(
            Text(
              plan.text(index, category),
              at: Point(inner[index] + direction * (length + 6), middle + size * 0.36),
              size: size, anchor: index == 0 ? .end : .start, role: value == nil ? .ink2 : .ink)))
      }
      sheet.height += height
    }
    for index in 0..<2 { sheet.data(index, bars[index]) }
    sheet.axis += inner.map { .line(Point($0, top), Point($0, sheet.height), .stroke(.ink)) }
    sheet.labels += names + values[0] + values[1]
    sheet.height += 2
  }
}
