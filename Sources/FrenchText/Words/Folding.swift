import Diagnostics

/// Letters without their accents, case and ligatures.
enum Folding {
  /// Appends the small base letters of a scalar: `É` gives `e`, `Œ` gives `oe`, a combining accent nothing. False, and
  /// nothing appended, when it is neither letter, digit nor accent.
  @inline(__always)
  static func appendFolded(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
    guard scalar.value < 0x80 else { return appendFoldedBeyondASCII(scalar, to: &bytes) }
    let byte = UInt8(truncatingIfNeeded: scalar.value)
    guard byte.isASCIILetter || byte.isASCIIDigit else { return false }
    bytes.append(byte.isASCIIUppercase ? byte | 0x20 : byte)
    return true
  }

  private static func appendFoldedBeyondASCII(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
    switch scalar.value {
    case 0x300...0x36F: return true
    // What is inside a word and not seen: the soft hyphen, joiners, the mark at the top of files.
    case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: return true
    case 0xFB00...0xFB06:
      bytes += typographicLigatures[Int(scalar.value) - 0xFB00].utf8
      return true
    case 0xC0...0x17F:
      guard let letters = latinLetters(scalar.value) else { return false }
      bytes.append(letters.first)
      if letters.second != 0 { bytes.append(letters.second) }
      return true
    // No-break spaces, guillemets, degrees, dashes, quotes: Unicode need not be asked what they are.
    case 0xA0, 0xAB, 0xB0, 0xBB, 0x2000...0x206F: return false
    default: return appendLowercase(scalar, to: &bytes)
    }
  }

  /// What a text copied from a PDF may hold, from U+FB00 on.
  private static let typographicLigatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]

  /// Letters and digits of other alphabets.
  @inline(never)
  private static func appendLowercase(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) -> Bool {
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { return false }
    bytes.append(scalar.properties.lowercaseMapping)
    return true
  }

  /// The base letters of a code point from U+00C0 to U+017F, the second one 0 but for ligatures; nil for × and ÷.
  @inline(__always)
  static func latinLetters(_ value: UInt32) -> (first: UInt8, second: UInt8)? {
    let base = bases[Int(value) - 0xC0]
    // A capital stands for a ligature.
    guard base.isASCIIUppercase else { return base == UInt8(ascii: ".") ? nil : (base, 0) }
    switch base {
    case UInt8(ascii: "O"): return (UInt8(ascii: "o"), UInt8(ascii: "e"))
    case UInt8(ascii: "A"): return (UInt8(ascii: "a"), UInt8(ascii: "e"))
    case UInt8(ascii: "S"): return (UInt8(ascii: "s"), UInt8(ascii: "s"))
    case UInt8(ascii: "T"): return (UInt8(ascii: "t"), UInt8(ascii: "h"))
    default: return (UInt8(ascii: "i"), UInt8(ascii: "j"))
    }
  }

  /// The base letters of U+00C0 to U+017F; a point for what is no letter (× and ÷), a capital for the ligatures Œ, Æ,
  /// ß, Þ and Ĳ.
  private static let bases = Array(
    ("aaaaaaAceeeeiiiidnooooo.ouuuuyTSaaaaaaAceeeeiiiidnooooo.ouuuuyTy"
      + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkklllllll"
      + "lllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8)
}
