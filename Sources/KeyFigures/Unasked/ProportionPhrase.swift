import FrenchText

/// Words that say which share of a whole a figure is.
struct ProportionPhrase {
  let text: String
  let words: FoldedWords
  private let range: Possible

  private init(_ text: String, _ range: Possible) {
    self.text = text
    words = FoldedWords(text)
    self.range = range
  }

  func contains(_ share: Possible) -> Bool { range.intersects(share) }

  private static func share(_ above: Int128, _ below: Int128) -> Fraction {
    Fraction(above, over: below) ?? .zero
  }
  private static func above(_ value: Fraction) -> Possible {
    Possible(lower: .init(value: value, isClosed: false), upper: nil)
  }
  private static func below(_ value: Fraction) -> Possible {
    Possible(lower: nil, upper: .init(value: value, isClosed: false))
  }
  /// « La moitié » without more is said of what rounds to it within five hundredths.
  private static func near(_ value: Fraction) -> Possible {
    let margin = share(1, 20)
    return Possible(
      lower: value.subtracting(margin).map { .init(value: $0, isClosed: true) },
      upper: value.adding(margin).map { .init(value: $0, isClosed: true) })
  }

  /// Whether a text has a word that one of them ends with: most have none, and need not be searched for all.
  static func mayOccur(in words: FoldedWords) -> Bool {
    (0..<words.count).contains { word in nouns.contains { words.isWord(word, $0) } }
  }

  private static let nouns: [StaticString] = ["moitie", "tiers", "quart", "quarts", "majorite"]

  /// The longer phrases first, since they hold the shorter ones.
  static let all: [ProportionPhrase] = {
    let shares = [
      ("des trois quarts", "les trois quarts", share(3, 4)),
      ("des deux tiers", "les deux tiers", share(2, 3)),
      ("de la moitié", "la moitié", share(1, 2)), ("d'un tiers", "un tiers", share(1, 3)),
      ("du tiers", "le tiers", share(1, 3)), ("d'un quart", "un quart", share(1, 4)),
      ("du quart", "le quart", share(1, 4)),
    ]
    return shares.flatMap { of, alone, value in
      [
        ProportionPhrase("plus \(of)", above(value)), ProportionPhrase("moins \(of)", below(value)),
        ProportionPhrase("près \(of)", near(value)),
      ]
    } + shares.map { _, alone, value in ProportionPhrase(alone, near(value)) }
      + [ProportionPhrase("la majorité", above(share(1, 2)))]
  }()
}
