import Drawing

extension Plan {
  /// The references that can be drawn.
  var references: [ChartSpecification.Reference] {
    specification.references.filter { $0.value.isFinite && abs($0.value) < 1e15 }
  }
}

/// Labelled lines at given values.
enum References {
  /// What a reader sees of one: its name, and its value unless the name says it.
  static func text(_ reference: ChartSpecification.Reference, _ plan: Plan) -> String {
    let value = FigureFormat(for: [reference.value], unit: plan.series.first?.unit ?? plan.specification.unit)
      .text(reference.value)
    if reference.label.isEmpty { return value }
    return reference.label.utf8.contains { $0.isDigit }
      ? reference.label : reference.label + "\u{A0}: " + value
  }

  /// Puts the names above lying bars, each over its line as nearly as the frame and the others let it.
  static func reserve(_ plan: Plan, scale: Scale, on sheet: inout Sheet) {
    let references = plan.references
    guard !references.isEmpty else { return }
    for reference in references {
      let block = TextBlock(text(reference, plan), width: sheet.width * 0.9, size: sheet.textSize, lines: 2)
      let x = min(max(scale(reference.value), block.width / 2), sheet.width - block.width / 2)
      for line in block.lines {
        sheet.labels.append(
          .text(
            Text(
              line, at: Point(x, sheet.height + sheet.textSize), size: sheet.textSize, anchor: .middle,
              role: .ink2)))
        sheet.height += sheet.lineHeight
      }
    }
    sheet.height += 6
  }

  /// Where a label that would begin (`.start`) or end (`.end`) at `x` begins or ends so that no line runs through it.
  static func clear(_ x: Double, width: Double, anchor: Text.Anchor, of lines: [Double]) -> Double {
    var x = x
    if anchor == .start {
      for line in lines.sorted() where line > x - 4 && line < x + width + 4 { x = line + 6 }
    } else {
      for line in lines.sorted(by: >) where line < x + 4 && line > x - width - 4 { x = line - 6 }
    }
    return x
  }

  /// The baseline, at or above the one wished for, of text that no line runs through.
  static func above(_ baseline: Double, size: Double, of lines: [Double]) -> Double {
    var baseline = baseline
    for line in lines.sorted(by: >) where line < baseline + size * 0.25 && line > baseline - size {
      baseline = line - size * 0.25 - 1
    }
    return baseline
  }

  /// A stroke across one bar, parted from it by the ground.
  static func mark(_ plan: Plan, scale: Scale, from top: Double, to bottom: Double, on sheet: inout Sheet) {
    for reference in plan.references {
      let x = scale(reference.value)
      sheet.halos.append(.line(Point(x, top), Point(x, bottom), .stroke(.ground, 5)))
      sheet.strokes.append(.line(Point(x, top), Point(x, bottom), .stroke(.ink, 2)))
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
}
