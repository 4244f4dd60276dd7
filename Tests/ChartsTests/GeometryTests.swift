import Drawing
import Testing

@testable import Charts

/// Lengths, angles, areas and places, read back from the scene, are the data within half a pixel.
@Suite struct GeometryTests {
  private let names = ["Un", "Deux", "Trois", "Quatre", "Cinq"]
  private let values: [Double] = [15340, 8455, 5605, 2912, 1025]

  private func chart(
    _ kind: ChartKind, _ values: [Double?]? = nil, _ change: (inout ChartSpecification) -> Void = { _ in }
  ) -> ChartSpecification {
    let values = values ?? self.values
    return Samples.make(kind, "", Array(names.prefix(values.count)), [("Série", values)], change)
  }

  /// Asserts that measures are in one proportion to values.
  private func expectProportional(
    _ measures: [Double], _ values: [Double], within tolerance: Double = 0.5, _ comment: Comment? = nil,
    at location: SourceLocation = #_sourceLocation
  ) {
    #expect(measures.count == values.count, comment, sourceLocation: location)
    guard let most = values.indices.max(by: { abs(values[$0]) < abs(values[$1]) }), most < measures.count
    else {
      return
    }
    for (measure, value) in zip(measures, values) {
      let expected = measures[most] * value / values[most]
      #expect(abs(measure - expected) < tolerance, comment, sourceLocation: location)
    }
  }

  @Test(arguments: [Chart.wide, Chart.narrow])
  func makesBarsAsLongAsTheirValues(_ width: Double) {
    for kind in [ChartKind.horizontalBars, .target] {
      let specification = chart(kind) { $0.objective = .init("But", values: [1, 1, 1, 1, 1]) }
      expectProportional(Chart.scene(specification, width: width).boxes(ofSeries: 0).map(\.width), values)
    }
    expectProportional(Chart.scene(chart(.stackedBars), width: width).boxes(ofSeries: 0).map(\.width), values)
  }

  @Test func makesStandingBarsAsTallAsTheirValues() {
    expectProportional(Chart.scene(chart(.bars)).boxes(ofSeries: 0).map(\.height), values)
    let both = chart(.barsAndLines) { $0.data.series.append(.init("Ligne", values: [1, 2, 3, 4, 5])) }
    expectProportional(Chart.scene(both).boxes(ofSeries: 0).map(\.height), values)
  }

