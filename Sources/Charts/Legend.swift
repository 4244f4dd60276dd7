import Drawing

/// Names beside samples of what they name, in rows; only where names cannot stand at the marks.
struct Legend {
  enum Sample {
    case area(Style)
    case line(Style)
    case dot(Style)
  }

  var entries: [(sample: Sample, name: String)] = []

  /// Draws the rows from the sheet's present height down, and moves it below them.
  func draw(on sheet: inout Sheet, from left: Double = 0) {
    guard !entries.isEmpty else { return }
    let size = sheet.textSize
    let pitch = sheet.lineHeight + 4
    var x = left
    var y = sheet.height
    var texts: [Mark] = []
    for (sample, name) in entries {
      let sampleWidth = sample.width
      let limit = sheet.width - left - sampleWidth - 8
      let block = TextBlock(name, width: limit, size: size)
      let width = sampleWidth + 8 + block.width
      if x > left, x + width > sheet.width {
        x = left
        y += pitch
      }
      let middle = y + sheet.lineHeight / 2
      sheet.legend.append(contentsOf: sample.marks(x: x, y: middle))
      for (row, line) in block.lines.enumerated() {
        if row > 0 { y += sheet.lineHeight }
        texts.append(.text(Text(line, at: Point(x + sampleWidth + 8, y + size * 1.02), size: size)))
      }
      x += width + 20
    }
    sheet.legend.append(contentsOf: texts)
    sheet.height = y + pitch + 6
  }
}

extension Legend.Sample {
  var width: Double {
    switch self {
    case .area: 14
    case .line: 28
    case .dot: 12
    }
  }

  func marks(x: Double, y: Double) -> [Mark] {
    switch self {
    case .area(let style): [.rect(Rect(x: x, y: y - 7, width: 14, height: 14), style)]
    case .line(let style): [.line(Point(x, y), Point(x + 28, y), style)]
    case .dot(let style): [.circle(Point(x + 6, y), radius: 6, style)]
    }
  }
}
