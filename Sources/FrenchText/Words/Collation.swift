import Diagnostics

/// A key whose bytes sort as a French dictionary does: letters first, whatever their accents; then accents, read from
/// the end of the word (`cote`, `côte`, `coté`, `côté`); then small letters before capitals; then the text itself, so
/// that different texts never tie. A space, a hyphen or an apostrophe comes before any letter.
///
/// AFNOR Z44-001, *Classement alphabétique*, whose backward accents French dictionaries follow.
public func collationKey(_ text: String) -> [UInt8] {
  var letters: [UInt8] = []
  var accents: [UInt8] = []
  var cases: [UInt8] = []
  var needsSeparator = false
  for scalar in text.unicodeScalars {
    if let accent = Accent.combining(scalar) {
      if let last = accents.indices.last { accents[last] = accent }
      continue
    }
    let before = letters.count
    guard Folding.appendFolded(scalar, to: &letters) else {
      needsSeparator = true
      continue
    }
    if needsSeparator, before > 0 {
      letters.insert(Accent.separator, at: before)
      accents.append(Accent.none)
      cases.append(Accent.none)
    }
    needsSeparator = false
    accents.append(Accent.of(scalar))
    cases.append(scalar.properties.isUppercase ? Accent.none + 1 : Accent.none)
  }
  return letters + [0] + accents.reversed() + [0] + cases + [0] + Array(text.utf8)
}

/// Accents as small numbers, in the order of dictionaries; 0 ends a level, so none is 1.
private enum Accent {
  static let none: UInt8 = 1
  static let separator: UInt8 = 1

  static func combining(_ scalar: Unicode.Scalar) -> UInt8? {
    switch scalar.value {
    case 0x301: 2
    case 0x300: 3
    case 0x302: 4
    case 0x308: 5
    case 0x303: 6
    case 0x327: 7
    case 0x304...0x36F: 8
    default: nil
    }
  }

  static func of(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar {
    case "á", "é", "í", "ó", "ú", "ý", "Á", "É", "Í", "Ó", "Ú", "Ý": 2
    case "à", "è", "ì", "ò", "ù", "À", "È", "Ì", "Ò", "Ù": 3
    case "â", "ê", "î", "ô", "û", "Â", "Ê", "Î", "Ô", "Û": 4
    case "ä", "ë", "ï", "ö", "ü", "ÿ", "Ä", "Ë", "Ï", "Ö", "Ü", "Ÿ": 5
    case "ã", "ñ", "õ", "Ã", "Ñ", "Õ": 6
    case "ç", "Ç": 7
    case "\u{80}"...: 8
    default: none
    }
  }
}
