import Diagnostics
import Drawing
import Foundation
import FrontMatter
import TestSupport
import Testing

@testable import Charts

@Suite struct MapTests {
  static func base() throws -> MapBase {
    var faults: [ChartFault] = []
    let base = Self.decode(try Repository.text("content/donnees/departements.geojson"), &faults)
    return try #require(base)
  }

  static func decode(_ text: String, _ faults: inout [ChartFault]) -> MapBase? {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLParser.parse(SourceFile(path: "fond.geojson", text: text), nil, &diagnostics) else {
      return nil
    }
    return MapBase(geoJSON: node, &faults)
  }

  static let places: [MapSpecification.Place] = [
    ("Châtenois", 48.30, 5.83), ("Cirey-sur-Vezouze", 48.58, 6.95), ("Darney", 48.09, 6.05),
    ("Gérardmer", 48.07, 6.88),
    ("Hartzviller", 48.68, 7.08), ("Liffol-le-Grand", 48.32, 5.58), ("Lorquin", 48.67, 7.00),
    ("Metz", 49.12, 6.18),
    ("Mirecourt", 48.30, 6.13), ("Montmédy", 49.52, 5.37), ("Moussey", 48.68, 6.79),
    ("Neufchâteau", 48.36, 5.70),
    ("Remiremont", 48.02, 6.59), ("Vandœuvre-lès-Nancy", 48.66, 6.17), ("Forbach", 49.19, 6.90),
  ].map { .init(name: $0.0, point: GeoPoint(longitude: $0.2, latitude: $0.1)) }

  static func laboratories() throws -> MapSpecification {
    let values: [(String, Double)] = [
      ("Montmédy", 2), ("Metz", 2), ("Hartzviller", 1), ("Moussey", 1), ("Lorquin", 4), ("Forbach", 2),
      ("Cirey-sur-Vezouze", 2), ("Vandoeuvre lès Nancy", 2), ("Darney", 1), ("Remiremont", 1),
      ("Châtenois", 1),
      ("Liffol-le-Grand", 1), ("Neufchâteau", 4), ("Gérardmer", 1), ("Mirecourt", 2),
    ]
    return MapSpecification(
      base: try base(), places: places,
      values: values.map { .init(place: $0.0, value: $0.1, text: FigureFormat(decimals: 0).text($0.1)) },
      title: "carte : temps forts", valueName: "Temps forts")
  }

  static func departments() throws -> MapSpecification {
    let values: [(String, Double?)] = [("54", 733), ("Meuse", 181), ("moselle", 1046), ("Vosges", nil)]
    return MapSpecification(
      base: try base(),
      values: values.map {
        .init(place: $0.0, value: $0.1, text: $0.1.map { FigureFormat(decimals: 0).text($0) } ?? "n. d.")
      },
      title: "carte : habitants", valueName: "Habitants (milliers)")
  }

  /// Coordinates computed with PROJ.
  @Test(arguments: [
    (6.18, 48.69, (934011.227, 6848029.284)), (5.37, 49.52, (871655.226, 6938207.071)),
    (2.3522, 48.8566, (652469.023, 6862035.259)), (-4.5, 48.4, (145709.789, 6837422.083)),
    (9.4, 42.7, (1224457.800, 6199087.257)),
  ])
  func projectsAsLambert93(_ longitude: Double, _ latitude: Double, _ expected: (Double, Double)) {
    let point = ConicProjection.lambert93(GeoPoint(longitude: longitude, latitude: latitude))
    #expect(abs(point.x - expected.0) < 0.01)
    #expect(abs(point.y - expected.1) < 0.01)
  }

  @Test func neverTouchesOnMaps() throws {
    for map in [try Self.laboratories(), try Self.departments()] {
      #expect(StatisticalMap.check(map) == [])
      for width in [Chart.wide, Chart.narrow] {
        #expect(SceneAudit(StatisticalMap.scene(map, width: width)).faults == [])
      }
    }
  }

