extension StyleSheet {
  /// The style sheet of pages that hold drawings written by `SVGWriter.inline`: `assets/graphiques.css` is this text.
  ///
  /// It takes the page's own custom properties (`--encre`, `--fond`, `--accent`…) and adds those of series and steps. Of two drawings
  /// of the class `large` and `etroit` in one figure, the one that fits is shown; paper gets the wide one.
  public static var page: [UInt8] {
    var css: [UInt8] = []
    css.append(
      "/* Couleurs et dessins. Texte produit par StyleSheet.page (Sources/Drawing), que les tests comparent. */\n"
    )
    properties(":root,.partie-1", Palette.light.series, Palette.lightLevels(.first), to: &css)
    properties(".partie-2", [], Palette.lightLevels(.second), to: &css)
    properties(".partie-3", [], Palette.lightLevels(.third), to: &css)
    css.append("@media screen and (prefers-color-scheme:dark){\n")
    properties(":root,.partie-1", Palette.dark.series, Palette.darkLevels(.first), to: &css)
    properties(".partie-2", [], Palette.darkLevels(.second), to: &css)
    properties(".partie-3", [], Palette.darkLevels(.third), to: &css)
    css.append("}\n")
    css.append(layout)
    // A shape that is filled too says so first.
    css.append(".graphe [class^=l]{fill:none}\n")
    for role in Role.allCases {
      css.append(".graphe .l")
      css.append(fillClass(role))
      css.append("{stroke:")
      value(of: role, to: &css)
      css.append("}\n")
    }
    for role in Role.allCases where role != .ink {
      css.append(".graphe .")
      css.append(fillClass(role))
      css.append("{fill:")
      value(of: role, to: &css)
      css.append("}\n")
    }
    css.append(".graphe .k{fill:var(--encre)}\n")
    css.append(forced)
    return css
  }

  private static func value(of role: Role, to css: inout [UInt8]) {
    css.append("var(")
    css.append(property(role))
    css.append(role == .onPale ? ",#000)" : ")")
  }

  private static func properties(
    _ selector: StaticString, _ series: [UInt32], _ levels: [UInt32], to css: inout [UInt8]
  ) {
    css.append(selector)
    css.append("{")
    for (letter, colors) in [("s", series), ("n", levels)] {
      for (index, color) in colors.enumerated() {
        if css.last != UInt8(ascii: "{") { css.append(";") }
        css.append("--")
        css.append(letter)
        css.appendDecimal(index + 1)
        css.append(":")
        css.append(Color(color).css)
      }
    }
    css.append("}\n")
  }

  private static let layout: StaticString = """
    figure:has(>.graphe),.graphique{container-type:inline-size}
    .graphe{display:block;width:100%;height:auto;overflow:visible;fill:var(--encre);font-family:inherit;font-variant-numeric:lining-nums tabular-nums}
    .graphe.etroit{display:none;max-width:27rem}
    @media screen{@container (max-width:39.99rem){.graphe.etroit{display:block}.graphe.large{display:none}}}
    .graphe .t{font-weight:700}
    .graphe .m{text-anchor:middle}
    .graphe .e{text-anchor:end}
    .graphe .h{stroke:var(--fond);stroke-width:4px;stroke-linejoin:round;paint-order:stroke}
    .graphe *{letter-spacing:0!important;word-spacing:0!important}

    """

  private static let forced: StaticString = """
    @media (forced-colors:active){
    .graphe{--encre:CanvasText;--encre-2:CanvasText;--filet:color-mix(in srgb,CanvasText 40%,Canvas);--filet-2:CanvasText;--fond:Canvas;--sur-pale:Canvas;--accent:CanvasText;--accent-2:GrayText;--accent-3:Canvas;--s1:CanvasText;--s2:LinkText;--s3:GrayText;--s4:Highlight;--s5:CanvasText;--s6:LinkText;--s7:GrayText;--s8:Highlight;--n1:GrayText;--n2:GrayText;--n3:CanvasText;--n4:CanvasText;--n5:CanvasText;forced-color-adjust:none}
    }

    """
}
