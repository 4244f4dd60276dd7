import Charts
import TestSupport

/// Charts that nobody would draw, and some that somebody will.
enum RandomCharts {
  static let words = [
    "Terminale", "professionnelle", "Nancy", "Metz", "éducation", "de", "la", "formation", "à",
    "intercommunalités",
    "anticonstitutionnellement", "3e", "BTS", "numérique", "et", "établissements", "Meurthe-et-Moselle", "IA",
    "l’école",
  ]

  static func name(using random: inout SeededNumbers) -> String {
    let count = Int.random(in: 1...4, using: &random) * (Int.random(in: 0..<12, using: &random) == 0 ? 4 : 1)
    return (0..<count).map { _ in words[Int.random(in: 0..<words.count, using: &random)] }.joined(
      separator: " ")
  }

  static func specification(_ kind: ChartKind, using random: inout SeededNumbers) -> ChartSpecification {
    let count = [1, 2, 3, 5, 8, 12, 20, 40][Int.random(in: 0..<8, using: &random)]
    let seriesCount = Int.random(in: 1...5, using: &random)
    let scale = [1.0, 100, 12_345, 3_000_000, 0.02][Int.random(in: 0..<5, using: &random)]
    let style = Int.random(in: 0..<6, using: &random)
    func value() -> Double? {
      switch style {
      case 0: return (Double.random(in: 0...1, using: &random) * scale * 10).rounded() / 10
      case 1: return (Double.random(in: -1...1, using: &random) * scale * 10).rounded() / 10
      case 2:
        return Int.random(in: 0..<4, using: &random) == 0 ? nil : Double.random(in: 0...scale, using: &random)
      case 3: return scale
      case 4: return 0
      default:
        let x = Double.random(in: 0...1, using: &random)
        return (x * x * x * x * scale * 100).rounded() / 100
      }
    }
    let unit = [nil, "%", "€", "élèves"][Int.random(in: 0..<4, using: &random)]
    var specification = ChartSpecification(
      kind: kind,
      data: ChartData(
        categories: (0..<count).map { _ in name(using: &random) },
        series: (0..<seriesCount).map { _ in
          ChartData.Series(name(using: &random), values: (0..<count).map { _ in value() }, unit: unit)
        },
        categoryName: "Thématique"),
      title: "Essai")
    if Int.random(in: 0..<3, using: &random) == 0 {
      specification.data.positions = (0..<count).map { _ in Double(Int.random(in: 0..<1000, using: &random)) }
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        specification.references.append(
          .init(value: Double.random(in: 0...1, using: &random) * scale, label: name(using: &random)))
      }
    }
    if Int.random(in: 0..<3, using: &random) == 0 {
      specification.objective = .init(
        "Objectif", values: (0..<count).map { _ in value().map(abs) }, unit: unit)
    }
    if Int.random(in: 0..<5, using: &random) == 0 {
      specification.previous = .init("2023-2024", values: (0..<count).map { _ in value() }, unit: unit)
    }
    if Int.random(in: 0..<3, using: &random) == 0,
      let category = specification.data.categories.randomElement(using: &random)
    {
      specification.annotations = [.init(category: category, text: name(using: &random))]
    }
    if Int.random(in: 0..<4, using: &random) == 0 { specification.sort = .descending }
    if Int.random(in: 0..<6, using: &random) == 0 { specification.colors = .categories }
    return specification
  }
}
