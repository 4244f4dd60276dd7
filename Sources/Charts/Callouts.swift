import Drawing

/// Remarks beside what they are about, at the end of a short leader where they stand off it.
enum Callouts {
  /// Draws those that find room; the others are given back, for the notes under the drawing.
  static func draw(_ plan: Plan, on sheet: inout Sheet) -> [ChartSpecification.Annotation] {
    guard !plan.specification.annotations.isEmpty, !sheet.anchors.isEmpty else {
      return plan.specification.annotations
    }
    var room = Room(sheet)
    return plan.specification.annotations.filter { note in
      guard let category = plan.categories.firstIndex(of: note.category) else { return true }
      let block = TextBlock(
        note.text, width: sheet.isNarrow ? 130 : 190, size: sheet.textSize, lines: 4)
      let anchors = sheet.anchors.filter { $0.category == category }.map(\.at)
      guard block.isWhole, let place = room.place(for: block, at: anchors, sheet) else { return true }
      draw(block, place, on: &sheet)
      room.boxes.append(place.box)
      return false
    }
  }

  private struct Place {
    let box: Rect
    let alignment: Text.Anchor
    let leader: (from: Point, to: Point)?
  }

  private static func draw(_ block: TextBlock, _ place: Place, on sheet: inout Sheet) {
    let x =
      switch place.alignment {
      case .start: place.box.x
      case .middle: place.box.center.x
      case .end: place.box.maxX
      }
    for (row, line) in block.lines.enumerated() {
      sheet.labels.append(
        .text(
          Text(
            line, at: Point(x, place.box.y + sheet.textSize + Double(row) * sheet.lineHeight),
            size: sheet.textSize, anchor: place.alignment, halo: true)))
    }
    if let (from, to) = place.leader { sheet.leaders.append(.line(from, to, .stroke(.ink2))) }
  }

  /// What a sheet holds already, so that a remark touches none of it.
  private struct Room {
    var boxes: [Rect] = []
    private var lettering: [Rect] = []
    private var segments: [(Point, Point)] = []
    private var areas: [[Point]] = []

    init(_ sheet: Sheet) {
      let lines = sheet.grid.filter { mark in
        if case .line(_, _, let style) = mark { style.stroke != .grid } else { true }
      }
      take(lines + sheet.data + sheet.axis + sheet.halos + sheet.strokes + sheet.legend)
      for case .text(let text) in sheet.labels { lettering.append(text.bounds) }
    }

    private mutating func take(_ marks: [Mark]) {
      for mark in marks {
        switch mark {
        case .rect(let box, _): boxes.append(box)
        case .circle(let center, let radius, _):
          boxes.append(
            Rect(x: center.x - radius, y: center.y - radius, width: 2 * radius, height: 2 * radius))
        case .line(let a, let b, _): segments.append((a, b))
        case .path(let path, let style): take(path, isFilled: style.fill != nil)
        case .text(let text): lettering.append(text.bounds)
        case .group(let group): take(group.marks)
        }
      }
    }

    private mutating func take(_ path: Path, isFilled: Bool) {
      var outline: [Point] = []
      func end(_ room: inout Room) {
        if isFilled { room.areas.append(outline) }
        room.segments += zip(outline, outline.dropFirst())
        if isFilled, let first = outline.first, let last = outline.last {
          room.segments.append((last, first))
        }
        outline = []
      }
      for element in path.elements {
        switch element {
        case .move(let point):
          end(&self)
          outline = [point]
        case .line(let point), .arc(_, _, _, let point): outline.append(point)
        case .close: break
        }
      }
      end(&self)
    }

    /// The nearest free place: above a point rather than beside it, and beside it rather than below; after the end of what lies.
    func place(for block: TextBlock, at anchors: [Point], _ sheet: Sheet) -> Place? {
      let size = Size(block.width, Double(block.lines.count) * sheet.lineHeight)
      let frame = Rect(x: 0, y: 0, width: sheet.width, height: sheet.height)
      for distance in [9.0, 16, 26, 40, 58, 80, 106] {
        for anchor in anchors {
          for (box, alignment) in Self.candidates(size, anchor, distance, beside: sheet.rowsLie) {
            guard frame.contains(box), isFree(box) else { continue }
            guard distance > 12 else { return Place(box: box, alignment: alignment, leader: nil) }
            let leader = Self.leader(from: anchor, to: box)
            guard !lettering.contains(where: { $0.isCrossed(from: leader.from, to: leader.to) }),
              !boxes.contains(where: { $0.insetBy(1).isCrossed(from: leader.from, to: leader.to) })
            else { continue }
            return Place(box: box, alignment: alignment, leader: leader)
          }
        }
      }
      return nil
    }

    private static func candidates(
      _ size: Size, _ at: Point, _ distance: Double, beside: Bool
    ) -> [(Rect, Text.Anchor)] {
      func box(_ x: Double, _ y: Double) -> Rect {
        Rect(x: x, y: y, width: size.width, height: size.height)
      }
      let above = at.y - distance - size.height
      let below = at.y + distance
      let sides: [(Rect, Text.Anchor)] = [
        (box(at.x + distance, at.y - size.height / 2), .start),
        (box(at.x - distance - size.width, at.y - size.height / 2), .end),
      ]
      return (beside ? sides : []) + [
        (box(at.x - size.width / 2, above), .middle), (box(at.x - 10, above), .start),
        (box(at.x + 10 - size.width, above), .end),
      ] + (beside ? [] : sides) + [
        (box(at.x - size.width / 2, below), .middle), (box(at.x - 10, below), .start),
        (box(at.x + 10 - size.width, below), .end),
      ]
    }

    /// From near the point to near the text.
    private static func leader(from anchor: Point, to box: Rect) -> (from: Point, to: Point) {
      let end = Point(
        min(max(anchor.x, box.x - 3), box.maxX + 3), min(max(anchor.y, box.y - 1), box.maxY + 1))
      let (dx, dy) = (end.x - anchor.x, end.y - anchor.y)
      let length = max((dx * dx + dy * dy).squareRoot(), 1)
      return (Point(anchor.x + dx / length * 7, anchor.y + dy / length * 7), end)
    }

    private func isFree(_ box: Rect) -> Bool {
      let wide = Rect(x: box.x - 4, y: box.y - 1, width: box.width + 8, height: box.height + 2)
      if lettering.contains(where: wide.overlaps) || boxes.contains(where: wide.overlaps) { return false }
      if segments.contains(where: { wide.isCrossed(from: $0.0, to: $0.1) }) { return false }
      // No edge runs through the box, so it lies wholly inside an area or wholly outside.
      return !areas.contains { Polygon.contains($0, box.center) }
    }
  }
}
