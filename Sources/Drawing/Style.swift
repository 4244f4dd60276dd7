/// How a shape is painted.
public struct Style: Hashable, Sendable {
  public enum Dash: UInt8, Hashable, Sendable {
    case solid, dashed, dotted, mixed
  }

  /// Drawn in the colour of the ground over the fill, so that areas differ without colour.
  public enum Pattern: UInt8, Hashable, Sendable, CaseIterable {
    case rising, falling, dots, upright, level, cross
  }

  public var fill: Role?
  public var stroke: Role?
  public var strokeWidth: Double
  public var dash: Dash
  public var pattern: Pattern?

  public init(
    fill: Role? = nil, stroke: Role? = nil, strokeWidth: Double = 1, dash: Dash = .solid,
    pattern: Pattern? = nil
  ) {
    self.fill = fill
    self.stroke = stroke
    self.strokeWidth = strokeWidth
    self.dash = dash
    self.pattern = pattern
  }

  public static func fill(_ role: Role, _ pattern: Pattern? = nil) -> Style {
    Style(fill: role, pattern: pattern)
  }

  public static func stroke(_ role: Role, _ width: Double = 1, _ dash: Dash = .solid) -> Style {
    Style(stroke: role, strokeWidth: width, dash: dash)
  }
}
