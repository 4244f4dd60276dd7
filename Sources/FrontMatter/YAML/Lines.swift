import Diagnostics

/// Lines, indentation and comments.
extension YAMLParser {
  func endOfLine(_ i: Int) -> Int {
    var i = i
    while i < end, !bytes[i].isLineEnd { i += 1 }
    return i
  }

  func startOfLine(after i: Int) -> Int {
    let i = endOfLine(i)
    if byte(i) == .carriageReturn, byte(i + 1) == .lineFeed { return min(i + 2, end) }
    return min(i + 1, end)
  }

  func skipBlanks(from i: Int) -> Int {
    var i = i
    while i < end, bytes[i].isBlank { i += 1 }
    return i
  }

  /// `---` or `...` alone at the start of a line.
  func isDocumentMarker(_ line: Int) -> Bool {
    let first = byte(line)
    guard first == UInt8(ascii: "-") || first == UInt8(ascii: ".") else { return false }
    return byte(line + 1) == first && byte(line + 2) == first && isGap(line + 3)
  }

  /// From the start of a line to the first byte of the next content, over blank lines and comments.
  mutating func enterLine() {
    while at < end {
      let first = skipBlanks(from: at)
      if first == end || bytes[first].isLineEnd || bytes[first] == UInt8(ascii: "#") {
        at = startOfLine(after: first)
        continue
      }
      if isDocumentMarker(at) { return refuseDocumentMarker() }
      lineBase = first - indentation(at..<first)
      at = first
      return
    }
  }

  /// The width of an indentation; a tab is an error, and then counts for two so that the rest can be read.
  private mutating func indentation(_ range: Range<Int>) -> Int {
    guard let tab = bytes[range].firstIndex(of: .tab) else { return range.count }
    refuse(
      .tab, tab..<tab + 1, "Une tabulation sert ici d’indentation",
      help: "remplacez chaque tabulation par deux espaces")
    return bytes[range].reduce(0) { $0 + ($1 == .tab ? 2 : 1) }
  }

  /// Whether a tab stands before the content at hand, on its line.
  var isIndentedByTab: Bool {
    var i = at
    while i > 0, bytes[i - 1].isBlank {
      if bytes[i - 1] == .tab { return true }
      i -= 1
    }
    return false
  }

  private mutating func refuseDocumentMarker() {
    let marker = text(at..<at + 3)
    refuse(
      .unsupported, at..<at + 3, "« \(marker) » sépare des documents YAML : il n’y en a qu’un par fichier",
      help: "retirez cette ligne ; pour ce texte même, écrivez-le entre guillemets")
    at = end
  }

  /// After a value: nothing but blanks and a comment may follow on its line. Goes on to the next content, and says
  /// whether the line was indeed finished.
  mutating func finishLine() -> Bool {
    let next = skipBlanks(from: at)
    let isFinished = next >= end || bytes[next].isLineEnd || (bytes[next] == UInt8(ascii: "#") && next > at)
    guard isFinished else { return false }
    at = startOfLine(after: next)
    enterLine()
    return true
  }

  /// Whether the `#` at `i` has a word stuck to it, as a French hashtag or number has and a comment has not.
  func isStuckHash(_ i: Int) -> Bool {
    var i = i
    while byte(i) == UInt8(ascii: "#") { i += 1 }
    return !isGap(i)
  }

  /// Refuses the `#` at `hash`, which would cut the value written from `start`.
  mutating func refuseStuckHash(_ hash: Int, from start: Int) {
    var stop = endOfLine(hash)
    while stop > hash, bytes[stop - 1].isBlank { stop -= 1 }
    let word = bytes[hash..<stop].firstIndex(where: \.isBlank) ?? stop
    refuse(
      .stuckHash, hash..<word, "YAML couperait le texte à « \(shown(hash..<word)) »",
      help: "écrivez la valeur entre guillemets : \(quoted(shown(min(start, hash)..<stop, limit: 80))) "
        + "(ou, pour un commentaire, une espace après le #)")
  }
}

/// A text as one would type it between quotes.
func quoted(_ text: String) -> String {
  if !text.utf8.contains(UInt8(ascii: "\"")), !text.utf8.contains(UInt8(ascii: "\\")) { return "\"\(text)\"" }
  return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
}
