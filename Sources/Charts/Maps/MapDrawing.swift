import Drawing
import Glibc

/// Lays a map out: outlines, classes, symbols, labels, legend.
struct MapDrawing {
  private let plan: MapPlan
  private let outlines: [[[Point]]]
  private let scale: Double
  private let field: Rect
  private let classes: Classes
  private let format: FigureFormat

  /// - Parameter fieldWidth: how much of the sheet the outlines may take.
  init(_ plan: MapPlan, fieldWidth: Double) {
    self.plan = plan
    let margin = plan.symbols.isEmpty ? 2.0 : 26
    let bounds = plan.bounds
    let tallest = 520.0
    scale = min((fieldWidth - 2 * margin) / bounds.width, (tallest - 2 * margin) / bounds.height)
    field = Rect(
      x: 0, y: 1, width: bounds.width * scale + 2 * margin,
      height: (bounds.height * scale + 2 * margin).rounded(.up))
    let (scale, field) = (self.scale, self.field)
    func place(_ point: Point) -> Point {
      Point(
        field.x + margin + (point.x - bounds.x) * scale, field.maxY - margin - (point.y - bounds.y) * scale)
    }
    let rings = plan.outlines.flatMap { $0 }.map { $0.map(place) }
    // A bend of some square pixels is not seen; beside it, neither is half a pixel. Neighbours share their points, and
    // still do once these are whole.
    let simplified = Simplification.simplify(rings, area: field.width < 400 ? 20 : 14).map { ring in
      ring.map { Point($0.x.rounded(), $0.y.rounded()) }
    }
    var outlines: [[[Point]]] = []
    var next = 0
    for area in plan.outlines {
      outlines.append(Array(simplified[next..<(next + area.count)]))
      next += area.count
    }
    self.outlines = outlines
    symbolPlaces = plan.symbols.map { place($0.at) }.map { Point($0.x.rounded(), $0.y.rounded()) }
    classes = Classes(plan.colored.compactMap(\.value), method: plan.specification.classes)
    format = FigureFormat(
      for: plan.colored.map(\.value) + plan.symbols.map { $0.value }, unit: plan.specification.unit)
  }

  private let symbolPlaces: [Point]

  func draw(on sheet: inout Sheet) {
    areas(on: &sheet)
    var rest: [String] = names(on: &sheet)
    rest += symbols(on: &sheet)
    // Beside the map where there is room, below it otherwise.
    let left = sheet.isNarrow ? 0 : field.maxX + 28
    sheet.height = sheet.isNarrow ? field.maxY + 12 : field.y + 8
    legend(from: left, on: &sheet)
    let size = sheet.textSize
    if !rest.isEmpty {
      sheet.height += 4
      sheet.labels.append(
        .text(Text("Autres lieux", at: Point(left, sheet.height + size), size: size, weight: .bold)))
      sheet.height += sheet.lineHeight + 3
    }
    for text in rest {
      for line in TextBlock(text, width: sheet.width - left, size: size).lines {
        sheet.labels.append(.text(Text(line, at: Point(left, sheet.height + size), size: size)))
        sheet.height += sheet.lineHeight
      }
      sheet.height += 3
    }
    sheet.height = max(sheet.height, field.maxY) + 2
  }

  private func path(_ area: Int) -> Path {
    var path = Path()
    for ring in outlines[area] {
      for (index, point) in ring.enumerated() {
        if index == 0 { path.move(to: point) } else { path.line(to: point) }
      }
      path.close()
    }
    return path
  }

  private func areas(on sheet: inout Sheet) {
    var values: [Int: MapPlan.Colored] = [:]
    for colored in plan.colored { values[colored.area] = colored }
    for area in outlines.indices where !outlines[area].isEmpty {
      if let value = values[area]?.value {
        let level = Role.level(classes.level(classes(value)))
        sheet.data(0, [.path(path(area), Style(fill: level, stroke: .ground, strokeWidth: 1.5))])
      } else {
        sheet.grid.append(.path(path(area), Style(fill: .tint, stroke: .rule)))
      }
    }
  }

  /// Writes each coloured area's name and value inside it if there is room, and returns the others as lines.
  private func names(on sheet: inout Sheet) -> [String] {
    let size = sheet.textSize
    var rest: [String] = []
    var taken = Occupancy(field)
    for colored in plan.colored {
      let area = plan.specification.base.areas[colored.area]
      let name = area.name.isEmpty ? area.code : area.name
      let role = colored.value.map { Role.level(classes.level(classes($0))).textOn } ?? .ink
      guard let placed = interior(colored.area, name, colored.text, size: size, lineHeight: sheet.lineHeight),
        taken.insert(ifFree: placed.box)
      else {
        rest.append(name + "\u{A0}: " + colored.text)
        continue
      }
      for (row, line) in placed.lines.enumerated() {
        sheet.labels.append(
          .text(
            Text(
              line, at: Point(placed.box.center.x, placed.box.y + size + Double(row) * sheet.lineHeight),
              size: size,
              weight: row + 1 == placed.lines.count ? .bold : .regular, anchor: .middle, role: role,
              onMark: true)))
      }
    }
    return rest
  }

