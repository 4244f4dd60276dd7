import Diagnostics
import FrenchText
import KeyFigures
import Markdown

/// What a careful editor would look at in the sentences of a section: sigles nobody explains, sentences too long to be
/// read in one breath, words that the figures beside them contradict.
struct ProseChecks {
  /// A sentence longer than this loses its reader.
  static let longestSentence = 45

  let section: Section
  let others: References
  let front: FrontFiles
  let comparison: EditionComparison
  private let doubts: SentenceDoubts
  /// The sigles of the glossary that the section uses, each once.
  private(set) var sigles: [String] = []
  private var explained: Set<String> = []
  private var reported: Set<String> = []

  init(
    _ section: Section, _ others: References, _ front: FrontFiles, _ comparison: EditionComparison
  ) {
    self.comparison = comparison
    self.section = section
    doubts = SentenceDoubts(named: section.figures)
    self.others = others
    self.front = front
    if let own = front.settings.publisher.abbreviation { explained.insert(own) }
  }

  mutating func run(_ diagnostics: inout [Diagnostic]) {
    var passage = Passage()
    for node in section.document.nodes.indices where isText(node) && !isPlain(node) {
      passage.read(node, in: section)
      checkSigles(passage, &diagnostics)
      checkSentences(passage, &diagnostics)
    }
  }

  private func isText(_ node: Int) -> Bool {
    switch section.document.nodes[node].kind {
    case .paragraph, .heading, .tableCell: true
    default: false
    }
  }

  /// Whether nothing can be said of a block, as of most cells of tables: one short text without a sigle, that does not
  /// hold both a digit and a word.
  private func isPlain(_ block: Int) -> Bool {
    guard Int(section.document.nodes[block].end) == block + 2,
      case .text = section.document.nodes[block + 1].kind
    else { return false }
    return section.document.withBytes(of: section.document.nodes[block + 1].text) { text in
      text.count < 2 * Self.longestSentence && !Self.holdsNumberAndWord(text) && !Sigle.mayOccur(in: text)
    }
  }

  /// The loop has no way out, so that it takes sixteen bytes at a time.
  private static func holdsNumberAndWord(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in text { found |= byte.isASCIIDigit.bit | byte.isASCIILetter.bit << 1 }
    return found == 3
  }

  private mutating func checkSigles(_ passage: Passage, _ diagnostics: inout [Diagnostic]) {
    for sigle in Sigle.occurrences(in: passage.text) {
      if front.glossary.knows(sigle.text) {
        if front.glossary.meaning(of: sigle.text) != nil, !sigles.contains(sigle.text) {
          sigles.append(sigle.text)
        }
        continue
      }
      if sigle.meaningAfter(in: passage.text) != nil || sigle.meaningBefore(in: passage.text) != nil {
        explained.insert(sigle.text)
      }
      guard !explained.contains(sigle.text), reported.insert(sigle.text).inserted else {
        continue
      }
      diagnostics.append(
        Diagnostic(
          PublicationCode.unexplainedAbbreviation,
          at: passage.location(of: sigle.range, in: section.document),
          "Rien n’explique le sigle « \(sigle.text) »",
          help:
            "ajoutez à sigles.yaml une ligne « \(sigle.text): ce qu’il veut dire » (rien après le deux-points pour un nom propre)"
        ))
    }
  }

  private func checkSentences(_ passage: Passage, _ diagnostics: inout [Diagnostic]) {
    // Nothing can be wrong with what neither quotes a figure nor holds both a digit and a word: most passages.
    let mayBeDoubtful =
      !passage.quoted.isEmpty || passage.text.withUnsafeBufferPointer(Self.holdsNumberAndWord)
    guard mayBeDoubtful || Sentence.mayHold(moreWordsThan: Self.longestSentence, in: passage.text) else {
      return
    }
    for sentence in Sentence.all(in: passage.text) {
      if sentence.wordCount > Self.longestSentence {
        diagnostics.append(
          Diagnostic(
            PublicationCode.longSentence, at: passage.location(of: sentence.range, in: section.document),
            "Cette phrase compte \(sentence.wordCount) mots",
            help: "coupez-la en phrases de moins de \(Self.longestSentence) mots"))
      }
      if mayBeDoubtful { checkDoubts(sentence, passage, &diagnostics) }
    }
  }

  private func checkDoubts(_ sentence: Sentence, _ passage: Passage, _ diagnostics: inout [Diagnostic]) {
    let quoted = passage.quoted.compactMap { item -> SentenceDoubts.Quoted? in
      guard sentence.range.contains(item.range.lowerBound), let record = record(item.reference) else {
        return nil
      }
      let shift = sentence.range.lowerBound
      return .init(
        range: item.range.lowerBound - shift..<item.range.upperBound - shift, figure: record.figure,
        change: comparison.change(of: record))
    }
    for doubt in doubts.find(in: passage.text[sentence.range], quoted: quoted) {
      let shift = sentence.range.lowerBound
      diagnostics.append(
        doubt.diagnostic(
          at: passage.location(
            of: doubt.range.lowerBound + shift..<doubt.range.upperBound + shift, in: section.document)))
    }
  }

  /// The figure that a reference quotes, in its place.
  private func record(_ reference: Int) -> FigureRecord? {
    let reference = section.document.references[reference]
    guard reference.kind == .figure else { return nil }
    let words = Quotations.words(of: reference.target)
    guard let id = words.last, case .section(let place) = others.find(words.dropLast()) else { return nil }
    return others.section(place).figureRecords.first { $0.figure.id == id }
  }
}
