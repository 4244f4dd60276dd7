import Diagnostics

extension Chart {
  /// What cannot be drawn as asked, or would mislead: in the order of the attributes, the first reasons first.
  public static func check(_ specification: ChartSpecification) -> [ChartFault] {
    let data = specification.data
    guard !data.categories.isEmpty else {
      return [
        ChartFault(
          .empty, "donnees", "Le tableau n’a aucune ligne à dessiner",
          help: "donnez un tableau qui a au moins une ligne, total mis à part")
      ]
    }
    guard !data.series.isEmpty else {
      return [
        ChartFault(
          .missing, "y", "Il manque la colonne des valeurs",
          help: "ajoutez y=« le nom d’une colonne de nombres »")
      ]
    }
    var faults: [ChartFault] = []
    for series in data.series where series.values.allSatisfy({ $0 == nil }) {
      faults.append(.notNumeric(column: series.name, attribute: "y"))
    }
    if faults.isEmpty { faults += shape(of: specification) + signs(of: specification) }
    return faults + attributes(of: specification)
  }

  /// How many categories and series a type can show.
  private static func shape(of specification: ChartSpecification) -> [ChartFault] {
    let kind = specification.kind
    let rows = specification.data.categories.count
    let columns =
      specification.data.series.count + (specification.previous != nil && kind.showsPrevious ? 1 : 0)
    let name = "« \(kind.rawValue) »"
    var faults: [ChartFault] = []
    func tooMany(_ what: String, _ limit: Int, _ count: Int, _ attribute: String, _ instead: String) {
      if count > limit {
        faults.append(
          ChartFault(
            .tooMany, attribute, "\(name) ne se lit plus au-delà de \(limit) \(what), et il y en a \(count)",
            help: instead))
      }
    }
    func tooFew(_ what: String, _ least: Int, _ count: Int, _ attribute: String, _ instead: String) {
      if count < least {
        faults.append(
          ChartFault(.tooFew, attribute, "\(name) demande au moins \(least) \(what)", help: instead))
      }
    }
    switch kind {
    case .pie, .ring, .waffle:
      tooMany(
        "parts", 8, rows, "type",
        "regroupez les plus petites sous « Autres », ou écrivez type=barres-horizontales")
    case .tree: tooMany("parts", 40, rows, "type", "écrivez type=barres-horizontales")
    case .radar:
      tooFew("lignes", 3, rows, "type", "écrivez type=barres")
      tooMany("lignes", 12, rows, "type", "écrivez type=barres-horizontales")
      tooMany("séries", 4, columns, "y", "gardez les colonnes qui comptent")
    case .gauge: tooMany("jauges", 6, rows, "type", "écrivez type=cible ou type=barres-horizontales")
    case .slope:
      tooFew(
        "colonnes", 2, columns, "y",
        "nommez les deux éditions : y=\"2023-2024,2024-2025\", ou comparer=edition")
    case .pyramid:
      if columns != 2 {
        faults.append(
          ChartFault(
            columns < 2 ? .tooFew : .tooMany, "y", "\(name) oppose deux colonnes, et il y en a \(columns)",
            help: "nommez les deux : y=\"Femmes,Hommes\""))
      }
    case .barsAndLines:
      tooFew(
        "colonnes", 2, columns, "y", "nommez les barres et les courbes dans y, et les courbes dans lignes")
    case .lines, .areas, .sparkline: tooFew("lignes", 2, rows, "donnees", "écrivez type=barres")
    case .scatter where specification.data.positions == nil:
      faults.append(
        ChartFault(
          .notNumeric, "x", "\(name) demande une colonne de nombres en x",
          help: "nommez une colonne de nombres, ou écrivez type=points"))
    case .target
    where specification.objective == nil && columns < 2 && specification.references.isEmpty:
      faults.append(
        ChartFault(
          .missing, "objectif", "\(name) demande ce qui était à atteindre",
          help: "ajoutez objectif=« le nom de la colonne des objectifs »"))
    default: break
    }
    switch kind {
    case .bars, .horizontalBars, .groupedBars, .stackedBars, .lines, .areas, .barsAndLines, .dots, .scatter:
      tooMany("séries", 8, columns, "y", "gardez les colonnes qui comptent, ou écrivez type=chaleur")
    case .pie, .ring, .waffle, .tree, .gauge, .pictograms, .sparkline:
      tooMany("colonne de valeurs", 1, columns, "y", "gardez une seule colonne")
    default: break
    }
    return faults
  }

