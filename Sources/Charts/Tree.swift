import Drawing

/// A box divided in proportion: M. Bruls, K. Huizing & J. van Wijk, “Squarified Treemaps” (2000). Small parts are named below.
enum Tree {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let shares = Shares(plan)
    guard !shares.parts.isEmpty else {
      sheet.height = sheet.lineHeight
      return
    }
    let size = sheet.textSize
    let order = shares.parts.indices.sorted {
      let (a, b) = (shares.parts[$0].value, shares.parts[$1].value)
      return a == b ? $0 < $1 : a > b
    }
    let height = min(max(plan.specification.height ?? (sheet.isNarrow ? 300 : 320), 120), 1200)
    let field = Rect(x: 0, y: sheet.height, width: sheet.width, height: height)
    let boxes = squarify(order.map { shares.parts[$0].share }, in: field)
    let paint = Paint(plan)
    let largest = shares.parts.reduce(0) { max($0, $1.value) }
    var marks: [Mark] = []
    var separators: [Mark] = []
    var inside: [Role: [Mark]] = [:]
    var rest: [(Int, Int?)] = []
    for (place, index) in order.enumerated() {
      let part = shares.parts[index]
      let box = boxes[place]
      let style: Style =
        switch plan.specification.colors {
        case .categories: Paint.area(index, of: max(shares.parts.count, 3))
        case .emphasis: paint.area(0, part.category)
        // The larger the deeper: the same thing said twice, and neighbours that part by themselves.
        case .automatic: .fill(.level(Int((part.value / largest * 4).rounded())))
        }
      marks.append(.rect(box, style))
      separators.append(.line(Point(box.x, box.maxY), Point(box.maxX, box.maxY), .stroke(.ground, 2)))
      separators.append(.line(Point(box.maxX, box.y), Point(box.maxX, box.maxY), .stroke(.ground, 2)))
      let role = style.fill?.textOn ?? .ground
      let room = box.insetBy(9)
      let value = shares.text(part, plan)
      let block = TextBlock(plan.categories[part.category], width: room.width, size: size, lines: 6)
      let valueBlock = TextBlock(value, width: room.width, size: size, weight: .bold)
      let needed = Double(block.lines.count + valueBlock.lines.count) * sheet.lineHeight
      if style.pattern == nil, block.isWhole, valueBlock.isWhole, needed <= room.height {
        var baseline = room.y + size
        for line in valueBlock.lines {
          inside[role, default: []].append(
            .text(
              Text(line, at: Point(room.x, baseline), size: size, weight: .bold, role: role, onMark: true)))
          baseline += sheet.lineHeight
        }
        for line in block.lines {
          inside[role, default: []].append(
            .text(Text(line, at: Point(room.x, baseline), size: size, role: role, onMark: true)))
          baseline += sheet.lineHeight
        }
      } else {
        let number = String(place + 1)
        let fits =
          TextMetrics.width(number, size: size) + 6 <= box.width && sheet.lineHeight + 2 <= box.height
        if fits {
          inside[role, default: []].append(
            .text(
              Text(
                number, at: Point(box.center.x, box.center.y + size * 0.36), size: size, anchor: .middle,
                role: role,
                onMark: true)))
        }
        rest.append((index, fits ? place + 1 : nil))
      }
    }
    sheet.data(0, marks)
    sheet.axis += separators
    for role in [Role.ground, .onPale] {
      let marks = inside[role] ?? []
      sheet.labels += marks.filter { $0.isBold } + marks.filter { !$0.isBold }
    }
    sheet.height += height
    guard !rest.isEmpty else { return }
    sheet.height += 10
    for (index, number) in rest {
      let part = shares.parts[index]
      let head = number.map { "\($0)\u{A0}: " } ?? ""
      let text = head + plan.categories[part.category] + ", " + shares.text(part, plan)
      for line in TextBlock(text, width: sheet.width, size: size).lines {
        sheet.labels.append(.text(Text(line, at: Point(0, sheet.height + size), size: size)))
        sheet.height += sheet.lineHeight
      }
    }
    sheet.height += 2
  }

  /// Boxes of the given parts of a field, the largest first.
  static func squarify(_ shares: [Double], in field: Rect) -> [Rect] {
    var boxes: [Rect] = []
    boxes.reserveCapacity(shares.count)
    let areas = shares.map { $0 * field.width * field.height }
    var rest = field
    var start = 0
    while start < areas.count {
      let side = min(rest.width, rest.height)
      var end = start
      var sum = 0.0
      var worst = Double.infinity
      // A row grows while its least square box gets squarer.
      while end < areas.count {
        let next = sum + areas[end]
        let longest = max(
          side * side * areas[start] / (next * next), next * next / (side * side * areas[end]))
        if longest > worst { break }
        worst = longest
        sum = next
        end += 1
      }
      if end == start {
        sum = areas[start]
        end = start + 1
      }
      let thickness = side > 0 ? sum / side : 0
      var offset = 0.0
      for index in start..<end {
        let length = thickness > 0 ? areas[index] / thickness : 0
        boxes.append(
          rest.width >= rest.height
            ? Rect(x: rest.x, y: rest.y + offset, width: thickness, height: length)
            : Rect(x: rest.x + offset, y: rest.y, width: length, height: thickness))
        offset += length
      }
      rest =
        rest.width >= rest.height
        ? Rect(x: rest.x + thickness, y: rest.y, width: max(rest.width - thickness, 0), height: rest.height)
        : Rect(x: rest.x, y: rest.y + thickness, width: rest.width, height: max(rest.height - thickness, 0))
      start = end
    }
    return boxes
  }
}

extension Mark {
  var isBold: Bool { if case .text(let text) = self { text.weight == .bold } else { false } }
}
