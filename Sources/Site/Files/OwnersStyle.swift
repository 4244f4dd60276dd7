import Publication

/// The style sheet of the owner's choices: colours, font, binding margin. Values were checked when they were read, so
/// nothing here needs escaping.
enum OwnersStyle {
  static let name = "couleurs.css"

  /// Nil when the publication keeps the built-in look.
  static func bytes(_ settings: Settings) -> [UInt8]? {
    var css = ""
    var properties = settings.colours.map { "--\($0.name):\($0.value)" }
    if let font = settings.font { properties.append("--police:\"\(font)\",sans-serif") }
    if !properties.isEmpty { css += ":root{" + properties.joined(separator: ";") + "}\n" }
    if let margin = settings.print.bindingMargin {
      css += "@page:left{margin-right:\(18 + margin)mm}@page:right{margin-left:\(18 + margin)mm}\n"
    }
    return css.isEmpty ? nil : Array(css.utf8)
  }
}
