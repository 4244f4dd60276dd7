import Drawing

/// Bars and lines over the same categories.
///
/// Of one unit they share a scale. Of two, each has its own panel: two scales in one field would let any crossing be made up.
enum BarsAndLines {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let chosen = Set(plan.specification.lineSeries)
    var lines = plan.series.indices.filter { chosen.contains(plan.series[$0].name) }
    // Unnamed, the last one is the line.
    if lines.isEmpty, plan.series.count > 1 { lines = [plan.series.count - 1] }
    let bars = plan.series.indices.filter { !lines.contains($0) }
    let units = Set(plan.series.map { $0.unit ?? "" })
    let paint = Paint(plan)
    var legend = Legend()
    for index in bars { legend.entries.append((.area(paint.area(index)), plan.series[index].name)) }
    for index in lines { legend.entries.append((.line(paint.line(index)), plan.series[index].name)) }
    for reference in plan.references {
      legend.entries.append((.line(.stroke(.ink, 1.5, .dashed)), References.text(reference, plan)))
    }
    legend.draw(on: &sheet)
    let height = sheet.plotHeight(plan)
    if units.count > 1, !bars.isEmpty, !lines.isEmpty {
      var panel = Panel(plan, bars: [], lines: lines, height: height * 0.45)
      var other = Panel(plan, bars: bars, lines: [], height: height * 0.6)
      let left = max(panel.labelWidth(sheet), other.labelWidth(sheet)) + 8
      panel.draw(plan, paint, left: left, on: &sheet)
      sheet.height += 18
      other.draw(plan, paint, left: left, on: &sheet)
      other.drawNames(plan, left: left, on: &sheet)
    } else {
      var panel = Panel(plan, bars: bars, lines: lines, height: height)
      let left = panel.labelWidth(sheet) + 8
      panel.draw(plan, paint, left: left, on: &sheet)
      panel.drawNames(plan, left: left, on: &sheet)
    }
  }

  /// One field with its scale.
  private struct Panel {
    let bars: [Int]
    let lines: [Int]
    let height: Double
    let values: ValueAxis
    let references: [ChartSpecification.Reference]

    init(_ plan: Plan, bars: [Int], lines: [Int], height: Double) {
      self.bars = bars
      self.lines = lines
      self.height = height
      var low = Double.infinity
      var high = -Double.infinity
      for index in bars + lines {
        for case let value? in plan.series[index].values {
          low = min(low, value)
          high = max(high, value)
        }
      }
      references = bars.isEmpty ? [] : plan.references
      for reference in references {
        low = min(low, reference.value)
        high = max(high, reference.value)
      }
      var part = plan
      if let first = (bars + lines).first { part.series = [plan.series[first]] }
      values = ValueAxis(
        part, height: height, zero: !bars.isEmpty, extent: low <= high ? (low, high) : (0, 1))
    }

    func labelWidth(_ sheet: Sheet) -> Double { values.labelWidth(size: sheet.textSize) }

    mutating func draw(_ plan: Plan, _ paint: Paint, left: Double, on sheet: inout Sheet) {
      let top = sheet.height + sheet.textSize
      let bottom = top + height
      let scale = values.scale(from: bottom, to: top)
      values.draw(scale: scale, from: left, to: sheet.width, on: &sheet)
      let band = (sheet.width - left) / Double(plan.count)
      let inner = min(band * 0.7, Double(max(bars.count, 1)) * 64)
      let pitch = inner / Double(max(bars.count, 1))
      func center(_ category: Int) -> Double { left + (Double(category) + 0.5) * band }
      let zero = scale(0)
      for (place, index) in bars.enumerated() {
        var marks: [Mark] = []
        for (category, value) in plan.series[index].values.enumerated() {
          guard let value else { continue }
          let end = scale(value)
          sheet.anchors.append((category, Point(center(category), end)))
          marks.append(
            .rect(
              Rect(
                x: center(category) - inner / 2 + Double(place) * pitch, y: min(zero, end),
                width: max(pitch - (bars.count > 1 ? 2 : 0), 1), height: abs(end - zero)),
              paint.area(index, category)))
        }
        sheet.data(index, marks)
      }
      for index in lines {
        var path = Path()
        var points: [Point] = []
        var drawing = false
        for (category, value) in plan.series[index].values.enumerated() {
          guard let value else {
            drawing = false
            continue
          }
          let point = Point(center(category), scale(value))
          sheet.anchors.append((category, point))
          if drawing { path.line(to: point) } else { path.move(to: point) }
          drawing = true
          points.append(point)
        }
        let style = paint.line(index)
        var halo = style
        halo.stroke = .ground
        halo.strokeWidth = 6
        halo.dash = .solid
        if !bars.isEmpty {
          sheet.data.append(.group(Group(.annotation, marks: [.path(path, halo)])))
        }
        let dot = Style(fill: paint.role(index), stroke: bars.isEmpty ? nil : .ground, strokeWidth: 1.5)
        sheet.data(index, [.path(path, style)] + points.map { .circle($0, radius: 4, dot) })
      }
      for reference in references {
        let y = scale(reference.value)
        sheet.axis.append(.line(Point(left, y), Point(sheet.width, y), .stroke(.ground, 4)))
        sheet.axis.append(.line(Point(left, y), Point(sheet.width, y), .stroke(.ink, 1.5, .dashed)))
      }
      sheet.height = bottom
    }

    func drawNames(_ plan: Plan, left: Double, on sheet: inout Sheet) {
      let band = (sheet.width - left) / Double(plan.count)
      let axis = PointAxis(plan, from: left + band / 2, to: sheet.width - band / 2, evenly: true)
      axis.draw(plan, zero: sheet.height, on: &sheet)
    }
  }
}
