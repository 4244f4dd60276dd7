extension Chart {
  /// What the chart shows, in one or two French sentences made from the data, no more precise than they are.
  public static func description(_ specification: ChartSpecification) -> String {
    let plan = Plan(specification)
    guard !plan.isEmpty, let series = plan.series.first else { return "Graphique sans donnée." }
    var lowest: Int?
    var highest: Int?
    for (index, value) in series.values.enumerated() {
      guard let value else { continue }
      if lowest.flatMap({ series.values[$0] }).map({ value < $0 }) ?? true { lowest = index }
      if highest.flatMap({ series.values[$0] }).map({ value > $0 }) ?? true { highest = index }
    }
    guard let lowest, let highest else { return "Graphique sans donnée." }
    return
      "\(series.name) : de \(series.texts[highest]) (\(plan.categories[highest])) à \(series.texts[lowest]) (\(plan.categories[lowest]))."
  }

  /// What cannot be drawn as asked, the attribute named.
  public static func check(_ specification: ChartSpecification) -> [ChartFault] {
    if specification.data.categories.isEmpty || specification.data.series.isEmpty {
      return [
        ChartFault(
          .empty, "donnees", "Le tableau n’a aucune ligne à dessiner",
          help: "Nommez un tableau qui a des lignes de données.")
      ]
    }
    return []
  }
}
