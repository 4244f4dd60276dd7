import Drawing

/// Lines over an ordered axis, each named at its end.
enum Lines {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let series = plan.series
    let paint = Paint(plan)
    let size = sheet.textSize
    var legend = Legend()
    for reference in plan.references {
      legend.entries.append((.line(.stroke(.ink, 1.5, .dashed)), References.text(reference, plan)))
    }
    legend.draw(on: &sheet)

    let names = EndLabels(series, sheet: sheet)
    let values = ValueAxis(plan, height: sheet.plotHeight(plan))
    let top = sheet.height + size
    let bottom = max(top + sheet.plotHeight(plan), sheet.height + names.height)
    let left = values.labelWidth(size: size) + 8
    let right = sheet.width - names.width
    let scale = values.scale(from: bottom, to: top)
    let across = PointAxis(plan, from: left + 6, to: right - 8)
    values.draw(scale: scale, from: left, to: right, on: &sheet)

    for (index, one) in series.enumerated() {
      let style = paint.line(index)
      var marks: [Mark] = []
      var path = Path()
      var drawing = false
      var points: [Point] = []
      for (category, value) in one.values.enumerated() {
        guard let value else {
          drawing = false
          continue
        }
        let point = Point(across(category), scale(value))
        sheet.anchors.append((category, point))
        if drawing { path.line(to: point) } else { path.move(to: point) }
        drawing = true
        points.append(point)
      }
      marks.append(.path(path, style))
      let dot = Style.fill(paint.role(index))
      // A point without neighbours would not be seen as a line.
      if points.count <= 24 { marks += points.map { .circle($0, radius: 3.5, dot) } }
      sheet.data(index, marks)
    }
    // A remark on a year without values stands on the axis.
    for category in plan.categories.indices where !sheet.anchors.contains(where: { $0.category == category })
    {
      sheet.anchors.append((category, Point(across(category), bottom)))
    }
    for reference in plan.references {
      let y = scale(reference.value)
      sheet.axis.append(.line(Point(left, y), Point(right, y), .stroke(.ink, 1.5, .dashed)))
    }
    let ends = series.map { one -> (point: Point, category: Int)? in
      guard let last = one.values.lastIndex(where: { $0 != nil }), let value = one.values[last] else {
        return nil
      }
      return (Point(across(last), scale(value)), last)
    }
    names.draw(ends: ends, series: series, in: sheet.height...bottom, on: &sheet)
    sheet.height = bottom
    across.draw(plan, zero: bottom, on: &sheet)
  }
}
