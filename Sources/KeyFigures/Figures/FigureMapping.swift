import Diagnostics
import FrenchText
import FrontMatter

/// A figure written with keys: `{ id: participation, valeur: "8,3 %", libelle: taux de participation }`.
enum FigureMapping {
  static func decode(_ field: inout Field, group: String?) -> Figure? {
    guard let keys = field.mapping({ Keys(&$0) }), let value = keys.value, let label = keys.label else {
      return nil
    }
    var quantity = value.value
    if let unit = keys.unit { quantity.unit = unit.value }
    let figure = Figure(
      id: keys.id?.value ?? "", idLocation: keys.id?.location, quantity: quantity,
      valueLocation: value.location, label: label.value, group: group, background: keys.background)
    if let target = figure.target, figure.hasOtherTargetUnit {
      field.report(
        Diagnostic(
          KeyFigureCode.wrongUnit, at: target.location,
          "La cible « \(target.value.formatted) » n’est pas dans l’unité de la valeur « \(quantity.formatted) »",
          help: "écrivez les deux dans la même unité", notes: [.init("la valeur est ici", at: value.location)]
        ))
    }
    return figure
  }

  private struct Keys {
    let id: Located<String>?
    let value: Located<Quantity>?
    let label: Located<String>?
    let unit: Located<String>?
    let background: Figure.Background

    init(_ fields: inout Fields) {
      id = fields.text("id", doc: "Le nom par lequel « :chiffre[…] » cite le chiffre")
      value = fields.field("valeur", required: true, doc: "La valeur, avec son unité : « 8,3 % »", quantity)
      label = fields.text("libelle", required: true, doc: "Ce qui est compté")
      unit = fields.text("unite", doc: "L’unité, si elle n’est pas écrite dans la valeur")
      let previous = fields.field("precedent", doc: "La valeur de l’édition précédente", quantity)
      let target = fields.field("cible", doc: "La valeur visée", quantity)
      let source = fields.text("source", doc: "D’où vient le chiffre")
      let date = fields.parsed(
        "date", expecting: "une date ou une période, comme 2025-05-17", example: "2025-05-17",
        doc: "La date du chiffre", parsePeriod)
      let note = fields.text(
        "note", doc: "Une note pour le lecteur ; elle fait taire les avertissements sur le chiffre")
      let series = fields.choice(
        "serie", among: ["continue", "rompue"], doc: "« rompue » : ne pas comparer à l’édition précédente")
      background = Figure.Background(
        previous: previous, target: target, source: source, date: date, note: note,
        isBroken: series?.value == "rompue")
    }
  }

  /// A whole value as a number and its unit.
  static func quantity(_ field: inout Field) -> Located<Quantity>? {
    guard let text = field.text(), let node = field.node else { return nil }
    switch Quantity.parse(text.value) {
    case .success(let quantity): return Located(quantity, at: text.location)
    case .failure(let fault):
      let code = fault.kind == .wrongDecimalSign ? KeyFigureCode.wrongDecimalSign : .unreadableFigure
      field.report(
        Diagnostic(code, at: node.location(ofText: fault.range), fault.message, help: fault.help))
      return nil
    }
  }
}
