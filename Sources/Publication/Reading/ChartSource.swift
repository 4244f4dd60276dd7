import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures
import Markdown

/// The table a chart or a map draws, found by its `donnees`: one of the section's tables, or a CSV file.
struct ChartSource {
  let section: Section
  let directive: Directive
  let table: KeyFigures.Table
  /// The section's own table, if it is one.
  let block: TableBlock?

  init?(
    _ directive: Directive, of section: Section, folder: ContentFolder, _ diagnostics: inout [Diagnostic]
  ) {
    self.directive = directive
    self.section = section
    guard let attribute = directive.attribute("donnees") else { return nil }
    if let block = section.tables.first(where: { $0.id == attribute.value }) {
      self.block = block
      table = block.table
      return
    }
    block = nil
    let place = section.file.location(attribute.valueRange)
    guard attribute.value.hasSuffix(".csv") else {
      guard !section.hasFaultyTable(attribute.value) else { return nil }
      let ids = section.tables.map(\.id)
      diagnostics.append(
        Diagnostic(
          PublicationCode.unknownTable, at: place, "Aucun tableau « \(attribute.value) » dans cette section",
          help: nearest(to: attribute.value, in: ids).map { "vouliez-vous dire « \($0) » ?" }
            ?? (ids.isEmpty
              ? "décrivez-le sous « tableaux », ou donnez un fichier : donnees=donnees/exemple.csv"
              : "tableaux de la section : " + listed(ids))))
      return nil
    }
    guard let file = folder.data(at: Located(attribute.value, at: place), &diagnostics),
      let raw = CSVFile.parse(file, &diagnostics)
    else { return nil }
    table = .read(raw, schema: nil, &diagnostics)
  }

  /// The rows to draw: neither totals nor means.
  var rows: [Int] { table.dataRows }

  /// The caption, without which a chart says nothing: the paragraph inside, or `titre`.
  func title(_ diagnostics: inout [Diagnostic]) -> String? {
    if let title = directive["titre"] { return title }
    let caption = section.document.plainText(of: directive.node).trimmed
    guard caption.isEmpty else { return caption }
    diagnostics.append(
      Diagnostic(
        PublicationCode.contentExpected, at: section.file.location(directive.nameRange),
        "Ce bloc « \(directive.name) » n’a pas de légende",
        help: "écrivez entre les deux lignes « ::: » une phrase qui dit ce qu’il montre"))
    return nil
  }

  func block(_ drawing: ChartBlock.Drawing) -> ChartBlock {
    let ownName = "\(directive.name)-\(directive.node)"
    return ChartBlock(
      id: directive.id ?? ownName, anchor: directive.id.map { directive.name + "-" + $0 } ?? ownName,
      drawing: drawing, table: table, shownTable: block.flatMap { $0.isShown ? $0.id : nil },
      source: directive["source"] ?? block?.source,
      date: directive["date"].map(TableBlockReader.formattedDate) ?? block?.date,
      note: directive["note"] ?? (block?.isShown == true ? nil : block?.note))
  }

  func column(named name: String, in attribute: String, _ diagnostics: inout [Diagnostic]) -> Int? {
    if let column = table.column(named: name) { return column }
    let names = table.columns.map(\.name)
    let folded = SearchFold.letters(name)
    if let column = names.firstIndex(where: { SearchFold.letters($0) == folded }) { return column }
    diagnostics.append(
      diagnostic(
        at: attribute, "Le tableau n’a pas de colonne « \(name) »",
        help: nearest(to: name, in: names).map { "vouliez-vous dire « \($0) » ?" }
          ?? "colonnes : " + listed(names)))
    return nil
  }

  func diagnostic(at attribute: String, _ message: String, help: String?) -> Diagnostic {
    let range = directive.attribute(attribute)?.valueRange ?? directive.nameRange
    return Diagnostic(
      directive.name == "carte" ? PublicationCode.map : PublicationCode.chart,
      at: section.file.location(range), message,
      help: help)
  }
}
