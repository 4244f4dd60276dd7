import Diagnostics

/// The name of a text in an address: small ASCII letters and digits, accents dropped, everything else (apostrophes and
/// spaces among it) one hyphen, none at the ends. `L’école pour tous` gives `l-ecole-pour-tous`.
///
/// Empty when the text holds no Latin letter or digit.
public func slug(_ text: String) -> String {
  var bytes: [UInt8] = []
  var needsHyphen = false
  for scalar in text.unicodeScalars {
    let before = bytes.count
    // Beyond Latin and its ligatures (`ﬁ`), a letter would have to be escaped in every address; so would `½`, `²` and `ª`.
    // Soft hyphens and joiners, which nobody sees, part no word.
    let isLatin =
      switch scalar.value {
      case 0..<0x80, 0xAD, 0xC0...0x17F, 0x200B...0x200D, 0x2060, 0x300...0x36F, 0xFB00...0xFB06, 0xFEFF: true
      default: false
      }
    guard isLatin, Folding.appendFolded(scalar, to: &bytes) else {
      needsHyphen = true
      continue
    }
    guard bytes.count > before else { continue }
    if needsHyphen, before > 0 { bytes.insert(UInt8(ascii: "-"), at: before) }
    needsHyphen = false
  }
  return String(decoding: bytes, as: UTF8.self)
}
