import Diagnostics
import KeyFigures
import Markdown
import Publication
import Templates

/// A declared table as its layout receives it.
final class TableContext: Shown {
  private let block: TableBlock
  private let section: Section
  private let shared: BlockContext
  private let html: [UInt8]

  /// Renders the table at once: words in its cells may hold links and notes.
  init(_ block: TableBlock, _ shared: BlockContext, hooks: inout ContentRenderer) {
    self.block = block
    self.shared = shared
    section = hooks.section
    html = Self.markup(block, shared, hooks: &hooks)
  }

  var base: Map { Map(of: shared) }

  static let members = Members<TableContext>([
    Member("id") { .string($0.id) },
    Member("id_legende") { .string($0.captionID) },
    Member("numero") { .int($0.block.number) },
    Member("titre_html") { Typeset.html($0.block.title) },
    Member("source") { Value($0.block.source.map(Typeset.text)) },
    Member("date") { Value($0.block.date) },
    Member("note") { Typeset.html($0.note) },
    Member("unite") { Value($0.block.table.schema?.unit?.value) },
    Member("lignes") { .int($0.block.table.rowCount) },
    Member("large") { .bool($0.block.table.columns.count > 5) },
    Member("telechargement") { $0.shared.medium.isPrint ? .none : $0.download },
    Member("table") { .markup($0.html) },
    Member("contenu") { _ in .markup([]) },
  ])

  private var id: String { Self.id(of: block, shared) }
  private var captionID: String { Self.captionID(of: block, shared) }

  private static func id(of block: TableBlock, _ shared: BlockContext) -> String {
    shared.medium.idPrefix + "tableau-" + block.id
  }

  private static func captionID(of block: TableBlock, _ shared: BlockContext) -> String {
    id(of: block, shared) + "-legende"
  }

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

  private static func caption(of block: TableBlock) -> [UInt8] {
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

  private static func markup(
    _ block: TableBlock, _ shared: BlockContext, hooks: inout ContentRenderer
  ) -> [UInt8] {
    let document = hooks.section.document
    var renderer = HTMLRenderer(document)
    let rows = block.node.map { self.rows(of: $0, in: document) } ?? []
    return TableMarkup.typed(
      block.table, caption: (captionID(of: block, shared), caption(of: block)),
      cell: { row, column, html in
        if row < rows.count, let cell = self.cell(column, ofRow: rows[row], in: document) {
          swap(&html, &renderer.html)
          renderer.render(childrenOf: cell, hooks: &hooks)
          swap(&html, &renderer.html)
        } else {
          html += Typeset.bytes(block.table.text(row, column))
        }
      }, change: change(in: block, of: hooks.section, shared))
  }

  /// How a number moved since the edition before published the same table, if it did.
  private static func change(
    in block: TableBlock, of section: Section, _ shared: BlockContext
  ) -> ((_ row: Int, _ column: Int) -> Change?)? {
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
