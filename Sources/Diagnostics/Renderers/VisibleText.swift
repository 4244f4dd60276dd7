extension Unicode.Scalar {
  /// Whether a terminal or a log would obey this character, or hide it, rather than show it: control characters,
  /// bidirectional marks and overrides (CVE-2021-42574), line separators, byte order marks and other formatting, but
  /// not the joiners of emoji and scripts; and what is no character at all, which XML refuses.
  var isHidden: Bool {
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
    case .format: value != 0x200C && value != 0x200D
    default: properties.isNoncharacterCodePoint
    }
  }

  /// `<U+202E>`
  var escapedName: String { "<\(codePointName)>" }
}

extension String {
  /// The text on one line, with what a terminal would obey or hide written out: `<U+202E>`.
  public var visible: String {
    guard unicodeScalars.contains(where: \.isHidden) else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\t", "\n": text += " "
      case _ where scalar.isHidden: text += scalar.escapedName
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Character {
  /// How many columns a terminal gives the character: 0, 1 or 2. East Asian wide and full-width characters (Unicode
  /// Standard Annex 11) and emoji take two.
  var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isASCII { return 1 }
    if unicodeScalars.contains(where: { $0.isWide || $0.value == 0xFE0F }) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    switch value {
    case ..<0x1100: false
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF,
      0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
