import Diagnostics
import FrenchText
import FrontMatter

/// `evolution: { colonne: Effectif, max: 50 % }`: no row changed by more since the earlier edition, unless a note
/// says why.
public struct EvolutionCheck: Sendable {
  let column: Located<String>
  let greatest: Located<String>
  let location: SourceLocation

  static func decode(_ field: inout Field) -> EvolutionCheck? {
    let location = field.location
    return field.mapping { fields in
      let column = fields.text("colonne", required: true, doc: "La colonne comparée à l’édition précédente")
      let greatest = fields.text("max", required: true, doc: "Le plus grand changement admis, comme « 50 % »")
      guard let column, let greatest, let location else { return nil }
      return EvolutionCheck(column: column, greatest: greatest, location: location)
    }
  }

  func run(on table: Table, _ context: CheckContext, _ diagnostics: inout [Diagnostic]) {
    guard let index = CheckColumns.index(of: column, in: table, &diagnostics),
      let threshold = BoundsCheck.number(greatest, &diagnostics),
      let limit = Fraction(of: threshold).divided(by: Fraction(100))
    else { return }
    guard let previous = context.previous, let schema = table.schema, !schema.isBroken, schema.note == nil
    else { return }
    let cells = table.columns[index]
    var findings = Findings()
    for row in 0..<table.rowCount {
      guard let now = cells.decimal(row),
        let before = previous.number(row: table.label(ofRow: row), column: cells.name), !before.isZero,
        let change = Fraction(of: now).subtracting(Fraction(of: before))?.divided(
          by: Fraction(of: before).magnitude),
        change.magnitude > limit
      else { continue }
      findings.add(at: table.location(row, index)) { place in
        let percent =
          change.multiplied(by: Fraction(100))?.decimal(scale: 0)?.formatted(showsPlus: true) ?? ""
        return Diagnostic(
          KeyFigureCode.largeChange, at: place,
          "« \(excerpt(table.label(ofRow: row))) » passe de \(Quantity(before, unit: cells.unit).formatted) à "
            + "\(table.text(row, index)) (\(percent) %)",
          help: "vérifiez la valeur, ou expliquez le changement par « note: … » dans le schéma du tableau",
          notes: [.init("le seuil de \(greatest.value) est ici", at: location)])
      }
    }
    findings.report(.largeChange, &diagnostics)
  }
}
