import Charts
import Diagnostics
import Drawing
import KeyFigures

/// A chart or a map of a section, ready to be drawn.
public struct ChartBlock: Sendable {
  public enum Drawing: Sendable {
    case chart(ChartSpecification)
    case map(MapSpecification)
  }

  /// Unique in its section; its own file is named after it.
  public let id: String
  /// Its `id` in the page.
  public let anchor: String
  public let drawing: Drawing
  /// What it draws, to be shown in « Voir les données ».
  public let table: KeyFigures.Table
  /// The id of the table when the same page shows it.
  public let shownTable: String?
  public let source: String?
  public let date: String?
  public let note: String?
  /// Counted over the whole publication with pictures, from 1.
  public internal(set) var number = 0

  /// The caption: what the chart shows, as a sentence.
  public var title: String {
    switch drawing {
    case .chart(let specification): specification.title
    case .map(let specification): specification.title
    }
  }

  /// What is measured, and in what unit.
  public var subtitle: String? {
    switch drawing {
    case .chart(let specification): specification.subtitle
    case .map(let specification):
      // The legend names what is measured.
      specification.unit.map { specification.valueName + ", en " + $0 }
    }
  }

  /// What it shows, in sentences made from the data.
  public var description: String {
    switch drawing {
    case .chart(let specification): Chart.description(specification)
    case .map(let specification): StatisticalMap.description(specification)
    }
  }

  /// Lays it out on a width in pixels.
  public func scene(width: Double) -> Scene {
    switch drawing {
    case .chart(let specification): Chart.scene(specification, width: width)
    case .map(let specification): StatisticalMap.scene(specification, width: width)
    }
  }
}
