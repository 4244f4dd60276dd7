import Diagnostics

extension Sigle {
  /// The meaning in a bracket right after the sigle: `ENT (espace numérique de travail)`, `VR (réalité virtuelle)`.
  ///
  /// Nil when there is no bracket, or when it says something else: it must hold small letters and no digit, and start
  /// with a letter of the sigle. `BEF (17)`, `ENT (PANDA)`, `IA (chefs d’établissement)` explain nothing.
  public func meaningAfter(in text: [UInt8]) -> Range<Int>? {
    var i = range.upperBound
    while let length = Space.length(in: text, at: i, end: text.count) { i += length }
    guard i < text.count, text[i] == UInt8(ascii: "(") else { return nil }
    let start = i + 1
    // No meaning is longer than a few lines.
    let limit = min(text.count, start + 500)
    while i < limit, text[i] != UInt8(ascii: ")") { i += 1 }
    guard i < limit else { return nil }
    return explains(String(decoding: text[start..<i], as: UTF8.self)) ? start..<i : nil
  }

  private func explains(_ meaning: String) -> Bool {
    let letters = SearchFold.letters(meaning)
    guard let first = letters.first, SearchFold.letters(text).contains(first) else { return false }
    return letters.utf8.count > text.utf8.count && !letters.utf8.contains(where: \.isASCIIDigit)
      && meaning.unicodeScalars.contains { $0.properties.isLowercase }
  }

  /// The words before a sigle that stands alone in a bracket and whose initials it is: « bassins d’éducation et de
  /// formation (BEF) ». A digit repeats the letter after it, as in `UPE2A`.
  public func meaningBefore(in text: [UInt8]) -> Range<Int>? {
    guard range.lowerBound > 0, text[range.lowerBound - 1] == UInt8(ascii: "("),
      range.upperBound < text.count,
      text[range.upperBound] == UInt8(ascii: ")")
    else { return nil }
    var end = range.lowerBound - 1
    while let length = Space.length(in: text, before: end, start: 0) { end -= length }
    let initials = initials
    var steps = 0
    guard initials.count <= 12 else { return nil }
    return Self.start(of: initials[...], before: end, in: text, &steps).map { $0..<end }
  }

  /// Where the words with these initials start, read backwards. Small words count for nothing, unless there is no
  /// other way (« ambassadeurs du numérique » is ADN, but « direction du numérique » DN).
  private static func start(
    of initials: ArraySlice<UInt8>, before end: Int, in text: [UInt8], _ steps: inout Int
  ) -> Int? {
    // Two ways at each small word: what no reader would follow is given up.
    steps += 1
    guard steps < 200, let wanted = initials.last, let word = word(before: end, in: text) else { return nil }
    let folded = SearchFold.letters(String(decoding: text[word], as: UTF8.self))
    let isSmall = smallWords.contains(folded)
    if isSmall, let start = start(of: initials, before: word.lowerBound, in: text, &steps) { return start }
    guard folded.utf8.first == wanted else { return nil }
    let rest = initials.dropLast()
    if rest.isEmpty { return isSmall ? nil : word.lowerBound }
    return start(of: rest, before: word.lowerBound, in: text, &steps)
  }

  private var initials: [UInt8] {
    var letters: [UInt8] = []
    var times = 1
    for byte in SearchFold.letters(text).utf8 {
      if byte.isASCIIDigit {
        times = max(1, Int(byte &- UInt8(ascii: "0")))
      } else if byte.isASCIILetter {
        letters.append(contentsOf: repeatElement(byte, count: times))
        times = 1
      }
    }
    return letters
  }

  /// The word that ends just before an offset, a few marks aside, in the same sentence.
  private static func word(before offset: Int, in text: [UInt8]) -> Range<Int>? {
    var end = offset
    while end > 0, !Letters.endsLetter(text, before: end) {
      let byte = text[end - 1]
      let endsSentence = byte == UInt8(ascii: ".") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ";")
      if endsSentence || offset - end > 8 { return nil }
      end -= 1
    }
    var start = end
    while end - start < 40, Letters.endsLetter(text, before: start) {
      start -= text[start - 1] < 0x80 ? 1 : 2
    }
    return start < end ? start..<end : nil
  }

  private static let smallWords: Set<String> = [
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "of", "par", "pour", "sur",
    "the",
  ]
}
