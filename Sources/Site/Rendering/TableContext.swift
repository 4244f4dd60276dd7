import Diagnostics
import KeyFigures
import Markdown
import Publication
import Templates

/// A declared table as its layout receives it.
struct TableContext {
  private let block: TableBlock
  private let section: Section
  private let frame: Frame
  private let prefix: String

  init(_ block: TableBlock, in renderer: ContentRenderer) {
    self.block = block
    section = renderer.section
    frame = renderer.frame
    prefix = renderer.idPrefix
  }

  func fill(_ context: inout Map, hooks: inout ContentRenderer) {
    let id = prefix + "tableau-" + block.id
    let captionID = id + "-legende"
    context["id"] = .string(id)
    context["id_legende"] = .string(captionID)
    context["numero"] = .int(block.number)
    context["titre_html"] = Typeset.html(block.title)
    context["source"] = Value(block.source.map(Typeset.text))
    context["date"] = Value(block.date)
    context["note"] = Typeset.html(note)
    context["unite"] = Value(block.table.schema?.unit?.value)
    context["lignes"] = .int(block.table.rowCount)
    context["large"] = .bool(block.table.columns.count > 5)
    context["telechargement"] = hooks.isPrint ? Value.none : download
    context["table"] = .markup(markup(captionID: captionID, hooks: &hooks))
    context["contenu"] = .markup([])
  }

  /// The size is found here and not among the open data, so that a page does not wait for those of all others.
  private var download: Value {
    .map([
      "url": .string("donnees/" + frame.names.table(block, in: section) + ".csv"),
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

  private func markup(captionID: String, hooks: inout ContentRenderer) -> [UInt8] {
    let document = section.document
    let cells = block.node.map { Self.cellNodes(of: $0, in: document) }
    var renderer = HTMLRenderer(document)
    return TableMarkup.typed(
      block.table, caption: (captionID, caption),
      cell: { row, column in
        guard let cells, row < cells.count, column < cells[row].count else {
          return Typeset.bytes(block.table.text(row, column))
        }
        return renderer.rendered(childrenOf: cells[row][column], hooks: &hooks)
      }, change: change)
  }

  /// How a number moved since the edition before published the same table, if it did.
  private var change: ((_ row: Int, _ column: Int) -> Change?)? {
    guard let edition = frame.publication.edition,
      let earlier = edition.table(section: section.key, id: block.id)
    else { return nil }
    let table = block.table
    return { row, column in table.change(row, column, since: edition, earlier) }
  }

  private static func cellNodes(of table: Int, in document: Document) -> [[Int]] {
    document.children(of: table).compactMap { row in
      guard case .tableRow(isHeader: false) = document.nodes[row].kind else { return nil }
      return Array(document.children(of: row))
    }
  }
}
