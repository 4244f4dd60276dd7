import Drawing

/// A specification made ready to draw: values finite, as many as categories, in the order asked for, each with its text.
struct Plan {
  struct Series {
    var name: String
    var values: [Double?]
    var texts: [String]
    var unit: String?
  }

  let kind: ChartKind
  var specification: ChartSpecification
  var categories: [String]
  var positions: [Double]?
  var series: [Series]
  var objective: Series?
  /// Whether the first series is the earlier edition.
  var hasPrevious = false
  /// For each drawn category, its index in the specification.
  var order: [Int]

  init(_ specification: ChartSpecification) {
    self.specification = specification
    kind = specification.kind
    let count = specification.data.categories.count
    let order = Plan.order(of: specification)
    self.order = order
    let identity = order.elementsEqual(0..<count)
    func ready(_ series: ChartData.Series) -> Series {
      var values = series.values
      for index in values.indices where values[index].map({ !$0.isFinite || abs($0) > 1e15 }) ?? false {
        values[index] = nil
      }
      if values.count > count { values.removeLast(values.count - count) }
      while values.count < count { values.append(nil) }
      var texts = series.texts
      if texts.count != count {
        // All series of one unit are written alike.
        let unit = series.unit ?? specification.unit
        let alike = specification.data.series.filter { ($0.unit ?? specification.unit) == unit }.flatMap(
          \.values)
        texts = FigureFormat(for: values + alike, unit: unit).texts(values)
      }
      for index in texts.indices where values[index] == nil && texts[index].isEmpty { texts[index] = "n. d." }
      if identity { return Series(name: series.name, values: values, texts: texts, unit: series.unit) }
      return Series(
        name: series.name, values: order.map { values[$0] }, texts: order.map { texts[$0] }, unit: series.unit
      )
    }
    categories = identity ? specification.data.categories : order.map { specification.data.categories[$0] }
    if let positions = specification.data.positions, positions.count == count,
      positions.allSatisfy({ $0.isFinite && abs($0) < 1e15 })
    {
      self.positions = order.map { positions[$0] }
    }
    series = specification.data.series.map(ready)
    objective = specification.objective.map(ready)
    if let previous = specification.previous, kind.showsPrevious {
      series.insert(ready(previous), at: 0)
      hasPrevious = true
    }
  }

  var isEmpty: Bool {
    categories.isEmpty || series.allSatisfy { $0.values.allSatisfy { $0 == nil } }
  }

  /// Smallest and largest value drawn, references, objectives and the earlier edition included.
  var extent: (low: Double, high: Double) {
    var low = Double.infinity
    var high = -Double.infinity
    func take(_ value: Double) {
      low = min(low, value)
      high = max(high, value)
    }
    for one in series { for case let value? in one.values { take(value) } }
    for case let value? in objective?.values ?? [] { take(value) }
    for reference in specification.references where reference.value.isFinite && abs(reference.value) < 1e15 {
      take(reference.value)
    }
    return low <= high ? (low, high) : (0, 1)
  }

  /// Sorted by the first series where asked; unknown values come last, equal ones keep their order.
  private static func order(of specification: ChartSpecification) -> [Int] {
    let indices = Array(specification.data.categories.indices)
    guard let sort = specification.sort else { return indices }
    let values = specification.data.series.first?.values ?? []
    func value(_ index: Int) -> Double? {
      index < values.count ? values[index].flatMap { $0.isFinite ? $0 : nil } : nil
    }
    switch sort {
    case .alphabetical:
      let names = specification.data.categories
      let keys = names.map { Array($0.lowercased().unicodeScalars.lazy.map { SortKey.base(of: $0.value) }) }
      return indices.sorted {
        keys[$0] == keys[$1] ? $0 < $1 : keys[$0].lexicographicallyPrecedes(keys[$1])
      }
    case .ascending, .descending:
      return indices.sorted { a, b in
        switch (value(a), value(b)) {
        case (let x?, let y?) where x != y: sort == .ascending ? x < y : x > y
        case (_?, nil): true
        case (nil, _?): false
        default: a < b
        }
      }
    }
  }
}

extension ChartKind {
  /// Whether the earlier edition can be drawn beside the present one.
  var showsPrevious: Bool {
    switch self {
    case .bars, .horizontalBars, .groupedBars, .lines, .dots, .slope, .radar: true
    default: false
    }
  }
}

extension Plan {
  /// The values of one series, or the text and value of one cell.
  func value(_ index: Int, _ category: Int) -> Double? { series[index].values[category] }
  func text(_ index: Int, _ category: Int) -> String { series[index].texts[category] }

  /// Whether the scale is one of powers of ten: asked for, and possible.
  var isLogarithmic: Bool {
    specification.logarithmic && kind.takesLogarithm && extent.low > 0
  }

  var count: Int { categories.count }
  var unit: String? { series.last?.unit ?? specification.unit }

  /// The end of the scale asked for, if it makes sense.
  var maximum: Double {
    guard let maximum = specification.maximum, maximum.isFinite, abs(maximum) < 1e15 else {
      return -.infinity
    }
    return maximum
  }

  /// Numbers made from the data (totals, shares), with as many decimals as the data have.
  func format(_ index: Int = 0) -> FigureFormat {
    guard index < series.count else { return FigureFormat(decimals: 0) }
    return FigureFormat(for: series[index].values, unit: series[index].unit ?? specification.unit)
  }
}

/// Letters without their accents, enough to put French names in order.
enum SortKey {
  static func base(of code: UInt32) -> UInt32 {
    switch code {
    case 0xE0...0xE5: 0x61
    case 0xE7: 0x63
    case 0xE8...0xEB: 0x65
    case 0xEC...0xEF: 0x69
    case 0xF1: 0x6E
    case 0xF2...0xF6: 0x6F
    case 0xF9...0xFC: 0x75
    case 0xFD, 0xFF: 0x79
    case 0x153: 0x6F
    default: code
    }
  }
}
