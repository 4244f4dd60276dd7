import Drawing

/// A point for each category at two numbers: its own (`x`) and that of each series.
enum Scatter {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let size = sheet.textSize
    let paint = Paint(plan)
    if plan.series.count > 1 {
      var legend = Legend()
      for index in plan.series.indices {
        legend.entries.append((.dot(.fill(paint.role(index))), plan.series[index].name))
      }
      legend.draw(on: &sheet)
    }
    let height = sheet.plotHeight(plan) * 1.15
    let upright = ValueAxis(plan, height: height)
    let positions = plan.positions ?? plan.categories.indices.map(Double.init)
    let left = upright.labelWidth(size: size) + 8
    let title = plan.specification.axis ?? (plan.series.count == 1 ? plan.series[0].name : "")
    if !title.isEmpty {
      let block = TextBlock(title, width: sheet.width, size: size, lines: 2)
      for line in block.lines {
        sheet.labels.append(.text(Text(line, at: Point(0, sheet.height + size), size: size, role: .ink2)))
        sheet.height += sheet.lineHeight
      }
    }
    let top = sheet.height + size
    let bottom = top + height
    var across = plan
    across.series = [Plan.Series(name: "", values: positions, texts: [], unit: "")]
    across.removeExtras()
    let lying = ValueAxis(across, height: (sheet.width - left) * (sheet.isNarrow ? 0.9 : 0.5))
    let x = Scale(lying.low, lying.high, from: left + 10, to: sheet.width - 14)
    let y = upright.scale(from: bottom, to: top)
    upright.draw(scale: y, from: left, to: sheet.width, on: &sheet)
    sheet.height = bottom + 6
    for tick in lying.ticks {
      sheet.grid.append(.line(Point(x(tick), top), Point(x(tick), bottom), .stroke(.grid)))
    }
    sheet.grid.append(.line(Point(left, bottom), Point(sheet.width, bottom), .stroke(.ink)))
    for reference in plan.references {
      let line = y(reference.value)
      sheet.grid.append(.line(Point(left, line), Point(sheet.width, line), .stroke(.ink, 1.5, .dashed)))
    }
    lying.drawAcross(scale: x, on: &sheet)
    if let name = plan.specification.data.categoryName, !name.isEmpty {
      let block = TextBlock(name, width: sheet.width - left, size: size, lines: 2)
      for line in block.lines {
        sheet.labels.append(
          .text(
            Text(line, at: Point(sheet.width, sheet.height + size), size: size, anchor: .end, role: .ink2)))
        sheet.height += sheet.lineHeight
      }
    }
    var points: [(series: Int, category: Int, at: Point)] = []
    for index in plan.series.indices {
      var marks: [Mark] = []
      let style = Style(fill: paint.role(index), stroke: .ground, strokeWidth: 1.5)
      for category in plan.categories.indices {
        guard let value = plan.value(index, category), category < positions.count else { continue }
        let point = Point(x(positions[category]), y(value))
        points.append((index, category, point))
        sheet.anchors.append((category, point))
        marks.append(.circle(point, radius: 6, style))
      }
      sheet.data(index, marks)
    }
    let key = label(
      points, plan,
      field: Rect(x: left, y: top - size, width: sheet.width - left, height: bottom - top + size),
      lines: plan.references.map { y($0.value) }, on: &sheet)
    write(key, on: &sheet)
  }

  /// What numbers stand for: as many on a line as fit.
  private static func write(_ key: [String], on sheet: inout Sheet) {
    guard !key.isEmpty else { return }
    let size = sheet.textSize
    sheet.height += 6
    var x = 0.0
    for entry in key {
      let width = TextMetrics.width(entry, size: size)
      if x > 0, x + width > sheet.width {
        sheet.height += sheet.lineHeight
        x = 0
      }
      let lines = TextBlock(entry, width: sheet.width, size: size, lines: 4).lines
      for (row, line) in lines.enumerated() {
        sheet.labels.append(.text(Text(line, at: Point(x, sheet.height + size), size: size)))
        if row + 1 < lines.count { sheet.height += sheet.lineHeight }
      }
      x = lines.count > 1 ? sheet.width : x + width + 20
    }
    sheet.height += sheet.lineHeight
  }

  /// Names the points whose names find room beside them, above or below, first come first served; the others get a number where
  /// that has room.
  ///
  /// - Returns: what the numbers stand for, a line each, and how many points have neither.
  private static func label(
    _ points: [(series: Int, category: Int, at: Point)], _ plan: Plan, field: Rect, lines: [Double],
    on sheet: inout Sheet
  ) -> [String] {
    let size = sheet.textSize
    var taken = Occupancy(field)
    for point in points { taken.insert(Rect(x: point.at.x - 6, y: point.at.y - 6, width: 12, height: 12)) }
    for line in lines { taken.insert(Rect(x: field.x, y: line - 1, width: field.width, height: 2)) }
    func write(_ name: String, _ weight: TextMetrics.Weight, at point: Point) -> Bool {
      let (x, y) = (point.x, point.y)
      let places: [(Point, Text.Anchor)] = [
        (Point(x + 10, y + size * 0.35), .start), (Point(x - 10, y + size * 0.35), .end),
        (Point(x, y - 11), .middle), (Point(x, y + size + 6), .middle),
        (Point(x + 6, y - 9), .start), (Point(x - 6, y - 9), .end), (Point(x + 6, y + size + 5), .start),
        (Point(x - 6, y + size + 5), .end),
      ]
      for (place, anchor) in places {
        let text = Text(name, at: place, size: size, weight: weight, anchor: anchor)
        if taken.insert(ifFree: text.bounds) {
          sheet.labels.append(.text(text))
          return true
        }
      }
      return false
    }
    let unnamed = points.enumerated().filter { place, point in
      let name = plan.categories[point.category]
      guard !name.isEmpty else { return false }
      return place >= 200 || name.utf8.count >= 60 || !write(name, .regular, at: point.at)
    }.map(\.element)
    // Many numbers would have to be looked up one by one: the table does that better.
    guard unnamed.count <= 20 else { return [remainder(unnamed.count)] }
    var key: [String] = []
    for point in unnamed where write("\(key.count + 1)", .bold, at: point.at) {
      key.append("\(key.count + 1)\u{A0}\u{A0}\(plan.categories[point.category])")
    }
    return key.count < unnamed.count ? key + [remainder(unnamed.count - key.count)] : key
  }

  private static func remainder(_ count: Int) -> String {
    count == 1
      ? "Un point n’a pas la place de son nom : il est dans les données."
      : "\(count) points n’ont pas la place de leur nom : ils sont dans les données."
  }
}

extension Plan {
  /// Without what belongs to the scale of values only.
  mutating func removeExtras() {
    specification.references = []
    specification.maximum = nil
    specification.logarithmic = false
    objective = nil
  }
}
