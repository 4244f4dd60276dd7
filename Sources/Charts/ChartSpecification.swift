import Drawing

/// A chart as it was asked for.
public struct ChartSpecification: Hashable, Sendable {
  /// The order of the categories.
  public enum Sort: String, Hashable, Sendable, CaseIterable {
    case ascending = "croissant"
    case descending = "decroissant"
    case alphabetical = "alphabetique"
  }

  /// What colours are to say.
  public enum Colors: Hashable, Sendable {
    case automatic
    /// These categories or series in the accent, the rest in the second accent.
    case emphasis([String])
    /// One colour a category.
    case categories
  }

  /// A line at a value, with its name.
  public struct Reference: Hashable, Sendable {
    public var value: Double
    public var label: String

    public init(value: Double, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// A remark on one category.
  public struct Annotation: Hashable, Sendable {
    public var category: String
    public var text: String

    public init(category: String, text: String) {
      self.category = category
      self.text = text
    }
  }

  public var kind: ChartKind
  public var data: ChartData
  /// The caption of the figure, without markup.
  public var title: String
  /// What is measured and in what unit, as said under the title.
  public var subtitle: String?
  public var unit: String?
  /// The name of the axis of values; `logarithmique` asks for a scale of powers of ten instead.
  public var axis: String? {
    didSet {
      if axis == "log" || axis == "logarithmique" {
        logarithmic = true
        axis = nil
      }
    }
  }
  public var sort: Sort?
  /// The end of the scale.
  public var maximum: Double?
  public var references: [Reference] = []
  public var annotations: [Annotation] = []
  public var colors: Colors = .automatic
  /// The height in pixels of the wide drawing.
  public var height: Double?
  /// What each category should reach (`objectif`).
  public var objective: ChartData.Series?
  /// The values of the earlier edition (`comparer=edition`), named by its period.
  public var previous: ChartData.Series?
  /// The names of the series drawn as lines in `barres-lignes`.
  public var lineSeries: [String] = []
  /// A scale of powers of ten, only where the editor asked for it.
  public var logarithmic = false

  public init(
    kind: ChartKind, data: ChartData, title: String = "", subtitle: String? = nil, unit: String? = nil
  ) {
    self.kind = kind
    self.data = data
    self.title = title
    self.subtitle = subtitle
    self.unit = unit
  }
}
