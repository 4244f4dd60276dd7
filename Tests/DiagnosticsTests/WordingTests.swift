import Foundation
import TestSupport
import Testing

/// How the texts that people read are written, wherever the program says them.
@Suite struct WordingTests {
  /// What an editor types, not what is said: both apostrophes are read.
  private static let readings: Set<String> = ["PeriodParser.swift", "ProportionPhrase.swift"]
  private static let elisions = [
    "l", "d", "n", "c", "s", "j", "m", "t", "qu", "jusqu", "lorsqu", "puisqu", "quelqu", "aujourd",
  ]

  @Test func elidesWithATypographicApostrophe() throws {
    let sources = Repository.url("Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var count = 0
    for case let file as URL in files
    where file.pathExtension == "swift" && !Self.readings.contains(file.lastPathComponent) {
      count += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      where !line.drop(while: \.isWhitespace).hasPrefix("//") {
        #expect(!Self.elides(line), "\(file.lastPathComponent):\(index + 1)")
      }
    }
    #expect(count > 200)
  }

  @Test func couldFail() {
    #expect(Self.elides("\"Ce texte n'est pas fermé\""))
    #expect(Self.elides("\"Jusqu'à « x »\""))
    #expect(!Self.elides("\"Ce texte n’est pas fermé\", 'l'"))
  }

  /// Whether a straight apostrophe stands in the line between an elided word and the next.
  private static func elides(_ line: Substring) -> Bool {
    let pieces = line.split(separator: "'", omittingEmptySubsequences: false)
    return zip(pieces, pieces.dropFirst()).contains { before, after in
      guard let next = after.first, next.isLetter || next == "«" || next == "\\" else { return false }
      let word = before.reversed().prefix(while: \.isLetter).reversed()
      return elisions.contains(String(word).lowercased())
    }
  }
}
