import Drawing
import Glibc

/// Sectors of a disc or a ring, clockwise from noon, each named beside it; on a narrow sheet, in a list below.
enum Pie {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let shares = Shares(plan)
    guard !shares.parts.isEmpty else {
      sheet.height = sheet.lineHeight
      return
    }
    let widest = shares.parts.reduce(0) {
      max($0, TextMetrics.width(shares.text($1, plan), size: sheet.textSize, weight: .bold))
    }
    if sheet.isNarrow || shares.parts.count > 12 || widest > sideWidth(plan, sheet) {
      let radius = min(sheet.width / 2 - 20, sheet.isPrinted ? 92 : 110)
      sectors(plan, shares, center: Point(sheet.width / 2, radius + 2), radius: radius, on: &sheet)
      sheet.height = 2 * radius + 20
      PartList(plan, shares).draw(from: 0, to: sheet.width, on: &sheet)
    } else {
      beside(plan, shares, on: &sheet)
    }
  }

  /// The radius of a disc that has its names beside it, and what it leaves them.
  private static func radius(_ plan: Plan, _ sheet: Sheet) -> Double {
    plan.specification.height.map { min(max($0 / 2 - 14, 60), 160) } ?? (sheet.isPrinted ? 92 : 116)
  }

  private static func sideWidth(_ plan: Plan, _ sheet: Sheet) -> Double {
    sheet.width / 2 - radius(plan, sheet) - 44
  }

  private static func style(_ plan: Plan, _ shares: Shares, _ index: Int) -> Style {
    PartList.style(plan, shares, index)
  }

  private static func sectors(
    _ plan: Plan, _ shares: Shares, center: Point, radius: Double, on sheet: inout Sheet
  ) {
    let hole = plan.kind == .ring ? radius * 0.62 : 0
    func point(_ turn: Double, _ distance: Double) -> Point {
      Point(center.x + distance * sin(2 * .pi * turn), center.y - distance * cos(2 * .pi * turn))
    }
    var marks: [Mark] = []
    var start = 0.0
    for (index, part) in shares.parts.enumerated() {
      // One part that is everything is drawn as two halves, since an arc cannot end where it began.
      let pieces = part.share > 0.999_999 ? 2 : 1
      var path = Path()
      for piece in 0..<pieces {
        let from = start + part.share * Double(piece) / Double(pieces)
        let to = start + part.share * Double(piece + 1) / Double(pieces)
        let large = to - from > 0.5
        path.move(to: hole > 0 ? point(from, hole) : center)
        path.line(to: point(from, radius))
        path.arc(radius: radius, large: large, clockwise: true, to: point(to, radius))
        if hole > 0 {
          path.line(to: point(to, hole))
          path.arc(radius: hole, large: large, clockwise: false, to: point(from, hole))
        }
        path.close()
      }
      marks.append(.path(path, style(plan, shares, index)))
      start += part.share
    }
    sheet.data(0, marks)
    if shares.parts.count > 1 {
      start = 0
      for part in shares.parts {
        sheet.axis.append(.line(point(start, hole), point(start, radius + 1), .stroke(.ground, 2)))
        start += part.share
      }
    }
    if hole > 0 {
      let text = plan.format().text(shares.total)
      if TextMetrics.width(text, size: sheet.valueSize, weight: .bold) < hole * 1.7 {
        let isWhole = shares.arePercentages(plan)
        if !isWhole {
          sheet.labels.append(
            .text(
              Text(
                text, at: Point(center.x, center.y + 1), size: sheet.valueSize, weight: .bold, anchor: .middle
              )))
          sheet.labels.append(
            .text(
              Text(
                "au total", at: Point(center.x, center.y + 2 + sheet.lineHeight), size: sheet.textSize,
                anchor: .middle, role: .ink2)))
        }
      }
    }
  }

  private static func beside(_ plan: Plan, _ shares: Shares, on sheet: inout Sheet) {
    struct Side {
      var parts: [Int] = []
      var wishes: [Double] = []
      var blocks: [TextBlock] = []
      var heights: [Double] = []
    }
    let size = sheet.textSize
    let radius = radius(plan, sheet)
    let limit = sideWidth(plan, sheet)
    var sides = [Side(), Side()]
    var start = 0.0
    for (index, part) in shares.parts.enumerated() {
      let middle = start + part.share / 2
      let side = middle < 0.5 ? 0 : 1
      let block = TextBlock(plan.categories[part.category], width: limit, size: size)
      let height = Double(block.lines.count + 1) * sheet.lineHeight + 8
      sides[side].parts.append(index)
      // The value, the first line, stands at the height of the sector's middle.
      sides[side].wishes.append(-radius * cos(2 * .pi * middle) + (height - sheet.lineHeight) / 2 - 4)
      sides[side].blocks.append(block)
      sides[side].heights.append(height)
      start += part.share
    }
    let needed = sides.map { $0.heights.reduce(0, +) }.max() ?? 0
    let height = max(2 * radius + 28, needed + 8)
    let center = Point(sheet.width / 2, height / 2)
    sectors(plan, shares, center: center, radius: radius, on: &sheet)
    let turns = shares.parts.reduce(into: (turn: 0.0, middles: [Double]())) {
      $0.middles.append($0.turn + $1.share / 2)
      $0.turn += $1.share
    }.middles
    var names: [Text.Anchor: [Mark]] = [:]
    var values: [Text.Anchor: [Mark]] = [:]
    for (index, side) in sides.enumerated() {
      let centres = Spread.place(
        side.wishes.map { $0 + center.y }, heights: side.heights, in: 0...height)
      let anchor: Text.Anchor = index == 0 ? .start : .end
      let direction = index == 0 ? 1.0 : -1
      let x = center.x + direction * (radius + 40)
      for (place, part) in side.parts.enumerated() {
        let top = centres[place] - side.heights[place] / 2 + 4
        let turn = turns[part]
        let edge = Point(
          center.x + (radius + 3) * sin(2 * .pi * turn), center.y - (radius + 3) * cos(2 * .pi * turn))
        let elbow = Point(x - direction * 6, top + sheet.lineHeight / 2)
        sheet.grid.append(.line(edge, elbow, .stroke(.rule)))
        values[anchor, default: []].append(
          .text(
            Text(
              shares.text(shares.parts[part], plan), at: Point(x, top + size), size: size, weight: .bold,
              anchor: anchor)))
        for (row, line) in side.blocks[place].lines.enumerated() {
          names[anchor, default: []].append(
            .text(
              Text(
                line, at: Point(x, top + size + Double(row + 1) * sheet.lineHeight), size: size,
                anchor: anchor)))
        }
      }
    }
    for anchor in [Text.Anchor.start, .end] {
      sheet.labels += (values[anchor] ?? []) + (names[anchor] ?? [])
    }
    sheet.height = height
  }
}
