import Diagnostics

/// Spaces that are too many or missing, marks that are repeated.
extension WritingReview {
  /// At the first of a run of plain spaces.
  mutating func reviewSpaces() {
    let first = position
    while position < end, text[position].isBlank { position += 1 }
    let space = first..<position
    let isInside = first > 0 && !text[first - 1].isLineEnd && position < end && !text[position].isLineEnd
    guard isInside else { return }
    if isBeforeTightMark != isAfterOpening(first) {
      add(.extraSpace, space, "")
    } else if space.count > 1 {
      add(.doubleSpace, space, " ")
    }
  }

  /// A comma, a full stop or a closing bracket comes next, and is what it seems: not `.net`, `,5`, `...` or `:)`.
  private var isBeforeTightMark: Bool {
    let next = position + 1
    switch text[position] {
    case UInt8(ascii: ","), UInt8(ascii: "."):
      return next >= end || Space.length(in: text, at: next, end: end) != nil || text[next] == 0xC2
    case UInt8(ascii: ")"), UInt8(ascii: "]"): return true
    default: return false
    }
  }

  /// « ( ) » and « [ ] », boxes to tick, are both after an opening and before a closing bracket.
  private func isAfterOpening(_ index: Int) -> Bool {
    text[index - 1] == UInt8(ascii: "(") || text[index - 1] == UInt8(ascii: "[")
  }

  /// At a mark: repeated, or stuck to the next word.
  mutating func reviewMark() {
    let first = position
    let mark = text[first]
    while position < end, text[position] == mark { position += 1 }
    let count = position - first
    if mark == UInt8(ascii: "."), let fault = etcetera(first) {
      addOutsideAddress(.etcetera, fault, "etc.", mark: first)
    } else if count > 1, isRepetition(mark, count, first) {
      addOutsideAddress(.repeatedPunctuation, first..<position, string([mark]), mark: first)
    } else if count == 1, mark == UInt8(ascii: ",") || mark == UInt8(ascii: ";"), isBetweenLetters(first) {
      addOutsideAddress(.missingSpace, first..<position, string([mark, .space]), mark: first)
    }
  }

  /// Whether a mark is part of an address is asked last: it costs a look at the whole word.
  private mutating func addOutsideAddress(
    _ code: WritingCode, _ range: Range<Int>, _ replacement: String, mark: Int
  ) {
    if !isInAddress(mark) { add(code, range, replacement) }
  }

  private func string(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  /// Two full stops may be a range or a path; three are an ellipsis, more are typed for effect.
  private func isRepetition(_ mark: UInt8, _ count: Int, _ first: Int) -> Bool {
    let followsWord = Letters.endsLetter(text, before: first) || first > 0 && text[first - 1].isBlank
    let endsWord = position >= end || Space.length(in: text, at: position, end: end) != nil
    switch mark {
    case UInt8(ascii: "."): return count == 2 && Letters.endsLetter(text, before: first) && endsWord
    case UInt8(ascii: ":"): return count == 2 && followsWord && endsWord
    default: return followsWord || endsWord
    }
  }

  private func isBetweenLetters(_ mark: Int) -> Bool {
    Letters.endsLetter(text, before: mark) && Letters.startsLetter(text, at: mark + 1, end: end)
      && !isEntity(mark)
  }

  /// `&eacute;` written out.
  private func isEntity(_ mark: Int) -> Bool {
    guard text[mark] == UInt8(ascii: ";") else { return false }
    var i = mark
    while i > 0, mark - i < 32, text[i - 1].isASCIILetter || text[i - 1].isASCIIDigit { i -= 1 }
    return i > 0 && (text[i - 1] == UInt8(ascii: "&") || text[i - 1] == UInt8(ascii: "#"))
  }

  /// `etc...`, given its first point.
  private func etcetera(_ first: Int) -> Range<Int>? {
    isEtc(before: first) && position - first >= 2 ? first - 3..<position : nil
  }

  /// `etc…` and `etc.…`
  mutating func reviewEllipsis() {
    guard position + 2 < end, text[position + 1] == 0x80, text[position + 2] == 0xA6 else { return }
    let word = byte(at: position - 1) == UInt8(ascii: ".") ? position - 1 : position
    if isEtc(before: word) { add(.etcetera, word - 3..<position + 3, "etc.") }
    position += 3
  }

  private func isEtc(before index: Int) -> Bool {
    index >= 3 && text[index - 3..<index].elementsEqual("etc".utf8)
      && !Letters.endsLetter(text, before: index - 3)
  }
}
