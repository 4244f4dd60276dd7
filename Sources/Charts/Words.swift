extension Chart {
  /// What the chart shows, in French sentences made from the data and no more precise than they are: the type, the largest and
  /// smallest values, which way they go, the total of parts.
  ///
  /// - Parameter reference: where the data stand, as a sentence: « Données dans le tableau 3, qui suit. »
  public static func description(_ specification: ChartSpecification, reference: String? = nil) -> String {
    let plan = Plan(specification)
    var sentences =
      plan.isEmpty ? ["\(specification.kind.frenchName)\u{A0}: aucune donnée."] : Words(plan).sentences
    if let reference, !reference.isEmpty { sentences.append(reference) }
    return sentences.joined(separator: " ")
  }
}

extension ChartKind {
  /// What a reader calls such a chart.
  public var frenchName: String {
    switch self {
    case .bars: "Barres"
    case .horizontalBars: "Barres horizontales"
    case .groupedBars: "Barres groupées"
    case .stackedBars: "Barres empilées"
    case .lines: "Courbes"
    case .areas: "Aires"
    case .barsAndLines: "Barres et courbes"
    case .pie: "Secteurs"
    case .ring: "Anneau"
    case .dots: "Points"
    case .scatter: "Nuage de points"
    case .radar: "Radar"
    case .gauge: "Jauge"
    case .target: "Objectifs et résultats"
    case .slope: "Évolution d’une édition à l’autre"
    case .waffle: "Gaufre"
    case .pictograms: "Pictogrammes"
    case .pyramid: "Pyramide"
    case .heat: "Tableau de chaleur"
    case .tree: "Surfaces proportionnelles"
    case .sparkline: "Courbe de tendance"
    }
  }

  /// Whether the categories are read in their order, so that going up or down has a meaning.
  var isOrdered: Bool {
    switch self {
    case .lines, .areas, .sparkline, .barsAndLines: true
    default: false
    }
  }

  /// Whether the values are parts of one whole.
  var isParts: Bool {
    switch self {
    case .pie, .ring, .waffle, .tree: true
    default: false
    }
  }
}

/// The sentences of one chart.
struct Words {
  private let plan: Plan
  private let nbsp = "\u{A0}"

  init(_ plan: Plan) {
    self.plan = plan
  }

  var sentences: [String] {
    var sentences: [String] = []
    switch plan.kind {
    case .slope where plan.series.count >= 2: sentences += slopes
    case .target: sentences += targets
    case .scatter: sentences.append(scatter)
    case .heat: sentences.append(heat)
    default: sentences += plan.series.count == 1 ? single : several
    }
    if plan.kind.isParts, plan.unit != "%", let total { sentences.append("Total\(nbsp): \(total).") }
    if plan.kind == .gauge, let objective = plan.objective, let first = objective.texts.first, plan.count == 1
    {
      sentences.append("Objectif\(nbsp): \(first).")
    }
    let missing = plan.series.reduce(0) { $0 + $1.values.count { $0 == nil } }
    if missing > 0 {
      sentences.append(
        missing == 1 ? "Une valeur n’est pas connue." : "\(missing) valeurs ne sont pas connues.")
    }
    for reference in plan.references {
      sentences.append("Repère\(nbsp): \(References.text(reference, plan)).")
    }
    for note in plan.specification.annotations {
      sentences.append("\(note.category)\(nbsp): \(Words.closed(note.text))")
    }
    if plan.isLogarithmic { sentences.append("Échelle logarithmique.") }
    return sentences
  }

  private var head: String {
    guard plan.series.count == 1 else { return plan.kind.frenchName }
    switch plan.kind {
    case .lines: return "Courbe"
    case .areas: return "Aire"
    default: return plan.kind.frenchName
    }
  }

  /// « Certifiés, en élèves ».
  private func named(_ index: Int) -> String { plan.series[index].name }

  private var total: String? {
    guard let series = plan.series.first else { return nil }
    return plan.format().text(series.values.reduce(0) { $0 + max($1 ?? 0, 0) })
  }

  private var single: [String] {
    let known = plan.categories.indices.filter { plan.value(0, $0) != nil }
    let name = named(0)
    let start = name.isEmpty ? head : "\(head)\(nbsp): \(name)"
    if known.count == 1 {
      return ["\(start), \(plan.text(0, known[0])) (\(plan.categories[known[0]]))."]
    }
    if plan.kind.isOrdered, let trend = trend(0) { return ["\(start), \(trend)."] }
    if known.count <= 3 {
      let items = known.map { "\(plan.categories[$0])\(nbsp): \(plan.text(0, $0))" }
      return ["\(start).", items.joined(separator: "\u{202F}; ") + "."]
    }
    return ["\(start), \(known.count) valeurs\(nbsp): \(range(0) ?? "")."]
  }

  private var several: [String] {
    var sentences = ["\(head)\(nbsp): \(Words.list(plan.series.map(\.name)))."]
    if plan.series.count > 4 || (plan.count == 1 && plan.series.count > 1) {
      if let extremes { sentences.append(extremes) }
      return sentences
    }
    for index in plan.series.indices {
      if let text = plan.kind.isOrdered ? trend(index) ?? range(index) : range(index) {
        sentences.append("\(named(index))\(nbsp): \(text).")
      }
    }
    return sentences
  }

