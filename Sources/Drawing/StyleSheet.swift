import Diagnostics

/// The rules behind the classes that `SVGWriter` writes.
///
/// Short names, scoped by `.graphe`: a fill is named by its role, a stroke by `l` and the role.
public enum StyleSheet {
  static func fillClass(_ role: Role) -> StaticString {
    switch role {
    case .ink: "k"
    case .ink2: "i"
    case .grid: "q"
    case .rule: "r"
    case .ground: "z"
    case .onPale: "p"
    case .accent: "a"
    case .accent2: "b"
    case .tint: "d"
    case .series1: "s1"
    case .series2: "s2"
    case .series3: "s3"
    case .series4: "s4"
    case .series5: "s5"
    case .series6: "s6"
    case .series7: "s7"
    case .series8: "s8"
    case .level1: "n1"
    case .level2: "n2"
    case .level3: "n3"
    case .level4: "n4"
    case .level5: "n5"
    }
  }

  /// The custom property of a role in pages: those of the theme where it has one, those of `graphiques.css` otherwise.
  static func property(_ role: Role) -> StaticString {
    switch role {
    case .ink: "--encre"
    case .ink2: "--encre-2"
    case .grid: "--filet"
    case .rule: "--filet-2"
    case .ground: "--fond"
    case .onPale: "--sur-pale"
    case .accent: "--accent"
    case .accent2: "--accent-2"
    case .tint: "--accent-3"
    case .series1: "--s1"
    case .series2: "--s2"
    case .series3: "--s3"
    case .series4: "--s4"
    case .series5: "--s5"
    case .series6: "--s6"
    case .series7: "--s7"
    case .series8: "--s8"
    case .level1: "--n1"
    case .level2: "--n2"
    case .level3: "--n3"
    case .level4: "--n4"
    case .level5: "--n5"
    }
  }

  static let font: StaticString =
    "-apple-system,BlinkMacSystemFont,\"Segoe UI\",Roboto,\"Helvetica Neue\",Arial,\"Liberation Sans\",sans-serif"

  /// The rules of one drawing with the colours of a theme.
  static func append(rulesFor used: ClassUse, theme: Theme, to css: inout [UInt8]) {
    css.append(".graphe{fill:")
    css.append(theme[.ink].css)
    css.append(";font-family:")
    css.append(font)
    css.append(";font-variant-numeric:lining-nums tabular-nums}")
    for role in Role.allCases where used.contains(stroke: role) {
      css.append(".l")
      css.append(fillClass(role))
      css.append("{fill:none;stroke:")
      css.append(theme[role].css)
      css.append("}")
    }
    for role in Role.allCases where used.contains(fill: role) {
      css.append(".")
      css.append(fillClass(role))
      css.append("{fill:")
      css.append(theme[role].css)
      css.append("}")
    }
    if used.bold { css.append(".t{font-weight:700}") }
    if used.middle { css.append(".m{text-anchor:middle}") }
    if used.end { css.append(".e{text-anchor:end}") }
    if used.halo {
      css.append(".h{stroke:")
      css.append(theme[.ground].css)
      css.append(";stroke-width:4px;stroke-linejoin:round}")
    }
  }
}

/// Which classes a drawing needs.
struct ClassUse: Sendable {
  private var fills: UInt64 = 0
  private var strokes: UInt64 = 0
  var bold = false
  var middle = false
  var end = false
  var halo = false

  mutating func insert(fill role: Role) { fills |= 1 << UInt64(role.rawValue) }
  mutating func insert(stroke role: Role) { strokes |= 1 << UInt64(role.rawValue) }
  func contains(fill role: Role) -> Bool { fills & (1 << UInt64(role.rawValue)) != 0 }
  func contains(stroke role: Role) -> Bool { strokes & (1 << UInt64(role.rawValue)) != 0 }
}
