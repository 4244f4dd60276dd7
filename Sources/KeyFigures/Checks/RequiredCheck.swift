import Diagnostics
import FrontMatter

/// `obligatoire: [Classe, Certifiés]`: no cell is unknown. `–` is an answer, blank and `n.d.` are not.
public struct RequiredCheck: Sendable {
  let columns: CheckColumns
  let location: SourceLocation

  static func decode(_ field: inout Field) -> RequiredCheck? {
    let location = field.location
    guard let columns = CheckColumns.decode(&field), let location else { return nil }
    return RequiredCheck(columns: columns, location: location)
  }

  func run(on table: Table, _ diagnostics: inout [Diagnostic]) {
    var findings = Findings()
    for index in columns.indices(in: table, &diagnostics) {
      for row in 0..<table.rowCount
      where table.columns[index].states[row] == .blank || table.columns[index].states[row] == .unavailable {
        findings.add(at: table.location(row, index)) { place in
          Diagnostic(
            KeyFigureCode.missingValue, at: place,
            "« \(table.columns[index].name) » manque à la ligne « \(excerpt(table.label(ofRow: row))) »",
            help: "donnez la valeur, ou « – » si elle est sans objet",
            notes: [.init("la colonne est obligatoire d’après ceci", at: location)])
        }
      }
    }
    findings.report(.missingValue, &diagnostics)
  }
}
