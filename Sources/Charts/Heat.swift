import Drawing

/// A cell for each category and series, five steps of one colour, the value in the cell where it has room.
enum Heat {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let size = sheet.textSize
    let rows = plan.categories.map { TextBlock($0, width: sheet.width * 0.3, size: size) }
    let left = rows.reduce(0) { max($0, $1.width) } + 10
    let count = plan.series.count
    let width = (sheet.width - left) / Double(max(count, 1))
    let heads = plan.series.map { TextBlock($0.name, width: max(width - 6, 10), size: size) }
    // Heads that would be cut are numbered, and listed under the chart.
    let numbered = heads.contains { !$0.isWhole }
    let headLines = numbered ? 1 : heads.reduce(1) { max($0, $1.lines.count) }
    for (index, head) in heads.enumerated() {
      let center = left + (Double(index) + 0.5) * width
      let lines = numbered ? [String(index + 1)] : head.lines
      guard !numbered || TextMetrics.width(lines[0], size: size) < width - 2 else { continue }
      for (row, line) in lines.enumerated() {
        let y = sheet.height + size + Double(headLines - lines.count + row) * sheet.lineHeight
        sheet.labels.append(.text(Text(line, at: Point(center, y), size: size, anchor: .middle, role: .ink2)))
      }
    }
    sheet.height += Double(headLines) * sheet.lineHeight + 6
    var low = Double.infinity
    var high = -Double.infinity
    for one in plan.series {
      for case let value? in one.values {
        low = min(low, value)
        high = max(high, value)
      }
    }
    let classes = HeatClasses(low: low, high: max(high, plan.maximum))
    let fits = plan.series.allSatisfy { one in
      one.texts.allSatisfy { TextMetrics.width($0, size: size) <= width - 8 }
    }
    var cells: [[(Rect, Style)]] = plan.series.map { _ in [] }
    var empty: [Mark] = []
    var texts: [Role: [Mark]] = [:]
    for category in plan.categories.indices {
      let block = rows[category]
      let height = max(Double(block.lines.count) * sheet.lineHeight + 8, 30)
      let middle = sheet.height + height / 2
      var baseline = middle - Double(block.lines.count) * sheet.lineHeight / 2 + size
      for line in block.lines {
        sheet.labels.append(.text(Text(line, at: Point(left - 10, baseline), size: size, anchor: .end)))
        baseline += sheet.lineHeight
      }
      for index in plan.series.indices {
        let box = Rect(
          x: left + Double(index) * width + 1, y: sheet.height + 1, width: width - 2, height: height - 2)
        var role = Role.ink2
        if let value = plan.value(index, category) {
          let level = Role.level(classes.level(of: value))
          cells[index].append((box, .fill(level)))
          role = level.textOn
        } else {
          empty.append(.rect(box.insetBy(0.5), Style(stroke: .rule)))
        }
        if fits {
          texts[role, default: []].append(
            .text(
              Text(
                plan.text(index, category), at: Point(box.center.x, middle + size * 0.36), size: size,
                anchor: .middle, role: role, onMark: true)))
        }
      }
      sheet.height += height
    }
    sheet.grid += empty
    for index in plan.series.indices {
      // Cells of one step share one outline.
      let sorted = cells[index].enumerated().sorted {
        let (a, b) = ($0.element.1.fill?.rawValue ?? 0, $1.element.1.fill?.rawValue ?? 0)
        return a == b ? $0.offset < $1.offset : a < b
      }
      sheet.data(index, sorted.map { .rect($0.element.0, $0.element.1) })
    }
    for role in [Role.ground, .onPale, .ink2] { sheet.labels += texts[role] ?? [] }
    if !fits, low <= high {
      sheet.height += 12
      var legend = Legend()
      let format = FigureFormat(for: plan.series.flatMap(\.values), unit: plan.unit)
      for level in 0..<classes.count {
        let bounds = classes.bounds(of: level)
        legend.entries.append(
          (.area(.fill(.level(classes.role(level)))), format.interval(bounds.0, bounds.1)))
      }
      if !empty.isEmpty { legend.entries.append((.area(Style(stroke: .rule)), "n. d.")) }
      legend.draw(on: &sheet)
    }
    if numbered {
      sheet.height += 6
      for (index, one) in plan.series.enumerated() {
        let block = TextBlock("\(index + 1)\u{A0}: \(one.name)", width: sheet.width, size: size)
        for line in block.lines {
          sheet.labels.append(.text(Text(line, at: Point(0, sheet.height + size), size: size)))
          sheet.height += sheet.lineHeight
        }
      }
    }
    sheet.height += 2
  }
}

/// Steps of equal width between the smallest and largest value.
struct HeatClasses {
  let low: Double
  let high: Double

  var count: Int { high > low ? 5 : 1 }

  func level(of value: Double) -> Int {
    guard high > low else { return role(0) }
    return min(max(Int(((value - low) / (high - low) * 5).rounded(.down)), 0), 4)
  }

  /// A single class takes the middle step.
  func role(_ level: Int) -> Int { count == 1 ? 2 : level }

  func bounds(of level: Int) -> (Double, Double) {
    guard count > 1 else { return (low, low) }
    let step = (high - low) / 5
    return (low + Double(level) * step, level == 4 ? high : low + Double(level + 1) * step)
  }
}

extension FigureFormat {
  /// « de 3 à 5 »; the unit once, at the end.
  func interval(_ low: Double, _ high: Double) -> String {
    low == high ? text(low) : "de " + text(low, withUnit: false) + " à " + text(high)
  }
}
