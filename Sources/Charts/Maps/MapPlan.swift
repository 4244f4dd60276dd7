import Drawing

/// A map's values found on its base, projected.
struct MapPlan {
  struct Symbol {
    let name: String
    let text: String
    let value: Double
    let at: Point
  }

  struct Colored {
    let area: Int
    let value: Double?
    let text: String
  }

  let specification: MapSpecification
  /// Outlines in metres, y upwards: for each area its rings.
  let outlines: [[[Point]]]
  let colored: [Colored]
  let symbols: [Symbol]
  /// Values whose place is nowhere.
  let unknown: [Int]
  let bounds: Rect

  init(_ specification: MapSpecification) {
    self.specification = specification
    var west = Double.infinity
    var east = -Double.infinity
    var south = Double.infinity
    var north = -Double.infinity
    func take(_ point: GeoPoint) {
      west = min(west, point.longitude)
      east = max(east, point.longitude)
      south = min(south, point.latitude)
      north = max(north, point.latitude)
    }
    for area in specification.base.areas { for ring in area.rings { ring.forEach(take) } }
    var areas: [String: Int] = [:]
    for (index, area) in specification.base.areas.enumerated() {
      for name in [area.code, area.name] where !name.isEmpty {
        if areas[PlaceKey.fold(name)] == nil { areas[PlaceKey.fold(name)] = index }
      }
    }
    var places: [String: GeoPoint] = [:]
    for place in specification.places where places[PlaceKey.fold(place.name)] == nil {
      places[PlaceKey.fold(place.name)] = place.point
    }
    var colored: [Colored] = []
    var points: [(MapSpecification.Value, Double, GeoPoint)] = []
    var unknown: [Int] = []
    for (index, value) in specification.values.enumerated() {
      let key = PlaceKey.fold(value.place)
      let number = value.value.flatMap { $0.isFinite && abs($0) < 1e15 ? $0 : nil }
      if let area = areas[key] {
        colored.append(Colored(area: area, value: number, text: value.text))
      } else if let point = places[key] {
        guard point.latitude.isFinite, point.longitude.isFinite, abs(point.latitude) <= 90,
          abs(point.longitude) <= 180
        else { continue }
        take(point)
        if let number { points.append((value, number, point)) }
      } else {
        unknown.append(index)
      }
    }
    let projection =
      west <= east
      ? ConicProjection.fitting(west: west, south: south, east: east, north: north) : .lambert93
    outlines = specification.base.areas.map { $0.rings.map { $0.map { projection($0) } } }
    symbols = points.map { Symbol(name: $0.0.place, text: $0.0.text, value: $0.1, at: projection($0.2)) }
    self.colored = colored
    self.unknown = unknown
    var low = Point(.infinity, .infinity)
    var high = Point(-.infinity, -.infinity)
    for point in outlines.joined().joined() {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    for symbol in symbols {
      low = Point(min(low.x, symbol.at.x), min(low.y, symbol.at.y))
      high = Point(max(high.x, symbol.at.x), max(high.y, symbol.at.y))
    }
    bounds =
      low.x <= high.x
      ? Rect(x: low.x, y: low.y, width: max(high.x - low.x, 1000), height: max(high.y - low.y, 1000))
      : Rect(x: 0, y: 0, width: 1000, height: 1000)
  }
}

/// Names of places compared as people write them: case, accents and hyphens put aside.
enum PlaceKey {
  static func fold(_ name: String) -> String {
    var key = ""
    for scalar in FrenchNumber.trimmed(name).lowercased().unicodeScalars {
      switch scalar {
      case "-", "\u{2011}", "\u{A0}", "\u{202F}": key.unicodeScalars.append(" ")
      case "’": key.unicodeScalars.append("'")
      case "œ": key += "oe"
      default: key.unicodeScalars.append(Unicode.Scalar(SortKey.base(of: scalar.value)) ?? scalar)
      }
    }
    return key
  }
}
