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

  /// A stroke across one bar, parted from it by the ground.
  static func mark(_ plan: Plan, scale: Scale, from top: Double, to bottom: Double, on sheet: inout Sheet) {
    for reference in plan.references {
      let x = scale(reference.value)
      sheet.axis.append(.line(Point(x, top), Point(x, bottom), .stroke(.ground, 5)))
    }
    for reference in plan.references {
      let x = scale(reference.value)
      sheet.axis.append(.line(Point(x, top), Point(x, bottom), .stroke(.ink, 2)))
    }
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 0x30 < 10 }
}
