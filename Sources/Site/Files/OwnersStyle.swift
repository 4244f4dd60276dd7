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
      if !settings.print.isGrey { css += "@media print{:root{\(colours)}}\n" + grounds(settings) }
      css += "@media screen and (prefers-color-scheme:light){:root{\(colours)}}\n"
    }
    if let font = settings.font { css += ":root{--police:\"\(font)\",sans-serif}\n" }
    if let margin = settings.print.bindingMargin {
      // The outer margin of impression.css and impression-a5.css, and what the binding takes.
      let inner = (settings.print.format == "A5" ? 13 : 18) + margin
      css += "@page:left{margin-right:\(inner)mm}@page:right{margin-left:\(inner)mm}\n"
    }
    // Crop marks are drawn in the outer half of what lies round the page: 5 mm more keep them off the bleed.
    if let bleed = settings.print.bleed, bleed > 0 { css += "@page{bleed:\(bleed + 5)mm;marks:crop cross}\n" }
    return css.isEmpty ? nil : Array(css.utf8)
  }

  /// The pages of solid colour, which custom properties do not reach.
  private static func grounds(_ settings: Settings) -> String {
    [("couverture", "couverture"), ("p1", "ouverture-a"), ("p2", "ouverture-b"), ("p3", "ouverture-c")]
      .compactMap { name, page in
        settings.colours.first { $0.name == name }.map { "@page \(page){background:\($0.value)}\n" }
      }.joined()
  }
}
