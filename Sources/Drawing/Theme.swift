/// What the roles look like where no page says it.
public struct Theme: Hashable, Sendable {
  /// The part of the publication a drawing belongs to, which gives it its accent.
  public enum Part: Int, Hashable, Sendable, CaseIterable {
    case first = 1
    case second = 2
    case third = 3
  }

  private var colors: [Color]

  public subscript(role: Role) -> Color { colors[Int(role.rawValue)] }

  public static func light(_ part: Part = .first) -> Theme {
    Theme(Palette.light, accent: Palette.lightAccent(part), levels: Palette.lightLevels(part))
  }

  public static func dark(_ part: Part = .first) -> Theme {
    Theme(Palette.dark, accent: Palette.darkAccent(part), levels: Palette.darkLevels(part))
  }

  /// Accent, second accent and tint as a publication sets them; nil keeps the theme's own.
  public func accented(_ accent: Color?, _ second: Color? = nil, _ tint: Color? = nil) -> Theme {
    var theme = self
    for (role, color) in [(Role.accent, accent), (.accent2, second), (.tint, tint)] {
      if let color { theme.colors[Int(role.rawValue)] = color }
    }
    return theme
  }

  /// Every colour as the grey of its luminance: what differs by contrast still does, to the same measure.
  public var grey: Theme {
    var theme = self
    theme.colors = colors.map { color in
      let light = color.luminance
      return LinearColor(red: light, green: light, blue: light).color
    }
    return theme
  }

  private init(_ base: Palette.Base, accent: [UInt32], levels: [UInt32]) {
    let all =
      [base.ink, base.ink2, base.grid, base.rule, base.ground, 0x000000] + accent + base.series + levels
    colors = all.map(Color.init)
  }
}
