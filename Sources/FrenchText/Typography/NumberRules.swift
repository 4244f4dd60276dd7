import Diagnostics

/// Numbers, their groups, their units and what they bind to.
extension TypographyPass {
  /// At the first digit of a run: groups of three, ordinals, and the word that must not be cut from the number.
  mutating func setNumber() {
    let first = position
    while text.isDigit(at: position) { position += 1 }
    if text.isLetter(before: first) || text.byte(at: first - 1) == UInt8(ascii: "_") || isInAddress(first) {
      return
    }
    if text.mayStartGroups(first..<position) { takeGroups() }
    if text.byte(at: position) == UInt8(ascii: ","), text.isDigit(at: position + 1) {
      position += 1
      while text.isDigit(at: position) { position += 1 }
    }
    let isDay = position - first <= 2
    if let suffix = text.ordinalSuffix(of: first..<position) {
      result.superscripts.append(position..<position + suffix)
      position += suffix
      if let word = nextWord, text.isMonth(at: word) || text.isCentury(at: word) { bind(to: word) }
      return
    }
    if let word = nextWord, text.isUnit(at: word) || isDay && text.isMonth(at: word) { bind(to: word) }
    if position > first, text.isWord("h", at: position) {
      // « 10 h 30 »
      position += 1
      if let word = nextWord, text.isDigit(at: word) { bind(to: word) }
    }
  }

  private mutating func takeGroups() {
    var last = position
    while true {
      let space = text.spaces(after: last)
      guard !space.isEmpty else { break }
      var i = space.upperBound
      while text.isDigit(at: i) { i += 1 }
      if i == space.upperBound { break }
      // « 03 83 12 », « 123 456 78 »: not the groups of one number.
      guard i - space.upperBound == 3, isOneSpace(space) else { return }
      last = i
    }
    if text.isLetter(at: last) || text.byte(at: last) == UInt8(ascii: "/") { return }
    while position < last {
      let gap = text.spaces(after: position)
      setSpace(gap, .narrowNoBreakSpace)
      position = gap.upperBound + 3
    }
  }

  private func isOneSpace(_ range: Range<Int>) -> Bool {
    Space.length(in: text.bytes, at: range.lowerBound, end: end) == range.count
  }

  /// Where the word after a space begins.
  var nextWord: Int? {
    let space = text.spaces(after: position)
    return space.isEmpty ? nil : space.upperBound
  }

  /// No break between what was just read and the next word, which belongs to it.
  mutating func bind(to word: Int) {
    setSpace(position..<word, .noBreakSpace)
    position = word
  }

  /// `%`, `‰`, `€` after a number, stuck to it or not.
  mutating func setSign(length: Int) {
    let sign = position
    position += length
    let space = text.spaces(before: sign)
    let number = space.lowerBound
    if space.isEmpty {
      guard text.isDigit(before: sign), text.isWordEnd(at: position), !isInAddress(sign) else { return }
    } else {
      guard text.isDigit(before: number) || text.has("\u{FFFC}", before: number) else { return }
    }
    setSpace(space, .noBreakSpace)
  }
}

extension TypographyText {
  /// One to three digits that no other number, reference or decimal comes before.
  fileprivate func mayStartGroups(_ digits: Range<Int>) -> Bool {
    let first = digits.lowerBound
    guard digits.count <= 3, self[first] != UInt8(ascii: "0") else { return false }
    switch byte(at: first - 1) {
    case UInt8(ascii: ","), UInt8(ascii: "."): if isDigit(before: first - 1) { return false }
    case UInt8(ascii: "/"), UInt8(ascii: ":"): return false
    default: break
    }
    var before = first
    while let length = Space.length(in: bytes, before: before, start: start) { before -= length }
    return before == first || !isDigit(before: before)
  }

  /// A unit, but not the `l` of « en 2025 l’école ».
  func isUnit(at index: Int) -> Bool {
    guard let first = byte(at: index) else { return false }
    return Self.units[Int(first)].contains {
      let end = index + $0.utf8CodeUnitCount
      return isWord($0, at: index) && byte(at: end) != UInt8(ascii: "'") && !has("’", at: end)
    }
  }
  func isMonth(at index: Int) -> Bool {
    byte(at: index).map { first in Self.months[Int(first)].contains { isWord($0, at: index) } } ?? false
  }
  func isCentury(at index: Int) -> Bool {
    isWord("siècle", at: index) || isWord("siècles", at: index) || isWord("République", at: index)
  }

  func isWord(_ word: StaticString, at index: Int) -> Bool {
    has(word, at: index) && isWordEnd(at: index + word.utf8CodeUnitCount)
  }

  /// Words by their first byte: nearly all that may follow a number is told from them by it.
  private static func byFirstByte(_ words: [StaticString]) -> [[StaticString]] {
    var table = [[StaticString]](repeating: [], count: 256)
    for word in words { table[Int(word.utf8Start.pointee)].append(word) }
    return table
  }

  private static let units = byFirstByte([
    "h", "min", "s", "ms", "an", "ans", "mois", "jour", "jours", "heure", "heures", "minutes", "minute",
    "semaines",
    "km", "m", "cm", "mm", "m²", "km²", "ha", "kg", "g", "t", "l", "L", "km/h", "kWh", "MWh", "kW", "W", "V",
    "A",
    "Ko", "Mo", "Go", "To", "ko", "Mbit/s", "Gbit/s", "Hz", "MHz", "GHz", "px", "pt", "°C", "°", "½", "k€",
    "M€",
    "Md€", "euro", "euros", "million", "millions", "milliard", "milliards", "point", "points",
  ])

  private static let months = byFirstByte([
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre",
    "décembre",
  ])
}
