import Diagnostics
import Testing

/// `docs/guide-de-redaction.md`: what it tells people to type is published without a word against it.
@Suite struct GuideTests {
  @Test func showsExamples() throws {
    #expect(try GuideExample.all().count > 30)
  }

  @Test(arguments: try GuideExample.all())
  func publishesEveryExample(_ example: GuideExample) async throws {
    let diagnostics = try await ExamplePublication(changes: [example.path: Array(example.file.utf8)])
      .diagnostics()
    #expect(diagnostics.map(\.code) == [])
  }
}

/// An example of the guide as the file it stands for. The comment at the top of the guide gives the rule.
struct GuideExample: Sendable, CustomTestStringConvertible {
  let block: FencedBlock

  var testDescription: String { "ligne \(block.line)" }

  static func all() throws -> [GuideExample] {
    try FencedBlock.all(in: ExamplePublication.text(of: "docs/guide-de-redaction.md"))
      .filter { $0.words.count > 1 && $0.words[1] == "exemple" }.map(GuideExample.init)
  }

  var path: String { block.words.count > 2 ? block.words[2] : "content/une/pix.md" }

  var file: String {
    if block.words.count > 2 || block.text.hasPrefix("---\n") { return block.text }
    let isFrontMatter = block.words[0] == "yaml"
    let usual = [("titre", "Pix"), ("resume", "Certifier les élèves."), ("priorite", "lire")]
    let header = usual.filter { !isFrontMatter || !block.text.hasKey($0.0) }
      .map { "\($0.0): \($0.1)\n" }.joined()
    let figures = "chiffres:\n  - 12 écoles {#ecoles}\n"
    guard isFrontMatter else { return "---\n\(header)\(figures)---\n\n\(block.text)" }
    let own = block.text.hasKey("chiffres") ? "" : figures
    return "---\n\(header)\(own)\(block.text)---\n\nUn texte.\n"
  }
}

extension String {
  fileprivate func hasKey(_ key: String) -> Bool { hasPrefix(key + ":") || contains("\n" + key + ":") }
}
