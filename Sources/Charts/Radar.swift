import Drawing
import Glibc

/// A spoke a category, a closed line a series, over rings at round values.
enum Radar {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let count = plan.count
    guard (3...12).contains(count) else { return HorizontalBars.draw(plan, on: &sheet) }
    let size = sheet.textSize
    let paint = Paint(plan)
    if plan.series.count > 1 {
      var legend = Legend()
      for index in plan.series.indices {
        legend.entries.append((.line(paint.line(index)), plan.series[index].name))
      }
      legend.draw(on: &sheet)
    }
    let limit = sheet.width * 0.31
    let blocks = plan.categories.map { TextBlock($0, width: limit, size: size) }
    func turn(_ category: Int) -> Double { Double(category) / Double(count) }
    // Names to the left and right bound the radius by their width, those above and below by their height.
    var radius = sheet.isNarrow ? 110.0 : sheet.isPrinted ? 125 : 150
    for (category, block) in blocks.enumerated() {
      let reach = abs(sin(2 * .pi * turn(category)))
      if reach > 0.05 { radius = min(radius, (sheet.width / 2 - block.width - 14) / reach) }
    }
    // Names: from the spoke's end outwards; each side moved apart where names would touch, the radius giving way to the frame.
    var placed = names(blocks, plan, radius: radius, sheet: sheet)
    while radius > 40 {
      let overflow = placed.texts.reduce(0) { max($0, -$1.bounds.x, $1.bounds.maxX - sheet.width) }
      guard overflow > 0 else { break }
      radius = max(40, radius - overflow - 1)
      placed = names(blocks, plan, radius: radius, sheet: sheet)
    }
    let axis = ValueAxis(plan, height: radius * 1.6, zero: true)
    let low = axis.low
    let distance = Scale(low, axis.high, from: 0, to: radius)
    let shift = sheet.height - placed.top
    let center = Point(sheet.width / 2, shift)
    func point(_ category: Int, _ value: Double) -> Point {
      let r = distance(value)
      return Point(center.x + r * sin(2 * .pi * turn(category)), center.y - r * cos(2 * .pi * turn(category)))
    }
    for tick in axis.ticks where tick > low {
      var ring = Path(polygon: (0..<count).map { point($0, tick) })
      if ring.elements.isEmpty { ring = Path() }
      sheet.grid.append(.path(ring, tick == 0 ? .stroke(.ink) : .stroke(.grid)))
    }
    for category in 0..<count {
      sheet.grid.append(.line(center, point(category, axis.high), .stroke(.grid)))
    }
    for (index, one) in plan.series.enumerated() {
      var path = Path()
      var dots: [Mark] = []
      var drawing = false
      let whole = one.values.allSatisfy { $0 != nil }
      for category in 0..<count {
        guard let value = one.values[category] else {
          drawing = false
          continue
        }
        let place = point(category, value)
        if drawing { path.line(to: place) } else { path.move(to: place) }
        drawing = true
        dots.append(.circle(place, radius: 3.5, .fill(paint.role(index))))
      }
      if whole {
        path.close()
      } else if let last = one.values[count - 1], let first = one.values[0] {
        path.move(to: point(count - 1, last))
        path.line(to: point(0, first))
      }
      sheet.data(index, [.path(path, paint.line(index))] + dots)
    }
    var names: [Rect] = []
    for text in placed.texts {
      var text = text
      text.origin.y += shift
      names.append(text.bounds)
      sheet.labels.append(.text(text))
    }
    // The scale reads along the first spoke, to its right, where no line or point is in its way.
    let format = FigureFormat(for: axis.ticks, unit: plan.unit == "%" ? "%" : nil)
    var above = -Double.infinity
    for tick in axis.ticks.reversed() where tick > low {
      let y = center.y - distance(tick)
      let text = Text(format.text(tick), at: Point(center.x + 5, y + size * 0.35), size: size, role: .ink2)
      let box = text.bounds
      guard box.y > above, box.y > center.y - radius - 6, box.maxX <= sheet.width, isFree(box, plan, point),
        !names.contains(where: box.overlaps)
      else { continue }
      above = box.maxY
      sheet.labels.append(.text(text))
    }
    sheet.height = placed.bottom + shift + 2
  }

  /// Whether no line of a series and none of its points lies in a box.
  private static func isFree(_ box: Rect, _ plan: Plan, _ point: (Int, Double) -> Point) -> Bool {
    let wide = Rect(x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8)
    for one in plan.series {
      for category in 0..<plan.count {
        guard let value = one.values[category] else { continue }
        let a = point(category, value)
        if a.x > wide.x, a.x < wide.maxX, a.y > wide.y, a.y < wide.maxY { return false }
        let next = (category + 1) % plan.count
        if let following = one.values[next], box.isCrossed(from: a, to: point(next, following)) {
          return false
        }
      }
    }
    return true
  }

  /// The names round a centre at (half the width, 0).
  private static func names(
    _ blocks: [TextBlock], _ plan: Plan, radius: Double, sheet: Sheet
  ) -> (texts: [Text], top: Double, bottom: Double) {
    let size = sheet.textSize
    let count = blocks.count
    var texts: [Text] = []
    var top = -radius - 4
    var bottom = radius + 4
    // Sides first; what stands above and below the centre then keeps clear of them.
    for side in [-1.0, 1, 0] {
      let members = (0..<count).filter { category in
        let reach = sin(2 * .pi * Double(category) / Double(count))
        return (abs(reach) <= 0.05 ? 0 : reach > 0 ? 1 : -1) == side
      }
      let heights = members.map { Double(blocks[$0].lines.count) * sheet.lineHeight + 2 }
      let wishes = members.enumerated().map { place, category -> Double in
        let up = cos(2 * .pi * Double(category) / Double(count))
        guard side == 0 else { return -up * (radius + 8) }
        let half = blocks[category].width / 2 + 6
        let beside = texts.filter {
          $0.bounds.x < sheet.width / 2 + half && $0.bounds.maxX > sheet.width / 2 - half
        }
        if up > 0 {
          let ceiling = beside.reduce(-radius - 8) { $1.origin.y < 0 ? min($0, $1.bounds.y - 2) : $0 }
          return ceiling - heights[place] / 2
        }
        let floor = beside.reduce(radius + 8) { $1.origin.y > 0 ? max($0, $1.bounds.maxY + 2) : $0 }
        return floor + heights[place] / 2
      }
      let reach = heights.reduce(0, +) / 2 + radius + 200
      let centres = side == 0 ? wishes : Spread.place(wishes, heights: heights, in: -reach...reach)
      for (place, category) in members.enumerated() {
        let block = blocks[category]
        let start = centres[place] - heights[place] / 2 + 1
        // Beyond the circle at every height that the name takes.
        let nearest = start > 0 ? start : start + heights[place] < 0 ? start + heights[place] : 0
        let reach = max(radius * radius - nearest * nearest, 0).squareRoot()
        let x = sheet.width / 2 + side * (reach + 10)
        for (row, line) in block.lines.enumerated() {
          texts.append(
            Text(
              line, at: Point(x, start + size + Double(row) * sheet.lineHeight), size: size,
              anchor: side == 0 ? .middle : side > 0 ? .start : .end))
        }
        top = min(top, start - 2)
        bottom = max(bottom, start + heights[place])
      }
    }
    return (texts, top, bottom)
  }
}
