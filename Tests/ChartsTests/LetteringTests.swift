import Drawing
import TestSupport
import Testing

@testable import Charts

@Suite struct LetteringTests {
  @Test(arguments: Samples.all)
  func neverTouchesInTheSamples(_ sample: ChartSpecification) {
    for width in [Chart.wide, Chart.narrow, Chart.printed] {
      #expect(SceneAudit(Chart.scene(sample, width: width)).faults == [], "\(sample.title) à \(width)")
    }
  }

  @Test(arguments: ChartKind.allCases)
  func neverTouchesOverThousandsOfRandomData(_ kind: ChartKind) {
    var random = SeededNumbers(seed: 2024)
    for round in 0..<80 {
      let specification = RandomCharts.specification(kind, using: &random)
      for width in [Chart.wide, Chart.narrow, Chart.printed] {
        let faults = SceneAudit(Chart.scene(specification, width: width)).faults
        if !faults.isEmpty {
          Issue.record("\(kind.rawValue), tirage \(round), \(width) : \(faults.prefix(3))")
          return
        }
      }
    }
  }
}
