import Drawing

/// From a specification to a drawing and to words.
public enum Chart {
  /// The two measures every chart is laid out for: a screen of text, and a telephone.
  public static let wide = 720.0
  public static let narrow = 340.0

  /// Lays a chart out on a width in pixels. Whatever `check` would say, a scene comes back; with nothing to draw it is empty.
  public static func scene(_ specification: ChartSpecification, width: Double = Chart.wide) -> Scene {
    let plan = Plan(specification)
    var sheet = Sheet(width: width)
    if plan.isEmpty {
      sheet.height = sheet.lineHeight
    } else {
      draw(plan, on: &sheet)
    }
    return sheet.scene(title: specification.title, description: description(specification))
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