  /// The largest and smallest values of a series, and whose they are.
  private func range(_ index: Int) -> String? {
    let known = plan.categories.indices.filter { plan.value(index, $0) != nil }
    let values = known.compactMap { plan.value(index, $0) }
    guard let low = values.min(), let high = values.max(), let first = known.first else { return nil }
    if known.count == 1 { return "\(plan.text(index, first)) (\(plan.categories[first]))" }
    if low == high { return "toutes les valeurs sont égales à \(plan.text(index, first))" }
    func said(_ value: Double) -> String {
      let those = known.filter { plan.value(index, $0) == value }
      let names =
        those.count > 3 ? "\(those.count) catégories" : Words.list(those.map { plan.categories[$0] })
      return "\(plan.text(index, those[0])) (\(names))"
    }
    return "maximum \(said(high)), minimum \(said(low))"
  }

  /// Where an ordered series starts and ends, and its extremes if they are elsewhere.
  private func trend(_ index: Int) -> String? {
    let known = plan.categories.indices.filter { plan.value(index, $0) != nil }
    guard let first = known.first, let last = known.last, first != last,
      let start = plan.value(index, first), let end = plan.value(index, last)
    else { return nil }
    let values = known.compactMap { plan.value(index, $0) }
    let way = end > start ? "en hausse" : end < start ? "en baisse" : "stable"
    var text =
      "de \(plan.text(index, first)) (\(plan.categories[first])) à \(plan.text(index, last)) (\(plan.categories[last])), \(way)"
    if let high = values.max(), high > max(start, end),
      let at = known.first(where: { plan.value(index, $0) == high })
    {
      text += ", avec un maximum de \(plan.text(index, at)) (\(plan.categories[at]))"
    }
    if let low = values.min(), low < min(start, end),
      let at = known.first(where: { plan.value(index, $0) == low })
    {
      text += text.contains("maximum") ? " et" : ", avec"
      text += " un minimum de \(plan.text(index, at)) (\(plan.categories[at]))"
    }
    return text
  }

  /// The extremes over all series.
  private var extremes: String? {
    var low: (Double, String)?
    var high: (Double, String)?
    for index in plan.series.indices {
      for category in plan.categories.indices {
        guard let value = plan.value(index, category) else { continue }
        let said = "\(plan.text(index, category)) (\(plan.categories[category]), \(named(index)))"
        if low.map({ value < $0.0 }) ?? true { low = (value, said) }
        if high.map({ value > $0.0 }) ?? true { high = (value, said) }
      }
    }
    guard let low, let high else { return nil }
    if low.0 == high.0 { return "Toutes les valeurs sont égales." }
    return "Maximum \(high.1), minimum \(low.1)."
  }

  private var slopes: [String] {
    let (first, last) = (plan.series[0], plan.series[plan.series.count - 1])
    var sentences = ["\(head), de \(first.name) à \(last.name)."]
    var ways = (up: 0, down: 0, same: 0)
    var items: [String] = []
    for category in plan.categories.indices {
      guard let from = first.values[category], let to = last.values[category] else { continue }
      let way = to > from ? "en hausse" : to < from ? "en baisse" : "stable"
      if to > from { ways.up += 1 } else if to < from { ways.down += 1 } else { ways.same += 1 }
      items.append(
        "\(plan.categories[category])\(nbsp): de \(first.texts[category]) à \(last.texts[category]), \(way)")
    }
    if items.count <= 5 {
      sentences += items.map { $0 + "." }
    } else {
      sentences.append("\(ways.up) en hausse, \(ways.down) en baisse, \(ways.same) stables.")
    }
    return sentences
  }

  private var targets: [String] {
    let goal = plan.objective ?? (plan.series.count > 1 ? plan.series[1] : nil)
    let items = plan.categories.indices.map { category -> String in
      var text = "\(plan.categories[category])\(nbsp): \(plan.text(0, category))"
      if let goal, let value = goal.values[category] {
        text += " pour un objectif de \(goal.texts[category])"
        if let reached = plan.value(0, category), value > 0 {
          text += " (\(Target.rate(reached, of: value)))"
        }
      }
      return text
    }
    let shown = items.prefix(6).map { $0 + "." }
    return ["\(head)\(nbsp): \(named(0))."] + shown
      + (items.count > 6 ? ["Et \(items.count - 6) autres."] : [])
  }

  private var scatter: String {
    let positions = plan.positions ?? []
    let x = plan.specification.data.categoryName ?? "abscisse"
    let points = plan.series.reduce(0) { $0 + $1.values.count { $0 != nil } }
    var text = "\(head)\(nbsp): \(points) \(points > 1 ? "points" : "point")"
    if let low = positions.min(), let high = positions.max() {
      let format = FigureFormat(for: positions)
      text += ", \(x) de \(format.text(low)) à \(format.text(high))"
    }
    for index in plan.series.indices {
      let known = plan.categories.indices.filter { plan.value(index, $0) != nil }
      guard
        let low = known.min(by: { (plan.value(index, $0) ?? 0) < (plan.value(index, $1) ?? 0) }),
        let high = known.max(by: { (plan.value(index, $0) ?? 0) < (plan.value(index, $1) ?? 0) })
      else { continue }
      text +=
        ", \(named(index)) de \(plan.text(index, low)) (\(plan.categories[low])) à \(plan.text(index, high)) (\(plan.categories[high]))"
    }
    return text + "."
  }

  private var heat: String {
    let shape =
      "\(plan.count) \(plan.count > 1 ? "lignes" : "ligne") et \(plan.series.count) \(plan.series.count > 1 ? "colonnes" : "colonne")"
    return "\(head)\(nbsp): \(shape). \(extremes ?? "")"
  }

  /// « Écoles, Collèges et Lycées ».
  static func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " et " + last
  }

  private static func closed(_ text: String) -> String {
    text.utf8.last.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "?") }
      ?? false
      ? text : text + "."
  }
}
