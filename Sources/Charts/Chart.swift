import Drawing

/// From a specification to a drawing and to words.
public enum Chart {
  /// The measures every chart is laid out for: a screen of text, a telephone.
  public static let wide = 720.0
  public static let narrow = 340.0
  /// And for paper: shown on a column of 122 mm (461 px), its 14 px become 9 points.
  public static let printed = 538.0

  /// Lays a chart out on a width in pixels. Whatever `check` would say, a scene comes back; with nothing to draw it is empty.
  public static func scene(_ specification: ChartSpecification, width: Double = Chart.wide) -> Scene {
    let plan = Plan(specification)
    var sheet = Sheet(width: width)
    if plan.isEmpty {
      sheet.height = sheet.lineHeight
    } else {
      axisName(plan, on: &sheet)
      draw(plan, on: &sheet)
      notes(Callouts.draw(plan, on: &sheet), on: &sheet)
    }
    return sheet.scene(title: specification.title, description: description(specification))
  }

  /// What the axis of values counts, above it.
  private static func axisName(_ plan: Plan, on sheet: inout Sheet) {
    var name = plan.kind == .scatter ? "" : plan.specification.axis ?? ""
    if plan.isLogarithmic { name += name.isEmpty ? "Échelle logarithmique" : " (échelle logarithmique)" }
    guard !name.isEmpty else { return }
    for line in TextBlock(name, width: sheet.width, size: sheet.textSize).lines {
      sheet.labels.append(
        .text(Text(line, at: Point(0, sheet.height + sheet.textSize), size: sheet.textSize, role: .ink2)))
      sheet.height += sheet.lineHeight
    }
    sheet.height += 4
  }

  /// Remarks on categories, under the drawing.
  private static func notes(_ annotations: [ChartSpecification.Annotation], on sheet: inout Sheet) {
    guard !annotations.isEmpty else { return }
    sheet.height += 8
    for note in annotations {
      let head = TextMetrics.width(note.category + "\u{A0}: ", size: sheet.textSize, weight: .bold)
      let fits = head + TextMetrics.width(note.text, size: sheet.textSize) <= sheet.width
      let names = TextBlock(
        note.category + "\u{A0}:", width: sheet.width, size: sheet.textSize, weight: .bold, lines: 2)
      for line in names.lines {
        sheet.labels.append(
          .text(Text(line, at: Point(0, sheet.height + sheet.textSize), size: sheet.textSize, weight: .bold)))
        sheet.height += sheet.lineHeight
      }
      if fits { sheet.height -= sheet.lineHeight }
      for line in TextBlock(note.text, width: sheet.width, size: sheet.textSize, lines: 6).lines {
        sheet.labels.append(
          .text(
            Text(line, at: Point(fits ? head : 0, sheet.height + sheet.textSize), size: sheet.textSize)))
        sheet.height += sheet.lineHeight
      }
    }
    sheet.height += 2
  }

  private static func draw(_ plan: Plan, on sheet: inout Sheet) {
    switch plan.kind {
    case .bars, .groupedBars: VerticalBars.draw(plan, on: &sheet)
    case .horizontalBars: HorizontalBars.draw(plan, on: &sheet)
    case .stackedBars: StackedBars.draw(plan, on: &sheet)
    case .lines: Lines.draw(plan, on: &sheet)
    case .areas: Areas.draw(plan, on: &sheet)
    case .barsAndLines: BarsAndLines.draw(plan, on: &sheet)
    case .pie, .ring: Pie.draw(plan, on: &sheet)
    case .dots: Dots.draw(plan, on: &sheet)
    case .scatter: Scatter.draw(plan, on: &sheet)
    case .radar: Radar.draw(plan, on: &sheet)
    case .gauge: Gauge.draw(plan, on: &sheet)
    case .target: Target.draw(plan, on: &sheet)
    case .slope: Slope.draw(plan, on: &sheet)
    case .waffle: Waffle.draw(plan, on: &sheet)
    case .pictograms: Pictograms.draw(plan, on: &sheet)
    case .pyramid: Pyramid.draw(plan, on: &sheet)
    case .heat: Heat.draw(plan, on: &sheet)
    case .tree: Tree.draw(plan, on: &sheet)
    case .sparkline: Sparkline.draw(plan, on: &sheet)
    }
  }
}
