import Drawing

/// Which colours, patterns and dashes tell the series apart.
struct Paint {
  private let emphasis: Set<String>
  private let count: Int
  private let perCategory: Bool

  init(_ plan: Plan, series count: Int? = nil) {
    self.count = count ?? plan.series.count
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

  /// The area of a value: of its category where there is one series, else of its series.
  func area(series: Int, name: String, category: Int, categoryName: String) -> Style {
    if perCategory, count == 1 { return Paint.area(category, of: 8) }
    if !emphasis.isEmpty {
      return .fill(emphasis.contains(name) || emphasis.contains(categoryName) ? .accent : .accent2)
    }
    return Paint.area(series, of: count)
  }

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

  /// The role that paints the nth of several series.
  static func role(_ index: Int, of count: Int) -> Role {
    if count <= 2 { return index == 0 ? .accent : .accent2 }
    return .series(index)
  }
}