  /// A place inside an area for its name and value: the highest of the middles that holds them wholly.
  private func interior(
    _ area: Int, _ name: String, _ value: String, size: Double, lineHeight: Double
  ) -> (box: Rect, lines: [String])? {
    guard let ring = outlines[area].max(by: { Polygon.area($0) < Polygon.area($1) }), ring.count >= 3 else {
      return nil
    }
    let bounds = Polygon.bounds(ring)
    for limit in [200.0, 110, 70] {
      let block = TextBlock(name, width: limit, size: size)
      guard block.isWhole else { continue }
      let width = max(block.width, TextMetrics.width(value, size: size, weight: .bold)) + 4
      let height = Double(block.lines.count + 1) * lineHeight
      let center = Polygon.centroid(ring)
      var best: (distance: Double, box: Rect)?
      for row in 0...8 {
        for column in 0...8 {
          let at = Point(
            bounds.x + bounds.width * Double(column) / 8, bounds.y + bounds.height * Double(row) / 8)
          let candidate = row == 4 && column == 4 ? center : at
          let box = Rect(
            x: candidate.x - width / 2, y: candidate.y - height / 2, width: width, height: height)
          let distance = hypot(candidate.x - center.x, candidate.y - center.y)
          if best.map({ distance < $0.distance }) ?? true, Polygon.holds(ring, box) { best = (distance, box) }
        }
      }
      if let best { return (best.box, block.lines + [value]) }
    }
    return nil
  }

  /// Draws the symbols, the largest first, names those that have room, and returns the others as lines.
  private func symbols(on sheet: inout Sheet) -> [String] {
    let order = plan.symbols.indices.filter { plan.symbols[$0].value > 0 }.sorted {
      let (a, b) = (plan.symbols[$0].value, plan.symbols[$1].value)
      return a == b ? $0 < $1 : a > b
    }
    guard let largest = order.first.map({ plan.symbols[$0].value }) else { return [] }
    let size = sheet.textSize
    let style = Style(fill: .accent, stroke: .ground, strokeWidth: 1.5)
    var taken = Occupancy(
      Rect(x: 0, y: field.y, width: sheet.isNarrow ? sheet.width : field.maxX + 20, height: field.height))
    var circles: [Mark] = []
    for index in order {
      let at = symbolPlaces[index]
      let radius = self.radius(plan.symbols[index].value, largest)
      circles.append(.circle(at, radius: radius, style))
      taken.insert(
        Rect(x: at.x - radius - 1, y: at.y - radius - 1, width: 2 * radius + 2, height: 2 * radius + 2))
    }
    sheet.data(1, circles)
    var rest: [String] = []
    for index in order {
      let symbol = plan.symbols[index]
      let at = symbolPlaces[index]
      let radius = self.radius(symbol.value, largest) + 4
      let text = symbol.name + " " + symbol.text
      let slant = radius * 0.75
      let places: [(Point, Text.Anchor)] = [
        (Point(at.x + radius, at.y + size * 0.35), .start), (Point(at.x - radius, at.y + size * 0.35), .end),
        (Point(at.x, at.y - radius - 1), .middle), (Point(at.x, at.y + radius + size), .middle),
        (Point(at.x + slant, at.y - slant), .start), (Point(at.x - slant, at.y - slant), .end),
        (Point(at.x + slant, at.y + slant + size * 0.7), .start),
        (Point(at.x - slant, at.y + slant + size * 0.7), .end),
      ]
      var isPlaced = false
      for (place, anchor) in places where !isPlaced {
        let label = Text(text, at: place, size: size, anchor: anchor, halo: true)
        if taken.insert(ifFree: label.bounds) {
          sheet.labels.append(.text(label))
          isPlaced = true
        }
      }
      if !isPlaced { rest.append(symbol.name + "\u{A0}: " + symbol.text) }
    }
    areaNames(&taken, on: &sheet)
    return rest
  }

