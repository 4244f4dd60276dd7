import Diagnostics
import FrontMatter

/// `parmi: { colonne: Niveau, valeurs: [CM1, CM2] }`: every cell that is not missing is one of these.
public struct AmongCheck: Sendable {
  let column: Located<String>
  let values: [String]
  let location: SourceLocation

  static func decode(_ field: inout Field) -> AmongCheck? {
    let location = field.location
    return field.mapping { fields in
      let column = fields.text("colonne", required: true, doc: "La colonne contrôlée")
      let values = fields.list("valeurs", required: true, orSingle: true, doc: "Les valeurs admises") {
        $0.text()
      }
      guard let column, let values, let location else { return nil }
      return AmongCheck(column: column, values: values.map { normalized($0.value) }, location: location)
    }
  }

  func run(on table: Table, _ diagnostics: inout [Diagnostic]) {
    guard let index = CheckColumns.index(of: column, in: table, &diagnostics) else { return }
    let admitted = Set(values)
    var findings = Findings()
    for row in 0..<table.rowCount where table.rowKinds[row] == .data {
      let state = table.columns[index].states[row]
      guard state == .value || state == .words else { continue }
      let text = normalized(table.text(row, index))
      guard !admitted.contains(text) else { continue }
      findings.add(at: table.location(row, index)) { place in
        let guess = nearest(to: text, in: values).map { "vouliez-vous dire « \($0) » ?" }
        return Diagnostic(
          KeyFigureCode.valueNotListed, at: place,
          "« \(excerpt(text)) » n’est pas une valeur admise dans « \(table.columns[index].name) »",
          help: guess ?? "les valeurs admises sont : " + listed(values),
          notes: [.init("elles sont énumérées ici", at: location)])
      }
    }
    findings.report(.valueNotListed, &diagnostics)
  }
}
