import Charts
import Diagnostics
import FrontMatter
import Publication
import TestSupport
import Testing

/// `docs/guide-de-redaction.md`: what it tells people to type is published without a word against it.
@Suite struct GuideTests {
  @Test func showsExamples() throws {
    #expect(try GuideExample.all().count > 30)
  }

  @Test func showsEveryBlockAndChart() throws {
    let openings = try GuideExample.all().flatMap { $0.block.text.split(separator: "\n") }
      .filter { $0.hasPrefix("::: ") }
    for rule in DirectiveRule.all {
      let own = openings.filter { $0.split(separator: " ")[1] == rule.name }
      #expect(!own.isEmpty, "\(rule.name)")
      for attribute in rule.attributes {
        #expect(
          own.contains { $0.contains(" \(attribute)=") || $0.contains("{\(attribute)=") },
          "\(rule.name) \(attribute)")
      }
    }
    for kind in ChartKind.allCases {
      #expect(openings.contains { $0.contains("type=\(kind.rawValue) ") }, "\(kind.rawValue)")
    }
  }

  @Test func showsEveryKey() throws {
    let text = try GuideExample.all().map(\.block.text).joined(separator: "\n")
    let keys = [Header.schema, Settings.schema].flatMap(Self.keys)
    for key in Set(keys).sorted() {
      let starts = ["\n", " ", "{"].map { $0 + key + ":" }
      #expect(starts.contains { text.contains($0) }, "\(key)")
    }
  }

  private static func keys(of schema: Schema) -> [String] {
    switch schema.kind {
    case .object(let properties): properties.flatMap { [$0.key] + keys(of: $0.schema) }
    case .list(let inside), .map(let inside): keys(of: inside)
    case .anyOf(let all): all.flatMap(keys)
    case .anything, .text, .integer, .choice: []
    }
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
    try FencedBlock.all(in: Repository.text("docs/guide-de-redaction.md"))
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
