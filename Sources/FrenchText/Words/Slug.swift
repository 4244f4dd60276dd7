import Diagnostics

/// The name of a text in an address: small ASCII letters and digits, accents dropped, everything else (apostrophes and
/// spaces among it) one hyphen, none at the ends. `L’école pour tous` gives `l-ecole-pour-tous`.
///
/// Empty when the text holds no Latin letter or digit.
public func slug(_ text: String) -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  var needsHyphen = false
  for scalar in text.unicodeScalars {
    let before = bytes.count
    guard isLatin(scalar), Folding.appendFolded(scalar, to: &bytes) else {
      needsHyphen = before > 0
      continue
    }
    guard needsHyphen, bytes.count > before else { continue }
    bytes.insert(UInt8(ascii: "-"), at: before)
    needsHyphen = false
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Beyond Latin and its ligatures (`ﬁ`), a letter would have to be escaped in every address; so would `½`, `²` and `ª`.
/// Soft hyphens and joiners, which nobody sees, part no word.
private func isLatin(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x80, 0xAD, 0xC0...0x17F, 0x200B...0x200D, 0x2060, 0x300...0x36F, 0xFB00...0xFB06, 0xFEFF: true
  default: false
  }
}
