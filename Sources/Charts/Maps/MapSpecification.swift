/// A map as it was asked for: values of areas, coloured in classes, or of points, as symbols in proportion.
public struct MapSpecification: Hashable, Sendable {
  /// The value of one place, named as in the table: an area's code or name, or a point's name.
  public struct Value: Hashable, Sendable {
    public var place: String
    public var value: Double?
    public var text: String

    public init(place: String, value: Double?, text: String) {
      self.place = place
      self.value = value
      self.text = text
    }
  }

  /// A point of `lieux.csv`.
  public struct Place: Hashable, Sendable {
    public var name: String
    public var point: GeoPoint

    public init(name: String, point: GeoPoint) {
      self.name = name
      self.point = point
    }
  }

  public var base: MapBase
  public var places: [Place]
  public var values: [Value]
  public var title: String
  /// What is measured: the name of the column.
  public var valueName: String
  public var unit: String?
  public var classes: Classes.Method = .jenks

  public init(
    base: MapBase, places: [Place] = [], values: [Value], title: String = "", valueName: String = "",
    unit: String? = nil
  ) {
    self.base = base
    self.places = places
    self.values = values
    self.title = title
    self.valueName = valueName
    self.unit = unit
  }
}