  /// Values that a type has no room for: parts below zero, logarithms of nothing.
  private static func signs(of specification: ChartSpecification) -> [ChartFault] {
    let kind = specification.kind
    var faults: [ChartFault] = []
    let isPart: Bool
    switch kind {
    case .pie, .ring, .waffle, .tree, .pictograms, .gauge, .target, .pyramid: isPart = true
    case .areas: isPart = specification.data.series.count > 1
    default: isPart = false
    }
    for series in specification.data.series {
      for (index, value) in series.values.enumerated() where index < specification.data.categories.count {
        guard let value else { continue }
        let category = specification.data.categories[index]
        if isPart, value < 0 {
          faults.append(
            ChartFault(
              .negativePart, "y",
              "« \(category) » est négatif, et « \(kind.rawValue) » ne montre que des parts",
              help: "écrivez type=barres-horizontales, qui montre les valeurs négatives"))
          return faults
        }
        if specification.logarithmic, value <= 0 {
          faults.append(
            ChartFault(
              .wrongValue, "axe", "« \(category) » n’a pas de place sur une échelle logarithmique",
              help:
                "une telle échelle ne montre que des valeurs au-dessus de zéro : retirez axe=logarithmique"))
          return faults
        }
      }
      if kind.isParts, series.values.allSatisfy({ ($0 ?? 0) <= 0 }) {
        faults.append(
          ChartFault(
            .empty, "y", "« \(series.name) » ne contient que des zéros : il n’y a pas de parts à montrer",
            help: "dites-le par une phrase"))
      }
    }
    return faults
  }

  private static func attributes(of specification: ChartSpecification) -> [ChartFault] {
    var faults: [ChartFault] = []
    if let maximum = specification.maximum {
      let highest = specification.data.series.flatMap(\.values).compactMap { $0 }.max() ?? -.infinity
      if !maximum.isFinite || highest > maximum, specification.kind != .stackedBars {
        faults.append(
          ChartFault(
            .wrongValue, "max", "Une valeur dépasse l’échelle demandée",
            help: "donnez au moins \(FigureFormat(for: [highest]).text(highest)), ou retirez max"))
      }
    }
    if let height = specification.height, !(80...1200).contains(height) {
      faults.append(
        ChartFault(.wrongValue, "hauteur", "La hauteur va de 80 à 1 200 pixels", help: "écrivez hauteur=320")
      )
    }
    if specification.logarithmic, !specification.kind.takesLogarithm {
      faults.append(
        ChartFault(
          .wrongValue, "axe",
          "« \(specification.kind.rawValue) » part de zéro, et n’a pas d’échelle logarithmique",
          help: "écrivez type=lignes ou type=points"))
    }
    if specification.previous != nil { faults += comparison(of: specification) }
    let names = specification.data.categories + specification.data.series.map(\.name)
    if case .emphasis(let wanted) = specification.colors {
      for name in wanted where !names.contains(name) {
        faults.append(.unknownName(name, attribute: "couleurs", among: names))
      }
    }
    for note in specification.annotations where !specification.data.categories.contains(note.category) {
      faults.append(
        .unknownName(note.category, attribute: "annotation", among: specification.data.categories))
    }
    for name in specification.lineSeries where !specification.data.series.contains(where: { $0.name == name })
    {
      faults.append(.unknownName(name, attribute: "lignes", among: specification.data.series.map(\.name)))
    }
    return faults
  }

  /// The earlier edition is one more series: not every type has room for it, nor can it stand beside several.
  private static func comparison(of specification: ChartSpecification) -> [ChartFault] {
    let count = specification.data.series.count
    if !specification.kind.showsPrevious {
      return [
        ChartFault(
          .wrongValue, "comparer", "« \(specification.kind.rawValue) » ne montre pas l’édition précédente",
          help: "écrivez type=barres, type=lignes, type=points ou type=pente")
      ]
    }
    if count > 1 {
      return [
        ChartFault(
          .tooMany, "comparer",
          "L’édition précédente se compare à une seule colonne, et il y en a \(count)",
          help: "gardez une seule colonne dans y")
      ]
    }
    return []
  }
}

extension ChartKind {
  /// Types whose marks do not start from zero.
  var takesLogarithm: Bool { self == .lines || self == .dots }
}

extension ChartFault {
  /// A column that the table does not have.
  public static func unknownColumn(_ name: String, attribute: String, among names: [String]) -> ChartFault {
    let near = nearest(to: name, in: names)
    return ChartFault(
      .unknownColumn, attribute, "Colonne « \(name) » inconnue",
      help: near.map { "vouliez-vous dire « \($0) » ?" }
        ?? "colonnes du tableau : \(listed(names))")
  }

  /// A column of words where numbers are needed.
  public static func notNumeric(column: String, attribute: String) -> ChartFault {
    ChartFault(
      .notNumeric, attribute, "La colonne « \(column) » n’a aucun nombre à dessiner",
      help: "nommez une colonne de nombres")
  }

  static func unknownName(_ name: String, attribute: String, among names: [String]) -> ChartFault {
    let near = nearest(to: name, in: names)
    return ChartFault(
      .unknownName, attribute, "« \(name) » n’est pas dans le tableau",
      help: near.map { "vouliez-vous dire « \($0) » ?" }
        ?? "le tableau contient : \(listed(names))")
  }
}
