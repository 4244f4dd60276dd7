import Drawing

/// Areas over an ordered axis, from zero; several are stacked.
enum Areas {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let size = sheet.textSize
    // A category where any part is unknown has no whole: a gap in all of them.
    let known = plan.categories.indices.map { category in
      plan.series.allSatisfy { $0.values[category].map { $0 >= 0 || plan.series.count == 1 } ?? false }
    }
    var sums = [Double](repeating: 0, count: plan.count)
    var layers: [(bottom: [Double], top: [Double])] = []
    for one in plan.series {
      let bottom = sums
      for category in sums.indices where known[category] { sums[category] += one.values[category] ?? 0 }
      layers.append((bottom, sums))
    }
    let low = plan.series.count == 1 ? min(plan.extent.low, 0) : 0
    let high = max(sums.max() ?? 0, 0, plan.references.reduce(0) { max($0, $1.value) })
    let values = ValueAxis(plan, height: sheet.plotHeight(plan), zero: true, extent: (low, high))
    var legend = Legend()
    for reference in plan.references {
      legend.entries.append((.line(.stroke(.ink, 1.5, .dashed)), References.text(reference, plan)))
    }
    legend.draw(on: &sheet)
    let names = EndLabels(plan.series, sheet: sheet)
    let top = sheet.height + size
    let bottom = max(top + sheet.plotHeight(plan), sheet.height + names.height)
    let left = values.labelWidth(size: size) + 8
    let right = sheet.width - names.width
    let scale = values.scale(from: bottom, to: top)
    let across = PointAxis(plan, from: left + 1, to: right - 1)
    values.draw(scale: scale, from: left, to: right, on: &sheet)

    for category in plan.categories.indices {
      sheet.anchors.append(
        (category, Point(across(category), known[category] ? scale(sums[category]) : bottom)))
    }
    let paint = Paint(plan)
    for (index, layer) in layers.enumerated() {
      var area = Path()
      var edge = Path()
      var start = 0
      while start < plan.count {
        guard known[start] else {
          start += 1
          continue
        }
        var end = start
        while end + 1 < plan.count, known[end + 1] { end += 1 }
        if start == end {
          // A category between gaps is a line upright, since an area of no width would not be seen.
          let (x, top, bottom) = (across(start), scale(layer.top[start]), scale(layer.bottom[start]))
          area.elements += [
            .move(Point(x - 2, top)), .line(Point(x + 2, top)), .line(Point(x + 2, bottom)),
            .line(Point(x - 2, bottom)), .close,
          ]
          start = end + 1
          continue
        }
        for category in start...end {
          let point = Point(across(category), scale(layer.top[category]))
          if category == start {
            area.move(to: point)
            edge.move(to: point)
          } else {
            area.line(to: point)
            edge.line(to: point)
          }
        }
        for category in (start...end).reversed() {
          area.line(to: Point(across(category), scale(layer.bottom[category])))
        }
        area.close()
        start = end + 1
      }
      let single = plan.series.count == 1
      sheet.data(
        index,
        [
          .path(area, single ? .fill(.accent2) : paint.area(index)),
          .path(edge, single ? .stroke(.accent, 2.5) : .stroke(.ground, 2)),
        ])
    }
    for reference in plan.references {
      let y = scale(reference.value)
      sheet.axis.append(.line(Point(left, y), Point(right, y), .stroke(.ground, 4)))
      sheet.axis.append(.line(Point(left, y), Point(right, y), .stroke(.ink, 1.5, .dashed)))
    }
    let places = layers.enumerated().map { index, layer -> Point? in
      guard let last = known.lastIndex(of: true) else { return nil }
      let middle = plan.series.count == 1 ? layer.top[last] : (layer.top[last] + layer.bottom[last]) / 2
      return Point(across(last), scale(middle))
    }
    let last = known.lastIndex(of: true) ?? 0
    names.draw(
      ends: places.map { $0.map { (point: $0, category: last) } }, series: plan.series,
      in: sheet.height...bottom, on: &sheet)
    sheet.height = bottom
    across.draw(plan, zero: bottom, on: &sheet)
  }
}
