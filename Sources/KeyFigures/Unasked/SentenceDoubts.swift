import Diagnostics
import FrenchText

/// What a sentence says, held against the figures it quotes and names.
///
/// The caller gives plain text and gets offsets into it, for only it knows where the text stands in the file.
public struct SentenceDoubts: Sendable {
  /// A figure that the sentence quotes by `:chiffre[…]`, and where.
  public struct Quoted: Sendable {
    /// UTF-8 offsets in the sentence.
    public let range: Range<Int>
    public let figure: Figure
    public let change: Change?

    public init(range: Range<Int>, figure: Figure, change: Change?) {
      self.range = range
      self.figure = figure
      self.change = change
    }
  }

  public struct Doubt: Sendable, Hashable {
    public let range: Range<Int>
    public let message: String
    public let help: String
    /// The figure's own place.
    public let figure: SourceLocation

    /// The warning, once the caller knows where the sentence stands.
    public func diagnostic(at location: SourceLocation) -> Diagnostic {
      Diagnostic(
        KeyFigureCode.contradictorySentence, at: location, message, help: help,
        notes: [.init("le chiffre est ici", at: figure)])
    }
  }

  /// The figures that a sentence may name.
  private let named: [Figure]
  /// The words of their labels, apart: every sentence with a number looks through them.
  private let labels: [FoldedWords]

  /// - Parameter named: the figures of the section, which its sentences may name by their labels.
  public init(named figures: [Figure]) {
    var named: [Figure] = []
    var labels: [FoldedWords] = []
    for figure in figures where figure.note == nil {
      let words = FoldedWords(figure.label)
      guard words.count >= 2 else { continue }
      named.append(figure)
      labels.append(words)
    }
    self.named = named
    self.labels = labels
  }

  /// - Parameters:
  ///   - sentence: its plain text in UTF-8, quoted figures included as they are shown.
  ///   - quoted: the figures it quotes.
  public func find(in sentence: ArraySlice<UInt8>, quoted: [Quoted]) -> [Doubt] {
    // Most sentences neither quote a figure nor hold a digit: nothing can be wrong with them.
    let hasDigit = sentence.contains(where: \.isASCIIDigit)
    guard hasDigit || !quoted.isEmpty else { return [] }
    let words = FoldedWords(sentence)
    let doubts = quoted.isEmpty ? [] : Self.trends(words, quoted) + Self.proportions(words, quoted)
    guard hasDigit, words.count >= 2 else { return doubts }
    return doubts + numbers(sentence, words, quoted) + Self.percentages(sentence, words)
  }

  /// The quoted figure nearest to a phrase.
  private static func nearest(_ range: Range<Int>, _ quoted: [Quoted]) -> Quoted? {
    func distance(_ other: Range<Int>) -> Int {
      max(other.lowerBound - range.upperBound, range.lowerBound - other.upperBound, 0)
    }
    return quoted.min { distance($0.range) < distance($1.range) }
  }

  // MARK: « en hausse », « a doublé »

  private static func trends(_ words: FoldedWords, _ quoted: [Quoted]) -> [Doubt] {
    var doubts: [Doubt] = []
    // Without an earlier edition no figure has moved.
    guard quoted.contains(where: { $0.change != nil }) else { return doubts }
    for index in TrendPhrase.all.indices {
      for range in words.occurrences(of: TrendPhrase.all[index].words) {
        let phrase = TrendPhrase.all[index]
        guard let near = nearest(range, quoted), near.figure.note == nil, let change = near.change,
          !phrase.agrees(change)
        else { continue }
        let moved =
          change.direction == .stable
          ? "n’a pas changé" : "est passé de \(change.before.formatted) à \(change.after.formatted)"
        doubts.append(
          Doubt(
            range: range, message: "« \(phrase.text) », mais « \(excerpt(near.figure.label)) » \(moved)",
            help: "corrigez la phrase ou le chiffre, ou expliquez-le par une note sur le chiffre",
            figure: near.figure.valueLocation))
      }
    }
    return doubts
  }

  // MARK: « plus de la moitié »

  private static func proportions(_ words: FoldedWords, _ quoted: [Quoted]) -> [Doubt] {
    var covered: [Range<Int>] = []
    var doubts: [Doubt] = []
    guard ProportionPhrase.mayOccur(in: words) else { return doubts }
    for index in ProportionPhrase.all.indices {
      for range in words.occurrences(of: ProportionPhrase.all[index].words) {
        // « plus de la moitié » holds « la moitié »: the longer phrase, which comes first, says it all.
        guard !covered.contains(where: { $0.overlaps(range) }) else { continue }
        covered.append(range)
        let phrase = ProportionPhrase.all[index]
        guard let near = nearest(range, quoted), near.figure.note == nil, let share = near.figure.share,
          !phrase.contains(share)
        else { continue }
        doubts.append(
          Doubt(
            range: range,
            message:
              "« \(phrase.text) », mais « \(excerpt(near.figure.label)) » vaut \(near.figure.quantity.formatted)",
            help: "corrigez la phrase ou le chiffre, ou expliquez-le par une note sur le chiffre",
            figure: near.figure.valueLocation))
      }
    }
    return doubts
  }

  // MARK: « 2 300 enseignants engagés… »

  /// A number that stands right before the label of a figure and is not its value.
  private func numbers(_ sentence: ArraySlice<UInt8>, _ words: FoldedWords, _ quoted: [Quoted]) -> [Doubt] {
    var doubts: [Doubt] = []
    for index in labels.indices {
      let occurrences = words.occurrences(of: labels[index])
      guard !occurrences.isEmpty else { continue }
      let bytes = Array(sentence)
      for range in occurrences {
        guard let number = NumberBefore.find(bytes, range.lowerBound) else { continue }
        if let doubt = Self.doubt(number, named[index], quoted) { doubts.append(doubt) }
      }
    }
    return doubts
  }

  private static func doubt(
    _ number: (range: Range<Int>, quantity: Quantity), _ figure: Figure, _ quoted: [Quoted]
  ) -> Doubt? {
    guard !quoted.contains(where: { $0.range.overlaps(number.range) }),
      ContradictoryFigures.differ(number.quantity, figure.quantity),
      number.quantity.canonicalUnit == figure.quantity.canonicalUnit
    else { return nil }
    return Doubt(
      range: number.range,
      message: "\(number.quantity.formatted) ici, \(figure.quantity.formatted) dans les chiffres clés : "
        + "« \(excerpt(figure.label)) »",
      help: "citez le chiffre, pour ne l’écrire qu’une fois : « :chiffre[\(figure.id)] »",
      figure: figure.valueLocation)
  }

  // MARK: « 48 sur 53 (92 %) »

  /// A percentage right after the two counts that make it.
  private static func percentages(_ sentence: ArraySlice<UInt8>, _ words: FoldedWords) -> [Doubt] {
    guard sentence.contains(UInt8(ascii: "%")) else { return [] }
    return PercentageOfCounts.find(in: Array(sentence), words).map { found in
      Doubt(
        range: found.range,
        message: "\(found.written) ici ; \(found.part) sur \(found.whole) fait \(found.expected)",
        help: "corrigez le pourcentage ou l’un des deux nombres",
        figure: SourceLocation(file: "", range: 0..<0))
    }
  }
}

extension Figure {
  /// The share that a percentage or a fraction states, between bounds that its digits allow.
  var share: Possible? {
    if quantity.canonicalUnit == "%" {
      return Possible(quantity)?.divided(by: Possible(exactly: Fraction(100)))
    }
    if case .fraction = quantity.value { return Possible(quantity) }
    return nil
  }
}
