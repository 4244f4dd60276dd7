import Drawing
import Glibc

/// A half ring filled as far as the value, with the objective marked; one for each category.
enum Gauge {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let size = sheet.textSize
    let count = plan.count
    let columns = sheet.isNarrow ? 1 : min(count, sheet.isPrinted ? 2 : 3)
    let cell = (sheet.width - Double(columns - 1) * 24) / Double(columns)
    let radius = min((cell - 8) / 2, count == 1 && !sheet.isPrinted ? 130 : 100)
    let ring = radius * 0.24
    let paint = Paint(plan)
    let unit = plan.unit
    // The scale: as asked, else the whole for a percentage, else a round number beyond all values.
    var high = plan.maximum
    if high <= 0 {
      let most = plan.extent.high
      high = unit == "%" && most <= 100 ? 100 : Ticks.roundUp(most)
    }
    let format = FigureFormat(for: [high], unit: unit)
    var marks: [Mark] = []
    var tracks: [Mark] = []
    var row = sheet.height
    var tallest = 0.0
    for category in 0..<count {
      let column = category % columns
      if column == 0, category > 0 {
        row += tallest + 20
        tallest = 0
      }
      let center = Point(Double(column) * (cell + 24) + cell / 2, row + radius + 4)
      func point(_ share: Double, _ distance: Double) -> Point {
        Point(center.x - distance * cos(.pi * share), center.y - distance * sin(.pi * share))
      }
      func band(_ from: Double, _ to: Double) -> Path {
        var path = Path()
        path.move(to: point(from, radius))
        path.arc(radius: radius, large: false, clockwise: true, to: point(to, radius))
        path.line(to: point(to, radius - ring))
        path.arc(radius: radius - ring, large: false, clockwise: false, to: point(from, radius - ring))
        path.close()
        return path
      }
      tracks.append(.path(band(0, 1), Style(fill: .tint, stroke: .rule)))
      let value = plan.value(0, category)
      if let value {
        let share = min(max(value / high, 0), 1)
        if share > 0 { marks.append(.path(band(0, share), paint.area(0, category))) }
      }
      // Inside the ring, as large as its hole lets it; below it if that would be too small to read.
      let hole = (radius - ring - 12) * 1.8
      let text = plan.text(0, category)
      let fitting = hole / max(TextMetrics.width(text, size: 1, weight: .bold), 0.1)
      let valueSize = min((radius * 0.26).rounded(), fitting.rounded(.down))
      var y = center.y + size + 6
      if valueSize >= size {
        sheet.labels.append(
          .text(
            Text(text, at: Point(center.x, center.y - 6), size: valueSize, weight: .bold, anchor: .middle)))
      }
      let bounds = [
        (center.x - radius + ring / 2, format.text(0, withUnit: false)),
        (center.x + radius - ring / 2, format.text(high)),
      ]
      for (x, text) in bounds {
        let half = TextMetrics.width(text, size: size) / 2
        sheet.labels.append(
          .text(
            Text(
              text, at: Point(min(max(x, half), sheet.width - half), y), size: size, anchor: .middle,
              role: .ink2)))
      }
      y += 6
      if valueSize < size {
        y += sheet.lineHeight
        let block = TextBlock(text, width: cell, size: size, weight: .bold, lines: 2)
        for line in block.lines {
          sheet.labels.append(
            .text(Text(line, at: Point(center.x, y), size: size, weight: .bold, anchor: .middle)))
          y += sheet.lineHeight
        }
        y -= sheet.lineHeight
      }
      if let objective = plan.objective?.values[category] {
        let share = min(max(objective / high, 0), 1)
        sheet.axis.append(
          .line(point(share, radius - ring - 5), point(share, radius + 3), .stroke(.ground, 6)))
        sheet.axis.append(
          .line(point(share, radius - ring - 5), point(share, radius + 3), .stroke(.ink, 2.5)))
        y += sheet.lineHeight
        let text = "objectif\u{A0}: " + (plan.objective?.texts[category] ?? "")
        let block = TextBlock(text, width: cell, size: size, lines: 2)
        for line in block.lines {
          sheet.labels.append(
            .text(Text(line, at: Point(center.x, y), size: size, anchor: .middle, role: .ink2)))
          y += sheet.lineHeight
        }
        y -= sheet.lineHeight
      }
      if count > 1 || !plan.categories[category].isEmpty {
        let block = TextBlock(plan.categories[category], width: cell, size: size, weight: .bold)
        for line in block.lines {
          y += sheet.lineHeight
          sheet.labels.append(
            .text(Text(line, at: Point(center.x, y), size: size, weight: .bold, anchor: .middle)))
        }
      }
      tallest = max(tallest, y - row + 6)
    }
    sheet.grid += tracks
    sheet.data(0, marks)
    sheet.height = row + tallest
  }
}

extension Ticks {
  /// The next round number: 1, 2, 2.5, 5 or 10 times a power of ten.
  static func roundUp(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return 1 }
    let power = pow(10, floor(log10(value)))
    for step in [1, 2, 2.5, 5, 10] where value <= step * power * (1 + 1e-9) { return step * power }
    return 10 * power
  }
}
