import Diagnostics

/// Letters without their accents, case and ligatures.
enum Folding {
  /// Appends the small base letters of a scalar: `É` gives `e`, `Œ` gives `oe`, a combining accent nothing. False, and
  /// nothing appended, when it is neither letter, digit nor accent.
  static func appendFolded(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
    switch scalar.value {
    case 0..<0x80:
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      guard byte.isASCIILetter || byte.isASCIIDigit else { return false }
      bytes.append(byte.isASCIIUppercase ? byte | 0x20 : byte)
    case 0x300...0x36F: break
    case 0xC0...0x17F:
      let base = bases[Int(scalar.value) - 0xC0]
      if base == "." { return false }
      if let ligature = ligature(scalar) { bytes.append(ligature) } else { bytes.append(base.value8) }
    default:
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return false }
      bytes.append(scalar.properties.lowercaseMapping)
    }
    return true
  }

  private static func ligature(_ scalar: Unicode.Scalar) -> StaticString? {
    switch scalar {
    case "Œ", "œ": "oe"
    case "Æ", "æ": "ae"
    case "ß": "ss"
    case "Þ", "þ": "th"
    case "Ĳ", "ĳ": "ij"
    default: nil
    }
  }

  /// The base letters of U+00C0 to U+017F; a point for what is no letter (× and ÷).
  private static let bases = Array(
    ("aaaaaaaceeeeiiiidnooooo.ouuuuytsaaaaaaaceeeeiiiidnooooo.ouuuuyty"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
      + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs")
      .unicodeScalars)
}

extension Unicode.Scalar {
  fileprivate var value8: UInt8 { UInt8(truncatingIfNeeded: value) }
}
