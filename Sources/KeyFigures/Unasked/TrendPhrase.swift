import FrenchText

/// Words that say how a figure moved.
struct TrendPhrase {
  let text: String
  let words: FoldedWords
  private let least: Ratio?
  private let greatest: Ratio?

  /// The new value over the former lies strictly between the two.
  private init(_ text: String, above least: Ratio?, below greatest: Ratio?) {
    self.text = text
    words = FoldedWords(text)
    self.least = least
    self.greatest = greatest
  }

  func agrees(_ change: Change) -> Bool {
    guard let factor = change.factor, !(change.before.exact?.isNegative ?? true) else {
      // From zero, only the direction can be judged.
      return least.map { $0 < 1 || change.direction == .up } ?? (change.direction == .down)
    }
    if let least, factor <= least { return false }
    if let greatest, factor >= greatest { return false }
    return true
  }

  private static func ratio(_ above: Int128, _ below: Int128) -> Ratio { Ratio(above, below) ?? 1 }

  /// « A doublé » is said of what rounds to two, one digit after the comma; the other multiples likewise.
  static let all: [TrendPhrase] =
    [
      "en hausse", "en augmentation", "en progression", "en progrès", "a augmenté", "ont augmenté",
      "a progressé", "ont progressé",
    ]
    .map { TrendPhrase($0, above: 1, below: nil) }
    + [
      "en baisse", "en diminution", "en recul", "a diminué", "ont diminué", "a baissé", "ont baissé",
      "a reculé", "ont reculé",
    ]
    .map { TrendPhrase($0, above: nil, below: 1) }
    + ["a plus que doublé", "ont plus que doublé"].map { TrendPhrase($0, above: 2, below: nil) }
    + ["a presque doublé", "ont presque doublé", "a quasiment doublé"].map {
      TrendPhrase($0, above: ratio(3, 2), below: 2)
    }
    + ["a doublé", "ont doublé"].map { TrendPhrase($0, above: ratio(19, 10), below: ratio(5, 2)) }
    + ["a triplé", "ont triplé"].map { TrendPhrase($0, above: ratio(29, 10), below: ratio(7, 2)) }
    + ["a quadruplé", "ont quadruplé"].map { TrendPhrase($0, above: ratio(39, 10), below: ratio(9, 2)) }
}
