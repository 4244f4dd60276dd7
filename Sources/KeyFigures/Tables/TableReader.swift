import Diagnostics
import FrenchText

extension Table {
  /// Gives a raw table its types: those of the schema, or else inferred ones. Says, at the cell, what is ragged, in
  /// the wrong column, of the wrong type or in the other decimal sign. Checks are for `check`, once all tables exist.
  ///
  /// - Parameter units: the units a cell may end with, besides its column's: those of the publication.
  public static func read(
    _ raw: RawTable, schema: TableSchema? = nil, units: UnitTable = .standard,
    _ diagnostics: inout [Diagnostic]
  ) -> Table {
    reportRaggedRows(raw, &diagnostics)
    let names = raw.header.map { normalized($0.text) }
    reportNames(names, raw, &diagnostics)
    if raw.rowCount == 0 {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.emptyTable, at: raw.location, "Le tableau n’a aucune ligne",
          help: "ajoutez des lignes sous l’en-tête"))
    }
    let declared = schema.map { matchColumns(names, raw, $0, &diagnostics) }
    let infersTypes = schema?.columns.isEmpty ?? true
    var columns: [Column] = []
    for (index, header) in raw.header.enumerated() {
      let declaration = declared?[index]
      let type =
        declaration?.type ?? (infersTypes ? TypeInference.type(of: index, in: raw, &diagnostics) : .text)
      let heading = ColumnHeading(
        name: names[index], location: header.location, type: type,
        unit: unit(type, declaration, schema), unitIsDeclared: declaration?.unit != nil)
      columns.append(CellReader.read(raw, index, of: heading, units: units, &diagnostics))
    }
    return Table(schema: schema, raw: raw, columns: columns, rowKinds: RowKinds.find(in: raw, schema))
  }

  private static func unit(_ type: ColumnType, _ declaration: ColumnDeclaration?, _ schema: TableSchema?)
    -> String?
  {
    if type == .percentage { return "%" }
    if let own = declaration?.unit?.value { return UnitTable.canonical(own) }
    switch type {
    case .amount, .decimal, .integer: return schema?.unit.map { UnitTable.canonical($0.value) }
    default: return nil
    }
  }

  private static func reportRaggedRows(_ raw: RawTable, _ diagnostics: inout [Diagnostic]) {
    let width = raw.header.count
    var findings = Findings()
    for row in 0..<raw.rowCount where raw.cellCount(ofRow: row) != width {
      let count = raw.cellCount(ofRow: row)
      let place = count > width ? raw.location(row, width) : raw.location(row, count)
      findings.add(at: place) { place in
        Diagnostic(
          KeyFigureCode.raggedRow, at: place,
          "La ligne a \(count) cellule\(count > 1 ? "s" : ""), l’en-tête en a \(width)",
          help: count > width
            ? "retirez ce qui dépasse, ou mettez entre guillemets la cellule qui contient le séparateur"
            : "ajoutez les cellules qui manquent, vides si la valeur est inconnue")
      }
    }
    findings.report(.raggedRow, &diagnostics)
  }

  private static func reportNames(
    _ names: [String], _ raw: RawTable, _ diagnostics: inout [Diagnostic]
  ) {
    var seen: [String: SourceLocation] = [:]
    for (index, header) in raw.header.enumerated() {
      let name = names[index]
      // The corner above the row labels is often left empty.
      if name.isEmpty, index > 0 {
        diagnostics.append(
          Diagnostic(
            KeyFigureCode.unnamedColumn, at: header.location, "La colonne \(index + 1) n’a pas de nom",
            help: "écrivez son nom dans l’en-tête"))
      }
      if let first = seen[name], !name.isEmpty {
        diagnostics.append(
          Diagnostic(
            KeyFigureCode.duplicateColumn, at: header.location, "Deux colonnes s’appellent « \(name) »",
            help: "donnez à chacune un nom qui la distingue",
            notes: [.init("la première est ici", at: first)]))
      } else {
        seen[name] = header.location
      }
    }
  }

  /// Which declaration each column of the table follows; what is declared and absent, or present and not declared.
  private static func matchColumns(
    _ names: [String], _ raw: RawTable, _ schema: TableSchema, _ diagnostics: inout [Diagnostic]
  ) -> [ColumnDeclaration?] {
    var matched = [ColumnDeclaration?](repeating: nil, count: names.count)
    guard !schema.columns.isEmpty else { return matched }
    var missing: [ColumnDeclaration] = []
    for declaration in schema.columns {
      if let index = names.firstIndex(of: normalized(declaration.name.value)) {
        matched[index] = declaration
      } else {
        missing.append(declaration)
      }
    }
    var guesses = Guesses()
    for (index, header) in raw.header.enumerated() where matched[index] == nil {
      let guess = guesses.nearest(to: names[index], in: missing.map(\.name.value))
      if let guess { missing.removeAll { $0.name.value == guess } }
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.unknownColumn, at: header.location,
          "La colonne « \(names[index]) » n’est pas dans le schéma du tableau « \(schema.id.value) »",
          help: guess.map { "vouliez-vous dire « \($0) » ?" }
            ?? "ajoutez « \(names[index]): texte » (ou un autre type) sous « colonnes »",
          notes: [.init("le schéma est ici", at: schema.id.location)]))
    }
    for declaration in missing {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.missingColumn, at: raw.header.first?.location ?? raw.location,
          "La colonne « \(declaration.name.value) » manque au tableau « \(schema.id.value) »",
          help: "ajoutez la colonne au tableau, ou retirez-la du schéma",
          notes: [.init("elle est annoncée ici", at: declaration.name.location)]))
    }
    return matched
  }
}
