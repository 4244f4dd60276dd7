/// What a colour is for. A scene names roles only: the page's own custom properties decide what they look like, in the light
/// and dark schemes, in print and under forced colours; a file of its own gets them from a `Theme`.
public enum Role: UInt8, Hashable, Sendable, CaseIterable {
  case ink, ink2
  /// Faint lines that only help to read along.
  case grid
  /// Lines that must be seen (3:1), such as the outline of an empty cell.
  case rule
  case ground
  /// Text on a mark too light for text in the colour of the ground.
  case onPale
  case accent, accent2
  /// A wash of the accent, never the only carrier of a shape.
  case tint
  case series1, series2, series3, series4, series5, series6, series7, series8
  case level1, level2, level3, level4, level5

  /// The role of the nth series, from 0; the ninth starts over.
  public static func series(_ index: Int) -> Role {
    Role(rawValue: Role.series1.rawValue + UInt8(((index % 8) + 8) % 8)) ?? .series1
  }

  /// The role of the nth step of an ordered scale, from 0 (low) to 4 (high).
  public static func level(_ index: Int) -> Role {
    Role(rawValue: Role.level1.rawValue + UInt8(min(max(index, 0), 4))) ?? .level1
  }

  /// The colour in which text stands out (4.5:1) on an area of this role.
  public var textOn: Role { Palette.isPale(self) ? .onPale : .ground }
}
