import Charts

/// Charts of every type over easy and ugly data.
enum Samples {
  static var all: [ChartSpecification] { bars + lines + others }

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

  static let themes = [
    "Ressources numériques", "Bon usage du numérique", "Webmédia et hybridation", "Réalité virtuelle", "Pix",
    "ENT", "Intelligence artificielle", "Élèves à besoins éducatifs particuliers",
  ]
  static let departments = ["Meurthe-et-Moselle", "Meuse", "Moselle", "Vosges"]

  static let others: [ChartSpecification] = [
    make(
      .stackedBars, "publics", themes,
      [
        ("Enseignants", [212, 157, 186, 55, 470, 41, 237, 26]),
        ("Élèves", [0, 2409, 379, 816, 50, 10, 70, 60]),
      ]),
    make(
      .stackedBars, "deux années", ["2023-2024", "2024-2025"],
      [("Dans les laboratoires", [4469, 1303]), ("Hors les murs", [242, 429])]),
    make(
      .stackedBars, "parts", departments,
      [
        ("Écoles", [50, 40.5, 33, 61]), ("Collèges", [20, 30, 33, 12]), ("Lycées", [18, 9.5, 20, 20]),
        ("Autres", [12, 20, 14, 7]),
      ], unit: "%"),
    make(.areas, "une série", years, [("Formations", [112, 87, 134, 160, 180, 201])]),
    make(
      .areas, "trois séries", years,
      [
        ("Écoles", [112, 87, 134, 160, 180, 201]), ("Collèges", [50, 60, 70, 80, 90, 95]),
        ("Lycées", [20, 25, 22, 28, 34, 38]),
      ]),
    make(
      .barsAndLines, "deux unités", years,
      [("Heures", [112, 87, 134, 160, 180, 201]), ("Taux", [50, 60, 70, 80, 90, 95])]
    ) {
      $0.data.series[1].unit = "%"
      $0.lineSeries = ["Taux"]
    },
    make(
      .barsAndLines, "une unité", years,
      [("Heures", [112, 87, 134, 160, 180, 201]), ("Prévu", [100, 100, 120, 150, 200, 190])]
    ) { $0.lineSeries = ["Prévu"] },
    make(.pie, "quatre parts", departments, [("Établissements", [420, 180, 610, 290])]),
    make(
      .ring, "deux parts", ["Subventions FSE+", "Autres financements"],
      [("Montant", [1_740_000, 1_360_000])], unit: "€"),
    make(.ring, "huit parts", themes, [("Heures", [65, 132, 209, 98, 50, 28, 34, 60])], unit: "h"),
    make(.dots, "réussite", levels, [("Réussite", [98.8, 30.7, 88.7, 78.9, 53.7])], unit: "%") {
      $0.maximum = 100
    },
    make(
      .dots, "deux années", levels,
      [("2023-2024", [91, 28, 80, 75, 50]), ("2024-2025", [98.8, 30.7, 88.7, 78.9, 53.7])], unit: "%"),
    make(.scatter, "heures et enseignants", themes, [("Enseignants", [212, 157, 186, 55, 470, 41, 237, 26])])
    {
      $0.data.positions = [65, 132, 209, 98, 50, 28, 34, 60]
      $0.data.categoryName = "Heures"
    },
    make(
      .radar, "compétences",
      ["Information et données", "Communication", "Création de contenu", "Protection", "Environnement"],
      [("Troisième", [3.2, 2.5, 2.8, 3.9, 2.1]), ("Terminale", [4.1, 3.7, 3.2, 4.4, 3.9])]),
    make(.gauge, "taux", ["Lycées qui utilisent le GAR"], [("Part", [92.14])], unit: "%") {
      $0.objective = .init("Objectif", values: [85], unit: "%")
    },
    make(.gauge, "trois", ["Écoles", "Collèges", "Lycées"], [("Part", [42, 78.5, nil])], unit: "%"),
    make(
      .target, "objectifs", ["Collèges", "Lycées d’enseignement général et technologique"],
      [("Élèves engagés", [160, 80])]
    ) {
      $0.objective = .init("Élèves visés", values: [100, 100])
    },
    make(
      .slope, "deux éditions", ["Personnes formées", "Heures de formation"],
      [("2023-2024", [1574, 377]), ("2024-2025", [2135, 254])]),
    make(
      .slope, "départements", departments,
      [("2023-2024", [100, 102, 99, 40]), ("2024-2025", [120, 119, 118, nil])]),
    make(.waffle, "interlocuteurs", ["Autres enseignements", "Voie professionnelle"], [("IAN", [19, 6])]),
    make(
      .waffle, "parts", ["Utilisent des ressources du GAR", "N’utilisent pas le GAR"],
      [("Part", [92.14, 7.86])], unit: "%"),
    make(
      .pictograms, "professeurs", ["Accompagnement et coordination de bassin", "Accompagnement"],
      [("Professeurs", [11, 24])]),
    make(.pictograms, "webradios", ["Écoles", "Collèges", "Lycées"], [("Webradios", [430, 125, 62.5])]),
    make(
      .pyramid, "âges", ["20-29 ans", "30-39 ans", "40-49 ans", "50-59 ans", "60 ans et plus"],
      [("Femmes", [120, 340, 510, 380, 60]), ("Hommes", [90, 210, 330, 280, nil])]),
    make(
      .heat, "mois", departments,
      [
        ("Sept.", [12, 3, 22, 9]), ("Oct.", [18, 5, 25, 12]), ("Nov.", [22, nil, 31, 14]),
        ("Déc.", [8, 2, 12, 6]), ("Janv.", [15, 6, 28, 13]),
      ]),
    make(
      .tree, "subventions",
      [
        "Banque des territoires et conseil départemental", "Banque des territoires et rectorat",
        "Enveloppe « coup de cœur » du rectorat",
      ], [("Montant", [2_753_500, 2_934_000, 1_880_000])], unit: "€"),
    make(.tree, "thématiques", themes, [("Heures", [65, 132, 209, 98, 50, 28, 4, 60])], unit: "h"),
    make(.sparkline, "tendance", years, [("Formations", [112, 87, 134, 160, nil, 201])]),
  ]
}