  @Test func drawsNegativeBarsOnTheOtherSideOfOneZero() {
    let signed: [Double] = [3, -1.5, 0.5, -3]
    for boxes in [
      Chart.scene(chart(.bars, signed)).boxes(ofSeries: 0),
      Chart.scene(chart(.horizontalBars, signed), width: 340).boxes(ofSeries: 0).map {
        Rect(x: -$0.y, y: -$0.maxX, width: $0.height, height: $0.width)
      },
    ] {
      expectProportional(boxes.map(\.height), signed.map(abs))
      let zero = boxes[0].maxY
      for (box, value) in zip(boxes, signed) { #expect(abs((value > 0 ? box.maxY : box.y) - zero) < 0.5) }
    }
  }

  @Test func stacksPartsEndToEnd() {
    let specification = Samples.make(
      .stackedBars, "", ["a", "b"], [("X", [10, 20]), ("Y", [30, nil]), ("Z", [5, 15])])
    let scene = Chart.scene(specification)
    let (x, y, z) = (scene.boxes(ofSeries: 0), scene.boxes(ofSeries: 1), scene.boxes(ofSeries: 2))
    #expect(abs(x[0].maxX - y[0].x) < 0.01)
    #expect(abs(y[0].maxX - z[0].x) < 0.01)
    #expect(abs(x[1].maxX - z[1].x) < 0.01)
    expectProportional([x[0], x[1], y[0], z[0], z[1]].map(\.width), [10, 20, 30, 5, 15])
  }

  @Test func groupsBarsOnOneScale() {
    let specification = Samples.make(.groupedBars, "", ["a", "b"], [("X", [10, 20]), ("Y", [30, 40])])
    for width in [Chart.wide, Chart.narrow] {
      let scene = Chart.scene(specification, width: width)
      expectProportional(
        (scene.boxes(ofSeries: 0) + scene.boxes(ofSeries: 1)).map(\.height), [10, 20, 30, 40])
    }
  }

  @Test func putsPointsOfLinesAtTheirValues() {
    for kind in [ChartKind.lines, .sparkline, .areas] {
      let scene = Chart.scene(chart(kind))
      let points = scene.polyline(ofSeries: 0, path: kind == .areas ? 1 : 0)
      #expect(points.count == 5)
      // Between first and last, any value lies in proportion.
      for (point, value) in zip(points, values) {
        let expected =
          points[0].y + (points[4].y - points[0].y) * (value - values[0]) / (values[4] - values[0])
        #expect(abs(point.y - expected) < 0.5)
      }
    }
  }

  @Test func leavesGapsWhereValuesAreUnknown() {
    let path = Chart.scene(chart(.lines, [1, 2, nil, 4, 5])).paths(ofSeries: 0)[0]
    let moves = path.elements.filter { if case .move = $0 { true } else { false } }
    #expect(moves.count == 2)
  }

  @Test(arguments: [ChartKind.pie, .ring])
  func cutsSectorsByTheirShareOfTheTurn(_ kind: ChartKind) {
    for width in [Chart.wide, Chart.narrow] {
      let paths = Chart.scene(chart(kind), width: width).paths(ofSeries: 0)
      expectProportional(paths.map(\.area), values, within: kind == .pie ? 30 : 30)
      let total = paths.reduce(0) { $0 + $1.area }
      let share = paths[0].area / total
      #expect(abs(share - values[0] / values.reduce(0, +)) < 0.001)
    }
  }

  @Test func fillsTheGaugeAsFarAsTheValue() {
    let scene = Chart.scene(Samples.make(.gauge, "", ["a"], [("Taux", [25])], unit: "%"))
    guard let path = scene.paths(ofSeries: 0).first, case .arc(let radius, _, _, let end) = path.elements[1],
      case .move(let start) = path.elements[0]
    else { return #expect(Bool(false)) }
    // A quarter of the half turn: 45° above the left end.
    let center = Point(start.x + radius, start.y)
    #expect(abs((center.x - end.x) - (center.y - end.y)) < 0.01)
  }

  @Test func putsDotsAtTheirValues() {
    let centers = Chart.scene(chart(.dots)).circles(ofSeries: 0).map(\.center.x)
    for (x, value) in zip(centers, values) {
      let expected = centers[0] + (centers[4] - centers[0]) * (value - values[0]) / (values[4] - values[0])
      #expect(abs(x - expected) < 0.5)
    }
  }

  @Test func putsPointsOfACloudAtBothNumbers() {
    let specification = chart(.scatter) { $0.data.positions = [5, 1, 4, 2, 3] }
    let centers = Chart.scene(specification).circles(ofSeries: 0).map(\.center)
    let positions: [Double] = [5, 1, 4, 2, 3]
    for (index, point) in centers.enumerated() {
      let x = centers[0].x + (centers[1].x - centers[0].x) * (positions[index] - 5) / -4
      let y =
        centers[0].y + (centers[4].y - centers[0].y) * (values[index] - values[0]) / (values[4] - values[0])
      #expect(abs(point.x - x) < 0.5)
      #expect(abs(point.y - y) < 0.5)
    }
  }

  @Test func reachesOutOnARadarByTheValue() {
    let scene = Chart.scene(chart(.radar, [4, 3, 2, 1, 4]))
    let points = scene.polyline(ofSeries: 0, path: 0)
    let centre = Point(scene.size.width / 2, 0)
    // The first spoke points up and the values 4 and 2 lie on spokes of known angle: distances from the centre are in proportion.
    let first = points[0]
    let third = points[2]
    #expect(abs(first.x - centre.x) < 0.01)
    let radius = (third.x - centre.x) / 0.587_785_252_292_473
    let centerY = third.y - radius * 0.809_016_994_374_947
    #expect(abs((centerY - first.y) - 2 * radius) < 0.5)
  }

  @Test func drawsASlopeFromOneValueToTheOther() {
    let specification = Samples.make(
      .slope, "", ["a", "b"], [("2024", [10, 40]), ("2025", [30, 20])])
    let lines = Chart.scene(specification).lines(ofSeries: 0)
    let scale = (lines[1].0.y - lines[0].0.y) / 30
    #expect(abs((lines[0].1.y - lines[0].0.y) - 20 * scale) < 0.5)
    #expect(abs((lines[1].1.y - lines[1].0.y) + 20 * scale) < 0.5)
  }

  @Test func countsSquaresOfAWaffle() {
    let count = Chart.scene(Samples.make(.waffle, "", ["a", "b"], [("IAN", [19, 6])]))
    #expect([count.boxes(ofSeries: 0).count, count.boxes(ofSeries: 1).count] == [19, 6])
    let share = Chart.scene(Samples.make(.waffle, "", ["a", "b"], [("Part", [92.14, 7.86])], unit: "%"))
    #expect([share.boxes(ofSeries: 0).count, share.boxes(ofSeries: 1).count] == [92, 8])
  }

  @Test func countsFigures() {
    let scene = Chart.scene(Samples.make(.pictograms, "", ["a", "b"], [("Élèves", [11, 24])]))
    #expect([scene.circles(ofSeries: 0).count, scene.circles(ofSeries: 1).count] == [11, 24])
  }

  @Test func oppositesInAPyramidShareAScale() {
    let specification = Samples.make(.pyramid, "", ["a", "b"], [("F", [10, 20]), ("H", [5, 40])])
    let scene = Chart.scene(specification)
    expectProportional(
      (scene.boxes(ofSeries: 0) + scene.boxes(ofSeries: 1)).map(\.width), [10, 20, 5, 40])
  }

  @Test func givesTreeBoxesTheirShareOfTheArea() {
    let boxes = Chart.scene(chart(.tree)).boxes(ofSeries: 0)
    let areas = boxes.map { $0.width * $0.height }
    expectProportional(areas, values, within: 1)
    #expect(abs(areas.reduce(0, +) - 720 * 320) < 1)
  }

  @Test func colorsHeatByTheStep() {
    let specification = Samples.make(.heat, "", ["a"], [("A", [0]), ("B", [19]), ("C", [50]), ("D", [100])])
    let scene = Chart.scene(specification)
    let roles = (0..<4).map { scene.styles(ofSeries: $0)[0].fill }
    #expect(roles == [.level1, .level1, .level3, .level5])
  }

  @Test(arguments: ChartKind.allCases)
  func keepsAnyChartUnderTwentyKilobytes(_ kind: ChartKind) {
    for sample in Samples.all where sample.kind == kind {
      let size = SVGWriter.inline(Chart.scene(sample), idPrefix: "f", name: .decorative).count
      #expect(size < 20_000, "\(sample.title) : \(size)")
    }
  }

  @Test func survivesNumbersNobodyMeant() {
    let odd: [Double?] = [.nan, .infinity, -.infinity, 1e300, nil]
    for kind in ChartKind.allCases {
      for values in [odd, [0, 0, 0, 0, 0], [-1, -2, -3, -4, -5], [1e-300, 0, 1e14, 1, nil]] {
        var specification = chart(kind, values)
        specification.maximum = .nan
        specification.height = .infinity
        specification.references = [.init(value: .infinity, label: "")]
        for width: Double in [720, 340, 0, -Double.infinity, Double.nan] {
          let bytes = SVGWriter.file(Chart.scene(specification, width: width))
          #expect(!String(decoding: bytes, as: UTF8.self).contains("nan"))
        }
      }
    }
  }
}

extension Scene {
  private func marks(ofSeries index: Int) -> [Mark] {
    marks.flatMap { mark -> [Mark] in
      guard case .group(let group) = mark, group.role == .data(series: index) else { return [] }
      return group.marks
    }
  }

  func paths(ofSeries index: Int) -> [Path] {
    marks(ofSeries: index).compactMap { if case .path(let path, _) = $0 { path } else { nil } }
  }

  func lines(ofSeries index: Int) -> [(Point, Point)] {
    marks(ofSeries: index).compactMap { if case .line(let a, let b, _) = $0 { (a, b) } else { nil } }
  }

  func styles(ofSeries index: Int) -> [Style] {
    marks(ofSeries: index).compactMap { if case .rect(_, let style) = $0 { style } else { nil } }
  }

  func polyline(ofSeries index: Int, path: Int) -> [Point] {
    let paths = paths(ofSeries: index)
    guard path < paths.count else { return [] }
    return paths[path].elements.compactMap {
      switch $0 {
      case .move(let point), .line(let point): point
      default: nil
      }
    }
  }
}

extension Path {
  /// The enclosed area, arcs included, by Green's theorem.
  var area: Double {
    var sum = 0.0
    var last = Point(0, 0)
    var start = last
    for element in elements {
      switch element {
      case .move(let point):
        start = point
        last = point
      case .line(let point):
        sum += (last.x * point.y - point.x * last.y) / 2
        last = point
      case .arc(let radius, let large, let clockwise, let point):
        let chord = ((point.x - last.x) * (point.x - last.x) + (point.y - last.y) * (point.y - last.y))
          .squareRoot()
        let half = Segment.arcsine(min(chord / 2 / radius, 1))
        let angle = large ? 2 * Double.pi - 2 * half : 2 * half
        let segment = radius * radius * (angle - Segment.sine(angle)) / 2
        sum += (last.x * point.y - point.x * last.y) / 2 + (clockwise ? segment : -segment)
        last = point
      case .close:
        sum += (last.x * start.y - start.x * last.y) / 2
        last = start
      }
    }
    return abs(sum)
  }
}
