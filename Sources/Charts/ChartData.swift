/// What a chart draws: categories (the rows of a table) and series (its columns of numbers).
public struct ChartData: Hashable, Sendable {
  /// One column of numbers.
  public struct Series: Hashable, Sendable {
    public var name: String
    /// One value a category; `nil` is unknown and is left as a gap.
    public var values: [Double?]
    /// The values as a reader sees them, in French, with their unit where it is not said elsewhere; empty: made from the values.
    public var texts: [String]
    public var unit: String?

    public init(_ name: String, values: [Double?], texts: [String] = [], unit: String? = nil) {
      self.name = name
      self.values = values
      self.texts = texts
      self.unit = unit
    }
  }

  public var categories: [String]
  public var series: [Series]
  /// Where the categories lie when they are numbers or days (days since any fixed day), in the order of the categories.
  public var positions: [Double]?
  /// What the categories are: « Niveau », « Année ».
  public var categoryName: String?

  public init(
    categories: [String], series: [Series], positions: [Double]? = nil, categoryName: String? = nil
  ) {
    self.categories = categories
    self.series = series
    self.positions = positions
    self.categoryName = categoryName
  }
}
