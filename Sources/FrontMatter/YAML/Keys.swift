import Diagnostics

/// Keys of block mappings, and the characters that may not begin anything.
extension YAMLParser {
  struct Key {
    let text: String
    let range: Range<Int>
    let colon: Int
  }

  /// The key that the line begins with at the cursor, if it does: a plain or quoted text and, on the same line, a
  /// colon before a gap.
  mutating func scanKey() -> Key? {
    let start = at
    if peek() == UInt8(ascii: "\"") || peek() == UInt8(ascii: "'") { return quotedKey() }
    guard startsPlain(at, inFlow: false) else { return nil }
    var i = at
    while i < end, !bytes[i].isLineEnd {
      if bytes[i] == UInt8(ascii: "#"), i > start, bytes[i - 1].isBlank { return nil }
      if bytes[i] == UInt8(ascii: ":"), isGap(i + 1) {
        var stop = i
        while stop > start, bytes[stop - 1].isBlank { stop -= 1 }
        return Key(text: text(start..<stop), range: start..<stop, colon: i)
      }
      i += 1
    }
    return nil
  }

  private mutating func quotedKey() -> Key? {
    let (start, base, last, count) = (at, lineBase, lastEnd, diagnostics.count)
    defer { (at, lineBase, lastEnd) = (start, base, last) }
    // Looking ahead: the faults of a quoted text are reported when it is read for good.
    guard let close = closingQuote(from: start), let scalar = quotedScalar(parent: -1)?.scalar,
      at == close + 1
    else {
      diagnostics.removeSubrange(count...)
      return nil
    }
    let colon = skipBlanks(from: at)
    guard byte(colon) == UInt8(ascii: ":"), isGap(colon + 1) else { return nil }
    return Key(text: scalar.text, range: start..<close + 1, colon: colon)
  }

  /// The offset of the quote that closes the one at `start`, if it stands on the same line.
  private func closingQuote(from start: Int) -> Int? {
    let quote = bytes[start]
    var i = start + 1
    while i < end, !bytes[i].isLineEnd {
      if bytes[i] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        i += 2
      } else if bytes[i] == quote {
        guard quote == UInt8(ascii: "'"), byte(i + 1) == quote else { return i }
        i += 2
      } else {
        i += 1
      }
    }
    return nil
  }

  /// Whether a plain scalar may begin at `i` (YAML 1.2.2, production 126; in flow style without `?` and `:`, on which
  /// readers disagree).
  func startsPlain(_ i: Int, inFlow: Bool) -> Bool {
    switch byte(i) {
    case 0, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "#"), UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"),
      UInt8(ascii: ">"), UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "%"), UInt8(ascii: "@"),
      UInt8(ascii: "`"), .space, .tab, .lineFeed, .carriageReturn:
      false
    case UInt8(ascii: "-"): !isGap(i + 1) && !(inFlow && isFlowIndicator(byte(i + 1)))
    case UInt8(ascii: "?"), UInt8(ascii: ":"): !inFlow && !isGap(i + 1)
    default: true
    }
  }

  func isFlowIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): true
    default: false
    }
  }

  private func isIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "%"),
      UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"),
      UInt8(ascii: ":"):
      true
    default: false
    }
  }

  /// Refuses by name what YAML allows and `bilan` does not, or what may not begin a value; says whether it did.
  mutating func refuseIndicator() -> Bool {
    // Nearly no value begins so, and what there is to say of it takes time to put together.
    guard isIndicator(peek()) else { return false }
    let word = at..<max(at + 1, wordEnd(at))
    guard word.upperBound <= end else { return false }
    let help =
      "si c’est du texte, mettez-le entre guillemets : \(quoted(shown(at..<trimmedLineEnd(at), limit: 60)))"
    switch peek() {
    case UInt8(ascii: "&"):
      refuse(.unsupported, word, "Les ancres YAML (« & ») ne sont pas admises", help: help)
    case UInt8(ascii: "*"): refuse(.unsupported, word, "Les alias YAML (« * ») ne sont pas admis", help: help)
    case UInt8(ascii: "!"):
      refuse(.unsupported, word, "Les étiquettes YAML (« ! ») ne sont pas admises", help: help)
    case UInt8(ascii: "?") where isGap(at + 1):
      refuse(.unsupported, word, "Les clés complexes YAML (« ? ») ne sont pas admises", help: help)
    case UInt8(ascii: "%") where column == 0:
      refuse(.unsupported, word, "Les directives YAML (« % ») ne sont pas admises", help: help)
    case UInt8(ascii: "@"), UInt8(ascii: "`"), UInt8(ascii: "%"):
      refuse(
        .syntax, at..<at + 1, "Une valeur ne peut pas commencer par « \(text(at..<at + 1)) »", help: help)
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      refuse(.syntax, at..<at + 1, "« \(text(at..<at + 1)) » ne ferme ni ne sépare rien ici", help: help)
    case UInt8(ascii: ":") where isGap(at + 1):
      refuse(.syntax, at..<at + 1, "Il manque la clé avant les deux-points", help: help)
    default: return false
    }
    return true
  }

  func wordEnd(_ i: Int) -> Int {
    var i = i
    while !isGap(i) { i += 1 }
    return i
  }

  func trimmedLineEnd(_ i: Int) -> Int {
    var stop = endOfLine(i)
    while stop > i, bytes[stop - 1].isBlank { stop -= 1 }
    return stop
  }

  /// After a colon or a dash: a hash with a word stuck to it is no comment.
  mutating func refuseHash(after indicator: Int) -> Bool {
    guard peek() == UInt8(ascii: "#"), isStuckHash(at) else { return false }
    refuseStuckHash(at, from: at)
    return true
  }
}
