import Diagnostics
import Drawing

/// From a map's specification to a drawing and to words.
public enum StatisticalMap {
  /// Lays a map out on a width in pixels: the legend beside it on a wide sheet, below on a narrow one.
  public static func scene(_ specification: MapSpecification, width: Double = Chart.wide) -> Scene {
    var sheet = Sheet(width: width)
    let plan = MapPlan(specification)
    MapDrawing(plan, fieldWidth: sheet.isNarrow ? sheet.width : sheet.width * 0.66).draw(on: &sheet)
    return sheet.scene(title: specification.title, description: description(specification))
  }

  /// What the map shows, in French sentences made from the data; `reference` says where these stand.
  public static func description(_ specification: MapSpecification, reference: String? = nil) -> String {
    let nbsp = "\u{A0}"
    let known = specification.values.filter { $0.value != nil }
    var text = "Carte\(nbsp): "
    if let high = known.max(by: { ($0.value ?? 0) < ($1.value ?? 0) }),
      let low = known.min(by: { ($0.value ?? 0) < ($1.value ?? 0) })
    {
      let name = specification.valueName.isEmpty ? "valeurs" : specification.valueName
      if known.count == 1 {
        text += "\(name), \(high.text) (\(high.place))."
      } else if high.value == low.value {
        text += "\(name), \(known.count) lieux, tous à \(high.text)."
      } else {
        text +=
          "\(name), \(known.count) lieux\(nbsp): maximum \(high.text) (\(names(of: high, among: known))), minimum \(low.text) (\(names(of: low, among: known)))."
      }
    } else {
      text += "aucune donnée."
    }
    let missing = specification.values.count - known.count
    if missing > 0 {
      text += missing == 1 ? " Une valeur n’est pas connue." : " \(missing) valeurs ne sont pas connues."
    }
    if let reference, !reference.isEmpty { text += " " + reference }
    return text
  }

  private static func names(of value: MapSpecification.Value, among all: [MapSpecification.Value]) -> String {
    let same = all.filter { $0.value == value.value }
    return same.count > 3 ? "\(same.count) lieux" : Words.list(same.map(\.place))
  }

  /// What cannot be drawn as asked, the attribute named.
  public static func check(_ specification: MapSpecification) -> [ChartFault] {
    guard specification.values.contains(where: { $0.value != nil }) else {
      return [
        ChartFault(
          .empty, "valeur", "Aucun lieu n’a de nombre à montrer",
          help: "nommez dans valeur= une colonne de nombres")
      ]
    }
    let plan = MapPlan(specification)
    let known =
      specification.base.areas.map(\.name) + specification.base.areas.map(\.code)
      + specification.places.map(\.name)
    var faults: [ChartFault] = []
    var guesses = Guesses()
    for index in plan.unknown {
      let place = specification.values[index].place
      faults.append(
        ChartFault(
          .unknownName, "lieu", "Lieu « \(place) » inconnu",
          help: guesses.nearest(to: place, in: known).map { "vouliez-vous dire « \($0) » ?" }
            ?? "ajoutez-le à donnees/lieux.csv (nom;latitude;longitude)"))
    }
    if let negative = plan.symbols.first(where: { $0.value < 0 }) {
      faults.append(
        ChartFault(
          .negativePart, "valeur",
          "« \(negative.name) » est négatif, et un symbole ne montre que des quantités",
          help: "colorez des aires plutôt que des points, ou écrivez un graphique type=barres-horizontales"))
    }
    return faults
  }
}
