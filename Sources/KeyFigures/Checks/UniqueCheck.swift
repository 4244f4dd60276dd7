import Diagnostics
import FrontMatter

/// `unique: Classe`, `unique: [Année, Département]`: no two rows have the same value there (in all of them together).
public struct UniqueCheck: Sendable {
  let columns: CheckColumns
  let location: SourceLocation

  static func decode(_ field: inout Field) -> UniqueCheck? {
    let location = field.location
    guard let columns = CheckColumns.decode(&field), let location else { return nil }
    return UniqueCheck(columns: columns, location: location)
  }

  func run(on table: Table, _ diagnostics: inout [Diagnostic]) {
    let indices = columns.indices(in: table, &diagnostics)
    guard indices.count == columns.names.count, let first = indices.first else { return }
    let rows = (0..<table.rowCount).filter { row in
      table.rowKinds[row] == .data && !indices.allSatisfy { table.columns[$0].states[row] == .blank }
    }
    var findings = Findings()
    for (row, earlier) in table.twins(among: rows, in: indices, cell: table.raw.range) {
      let value = indices.map { table.text(row, $0) }.joined(separator: ", ")
      findings.add(at: table.location(row, first)) { place in
        Diagnostic(
          KeyFigureCode.duplicateValue, at: place,
          "« \(excerpt(value)) » se trouve deux fois dans « \(columns.names.map(\.value).joined(separator: ", ")) »",
          help: "retirez l’une des deux lignes, ou corrigez sa valeur",
          notes: [
            .init("la première fois est ici", at: table.location(earlier, first)),
            .init("l’unicité est demandée ici", at: location),
          ])
      }
    }
    findings.report(.duplicateValue, &diagnostics)
  }
}
