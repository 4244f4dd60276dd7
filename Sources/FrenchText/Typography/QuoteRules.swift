import Diagnostics

/// Guillemets, straight quotes and apostrophes.
extension TypographyPass {
  mutating func setOpeningGuillemet() {
    position += 2
    let space = text.spaces(after: position)
    guillemetDepth += 1
    guard space.upperBound < end, !text[space.upperBound].isLineEnd, !text.has("»", at: space.upperBound)
    else {
      claimed = max(claimed, space.upperBound)
      return
    }
    setSpace(space, .noBreakSpace)
  }

  mutating func setClosingGuillemet() {
    let space = text.spaces(before: position)
    position += 2
    guillemetDepth = max(0, guillemetDepth - 1)
    guard space.lowerBound > start, !text[space.lowerBound - 1].isLineEnd,
      !text.has("«", before: space.lowerBound)
    else {
      return
    }
    setSpace(space, .noBreakSpace)
  }

  /// `"` opens where a word may start and closes where one may end; what finds no partner stays, inches among them.
  mutating func setStraightQuote() {
    let quote = position
    position += 1
    if let opened = openQuotes.last, text.isClosing(at: position) {
      openQuotes.removeLast()
      close(opened, at: quote)
    } else if mayOpenQuote(quote) {
      open(at: quote)
    } else if !text.isDigit(before: quote), text.byte(at: quote - 1) != UInt8(ascii: "=") {
      result.strayQuotes.append(quote)
    }
  }

  private func mayOpenQuote(_ quote: Int) -> Bool {
    guard quote + 1 < end else { return false }
    if quote == start || text.isSpace(before: quote) || text.isOpening(before: quote) { return true }
    switch text[quote - 1] {
    case UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: "-"): return true
    case UInt8(ascii: "\""): return openQuotes.last?.offset == quote - 1
    default:
      return text.has("’", before: quote) || text.has("–", before: quote) || text.has("—", before: quote)
    }
  }

  private mutating func open(at quote: Int) {
    let isInner = guillemetDepth > 0 || !openQuotes.isEmpty
    openQuotes.append(OpenQuote(edit: result.edits.count, offset: quote, isInner: isInner))
    let space = isInner ? quote + 1..<quote + 1 : text.spaces(after: quote + 1)
    change(quote..<space.upperBound, isInner ? .openingQuote : .openingGuillemet)
    position = space.upperBound
  }

  private mutating func close(_ opened: OpenQuote, at quote: Int) {
    let opening = result.edits[opened.edit].range
    // Nothing between the two: « "" » is left as it is.
    if opening.upperBound == quote {
      dropped.append(opened.edit)
      return
    }
    if opened.isInner {
      change(quote..<quote + 1, .closingQuote)
    } else {
      let space = text.spaces(before: quote)
      change(max(space.lowerBound, claimed)..<quote + 1, .closingGuillemet)
    }
  }

  /// Whether the `"` at an offset will become a closing guillemet, with its space.
  func willCloseGuillemet(at index: Int) -> Bool {
    guard text.byte(at: index) == UInt8(ascii: "\""), let opened = openQuotes.last, !opened.isInner else {
      return false
    }
    return text.isClosing(at: index + 1) && result.edits[opened.edit].range.upperBound != index
  }

  /// `'` becomes `’` inside a word and after an elision; as a quote, a minute or a foot it stays.
  mutating func setApostrophe() {
    let mark = position
    position += 1
    guard text.isLetter(before: mark), !isInAddress(mark) else { return }
    let next = mark + 1
    let isInside =
      text.isLetter(at: next) || text.isDigit(at: next) || text.has("«", at: next) || text.has("“", at: next)
      || text.has("\"", at: next)
      || text.has("\u{FFFC}", at: next) || text.has("(", at: next)
    if isInside || isElision(endingAt: mark) { change(mark..<mark + 1, .apostrophe) }
  }

  /// `l'`, `d'`, `qu'` … as a whole word.
  private func isElision(endingAt mark: Int) -> Bool {
    guard next(mark + 1, isSpaceThenLetter: true) else { return false }
    let letter = mark - 1
    switch text[letter] | 0x20 {
    case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "j"), UInt8(ascii: "l"), UInt8(ascii: "m"),
      UInt8(ascii: "n"), UInt8(ascii: "s"), UInt8(ascii: "t"):
      return text.isWordStart(at: letter)
    case UInt8(ascii: "u"):
      return text.byte(at: letter - 1).map { $0 | 0x20 } == UInt8(ascii: "q")
    default: return false
    }
  }

  private func next(_ index: Int, isSpaceThenLetter: Bool) -> Bool {
    let space = text.spaces(after: index)
    return !space.isEmpty && text.isLetter(at: space.upperBound)
  }
}
