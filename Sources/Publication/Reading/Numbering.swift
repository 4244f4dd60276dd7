import Markdown

/// Numbers tables and figures (charts, maps, captioned pictures) through the whole publication, in reading order: the
/// pages and the print edition then speak of the same « figure 3 ». A number that is right already is left alone: a
/// section that was kept from an earlier reading is not copied for it.
enum Numbering {
  static func apply(to sections: inout [Section]) {
    var (table, figure) = (0, 0)
    for i in sections.indices {
      for (directive, block) in zip(sections[i].document.directives, sections[i].blocks) {
        switch block {
        case .table(let index):
          table += 1
          if sections[i].tables[index].number != table { sections[i].tables[index].number = table }
        case .chart(let index):
          figure += 1
          if sections[i].charts[index].number != figure { sections[i].charts[index].number = figure }
        case .picture where directive.name == "figure":
          figure += 1
          if sections[i].pictureNumbers[directive.node] != figure {
            sections[i].pictureNumbers[directive.node] = figure
          }
        default: continue
        }
      }
    }
  }
}
