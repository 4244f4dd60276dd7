import Drawing

/// Text broken into lines of a width.
struct TextBlock {
  var lines: [String]
  /// The width of the longest line.
  var width: Double
  /// Whether every word kept whole and nothing was cut.
  var isWhole: Bool

  /// Breaks at spaces and after hyphens and slashes, into lines of about equal length; a word that is too long is cut where it must be,
  /// and text beyond the last line ends in « … ».
  init(
    _ text: String, width limit: Double, size: Double, weight: TextMetrics.Weight = .regular,
    lines maximum: Int = 3
  ) {
    let full = TextMetrics.width(text, size: size, weight: weight)
    if full <= limit {
      lines = [text]
      width = full
      isWhole = true
      return
    }
    let pieces = TextBlock.pieces(of: text).flatMap { TextBlock.cut($0, limit, size, weight) }
    let space = TextMetrics.width(" ", size: size, weight: weight)
    isWhole = pieces.allSatisfy { $0.isWhole }
    var lines = TextBlock.fill(pieces, limit, space)
    if lines.count > max(maximum, 1) {
      isWhole = false
      lines.removeLast(lines.count - max(maximum, 1))
      lines[lines.count - 1] = TextBlock.ellipsis(lines[lines.count - 1], limit, size, weight)
    } else if lines.count > 1 {
      // Even lines read better than a full one and a lonely word.
      let total = pieces.reduce(0) { $0 + $1.width }
      var balanced = max(total / Double(lines.count), pieces.map(\.width).max() ?? 0) * 1.08
      while balanced < limit {
        let attempt = TextBlock.fill(pieces, balanced, space)
        if attempt.count <= lines.count {
          lines = attempt
          break
        }
        balanced *= 1.1
      }
    }
    self.lines = lines
    width = lines.reduce(0) { max($0, TextMetrics.width($1, size: size, weight: weight)) }
  }

  private struct Piece {
    var text: String
    var width: Double
    /// Whether a space stood before it.
    var spaced: Bool
    var isWhole = true
  }

  private static func pieces(of text: String) -> [(Substring, Bool)] {
    var pieces: [(Substring, Bool)] = []
    let utf8 = text.utf8
    var start = utf8.startIndex
    var spaced = false
    var index = start
    while index < utf8.endIndex {
      let byte = utf8[index]
      let next = utf8.index(after: index)
      if byte == 0x20 {
        if start < index { pieces.append((text[start..<index], spaced)) }
        spaced = true
        start = next
      } else if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/"), start < index, next < utf8.endIndex,
        utf8[next] | 0x20 >= 0x61
      {
        pieces.append((text[start..<next], spaced))
        spaced = false
        start = next
      }
      index = next
    }
    if start < utf8.endIndex { pieces.append((text[start...], spaced)) }
    return pieces
  }

  /// A word as it is, or in slices that fit.
  private static func cut(
    _ piece: (Substring, Bool), _ limit: Double, _ size: Double, _ weight: TextMetrics.Weight
  ) -> [Piece] {
    let width = TextMetrics.width(String(piece.0), size: size, weight: weight)
    if width <= limit { return [Piece(text: String(piece.0), width: width, spaced: piece.1)] }
    let hyphen = TextMetrics.width("-", size: size, weight: weight)
    var slices: [Piece] = []
    var rest = piece.0
    var spaced = piece.1
    while !rest.isEmpty {
      var end = rest.startIndex
      var used = 0.0
      while end < rest.endIndex {
        let next = rest.index(after: end)
        let advance = TextMetrics.width(String(rest[end..<next]), size: size, weight: weight)
        if used + advance + (next < rest.endIndex ? hyphen : 0) > limit, end > rest.startIndex { break }
        used += advance
        end = next
      }
      if end < rest.endIndex { end = hyphenation(of: rest, before: end) }
      let isLast = end == rest.endIndex
      slices.append(
        Piece(
          text: String(rest[..<end]) + (isLast ? "" : "-"), width: used + (isLast ? 0 : hyphen),
          spaced: spaced,
          isWhole: false))
      spaced = false
      rest = rest[end...]
    }
    return slices
  }

  /// Where a word is cut at the latest before a letter: between a vowel and a consonant that begins a syllable, with two letters
  /// before and three after; failing that, so that no letter is left alone.
  private static func hyphenation(of word: Substring, before end: Substring.Index) -> Substring.Index {
    var latest = end
    // Three letters at least go to the next line, where three stay here.
    while word.distance(from: latest, to: word.endIndex) < 3,
      word.distance(from: word.startIndex, to: latest) > 3
    {
      latest = word.index(before: latest)
    }
    var place = latest
    for _ in 0..<5 where word.distance(from: word.startIndex, to: place) >= 2 {
      let next = word.index(after: place)
      if next < word.endIndex, isVowel(word[word.index(before: place)]), !isVowel(word[place]),
        isVowel(word[next])
      {
        return place
      }
      place = word.index(before: place)
    }
    return latest
  }

  private static func isVowel(_ letter: Character) -> Bool {
    guard let scalar = letter.lowercased().unicodeScalars.first else { return false }
    return [0x61, 0x65, 0x69, 0x6F, 0x75, 0x79].contains(SortKey.base(of: scalar.value))
  }

  private static func fill(_ pieces: [Piece], _ limit: Double, _ spaceWidth: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    for piece in pieces {
      let space = piece.spaced && !line.isEmpty ? spaceWidth : 0
      if !line.isEmpty, used + space + piece.width > limit {
        lines.append(line)
        line = piece.text
        used = piece.width
      } else {
        if space > 0 { line += " " }
        line += piece.text
        used += space + piece.width
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private static func ellipsis(
    _ line: String, _ limit: Double, _ size: Double, _ weight: TextMetrics.Weight
  ) -> String {
    var line = line
    while !line.isEmpty, TextMetrics.width(line + "…", size: size, weight: weight) > limit {
      line.removeLast()
    }
    while line.last == " " { line.removeLast() }
    return line + "…"
  }
}