  /// The names of the areas that symbols stand on, where they leave room.
  private func areaNames(_ taken: inout Occupancy, on sheet: inout Sheet) {
    let size = sheet.textSize
    let colored = Set(plan.colored.map(\.area))
    for (index, area) in plan.specification.base.areas.enumerated()
    where !area.name.isEmpty && !colored.contains(index) {
      guard let ring = outlines[index].max(by: { Polygon.area($0) < Polygon.area($1) }), ring.count >= 3
      else { continue }
      let bounds = Polygon.bounds(ring)
      let width = TextMetrics.width(area.name, size: size) + 4
      search: for row in [4, 3, 5, 2, 6, 1, 7] {
        for column in [4, 3, 5, 2, 6] {
          let at = Point(
            bounds.x + bounds.width * Double(column) / 8, bounds.y + bounds.height * Double(row) / 8)
          let box = Rect(
            x: at.x - width / 2, y: at.y - sheet.lineHeight / 2, width: width, height: sheet.lineHeight)
          guard Polygon.holds(ring, box), taken.insert(ifFree: box) else { continue }
          sheet.labels.append(
            .text(
              Text(area.name, at: Point(at.x, box.y + size), size: size, anchor: .middle, role: .ink2)))
          break search
        }
      }
    }
  }

  /// Areas in proportion to values.
  private func radius(_ value: Double, _ largest: Double) -> Double {
    (field.width < 400 ? 14 : 18) * (max(value, 0) / largest).squareRoot()
  }

  private func legend(from left: Double, on sheet: inout Sheet) {
    let size = sheet.textSize
    let name = plan.specification.valueName
    if !name.isEmpty, !plan.colored.isEmpty || !plan.symbols.isEmpty {
      for line in TextBlock(name, width: sheet.width - left, size: size, weight: .bold).lines {
        sheet.labels.append(
          .text(Text(line, at: Point(left, sheet.height + size), size: size, weight: .bold)))
        sheet.height += sheet.lineHeight
      }
      sheet.height += 6
    }
    for (index, bound) in classes.bounds.enumerated() {
      let style = Style.fill(.level(classes.level(index)))
      sheet.legend.append(.rect(Rect(x: left, y: sheet.height + 1, width: 22, height: 16), style))
      let block = TextBlock(
        format.interval(bound.low, bound.high), width: sheet.width - left - 32, size: size)
      for line in block.lines {
        sheet.labels.append(.text(Text(line, at: Point(left + 30, sheet.height + size), size: size)))
        sheet.height += sheet.lineHeight
      }
      sheet.height += 4
    }
    if plan.colored.contains(where: { $0.value == nil }) {
      sheet.legend.append(
        .rect(
          Rect(x: left + 0.5, y: sheet.height + 1.5, width: 21, height: 15), Style(fill: .tint, stroke: .rule)
        ))
      sheet.labels.append(.text(Text("n. d.", at: Point(left + 30, sheet.height + size), size: size)))
      sheet.height += sheet.lineHeight + 4
    }
    if !classes.bounds.isEmpty { sheet.height += 8 }
    symbolLegend(from: left, on: &sheet)
  }

  /// Nested circles of two or three round values that stand on one line.
  private func symbolLegend(from left: Double, on sheet: inout Sheet) {
    guard let largest = plan.symbols.map(\.value).max(), largest > 0 else { return }
    let areWhole = plan.symbols.allSatisfy { $0.value == $0.value.rounded() }
    var values: [Double] = []
    for part in [1, 0.4, 0.1] {
      var value = part == 1 ? largest : Ticks.roundDown(largest * part)
      if areWhole { value = max(value.rounded(.down), 1) }
      let top = 2 * radius(value, largest)
      if values.last.map({ value < $0 && 2 * radius($0, largest) - top >= sheet.lineHeight }) ?? true {
        values.append(value)
      }
    }
    let format = FigureFormat(for: values, unit: plan.specification.unit)
    let big = radius(largest, largest)
    let center = left + big + 1
    let bottom = sheet.height + max(2 * big, sheet.lineHeight) + sheet.lineHeight / 2
    for value in values {
      let r = radius(value, largest)
      sheet.legend.append(.circle(Point(center, bottom - r), radius: r, .stroke(.ink)))
    }
    for value in values {
      let y = bottom - 2 * radius(value, largest)
      sheet.legend.append(.line(Point(center, y), Point(center + big + 8, y), .stroke(.rule)))
      sheet.labels.append(
        .text(
          Text(
            format.text(value), at: Point(center + big + 12, y + sheet.textSize * 0.35), size: sheet.textSize)
        ))
    }
    sheet.height = bottom + 12
  }
}

extension Ticks {
  /// The round number at or below a value: 1, 2, 2.5 or 5 times a power of ten.
  static func roundDown(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 0 }
    let power = pow(10, floor(log10(value) + 1e-9))
    for step in [5, 2.5, 2, 1] where step * power <= value * (1 + 1e-9) { return step * power }
    return power
  }
}
