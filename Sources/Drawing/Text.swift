/// One line of text, set on its baseline.
public struct Text: Hashable, Sendable {
  public enum Anchor: UInt8, Hashable, Sendable {
    case start, middle, end
  }

  public var string: String
  public var origin: Point
  public var size: Double
  public var weight: TextMetrics.Weight
  public var anchor: Anchor
  public var role: Role
  /// Parted from what lies under it by an edge of the colour of the ground.
  public var halo: Bool
  /// Whether it is meant to stand on a mark, the one it names.
  public var onMark: Bool

  public init(
    _ string: String, at origin: Point, size: Double, weight: TextMetrics.Weight = .regular,
    anchor: Anchor = .start,
    role: Role = .ink, halo: Bool = false, onMark: Bool = false
  ) {
    self.string = string
    self.origin = origin
    self.size = size
    self.weight = weight
    self.anchor = anchor
    self.role = role
    self.halo = halo
    self.onMark = onMark
  }

  /// The box from ascender to descender, as a browser gives it for Liberation Sans or Arial.
  public var bounds: Rect {
    let width = TextMetrics.width(string, size: size, weight: weight)
    let left =
      switch anchor {
      case .start: origin.x
      case .middle: origin.x - width / 2
      case .end: origin.x - width
      }
    return Rect(
      x: left, y: origin.y - TextMetrics.ascent * size, width: width,
      height: (TextMetrics.ascent + TextMetrics.descent) * size)
  }
}
