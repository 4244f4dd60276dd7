import FrenchText
import TestSupport
import Testing

@Suite struct TypographyPropertyTests {
  private static let pieces = [
    " ", " ", " ", "\u{A0}", "\u{202F}", "  ", "\n", "a", "mot", "École", "\u{FFFC}", "\"", "\"", "«", "»",
    "“", "”",
    "'", "’", "l'", "d'", "!", "?", ";", ":", ".", "...", "…", ",", "(", ")", "–", "—", "-", "%", "€", "1",
    "12",
    "300", "000", "2025", "1er", "2e", "XXIe", "siècle", "mai", "h", "ans", "n°", "M.", "Mme", "p.", "/",
    "\\", "@",
    "://", "www.", "=", "&", "É", "½", "°",
  ]

  private static func text(_ random: inout SeededNumbers) -> [UInt8] {
    var text = ""
    for _ in 0..<Int.random(in: 0...14, using: &random) { text += pieces.randomElement(using: &random) ?? "" }
    return Array(text.utf8)
  }

  @Test func settlesInOnePass() {
    var random = SeededNumbers(seed: 1)
    for _ in 0..<25_000 {
      let text = Self.text(&random)
      let once = Typographer.edits(in: text).applied(to: text)
      let again = Typographer.edits(in: once.bytes)
      let isSettled = again.edits.isEmpty && again.superscripts == once.superscripts
      #expect(
        isSettled,
        "\(String(decoding: text, as: UTF8.self).debugDescription) → \(String(decoding: once.bytes, as: UTF8.self).debugDescription)  \(again)"
      )
    }
  }

  @Test func ordersItsEditsAndKeepsThemApart() {
    var random = SeededNumbers(seed: 2)
    for _ in 0..<8_000 {
      let text = Self.text(&random)
      let result = Typographer.edits(in: text)
      for (a, b) in zip(result.edits, result.edits.dropFirst()) {
        #expect(a.range.upperBound <= b.range.lowerBound)
      }
      for raised in result.superscripts {
        #expect(!result.edits.contains { $0.range.overlaps(raised) })
      }
      let applied = result.applied(to: text).bytes
      #expect(String(validating: applied, as: UTF8.self) != nil)
    }
  }

  @Test func readsAnyBytesWithoutFault() {
    var random = SeededNumbers(seed: 3)
    let likely: [UInt8] = [
      0x22, 0x27, 0x2E, 0x20, 0x31, 0x3A, 0x21, 0xC2, 0xA0, 0xAB, 0xBB, 0xE2, 0x80, 0x93, 0xAF, 0xEF, 0xBF,
      0xBC, 0x49, 0x65,
    ]
    for _ in 0..<8_000 {
      let bytes = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        Bool.random(using: &random)
          ? likely.randomElement(using: &random) ?? 0 : UInt8.random(in: 0...255, using: &random)
      }
      _ = Typographer.edits(in: bytes).applied(to: bytes)
    }
  }
}
