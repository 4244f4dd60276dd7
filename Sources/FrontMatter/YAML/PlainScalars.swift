import Diagnostics

/// Scalars without quotes (YAML 1.2.2, section 7.3.3), with the French exceptions.
extension YAMLParser {
  /// One line of a plain scalar: where its text ends, and whether a comment ends the scalar with it.
  private struct PlainLine {
    let textEnd: Int
    let endsScalar: Bool
  }

  /// A plain scalar in block style, over as many lines as are indented more than `parent`. Nil if it was refused.
  mutating func blockPlain(parent: Int) -> Node? {
    let start = at
    guard startsPlain(at, inFlow: false) else {
      if !refuseIndicator() { refuse(.syntax, at..<at + 1, "Une valeur ne peut pas commencer ainsi") }
      return nil
    }
    guard let first = plainLine(from: start, of: start) else { return nil }
    var folded: [UInt8]?
    var last = first
    while !last.endsScalar, let next = continuation(after: last.textEnd, parent: parent) {
      guard refuseDisguisedStructure(at: next.text, of: start) == false,
        let line = plainLine(from: next.text, of: start)
      else { return nil }
      if folded == nil { folded = Array(bytes[start..<first.textEnd]) }
      appendFold(emptyLines: next.emptyLines, to: &folded)
      folded?.append(contentsOf: bytes[next.text..<line.textEnd])
      last = line
    }
    lastEnd = last.textEnd
    at = startOfLine(after: last.textEnd)
    if !last.endsScalar, refusesHashLine(parent: parent, of: start) { return nil }
    enterLine()
    let value = folded.map { String(decoding: $0, as: UTF8.self) } ?? text(start..<first.textEnd)
    return Node(.scalar(Scalar(value)), at: location(start..<lastEnd))
  }

  /// One line of a block plain scalar; nil if something in it was refused.
  private mutating func plainLine(from i: Int, of start: Int) -> PlainLine? {
    var textEnd = i
    var k = i
    while k < end, !bytes[k].isLineEnd {
      let byte = bytes[k]
      if byte == UInt8(ascii: "#"), k > i, bytes[k - 1].isBlank {
        guard isStuckHash(k) else { return PlainLine(textEnd: textEnd, endsScalar: true) }
        refuseStuckHash(k, from: i)
        return nil
      }
      if byte == UInt8(ascii: ":"), isGap(k + 1), !isFrenchColon(k, lineStart: i, isFirst: i == start) {
        refuseColon(k, from: i, isFirst: i == start)
        return nil
      }
      k += 1
      if !byte.isBlank { textEnd = k }
    }
    return PlainLine(textEnd: textEnd, endsScalar: false)
  }

  /// A colon between two spaces, as French sets it. On a further line one word alone before it could be a key that
  /// was indented too much.
  func isFrenchColon(_ colon: Int, lineStart: Int, isFirst: Bool) -> Bool {
    guard colon > lineStart, colon + 1 < end, bytes[colon + 1].isBlank else { return false }
    let isSpaced = bytes[colon - 1].isBlank || endsInNoBreakSpace(colon, from: lineStart)
    guard isSpaced, !isBlankLine(colon + 1) else { return false }
    if isFirst { return true }
    var i = colon
    while i > lineStart, bytes[i - 1].isBlank { i -= 1 }
    return bytes[lineStart..<i].contains(where: \.isBlank)
  }

  private func endsInNoBreakSpace(_ i: Int, from start: Int) -> Bool {
    let before = bytes[start..<i]
    return before.suffix(2) == [0xC2, 0xA0] || before.suffix(3) == [0xE2, 0x80, 0xAF]
  }

  private mutating func refuseColon(_ colon: Int, from i: Int, isFirst: Bool) {
    refuse(
      .colon, colon..<colon + 1,
      isFirst
        ? "Un deuxième « : » dans la valeur" : "Cette ligne continue la précédente, mais ressemble à une clé",
      help: isFirst
        ? "mettez la valeur entre guillemets : \(quoted(shown(i..<trimmedLineEnd(i), limit: 80)))"
        : "alignez-la sur les autres clés, ou mettez toute la valeur entre guillemets")
  }

  // MARK: Further lines

  /// The next line of a scalar that goes on: where its text begins, and how many empty lines come before it.
  private func continuation(after i: Int, parent: Int) -> (text: Int, emptyLines: Int)? {
    var line = startOfLine(after: i)
    var emptyLines = 0
    while line < end {
      let first = skipBlanks(from: line)
      if first < end, bytes[first].isLineEnd {
        emptyLines += 1
        line = startOfLine(after: first)
        continue
      }
      let isDeeper = first - line > parent && !bytes[line..<first].contains(.tab)
      guard first < end, isDeeper, bytes[first] != UInt8(ascii: "#"), !isDocumentMarker(line) else {
        return nil
      }
      return (first, emptyLines)
    }
    return nil
  }

  /// A line break becomes a space, or as many line feeds as there are empty lines.
  private func appendFold(emptyLines: Int, to folded: inout [UInt8]?) {
    if emptyLines == 0 {
      folded?.append(.space)
    } else {
      folded?.append(contentsOf: repeatElement(.lineFeed, count: emptyLines))
    }
  }

  /// A dash at the head of a further line is text to YAML, a list to whoever typed it.
  private mutating func refuseDisguisedStructure(at i: Int, of start: Int) -> Bool {
    guard byte(i) == UInt8(ascii: "-") || byte(i) == UInt8(ascii: "?"), isGap(i + 1) else { return false }
    refuse(
      .syntax, i..<i + 1, "Ce tiret suit un texte, et non une clé ou un autre tiret",
      help: "alignez-le avec les autres tirets, ou mettez tout le texte entre guillemets",
      notes: [.init("le texte commence ici", at: location(start..<endOfLine(start)))])
    return true
  }

  /// `#mot` where a further line of text could stand would vanish as a comment.
  private mutating func refusesHashLine(parent: Int, of start: Int) -> Bool {
    var line = at
    while line < end, isBlankLine(line) { line = startOfLine(after: line) }
    let first = skipBlanks(from: line)
    guard byte(first) == UInt8(ascii: "#"), first - line > parent, parent >= 0, isStuckHash(first) else {
      return false
    }
    refuseStuckHash(first, from: first)
    return true
  }

  func isBlankLine(_ line: Int) -> Bool {
    let first = skipBlanks(from: line)
    return first >= end || bytes[first].isLineEnd
  }
}
