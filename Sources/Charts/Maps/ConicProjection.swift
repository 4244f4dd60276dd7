import Drawing
import Glibc

/// Lambert's conic conformal projection with two standard parallels, on the ellipsoid GRS 80.
///
/// J. P. Snyder, “Map Projections: A Working Manual” (USGS 1395, 1987), pages 107–109. Lambert-93 is the one of EPSG:2154.
struct ConicProjection {
  private let exponent: Double
  private let factor: Double
  private let originRadius: Double
  private let meridian: Double
  private let east: Double
  private let north: Double

  private static let axis = 6_378_137.0
  /// First eccentricity of GRS 80.
  private static let eccentricity = 0.081_819_191_042_815_79

  init(
    parallels: (Double, Double), origin: GeoPoint, east: Double = 0, north: Double = 0
  ) {
    let (first, second) = (parallels.0 * .pi / 180, parallels.1 * .pi / 180)
    let (m1, t1) = (Self.m(first), Self.t(first))
    let (m2, t2) = (Self.m(second), Self.t(second))
    let n = abs(first - second) < 1e-9 ? sin(first) : (log(m1) - log(m2)) / (log(t1) - log(t2))
    exponent = abs(n) < 1e-9 ? 1e-9 : n
    factor = m1 / (exponent * pow(t1, exponent))
    originRadius = Self.axis * factor * pow(Self.t(origin.latitude * .pi / 180), exponent)
    meridian = origin.longitude * .pi / 180
    self.east = east
    self.north = north
  }

  static let lambert93 = ConicProjection(
    parallels: (44, 49), origin: GeoPoint(longitude: 3, latitude: 46.5), east: 700_000, north: 6_600_000)

  /// Lambert-93 for metropolitan France; elsewhere the cone that fits what is shown, touching at a sixth of its height from either end.
  static func fitting(west: Double, south: Double, east: Double, north: Double) -> ConicProjection {
    if west > -6, east < 11, south > 40.5, north < 52 { return lambert93 }
    let height = north - south
    var parallels = (south + height / 6, north - height / 6)
    // A cone needs parallels on one side of the equator; near it, any low one will do.
    if abs(parallels.0 + parallels.1) < 1 { parallels = (1, 1) }
    let limit = { (latitude: Double) in min(max(latitude, -85), 85) }
    return ConicProjection(
      parallels: (limit(parallels.0), limit(parallels.1)),
      origin: GeoPoint(longitude: (west + east) / 2, latitude: limit((south + north) / 2)))
  }

  /// Metres east and north.
  func callAsFunction(_ point: GeoPoint) -> Point {
    let latitude = min(max(point.latitude, -89), 89) * .pi / 180
    let radius = Self.axis * factor * pow(Self.t(latitude), exponent)
    let angle = exponent * (point.longitude * .pi / 180 - meridian)
    return Point(east + radius * sin(angle), north + originRadius - radius * cos(angle))
  }

  private static func m(_ latitude: Double) -> Double {
    let s = eccentricity * sin(latitude)
    return cos(latitude) / (1 - s * s).squareRoot()
  }

  private static func t(_ latitude: Double) -> Double {
    let s = eccentricity * sin(latitude)
    return tan(.pi / 4 - latitude / 2) / pow((1 - s) / (1 + s), eccentricity / 2)
  }
}
