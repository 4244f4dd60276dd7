import Diagnostics
import FrenchText
import KeyFigures
import Markdown
import Publication

/// Writes `<table>` elements: a caption, scoped headers, units under them, numbers to the right (RGAA 5.4 to 5.7).
enum TableMarkup {
  /// A typed table.
  ///
  /// - Parameters:
  ///   - caption: the inside of `<caption>`, ready; nil for a table named elsewhere.
  ///   - cell: writes the inside of a text cell, where its Markdown may hold links and emphasis.
  ///   - change: how a number moved since the edition before, where that is known.
  static func typed(
    _ table: KeyFigures.Table, caption: (id: String, html: [UInt8])?,
    cell: (_ row: Int, _ column: Int, _ html: inout [UInt8]) -> Void,
    change: ((_ row: Int, _ column: Int) -> Change?)? = nil
  ) -> [UInt8] {
    var html: [UInt8] = []
    html.append("<table>\n" as StaticString)
    if let caption {
      html.append("<caption id=\"" as StaticString)
      html.appendEscaped(caption.id)
      html.append("\">" as StaticString)
      html += caption.html
      html.append("</caption>\n" as StaticString)
    }
    html.append("<thead><tr>" as StaticString)
    let cells = table.columns.map(CellTags.init)
    for (column, tags) in zip(table.columns, cells) { appendHeader(column, tags.cssClass, to: &html) }
    html.append("</tr></thead>\n<tbody>\n" as StaticString)
    for row in 0..<table.rowCount {
      let tag: StaticString = table.rowKinds[row] == .data ? "<tr>" : "<tr class=\"total\">"
      html.append(tag)
      for column in table.columns.indices {
        let height = table.rowSpan(row, column)
        guard height > 0 else { continue }
        let isHeader = column == 0 && !table.isEmpty(row, 0)
        cells[column].open(isHeader: isHeader, height: height, to: &html)
        if table.isText(row, column) {
          cell(row, column, &html)
        } else {
          let start = html.count
          table.appendFormatted(row, column, to: &html)
          html.escape(from: start)
        }
        if let change = change?(row, column) { append(change, to: &html) }
        let end: StaticString = isHeader ? "</th>" : "</td>"
        html.append(end)
      }
      html.append("</tr>\n" as StaticString)
    }
    html.append("</tbody>\n</table>" as StaticString)
    return html
  }

  private static func appendHeader(
    _ column: Column, _ cssClass: StaticString, to html: inout [UInt8]
  ) {
    guard !column.name.isEmpty else {
      html.append("<td></td>" as StaticString)
      return
    }
    html.append("<th scope=\"col\"" as StaticString)
    let name = Typeset.bytes(column.name)
    // `2023-2024` is one word, which a browser would break.
    let isWhole = name.contains(UInt8(ascii: "-")) && !name.contains(.space) && name.count < 13
    html.append(isWhole ? wholeClass(of: column) : cssClass)
    html.append("><b>" as StaticString)
    html += name
    html.append("</b>" as StaticString)
    if let unit = column.headerUnit {
      html.append(.space)
      html.appendEscaped(unit)
    }
    html.append("</th>" as StaticString)
  }

  private static func append(_ change: Change, to html: inout [UInt8]) {
    html.append(" <span class=\"ecart-cellule\">" as StaticString)
    html.appendEscaped(change.text)
    html.append("</span>" as StaticString)
  }

  /// How the cells of a column begin.
  private struct CellTags {
    private let cell: StaticString
    private let header: StaticString
    let cssClass: StaticString

    init(_ column: Column) {
      if column.isNumeric {
        (cell, header, cssClass) = ("<td class=\"n\">", "<th scope=\"row\" class=\"n\">", " class=\"n\"")
      } else if column.type == .flag {
        (cell, header, cssClass) = ("<td class=\"c\">", "<th scope=\"row\" class=\"c\">", " class=\"c\"")
      } else {
        (cell, header, cssClass) = ("<td>", "<th scope=\"row\">", "")
      }
    }

    func open(isHeader: Bool, height: Int, to html: inout [UInt8]) {
      guard height > 1 else { return html.append(isHeader ? header : cell) }
      let tag: StaticString = isHeader ? "<th scope=\"rowgroup\"" : "<td"
      html.append(tag)
      html.append(" rowspan=\"\(height)\"")
      html.append(cssClass)
      html.append(UInt8(ascii: ">"))
    }
  }

  private static func wholeClass(of column: Column) -> StaticString {
    column.isNumeric ? " class=\"n i\"" : " class=\"i\""
  }

  /// A Markdown table of a text, without types.
  static func plain(_ node: Int, in document: Document, hooks: inout ContentRenderer) -> [UInt8] {
    var renderer = HTMLRenderer(document)
    var html: [UInt8] = []
    html.append("<table>\n" as StaticString)
    var alignments: [Markdown.Table.Alignment] = []
    if case .table(let index) = document.nodes[node].kind {
      alignments = document.tables[Int(index)].alignments
    }
    for row in document.children(of: node) {
      guard case .tableRow(let isHeader) = document.nodes[row].kind else { continue }
      html.append(isHeader ? "<thead><tr>" : "<tr>")
      for (column, cell) in document.children(of: row).enumerated() {
        let content = renderer.rendered(childrenOf: cell, hooks: &hooks)
        let tag =
          content.isEmpty ? "td" : isHeader ? "th scope=\"col\"" : column == 0 ? "th scope=\"row\"" : "td"
        let alignment = column < alignments.count ? alignments[column] : .none
        let cssClass = alignment == .right ? " class=\"n\"" : alignment == .center ? " class=\"c\"" : ""
        html.append("<\(tag)\(cssClass)>")
        html += content
        html.append("</\(tag.prefix(2))>")
      }
      html.append(isHeader ? "</tr></thead>\n<tbody>\n" : "</tr>\n")
    }
    html.append("</tbody>\n</table>\n" as StaticString)
    return html
  }
}
