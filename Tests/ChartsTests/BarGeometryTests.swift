import Drawing
import Testing

@testable import Charts

@Suite struct BarGeometryTests {
  @Test func drawsStandingBarsInProportionFromZero() {
    let scene = Chart.scene(Samples.bars[0])
    let widths = scene.boxes(ofSeries: 0).map(\.height)
    #expect(widths.count == 5)
    for (width, value) in zip(widths, Samples.certified.compactMap { $0 }) {
      #expect(abs(width - widths[0] * value / 15340) < 0.5)
    }
  }

  @Test func writesAFiveBarChartForBothMeasuresUnderThreeKilobytes() {
    let sizes = [Chart.wide, Chart.narrow].map { width in
      SVGWriter.inline(
        Chart.scene(Samples.bars[0], width: width), idPrefix: "f1", name: .labelledBy("f1-nom")
      ).count
    }
    #expect(sizes.reduce(0, +) < 3000)
  }

  @Test func writesTheSameBytesTwice() {
    for sample in Samples.all {
      #expect(SVGWriter.file(Chart.scene(sample)) == SVGWriter.file(Chart.scene(sample)))
    }
  }
}

extension Scene {
  /// The boxes of one series, in the order drawn.
  func boxes(ofSeries index: Int) -> [Rect] {
    marks.flatMap { mark -> [Rect] in
      guard case .group(let group) = mark, group.role == .data(series: index) else { return [] }
      return group.marks.compactMap { if case .rect(let box, _) = $0 { box } else { nil } }
    }
  }
}
