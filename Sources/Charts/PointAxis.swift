import Drawing

/// Where categories lie from left to right when each is a point: evenly, or at their own numbers or days.
struct PointAxis {
  private let places: [Double]
  private let from: Double
  private let to: Double

  init(_ plan: Plan, from: Double, to: Double, evenly: Bool = false) {
    self.from = from
    self.to = to
    let count = plan.categories.count
    if !evenly, let positions = plan.positions, let low = positions.min(), let high = positions.max(),
      high > low
    {
      places = positions.map { from + ($0 - low) / (high - low) * (to - from) }
    } else if count == 1 {
      places = [(from + to) / 2]
    } else {
      places = (0..<count).map { from + Double($0) / Double(count - 1) * (to - from) }
    }
  }

  func callAsFunction(_ category: Int) -> Double { places[category] }

  /// Names under the axis: all of them if they fit, else every second, third… always with the first.
  func draw(_ plan: Plan, zero y: Double, on sheet: inout Sheet) {
    let size = sheet.textSize
    let count = plan.categories.count
    let order = places.indices.sorted { places[$0] == places[$1] ? $0 < $1 : places[$0] < places[$1] }
    let narrowest = count > 1 ? (to - from) / Double(count - 1) : to - from
    var blocks = plan.categories.map { TextBlock($0, width: max(narrowest - 6, 64), size: size) }
    // Fewer names rather than cut ones.
    if blocks.contains(where: { !$0.isWhole }) {
      blocks = plan.categories.map { TextBlock($0, width: max(narrowest - 6, 112), size: size) }
    }
    var step = 1
    while step < count, !fits(blocks, order, every: step, width: sheet.width) { step += 1 }
    var tallest = 0
    for position in stride(from: 0, to: count, by: step) {
      let category = order[position]
      let block = blocks[category]
      let half = block.width / 2
      let x = min(max(places[category], half), sheet.width - half)
      for (row, line) in block.lines.enumerated() {
        sheet.labels.append(
          .text(
            Text(
              line, at: Point(x, y + 8 + size + Double(row) * sheet.lineHeight), size: size, anchor: .middle,
              role: .ink2)))
      }
      tallest = max(tallest, block.lines.count)
    }
    sheet.height = max(sheet.height, y + 8 + Double(tallest) * sheet.lineHeight + 2)
  }

  private func fits(_ blocks: [TextBlock], _ order: [Int], every step: Int, width: Double) -> Bool {
    var end = -Double.infinity
    for position in stride(from: 0, to: order.count, by: step) {
      let category = order[position]
      let half = blocks[category].width / 2
      let x = min(max(places[category], half), width - half)
      if x - half < end + 8 { return false }
      end = x + half
    }
    return true
  }
}
