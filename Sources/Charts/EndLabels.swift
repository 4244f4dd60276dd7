import Drawing

/// The names of lines at their ends, with their last value, moved apart where they would touch.
struct EndLabels {
  private let blocks: [TextBlock]
  private let size: Double
  private let lineHeight: Double
  /// What they take of the width of the sheet, leaders included.
  let width: Double
  private let leader = 22.0

  init(_ series: [Plan.Series], sheet: Sheet) {
    size = sheet.textSize
    lineHeight = sheet.lineHeight
    let limit = sheet.width * (sheet.isNarrow ? 0.3 : 0.24)
    var widest = 0.0
    blocks = series.map { one in
      let block = TextBlock(one.name, width: limit, size: sheet.textSize)
      let last = one.values.lastIndex { $0 != nil }.map { one.texts[$0] } ?? ""
      widest = max(widest, block.width, TextMetrics.width(last, size: sheet.textSize, weight: .bold))
      return block
    }
    width = widest + leader
  }

  private func height(of index: Int) -> Double { Double(blocks[index].lines.count + 1) * lineHeight + 4 }

  /// What all of them need, one above the other.
  var height: Double { blocks.indices.reduce(0) { $0 + height(of: $1) } }

  /// - Parameter ends: for each series, where it ends and at which category; `nil` where it has no value.
  func draw(
    ends: [(point: Point, category: Int)?], series: [Plan.Series], in range: ClosedRange<Double>,
    on sheet: inout Sheet
  ) {
    var drawn: [(series: Int, point: Point, text: String)] = []
    var wishes: [Double] = []
    var heights: [Double] = []
    for (index, end) in ends.enumerated() {
      guard let end else { continue }
      drawn.append((index, end.point, series[index].texts[end.category]))
      let height = self.height(of: index)
      // The value, which is its first line, stands beside the end.
      wishes.append(end.point.y + (height - lineHeight) / 2 - 2)
      heights.append(height)
    }
    let centres = Spread.place(wishes, heights: heights, in: range)
    let left = sheet.width - width + leader
    var names: [Mark] = []
    var values: [Mark] = []
    for (position, end) in drawn.enumerated() {
      let top = centres[position] - heights[position] / 2 + 2
      let middle = top + lineHeight / 2
      var baseline = top + size
      values.append(.text(Text(end.text, at: Point(left, baseline), size: size, weight: .bold)))
      for line in blocks[end.series].lines {
        baseline += lineHeight
        names.append(.text(Text(line, at: Point(left, baseline), size: size)))
      }
      if series.count > 1 {
        sheet.grid.append(.line(Point(end.point.x + 6, end.point.y), Point(left - 4, middle), .stroke(.rule)))
      }
    }
    sheet.labels += values + names
  }
}
