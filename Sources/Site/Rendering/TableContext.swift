import Diagnostics
import KeyFigures
import Markdown
import Publication
import Templates

/// A declared table as its layout receives it.
struct TableContext: Sendable {
  private let block: TableBlock
  private let section: Section
  private let shared: BlockContext
  private var html: [UInt8] = []

  /// Renders the table at once: words in its cells may hold links and notes.
  init(_ block: TableBlock, _ shared: BlockContext, hooks: inout ContentRenderer) {
    self.block = block
    self.shared = shared
    section = hooks.section
    html = markup(hooks: &hooks)
  }

  var map: Map { Map(of: self, Self.members) }

  private static let members = Members<TableContext>(
    BlockContext.members, of: { $0.shared },
    and: [
      "id": { .string($0.id) },
      "id_legende": { .string($0.captionID) },
      "numero": { .int($0.block.number) },
      "titre_html": { Typeset.html($0.block.title) },
      "source": { Value($0.block.source.map(Typeset.text)) },
      "date": { Value($0.block.date) },
      "note": { Typeset.html($0.note) },
      "unite": { Value($0.block.table.schema?.unit?.value) },
      "lignes": { .int($0.block.table.rowCount) },
      "large": { .bool($0.block.table.columns.count > 5) },
      "telechargement": { $0.shared.medium.isPrint ? .none : $0.download },
      "table": { .markup($0.html) },
      "contenu": { _ in .markup([]) },
    ])

  private var id: String { shared.medium.idPrefix + "tableau-" + block.id }
  private var captionID: String { id + "-legende" }

  /// The size is found here and not among the open data, so that a page does not wait for those of all others.
  private var download: Value {
    .map([
      "url": .string("donnees/" + shared.frame.names.table(block, in: section) + ".csv"),
      "taille": .string(Typeset.size(TableCSV.size(of: block.table))),
    ])
  }

  /// The editor's note, and what the mark of a secret count means.
  private var note: String? {
    guard block.table.hasSecrets else { return block.note }
    let secret = "\(KeyFigures.Table.secretMark) : effectif trop petit pour être publié (secret statistique)."
    return block.note.map { $0 + " " + secret } ?? secret
  }

  private var caption: [UInt8] {
    var html: [UInt8] = []
    html.append("<span class=\"no\">Tableau " as StaticString)
    html.append(String(block.number))
    html.append("</span>" as StaticString)
    if let title = block.title {
      html.append(" <span class=\"titre\">" as StaticString)
      html += Typeset.bytes(title)
      html.append("</span>" as StaticString)
    }
    return html
  }

  private func markup(hooks: inout ContentRenderer) -> [UInt8] {
    let document = section.document
    var renderer = HTMLRenderer(document)
    let rows = block.node.map { Self.rows(of: $0, in: document) } ?? []
    return TableMarkup.typed(
      block.table, caption: (captionID, caption),
      cell: { row, column, html in
        if row < rows.count, let cell = Self.cell(column, ofRow: rows[row], in: document) {
          swap(&html, &renderer.html)
          renderer.render(childrenOf: cell, hooks: &hooks)
          swap(&html, &renderer.html)
        } else {
          html += Typeset.bytes(block.table.text(row, column))
        }
      }, change: change)
  }

  /// How a number moved since the edition before published the same table, if it did.
  private var change: ((_ row: Int, _ column: Int) -> Change?)? {
    guard let edition = shared.frame.publication.edition,
      let earlier = edition.table(section: section.key, id: block.id)
    else { return nil }
    let table = block.table
    return { row, column in table.change(row, column, since: edition, earlier) }
  }

  private static func rows(of table: Int, in document: Document) -> [Int] {
    document.children(of: table).filter { row in
      if case .tableRow(isHeader: false) = document.nodes[row].kind { true } else { false }
    }
  }

  private static func cell(_ column: Int, ofRow row: Int, in document: Document) -> Int? {
    var cells = document.children(of: row)
    for _ in 0..<column { _ = cells.next() }
    return cells.next()
  }
}
