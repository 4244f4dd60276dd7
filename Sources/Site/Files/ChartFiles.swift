import Charts
import Drawing
import Publication

/// Each chart on its own: to be taken up elsewhere, and as the print edition shows it.
enum ChartFiles {
  static func all(_ frame: Frame) -> [OutputFile] {
    let publication = frame.publication
    return all([publication.home], of: nil, frame)
      + publication.parts.flatMap { part in
        all([part.opening], of: part.number, frame)
          + all(publication.sections[part.sections], of: part.number, frame)
      }
  }

  private static func all(_ sections: ArraySlice<Section>, of part: Int?, _ frame: Frame) -> [OutputFile] {
    let theme = PartTheme.light(part, frame.publication.settings)
    let printed = PartTheme.printed(part, frame.publication.settings)
    return sections.flatMap { section in
      section.charts.flatMap { chart in
        [
          OutputFile(
            path: frame.names.chart(chart, in: section),
            content: .made { $0(file(chart, width: Chart.wide, theme)) }),
          OutputFile(
            path: frame.names.printedChart(chart, in: section),
            content: .made { $0(file(chart, width: Chart.printed, printed)) }),
        ]
      }
    }
  }

  private static func file(_ chart: ChartBlock, width: Double, _ theme: Drawing.Theme) -> [UInt8] {
    var scene = chart.scene(width: width)
    scene.title = Typeset.text(scene.title)
    return SVGWriter.file(scene, theme: theme)
  }
}

/// The colours of a part where no style sheet gives them.
enum PartTheme {
  /// The colours of the print edition.
  static func printed(_ part: Int?, _ settings: Settings) -> Drawing.Theme {
    let theme = light(part, settings)
    return settings.print.isGrey ? theme.grey : theme
  }

  /// The light scheme, with the colours of `publication.yaml` in place of the built-in accents.
  static func light(_ part: Int?, _ settings: Settings) -> Drawing.Theme {
    // From the fourth part on, accents come round again.
    let count = Drawing.Theme.Part.allCases.count
    let number = ((part ?? 1) - 1) % count + 1
    func own(_ suffix: String) -> Color? {
      settings.colours.first { $0.name == "p\(number)" + suffix }.flatMap { Color(css: $0.value) }
    }
    return Drawing.Theme.light(.init(rawValue: number) ?? .first).accented(own(""), own("-2"), own("-3"))
  }
}
