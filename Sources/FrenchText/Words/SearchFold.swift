/// Text reduced to what a reader types in a search box: small letters without accents, digits, single spaces.
public enum SearchFold {
  /// Without accents, case, ligatures or punctuation; every run of anything else is one space.
  public static func letters(_ text: String) -> String {
    var folded: [UInt8] = []
    var pendingSpace = false
    for scalar in text.unicodeScalars {
      let length = folded.count
      if pendingSpace, length > 0 { folded.append(0x20) }
      let before = folded.count
      if !Folding.appendFolded(scalar, to: &folded) {
        pendingSpace = true
      }
      if folded.count > before {
        pendingSpace = false
      } else if folded.count > length {
        folded.removeLast()
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }
}
