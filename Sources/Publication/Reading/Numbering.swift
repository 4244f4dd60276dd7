import Markdown

/// Numbers tables and figures (charts, maps, captioned pictures) through the whole publication, in reading order: the
/// pages and the print edition then speak of the same « figure 3 ».
struct Numbering: Hashable, Sendable {
  /// The last numbers given.
  private var table = 0
  private var figure = 0

  /// Steps that were numbered before are left alone where they stand behind as many tables and figures.
  static func apply(to steps: inout [SectionStep]) {
    var numbering = Numbering()
    for place in steps.indices {
      if let numbers = steps[place].numbers, numbers.before == numbering {
        numbering = numbers.after
        continue
      }
      let before = numbering
      numbering.number(&steps[place].section)
      steps[place].numbers = (before, numbering)
    }
  }

  private mutating func number(_ section: inout Section) {
    for place in section.blocks.indices {
      switch section.blocks[place] {
      case .table(let index):
        table += 1
        section.number(table: index, table)
      case .chart(let index):
        figure += 1
        section.number(chart: index, figure)
      case .picture where section.document.directives[place].name == "figure":
        figure += 1
        section.pictureNumbers[section.document.directives[place].node] = figure
      default: continue
      }
    }
  }
}
