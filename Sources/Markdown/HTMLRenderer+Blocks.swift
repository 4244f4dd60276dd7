import Diagnostics

extension HTMLRenderer {
  mutating func leaveParagraph(_ index: Int, hooks: inout some RenderingHooks) {
    if isTight(open.count) { return }
    if let parent = open.last, case .footnoteDefinition(let note) = document.nodes[parent].kind,
      document.nodes[parent].end == document.nodes[index].end
    {
      html.append(.space)
      writeBacklinks(note, hooks: &hooks)
    }
    html.append("</p>\n")
  }

  mutating func enterHeading(_ heading: Heading, hooks: inout some RenderingHooks) {
    html.startLine()
    html.append("<h")
    html.append(heading.digit(shiftedBy: hooks.headingShift))
    if !heading.anchor.isEmpty {
      html.append(" id=\"")
      html.appendEscaped(hooks.idPrefix)
      html.appendEscaped(heading.anchor)
      html.append(UInt8(ascii: "\""))
    }
    html.append(UInt8(ascii: ">"))
    context.isInHeading = true
  }

  mutating func leaveHeading(_ heading: Heading, hooks: inout some RenderingHooks) {
    context.isInHeading = false
    html.append("</h")
    html.append(heading.digit(shiftedBy: hooks.headingShift))
    html.append(">\n")
  }

  mutating func enterList(_ start: Int32?, _ index: Int) {
    html.startLine()
    switch start {
    case nil: html.append(hasTasks(index) ? "<ul class=\"taches\">\n" : "<ul>\n")
    case 1: html.append("<ol>\n")
    case .some(let number):
      html.append("<ol start=\"")
      html.append(String(number))
      html.append("\">\n")
    }
  }

  private func hasTasks(_ list: Int) -> Bool {
    guard list + 1 < document.nodes.count, case .taskItem = document.nodes[list + 1].kind else {
      return false
    }
    return true
  }

  /// The state of a task is said, not only drawn: a box that cannot be ticked is skipped by many screen readers.
  mutating func enterTask(_ isChecked: Bool) {
    html.startLine()
    html.append(
      isChecked
        ? "<li class=\"fait\"><span class=\"cache\">Fait : </span>"
        : "<li class=\"a-faire\"><span class=\"cache\">À faire : </span>")
  }

  mutating func write(code node: Node, _ info: Range<Int>) {
    html.startLine()
    let language = document.slice(info).prefix { !$0.isCMarkSpace }
    if language.isEmpty {
      html.append("<pre><code>")
    } else {
      html.append("<pre><code class=\"language-")
      html.appendEscaped(language)
      html.append("\">")
    }
    html.appendEscaped(document, node.text)
    html.append("</code></pre>\n")
  }

  /// A directive without a template: a division with its name as class.
  public mutating func renderAsDivision(_ directive: Directive, hooks: inout some RenderingHooks) {
    html.append("<div class=\"")
    html.appendEscaped(directive.name)
    for name in directive.classes {
      html.append(.space)
      html.appendEscaped(name)
    }
    if let id = directive.id {
      html.append("\" id=\"")
      html.appendEscaped(hooks.idPrefix)
      html.appendEscaped(id)
    }
    html.append("\">\n")
    render(childrenOf: directive.node, hooks: &hooks)
    html.startLine()
    html.append("</div>\n")
  }

  // MARK: Tables

  mutating func enterTable() {
    html.startLine()
    html.append("<table>\n")
    hasTableBody = false
  }

  mutating func leaveTable() {
    if hasTableBody { html.append("</tbody>\n") }
    hasTableBody = false
    html.append("</table>\n")
  }

  mutating func enterRow(_ isHeader: Bool) {
    if isHeader {
      html.append("<thead>\n")
    } else if !hasTableBody {
      html.append("<tbody>\n")
      hasTableBody = true
    }
    html.append("<tr>")
  }

  /// The first column names the rows (RGAA 5.7). A head without text heads nothing.
  mutating func enterCell(_ column: UInt16, _ isHeader: Bool, _ index: Int) {
    let isEmpty = document.nodes[index].end == index + 1
    if isHeader, !isEmpty {
      html.append("<th scope=\"col\"")
    } else if column == 0, !isHeader, !isEmpty {
      html.append("<th scope=\"row\"")
    } else {
      html.append("<td")
    }
    switch alignment(of: column) {
    case .none, .left: break
    case .center: html.append(" class=\"c\"")
    case .right: html.append(" class=\"d\"")
    }
    html.append(UInt8(ascii: ">"))
    isHeadCell = !isEmpty && (isHeader || column == 0)
  }

  mutating func leaveCell(_ column: UInt16, _ isHeader: Bool) {
    html.append(isHeadCell ? "</th>" : "</td>")
  }

  private func alignment(of column: UInt16) -> Table.Alignment {
    guard let table = open.dropLast().last, case .table(let index) = document.nodes[table].kind else {
      return .none
    }
    let alignments = document.tables[Int(index)].alignments
    return Int(column) < alignments.count ? alignments[Int(column)] : .none
  }
}
