import Drawing

/// Which colours, patterns and dashes tell the series apart.
struct Paint {
  private let emphasis: Set<String>
  private let count: Int
  private let perCategory: Bool
  private let hasPrevious: Bool
  private let categories: [String]
  private let names: [String]

  init(_ plan: Plan) {
    hasPrevious = plan.hasPrevious
    count = plan.series.count - (hasPrevious ? 1 : 0)
    categories = plan.categories
    names = plan.series.map(\.name)
    switch plan.specification.colors {
    case .automatic:
      emphasis = []
      perCategory = false
    case .emphasis(let names):
      emphasis = Set(names)
      perCategory = false
    case .categories:
      emphasis = []
      perCategory = true
    }
  }

  func emphasises(_ name: String) -> Bool { emphasis.contains(name) }

  /// The area of a value: of its category where there is one series and it asks for it, else of its series.
  func area(_ series: Int, _ category: Int = 0) -> Style {
    if hasPrevious {
      return series == 0 ? .fill(.accent2) : Paint.area(count == 1 ? 0 : series - 1, of: max(count, 3))
    }
    if perCategory, count == 1 { return Paint.area(category, of: 8) }
    if !emphasis.isEmpty {
      let strong = emphasis.contains(names[series]) || emphasis.contains(categories[category])
      return .fill(strong ? .accent : .accent2)
    }
    return Paint.area(series, of: count)
  }

  /// The nth series as a line.
  func line(_ series: Int, width: Double = 2.5) -> Style {
    if hasPrevious {
      return series == 0 ? .stroke(.accent2, 2, .dashed) : Paint.line(series - 1, of: count, width: width)
    }
    if !emphasis.isEmpty { return .stroke(emphasis.contains(names[series]) ? .accent : .accent2, width) }
    return Paint.line(series, of: count, width: width)
  }

  /// The role that paints the nth series as points.
  func role(_ series: Int) -> Role { line(series).stroke ?? .accent }

  /// The nth of several areas.
  static func area(_ index: Int, of count: Int) -> Style {
    if count <= 2 { return .fill(index == 0 ? .accent : .accent2) }
    let patterns: [Style.Pattern?] = [nil, nil, nil, nil, .rising, .falling, .dots, .upright]
    return .fill(.series(index), index < 8 ? patterns[max(index, 0)] : .cross)
  }

  /// The nth of several lines.
  static func line(_ index: Int, of count: Int, width: Double = 2.5) -> Style {
    if count <= 2 { return .stroke(index == 0 ? .accent : .accent2, width) }
    let dashes: [Style.Dash] = [.solid, .solid, .solid, .solid, .dashed, .dashed, .dotted, .mixed]
    return .stroke(.series(index), width, dashes[index % 8])
  }
}
