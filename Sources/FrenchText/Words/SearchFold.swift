import Diagnostics

/// Text reduced to what a reader types in a search box.
public enum SearchFold {
  /// Small letters without accents or ligatures, and digits; every run of anything else is one space.
  public static func letters(_ text: String) -> String {
    String(decoding: letters(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// The same, from UTF-8 to UTF-8.
  public static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    var needsSpace = false
    var position = text.startIndex
    while position < text.endIndex {
      let byte = text[position]
      // Nearly all letters are small and plain already.
      guard !byte.isASCIILowercase else {
        if needsSpace, !folded.isEmpty { folded.append(.space) }
        needsSpace = false
        folded.append(byte)
        position += 1
        continue
      }
      let before = folded.count
      if needsSpace, before > 0 { folded.append(.space) }
      let start = folded.count
      let (scalar, length) = Letters.scalar(text, at: position)
      let isLetter = Folding.appendFolded(scalar, to: &folded)
      position += length
      if folded.count > start {
        needsSpace = false
      } else {
        folded.removeSubrange(before...)
        if !isLetter { needsSpace = true }
      }
    }
    return folded
  }

  /// The same, with each word of four letters or more brought to one number: `élèves` and `élève`, `journaux` and
  /// `journal`, `jeux` and `jeu` are found by each other.
  ///
  /// The result is a key, not a word: `cours` becomes `cour`, on both sides.
  public static func terms(_ text: String) -> String {
    letters(text).split(separator: " ").map(singular).joined(separator: " ")
  }

  private static func singular(_ word: Substring) -> Substring {
    guard word.utf8.count >= 4, let last = word.utf8.last else { return word }
    if last == UInt8(ascii: "s") { return word.hasSuffix("ss") ? word : word.dropLast() }
    guard last == UInt8(ascii: "x") else { return word }
    if word == "travaux" { return "travail" }
    if word.hasSuffix("eaux") || word.hasSuffix("yaux") { return word.dropLast() }
    if word.hasSuffix("aux"), word.utf8.count >= 5 { return word.dropLast(2) + "l" }
    return word.hasSuffix("eux") || word.hasSuffix("oux") ? word.dropLast() : word
  }
}
