import Diagnostics

/// The spaces before `;` `!` `?` `:`, and the dots.
extension TypographyPass {
  mutating func setHighPunctuation() {
    let mark = position
    position += 1
    let space = text.spaces(before: mark)
    if !endsSentenceAlready(mark) { endSentence(after: mark + 1) }
    guard space.lowerBound > start, !text.isOpening(before: space.lowerBound), !isInAddress(mark) else {
      return
    }
    if space.isEmpty {
      if bindsToMark(before: mark), text.isClosing(at: mark + 1), !isEntity(endingAt: mark) {
        setSpace(mark..<mark, .narrowNoBreakSpace)
      }
      return
    }
    if text[space.lowerBound - 1].isLineEnd || isStuckToNext(mark + 1) { return }
    setSpace(space, .narrowNoBreakSpace)
  }

  /// A semicolon goes on with the sentence.
  private func endsSentenceAlready(_ mark: Int) -> Bool { text[mark] == UInt8(ascii: ";") }

  /// `!important`, `?id=3`, `!=`, `;-)`, `:)` are no punctuation of a sentence.
  private func isStuckToNext(_ next: Int) -> Bool {
    guard let byte = text.byte(at: next) else { return false }
    return byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\")
  }

  mutating func setColon() {
    let mark = position
    position += 1
    let space = text.spaces(before: mark)
    guard space.lowerBound > start, !text.isOpening(before: space.lowerBound), !isInAddress(mark) else {
      return
    }
    if space.isEmpty {
      let next = mark + 1
      let endsWord =
        next >= end || text.isSpace(at: next) || text.has("»", at: next) || willCloseGuillemet(at: next)
      if endsWord, bindsToMark(before: mark) { setSpace(mark..<mark, .noBreakSpace) }
      return
    }
    let next = mark + 1
    guard !text[space.lowerBound - 1].isLineEnd,
      next >= end || text.isSpace(at: next) || text.has("«", at: next) || text.has("»", at: next)
        || text.has("\"", at: next)
        || text.has("\u{FFFC}", at: next)
    else { return }
    setSpace(space, .noBreakSpace)
  }

  /// What stands before a mark without a space takes one: a letter, a digit, a closing mark, but not another mark.
  private func bindsToMark(before mark: Int) -> Bool {
    guard let last = text.byte(at: mark - 1), openQuotes.last?.offset != mark - 1 else { return false }
    switch last {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"),
      UInt8(ascii: "%"), UInt8(ascii: "."), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return true
    case 0x80...: return !text.has("–", before: mark) && !text.has("—", before: mark)
    default: return last.isASCIILetter || last.isASCIIDigit
    }
  }

  /// `&amp;` written out.
  private func isEntity(endingAt mark: Int) -> Bool {
    guard text[mark] == UInt8(ascii: ";") else { return false }
    var i = mark
    while i > start, mark - i < 32,
      text[i - 1].isASCIILetter || text[i - 1].isASCIIDigit || text[i - 1] == UInt8(ascii: "#")
    {
      i -= 1
    }
    return i < mark && text.byte(at: i - 1) == UInt8(ascii: "&")
  }

  mutating func setDots() {
    let first = position
    while text.byte(at: position) == UInt8(ascii: ".") { position += 1 }
    let count = position - first
    if count == 1 { bindAbbreviation(endingAt: first) }
    endSentence(after: position)
    guard count == 3, !isInAddress(first), !isPathSign(first - 1), !isPathSign(position),
      !(text.isDigit(before: first) && text.isDigit(at: position))
    else { return }
    change(first..<position, .ellipsis)
  }

  private func isPathSign(_ index: Int) -> Bool {
    text.byte(at: index) == UInt8(ascii: "/") || text.byte(at: index) == UInt8(ascii: "\\")
  }

  /// A dash left open does not look for its partner in the next sentence.
  mutating func endSentence(after index: Int) {
    guard let dash = openDash, index >= end || text.isSpace(at: index) else { return }
    if let edit = dash.edit { dropped.append(edit) }
    openDash = nil
  }

  /// A dash that opens a dialogue, or that opens or closes an aside, holds to the words it encloses.
  mutating func setDash() {
    let dash = position
    position += 3
    let before = text.spaces(before: dash)
    let after = text.spaces(after: position)
    let opensWords =
      !after.isEmpty && after.upperBound < end && !text.has("»", at: after.upperBound)
      && !willCloseGuillemet(at: after.upperBound)
    if dash == start || text[dash - 1].isLineEnd {
      if opensWords { setSpace(after, .noBreakSpace) }
      return
    }
    guard !before.isEmpty, before.lowerBound > start, before.lowerBound >= claimed,
      !text.isOpening(before: before.lowerBound)
    else { return }
    if openDash != nil, text.isClosing(at: position) {
      openDash = nil
      setSpace(before, .noBreakSpace)
    } else if opensWords, after.lowerBound >= claimed {
      let edit = result.edits.count
      setSpace(after, .noBreakSpace)
      openDash = OpenDash(edit: result.edits.count > edit ? edit : nil)
    }
  }
}
