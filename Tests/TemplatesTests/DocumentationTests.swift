import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Templates

@Suite("docs/mise-en-page.md")
struct DocumentationTests {
  @Test("shows what its examples give")
  func examples() throws {
    let page = try Repository.text("docs/mise-en-page.md")
    let context: Map = [
      "titre": "L'école & nous",
      "parties": [
        ["titre": "Réussite", "url": "reussite.html", "nombre": 12],
        ["titre": "École", "url": "ecole.html", "nombre": 5],
      ],
      "note": .none, "contenu": .html("<p>Prêt</p>"),
    ]
    var example: String?
    var count = 0
    for (language, text) in fences(in: page) {
      if language == "jinja" { example = text }
      guard language == "html", let template = example else { continue }
      #expect(rendered(template, context) == text)
      example = nil
      count += 1
    }
    #expect(count == 6)
  }

  @Test("names every filter and every test")
  func names() throws {
    let page = try Repository.text("docs/mise-en-page.md")
    for name in LanguageFilter.allCases.map(\.rawValue) + LanguageTest.allCases.map(\.rawValue) {
      #expect(page.contains("`\(name)") || page.contains("\(name)`"), "\(name) is missing")
    }
  }

  private func fences(in page: String) -> [(language: String, text: String)] {
    var fences: [(language: String, text: String)] = []
    var language: String?
    var lines: [Substring] = []
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = language {
        if line == "```" {
          fences.append((open, lines.joined(separator: "\n")))
          language = nil
        } else {
          lines.append(line)
        }
      } else if line.hasPrefix("```") {
        language = String(line.dropFirst(3))
        lines = []
      }
    }
    return fences
  }
}
