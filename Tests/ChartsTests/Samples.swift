import Charts

/// Charts of every type over easy and ugly data.
enum Samples {
  static var all: [ChartSpecification] { bars + lines }

  static let levels = ["Terminale", "3e", "Terminale professionnelle", "BTS, 2e année", "CAP, 2e année"]
  static let certified: [Double?] = [15340, 8455, 5605, 2912, 1025]

  static func make(
    _ kind: ChartKind, _ title: String, _ categories: [String], _ series: [(String, [Double?])],
    unit: String? = nil,
    _ change: (inout ChartSpecification) -> Void = { _ in }
  ) -> ChartSpecification {
    var specification = ChartSpecification(
      kind: kind,
      data: ChartData(
        categories: categories, series: series.map { ChartData.Series($0.0, values: $0.1, unit: unit) }),
      title: "\(kind.rawValue) : \(title)", unit: unit)
    change(&specification)
    return specification
  }

  static let years = ["2019-2020", "2020-2021", "2021-2022", "2022-2023", "2023-2024", "2024-2025"]

  static let bars: [ChartSpecification] = [
    make(.bars, "élèves certifiés", levels, [("Certifiés", certified)]) {
      $0.colors = .emphasis(["Terminale"])
    },
    make(.bars, "par an", years, [("Formations", [112, 87, 134, 160, nil, 201])]) {
      $0.references = [.init(value: 130, label: "moyenne nationale")]
    },
    make(.horizontalBars, "référence", levels, [("Réussite", [98.8, 30.7, 88.7, 78.9, 53.7])], unit: "%") {
      $0.references = [.init(value: 70, label: "moyenne nationale")]
      $0.maximum = 100
    },
    make(
      .bars, "négatives", ["Ardennes", "Aube", "Marne", "Meuse"], [("Évolution", [3.2, -1.5, 0.4, -2.75])],
      unit: "%"),
    make(
      .horizontalBars, "négatives", ["Ardennes", "Aube", "Marne", "Meuse"],
      [("Évolution", [3.2, -1.5, 0, -2.75])], unit: "%"),
    make(
      .groupedBars, "deux années", ["Écoles", "Collèges", "Lycées"],
      [("2023-2024", [120, 80, 44]), ("2024-2025", [140, 96, nil])]),
    make(
      .groupedBars, "quatre départements", levels,
      [
        ("Meurthe-et-Moselle", certified), ("Meuse", [900, 800, 500, 100, 20]),
        ("Moselle", [8000, 4000, 3000, 1000, 500]), ("Vosges", [3000, 2000, 1000, 500, 0]),
      ]),
    make(.bars, "une seule", ["Nancy"], [("Valeur", [42])]),
    make(
      .bars, "quarante", (1...40).map { "Établissement \($0)" },
      [("Valeur", (1...40).map { Double($0 * 37 % 101) })]),
  ]

  static let lines: [ChartSpecification] = [
    make(.lines, "une série", years, [("Formations", [112, 87, 134, 160, 180, 201])]),
    make(
      .lines, "quatre séries", years,
      [
        ("Meurthe-et-Moselle", [112, 87, 134, nil, 180, 201]), ("Meuse", [12, 17, 34, 60, 80, 98]),
        ("Moselle", [99, 98, 97, 96, 95, 94]), ("Vosges", [50, 55, 66, 61, 70, 90]),
      ]
    ) {
      $0.references = [.init(value: 130, label: "moyenne nationale")]
    },
  ]
}
