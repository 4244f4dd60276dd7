import Publication

/// The style sheet of the owner's choices: colours, font, binding margin. Values were checked when they were read, so
/// nothing here needs escaping.
enum OwnersStyle {
  static let name = "couleurs.css"

  /// Nil when the publication keeps the built-in look.
  static func bytes(_ settings: Settings) -> [UInt8]? {
    var css = ""
    let colours = settings.colours.map { "--\($0.name):\($0.value)" }.joined(separator: ";")
    if !colours.isEmpty {
      // The owner's colours are meant for a light ground: the dark scheme keeps its own, whose contrast is known.
      css += "@media print{:root{\(colours)}}\n"
      css += "@media screen and (prefers-color-scheme:light){:root{\(colours)}}\n"
    }
    if let font = settings.font { css += ":root{--police:\"\(font)\",sans-serif}\n" }
    if let margin = settings.print.bindingMargin {
      css += "@page:left{margin-right:\(18 + margin)mm}@page:right{margin-left:\(18 + margin)mm}\n"
    }
    return css.isEmpty ? nil : Array(css.utf8)
  }
}
