import Charts
import Drawing
import Publication

/// Each chart on its own, to be taken up elsewhere.
enum ChartFiles {
  static func all(_ frame: Frame) -> [OutputFile] {
    let publication = frame.publication
    let groups =
      [([publication.home], nil as Int?)]
      + publication.parts.map { part in
        ([part.opening] + Array(publication.sections[part.sections]), part.number)
      }
    return groups.flatMap { sections, part in
      sections.flatMap { section in
        section.charts.map { chart in
          OutputFile(
            path: frame.names.chart(chart, in: section), content: .made { file(chart, part: part) })
        }
      }
    }
  }

  private static func file(_ chart: ChartBlock, part: Int?) -> [UInt8] {
    var scene = chart.scene(width: Chart.wide)
    scene.title = Typeset.text(scene.title)
    return SVGWriter.file(scene, theme: .light(part.flatMap(Drawing.Theme.Part.init(number:)) ?? .first))
  }
}

extension Drawing.Theme.Part {
  /// The accent of a part by its number; from the fourth on they come round again.
  fileprivate init?(number: Int) {
    self.init(rawValue: (number - 1) % Self.allCases.count + 1)
  }
}
