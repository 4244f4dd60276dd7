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

  func draw(
    series: [Plan.Series], across: PointAxis, scale: Scale, in range: ClosedRange<Double>,
    on sheet: inout Sheet
  ) {
    var wishes: [Double] = []
    var heights: [Double] = []
    var ends: [(series: Int, point: Point, text: String)] = []
    for (index, one) in series.enumerated() {
      guard let last = one.values.lastIndex(where: { $0 != nil }), let value = one.values[last] else {
        continue
      }
      let point = Point(across(last), scale(value))
      ends.append((index, point, one.texts[last]))
      wishes.append(point.y)
      heights.append(Double(blocks[index].lines.count + 1) * lineHeight + 4)
    }
    let reach = max(range.upperBound, range.lowerBound + heights.reduce(0, +))
    let centres = Spread.place(wishes, heights: heights, in: range.lowerBound...reach)
    let left = sheet.width - width + leader
    var names: [Mark] = []
    var values: [Mark] = []
    for (position, end) in ends.enumerated() {
      let top = centres[position] - heights[position] / 2 + 2
      let middle = top + lineHeight / 2
      var baseline = top + size
      values.append(.text(Text(end.text, at: Point(left, baseline), size: size, weight: .bold)))
      for line in blocks[end.series].lines {
        baseline += lineHeight
        names.append(.text(Text(line, at: Point(left, baseline), size: size)))
      }
      if series.count > 1, abs(middle - end.point.y) > 3 || end.point.x < left - leader - 10 {
        sheet.grid.append(
          .line(Point(end.point.x + 6, end.point.y), Point(left - 4, middle), .stroke(.rule)))
      }
    }
    sheet.labels += values + names
    sheet.height = max(sheet.height, reach)
  }
}
