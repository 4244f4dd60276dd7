/// A place on the earth, in degrees (WGS 84).
public struct GeoPoint: Hashable, Sendable {
  public var longitude: Double
  public var latitude: Double

  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}

/// The outlines under a map.
public struct MapBase: Hashable, Sendable {
  /// One area: a département, a bassin.
  public struct Area: Hashable, Sendable {
    public var code: String
    public var name: String
    /// Closed rings, the first point not repeated at the end; holes are rings too (even-odd).
    public var rings: [[GeoPoint]]

    public init(code: String, name: String, rings: [[GeoPoint]]) {
      self.code = code
      self.name = name
      self.rings = rings
    }
  }

  public var areas: [Area]

  public init(areas: [Area]) {
    self.areas = areas
  }
}
