import Drawing

/// Squares, ten a row: one for each thing where there are at most a hundred, else one for each hundredth of the whole.
enum Waffle {
  static func draw(_ plan: Plan, on sheet: inout Sheet) {
    let shares = Shares(plan)
    guard !shares.parts.isEmpty else {
      sheet.height = sheet.lineHeight
      return
    }
    let areWhole = shares.parts.allSatisfy { $0.value == $0.value.rounded() }
    let isCount = areWhole && shares.total <= 100 && plan.unit != "%"
    let cells = isCount ? shares.parts.map { Int($0.value) } : Waffle.hundredths(shares)
    let count = cells.reduce(0, +)
    let columns = 10
    let rows = (count + columns - 1) / columns
    let pitch = sheet.isNarrow ? 26.0 : sheet.isPrinted ? 20 : 24
    let side = pitch - 3
    let top = sheet.height
    var marks: [[Mark]] = []
    var index = 0
    for (part, number) in cells.enumerated() {
      let style = PartList.style(plan, shares, part)
      var own: [Mark] = []
      for _ in 0..<number {
        own.append(
          .rect(
            Rect(
              x: Double(index % columns) * pitch, y: top + Double(index / columns) * pitch, width: side,
              height: side),
            style))
        index += 1
      }
      marks.append(own)
    }
    for (part, own) in marks.enumerated() { sheet.data(part, own) }
    let gridBottom = top + Double(rows) * pitch
    let name = plan.series.first?.name ?? ""
    let key =
      isCount
      ? "1 carré = 1" + (name.isEmpty ? "" : " (" + name + ")")
      : "1 carré = 1\u{202F}% du total"
    let list = PartList(plan, shares)
    if sheet.isNarrow {
      sheet.height = gridBottom + 12
      list.draw(from: 0, to: sheet.width, on: &sheet)
      note(key, x: 0, on: &sheet)
    } else {
      let left = Double(columns) * pitch + 32
      sheet.height = top
      list.draw(from: left, to: sheet.width, on: &sheet)
      note(key, x: left, on: &sheet)
      sheet.height = max(sheet.height, gridBottom)
    }
  }

  private static func note(_ text: String, x: Double, on sheet: inout Sheet) {
    let size = sheet.textSize
    sheet.height += 2
    for line in TextBlock(text, width: sheet.width - x, size: size).lines {
      sheet.labels.append(.text(Text(line, at: Point(x, sheet.height + size), size: size, role: .ink2)))
      sheet.height += sheet.lineHeight
    }
  }

  /// Whole hundredths that make a hundred: largest remainders, equal ones in order.
  static func hundredths(_ shares: Shares) -> [Int] {
    var cells = shares.parts.map { Int(($0.share * 100).rounded(.down)) }
    let missing = max(0, 100 - cells.reduce(0, +))
    let order = shares.parts.indices.sorted { a, b in
      let (x, y) = (shares.parts[a].share * 100, shares.parts[b].share * 100)
      let (p, q) = (x - x.rounded(.down), y - y.rounded(.down))
      return p == q ? a < b : p > q
    }
    for index in order.prefix(missing) { cells[index] += 1 }
    return cells
  }
}
