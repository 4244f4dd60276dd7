import Diagnostics

extension SVGWriter {
  /// The attributes that paint a shape: classes for colours, presentation attributes for the rest.
  mutating func paint(_ style: Style) {
    if style.fill != nil || style.stroke != nil {
      var classes = 0
      func separate(_ bytes: inout [UInt8]) {
        if classes > 0 { bytes.append(.space) } else { bytes.append(" class=\"") }
        classes += 1
      }
      if let fill = style.fill, style.pattern == nil {
        separate(&bytes)
        append(StyleSheet.fillClass(fill))
        used.insert(fill: fill)
      }
      if let stroke = style.stroke {
        separate(&bytes)
        append("l")
        append(StyleSheet.fillClass(stroke))
        used.insert(stroke: stroke)
      }
      if classes > 0 { append("\"") }
    }
    if let fill = style.fill, let pattern = style.pattern {
      append(" fill=\"url(#")
      patternID(PatternUse(pattern: pattern, role: fill))
      append(")\"")
    }
    if style.stroke != nil, style.strokeWidth != 1 {
      append(" stroke-width=\"")
      number(style.strokeWidth)
      append("\"")
    }
    switch style.dash {
    case .solid: break
    case .dashed: append(" stroke-dasharray=\"8 4\"")
    case .dotted: append(" stroke-dasharray=\"2 3\"")
    case .mixed: append(" stroke-dasharray=\"10 3 2 3\"")
    }
  }

  mutating func attributes(of text: Text, textSize: Double) {
    var classes = 0
    func add(_ name: StaticString, _ bytes: inout [UInt8]) {
      if classes > 0 { bytes.append(.space) } else { bytes.append(" class=\"") }
      bytes.append(name)
      classes += 1
    }
    if text.role != .ink {
      add(StyleSheet.fillClass(text.role), &bytes)
      used.insert(fill: text.role)
    }
    if text.weight == .bold {
      add("t", &bytes)
      used.bold = true
    }
    switch text.anchor {
    case .start: break
    case .middle:
      add("m", &bytes)
      used.middle = true
    case .end:
      add("e", &bytes)
      used.end = true
    }
    if text.halo {
      add("h", &bytes)
      used.halo = true
    }
    if classes > 0 { append("\"") }
    if text.size != textSize {
      append(" font-size=\"")
      number(text.size)
      append("\"")
    }
  }

  private mutating func patternID(_ use: PatternUse) {
    let index = patterns.firstIndex(of: use) ?? patterns.count
    if index == patterns.count {
      patterns.append(use)
      used.insert(fill: use.role)
      used.insert(stroke: .ground)
    }
    bytes.appendEscaped(idPrefix)
    append("-m")
    bytes.appendDecimal(index)
  }

  mutating func definitions() {
    for (index, use) in patterns.enumerated() {
      append("<pattern id=\"")
      bytes.appendEscaped(idPrefix)
      append("-m")
      bytes.appendDecimal(index)
      append("\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"")
      switch use.pattern {
      case .rising: append(" patternTransform=\"rotate(-45)\"")
      case .falling, .cross: append(" patternTransform=\"rotate(45)\"")
      case .dots, .upright, .level: break
      }
      append("><path class=\"")
      append(StyleSheet.fillClass(use.role))
      append("\" d=\"M0 0h6v6H0z\"/><path class=\"l")
      append(StyleSheet.fillClass(.ground))
      switch use.pattern {
      case .rising, .falling, .level: append("\" stroke-width=\"2\" d=\"M0 3h6\"/>")
      case .upright: append("\" stroke-width=\"2\" d=\"M3 0v6\"/>")
      case .dots: append("\" stroke-width=\"2.5\" stroke-linecap=\"round\" d=\"M3 3h.01\"/>")
      case .cross: append("\" stroke-width=\"1.5\" d=\"M0 3h6M3 0v6\"/>")
      }
      append("</pattern>")
    }
  }
}
