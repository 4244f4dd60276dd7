import Diagnostics

/// Text reduced to what a reader types in a search box.
public enum SearchFold {
  /// Small letters without accents or ligatures, and digits; every run of anything else is one space.
  public static func letters(_ text: String) -> String {
    String(decoding: letters(Array(text.utf8)[...]), as: UTF8.self)
  }

  /// The same, from UTF-8 to UTF-8.
  public static func letters(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var read = 0
    var needsSpace = false
    var folded = [UInt8](unsafeUninitializedCapacity: text.count) { output, count in
      (read, count) = text.withUnsafeBufferPointer { foldFrench($0, into: output, &needsSpace) }
    }
    if read < text.count { fold(text.dropFirst(read), &needsSpace, &folded) }
    return folded
  }

  /// Folds what French is written with, up to the first character that is anything else: that is nearly always the end.
  /// No character is shorter than what it folds to, so that an output as long as the input is never full.
  private static func foldFrench(
    _ text: UnsafeBufferPointer<UInt8>, into output: UnsafeMutableBufferPointer<UInt8>,
    _ needsSpace: inout Bool
  ) -> (read: Int, written: Int) {
    var read = 0
    var written = 0
    /// Writes a letter, after the space that has become due.
    func write(_ letter: UInt8) {
      if needsSpace, written > 0 {
        output[written] = .space
        written += 1
      }
      needsSpace = false
      output[written] = letter
      written += 1
    }
    while read < text.count {
      let byte = text[read]
      if byte.isASCIILowercase {
        write(byte)
        read += 1
        // Nearly all letters follow another, small and plain already.
        while read < text.count, text[read].isASCIILowercase {
          output[written] = text[read]
          written &+= 1
          read &+= 1
        }
      } else if byte == .space {
        needsSpace = true
        read += 1
      } else if byte < 0x80 {
        if byte.isASCIILetter {
          write(byte | 0x20)
        } else if byte.isASCIIDigit {
          write(byte)
        } else {
          needsSpace = true
        }
        read += 1
      } else {
        var letters: (first: UInt8, second: UInt8) = (0, 0)
        guard let length = frenchCharacter(text, at: read, &letters) else { break }
        read += length
        if letters.first == 0 { needsSpace = true } else { write(letters.first) }
        if letters.second != 0 { write(letters.second) }
      }
    }
    return (read, written)
  }

  /// The length of a character beyond ASCII, and its letters if it has any; nil for all but the Latin letters up to
  /// U+017F, the no-break space, the guillemets, the degree and the marks of U+2000 to U+206F.
  @inline(__always)
  private static func frenchCharacter(
    _ text: UnsafeBufferPointer<UInt8>, at index: Int, _ letters: inout (first: UInt8, second: UInt8)
  ) -> Int? {
    guard index + 1 < text.count, text[index + 1] & 0xC0 == 0x80 else { return nil }
    let next = text[index + 1]
    switch text[index] {
    case 0xC2: return next == 0xA0 || next == 0xAB || next == 0xB0 || next == 0xBB ? 2 : nil
    case 0xC3...0xC5:
      let value = UInt32(text[index] & 0x1F) << 6 | UInt32(next & 0x3F)
      if let latin = Folding.latinLetters(value) { letters = latin }
      return 2
    case 0xE2:
      guard index + 2 < text.count, text[index + 2] & 0xC0 == 0x80 else { return nil }
      // U+2070 and U+2071 are a digit and a letter.
      return next == 0x80 || next == 0x81 && text[index + 2] < 0xB0 ? 3 : nil
    default: return nil
    }
  }

  /// Folds any text.
  private static func fold(_ text: ArraySlice<UInt8>, _ needsSpace: inout Bool, _ folded: inout [UInt8]) {
    var position = text.startIndex
    while position < text.endIndex {
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