  @Test func keepsSharedBordersShared() throws {
    let plan = MapPlan(try Self.departments())
    let rings = plan.outlines.flatMap { $0 }
    let simple = Simplification.simplify(rings, area: 20_000_000)
    let (before, after): (Int, Int) = (rings.joined().count, simple.joined().count)
    #expect(after * 2 < before)
    #expect(simple.allSatisfy { $0.count >= 3 })
    // A side inside the country belongs to two rings, once in each direction, or to one at its edge: never is a side nearly shared.
    func shared(_ rings: [[Point]]) -> Set<Point> {
      var seen: [Point: Int] = [:]
      for ring in rings { for point in Set(ring) { seen[point, default: 0] += 1 } }
      return Set(seen.filter { $0.value > 1 }.keys)
    }
    let common: Set<Point> = shared(rings)
    for ring in simple {
      for point in ring where common.contains(point) {
        #expect(shared(simple).contains(point))
      }
    }
  }

  @Test func drawsSymbolsWithAreasInProportion() throws {
    let scene = StatisticalMap.scene(try Self.laboratories())
    let radii = scene.circles(ofSeries: 1).map(\.radius)
    #expect(radii.count == 15)
    let ratio = radii[0] / radii[14]
    #expect(abs(ratio - 2) < 1e-9)
  }

  @Test func findsTheBreaksOfLeastVariance() {
    let values: [Double] = [1, 2, 3, 10, 11, 12, 30, 31]
    #expect(Classes(values, method: .jenks, count: 3).bounds.map(\.low) == [1, 10, 30])
    #expect(Classes(values, method: .quantiles, count: 4).bounds.map(\.low) == [1, 3, 11, 30])
    #expect(Classes(values, method: .given([5, 20])).bounds.map(\.high) == [3, 12, 31])
    #expect(Classes([4, 4, 4]).bounds.count == 1)
    #expect(Classes([]).bounds.isEmpty)
  }

  @Test func namesTheNearestPlace() throws {
    var map = try Self.departments()
    map.values[1].place = "Meuze"
    #expect(
      StatisticalMap.check(map) == [
        ChartFault(.unknownName, "lieu", "Lieu « Meuze » inconnu", help: "vouliez-vous dire « Meuse » ?")
      ])
  }

  @Test(arguments: [
    ("{}", "Le fond de carte n’est pas un GeoJSON lisible : il n’a pas de « type »"),
    (
      #"{"type":"Polygon","coordinates":[[[700000,6600000],[1,2],[3,4]]]}"#,
      "Le fond de carte n’est pas un GeoJSON lisible : le point [700000, 6600000] n’est pas en degrés"
    ),
    (
      #"{"type":"Polygon","coordinates":[[["a",2],[1,2],[3,4]]]}"#,
      "Le fond de carte n’est pas un GeoJSON lisible : un point n’est pas [longitude, latitude]"
    ),
    (#"{"type":"FeatureCollection","features":[]}"#, "Le fond de carte ne contient aucun polygone"),
  ])
  func refusesABrokenGeoJSON(_ text: String, _ message: String) {
    var faults: [ChartFault] = []
    #expect(Self.decode(text, &faults) == nil)
    #expect(faults.map(\.message) == [message])
    #expect(faults.map(\.attribute) == ["fond"])
  }

  @Test func saysTheMapInWords() throws {
    #expect(
      StatisticalMap.description(try Self.departments())
        == "Carte\u{A0}: Habitants (milliers), 3 lieux\u{A0}: maximum 1\u{202F}046 (moselle), minimum 181 (Meuse). Une valeur n’est pas connue."
    )
  }
}

extension Scene {
  /// The circles of one series, in the order drawn.
  func circles(ofSeries index: Int) -> [(center: Point, radius: Double)] {
    marks.flatMap { mark -> [(center: Point, radius: Double)] in
      guard case .group(let group) = mark, group.role == .data(series: index) else { return [] }
      return group.marks.compactMap {
        if case .circle(let center, let radius, _) = $0 { (center: center, radius: radius) } else { nil }
      }
    }
  }
}
