import Drawing

/// The parts of a whole as a list: sample, value, name.
struct PartList {
  private let rows: [(style: Style, value: String, name: String)]

  init(_ plan: Plan, _ shares: Shares) {
    rows = shares.parts.enumerated().map { index, part in
      (PartList.style(plan, shares, index), shares.text(part, plan), plan.categories[part.category])
    }
  }

  static func style(_ plan: Plan, _ shares: Shares, _ index: Int) -> Style {
    let category = plan.categories[shares.parts[index].category]
    if case .emphasis(let names) = plan.specification.colors {
      return .fill(names.contains(category) ? .accent : .accent2)
    }
    return Paint.area(index, of: shares.parts.count)
  }

  func height(width: Double, sheet: Sheet) -> Double {
    var copy = Sheet(width: sheet.width)
    draw(from: sheet.width - width, to: sheet.width, on: &copy)
    return copy.height
  }

  /// Draws the list from the sheet's present height down.
  func draw(from left: Double, to right: Double, on sheet: inout Sheet) {
    let size = sheet.textSize
    var values: [Mark] = []
    var names: [Mark] = []
    for row in rows {
      let valueWidth = TextMetrics.width(row.value, size: size, weight: .bold)
      let x = left + 22
      sheet.legend.append(.rect(Rect(x: left, y: sheet.height + 2, width: 14, height: 14), row.style))
      values.append(.text(Text(row.value, at: Point(x, sheet.height + size), size: size, weight: .bold)))
      let nameWidth = TextMetrics.width(row.name, size: size)
      if x + valueWidth + 10 + nameWidth <= right {
        names.append(.text(Text(row.name, at: Point(x + valueWidth + 10, sheet.height + size), size: size)))
        sheet.height += sheet.lineHeight + 6
      } else {
        let block = TextBlock(row.name, width: right - x, size: size)
        for line in block.lines {
          sheet.height += sheet.lineHeight
          names.append(.text(Text(line, at: Point(x, sheet.height + size), size: size)))
        }
        sheet.height += sheet.lineHeight + 6
      }
    }
    sheet.labels += values + names
  }
}
