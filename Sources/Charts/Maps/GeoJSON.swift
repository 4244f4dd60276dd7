import Diagnostics
import FrontMatter

extension MapBase {
  /// Reads a GeoJSON (RFC 7946) that has been parsed: a collection of features, a feature, or a geometry; polygons only, with `code` and
  /// `nom` (or `name`) in their properties.
  ///
  /// - Returns: `nil`, with a fault at the attribute `fond`, if nothing can be drawn from it.
  public init?(geoJSON node: Node, _ faults: inout [ChartFault]) {
    var reader = GeoJSONReader()
    reader.read(node)
    if let problem = reader.problem {
      faults.append(
        ChartFault(
          .wrongValue, "fond", "Le fond de carte n’est pas un GeoJSON lisible : \(problem)",
          help: "donnez un fichier GeoJSON de polygones, en longitude et latitude (WGS 84)"))
      return nil
    }
    guard !reader.areas.isEmpty else {
      faults.append(
        ChartFault(
          .empty, "fond", "Le fond de carte ne contient aucun polygone",
          help: "donnez un fichier GeoJSON de polygones, avec « code » et « nom » dans leurs propriétés"))
      return nil
    }
    self.init(areas: reader.areas)
  }
}

private struct GeoJSONReader {
  var areas: [MapBase.Area] = []
  var problem: String?

  mutating func read(_ root: Node) {
    guard let type = text(root, "type") else { return fail("il n’a pas de « type »") }
    switch type {
    case "FeatureCollection":
      guard let features = member(root, "features")?.items else {
        return fail("« features » n’est pas une liste")
      }
      for feature in features where problem == nil { readFeature(feature) }
    case "Feature": readFeature(root)
    default: readGeometry(root, code: "", name: "")
    }
  }

  private mutating func readFeature(_ node: Node) {
    guard let geometry = member(node, "geometry") else { return fail("un élément n’a pas de « geometry »") }
    if geometry.entries == nil { return }
    let properties = member(node, "properties")
    func property(_ keys: [String]) -> String {
      for key in keys { if let properties, let value = text(properties, key) { return value } }
      return ""
    }
    let name = property(["nom", "name", "libelle", "NOM"])
    let code = property(["code", "insee", "CODE"])
    readGeometry(geometry, code: code.isEmpty ? text(node, "id") ?? "" : code, name: name)
  }

  private mutating func readGeometry(_ node: Node, code: String, name: String) {
    guard let type = text(node, "type") else { return fail("une géométrie n’a pas de « type »") }
    let polygons: [Node]
    switch type {
    case "Polygon": polygons = member(node, "coordinates").map { [$0] } ?? []
    case "MultiPolygon": polygons = member(node, "coordinates")?.items ?? []
    case "Point", "MultiPoint", "LineString", "MultiLineString": return
    default: return fail("type « \(type) » inconnu")
    }
    var rings: [[GeoPoint]] = []
    for polygon in polygons {
      guard let list = polygon.items else { return fail("« coordinates » n’est pas une liste") }
      for item in list {
        guard let ring = readRing(item) else { return }
        if ring.count >= 3 { rings.append(ring) }
      }
    }
    if !rings.isEmpty { areas.append(MapBase.Area(code: code, name: name, rings: rings)) }
  }

  private mutating func readRing(_ node: Node) -> [GeoPoint]? {
    guard let items = node.items else {
      fail("un contour n’est pas une liste de points")
      return nil
    }
    var ring: [GeoPoint] = []
    ring.reserveCapacity(items.count)
    for item in items {
      guard let pair = item.items, pair.count >= 2, let longitude = number(pair[0]),
        let latitude = number(pair[1])
      else {
        fail("un point n’est pas [longitude, latitude]")
        return nil
      }
      guard abs(longitude) <= 180, abs(latitude) <= 90 else {
        fail("le point [\(pair[0].scalar?.text ?? ""), \(pair[1].scalar?.text ?? "")] n’est pas en degrés")
        return nil
      }
      let point = GeoPoint(longitude: longitude, latitude: latitude)
      if ring.last != point { ring.append(point) }
    }
    if ring.count > 1, ring.first == ring.last { ring.removeLast() }
    return ring
  }

  private mutating func fail(_ words: String) {
    if problem == nil { problem = words }
  }

  private func number(_ node: Node) -> Double? {
    guard let text = node.scalar?.text, let first = text.utf8.first,
      first.isASCIIDigit || first == UInt8(ascii: "-"),
      let value = Double(text), value.isFinite
    else { return nil }
    return value
  }

  private func member(_ node: Node, _ key: String) -> Node? {
    node.entries?.first { $0.key == key }?.value
  }

  private func text(_ node: Node, _ key: String) -> String? { member(node, key)?.scalar?.text }
}
