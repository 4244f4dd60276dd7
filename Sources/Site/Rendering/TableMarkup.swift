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
    cell: (_ row: Int, _ column: Int) -> [UInt8],
    change: (_ row: Int, _ column: Int) -> Change? = { _, _ in nil }
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
    for column in table.columns { appendHeader(column, to: &html) }
    html.append("</tr></thead>\n<tbody>\n" as StaticString)
    for row in 0..<table.rowCount {
      html.append(table.rowKinds[row] == .data ? "<tr>" : "<tr class=\"total\">")
      for column in table.columns.indices {
        let height = table.rowSpan(row, column)
        if height > 0 {
          append(table, row, column, height: height, cell: cell, change: change(row, column), to: &html)
        }
      }
      html.append("</tr>\n" as StaticString)
    }
    html.append("</tbody>\n</table>" as StaticString)
    return html
  }

  private static func appendHeader(_ column: Column, to html: inout [UInt8]) {
    guard !column.name.isEmpty else {
      html.append("<td></td>" as StaticString)
      return
    }
    html.append("<th scope=\"col\"" as StaticString)
    let name = Typeset.bytes(column.name)
    // `2023-2024` is one word, which a browser would break.
    let isWhole = name.contains(UInt8(ascii: "-")) && !name.contains(.space) && name.count < 13
    html.append(
      isWhole ? (column.isNumeric ? " class=\"n i\"" : " class=\"i\"") : cssClass(of: column))
    html.append("><b>" as StaticString)
    html += name
    html.append("</b>" as StaticString)
    if let unit = column.headerUnit {
      html.append(.space)
      html.appendEscaped(unit)
    }
    html.append("</th>" as StaticString)
  }

  private static func append(
    _ table: KeyFigures.Table, _ row: Int, _ column: Int, height: Int, cell: (Int, Int) -> [UInt8],
    change: Change?, to html: inout [UInt8]
  ) {
    let isHeader = column == 0 && !table.text(row, 0).isEmpty
    html.append(isHeader ? "<th scope=\"\(height > 1 ? "rowgroup" : "row")\"" : "<td")
    if height > 1 { html.append(" rowspan=\"\(height)\"") }
    html.append(cssClass(of: table.columns[column]))
    html.append(UInt8(ascii: ">"))
    switch table.value(row, column) {
    case .text: html += cell(row, column)
    default: html.appendEscaped(table.formatted(row, column))
    }
    if let change {
      html.append(" <span class=\"ecart-cellule\">" as StaticString)
      html.appendEscaped(change.text)
      html.append("</span>" as StaticString)
    }
    html.append(isHeader ? "</th>" : "</td>")
  }

  private static func cssClass(of column: Column) -> String {
    column.isNumeric ? " class=\"n\"" : column.type == .flag ? " class=\"c\"" : ""
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
