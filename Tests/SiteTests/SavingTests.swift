import Diagnostics
import Site
import Testing

/// However a text was saved, the site is the same to the last byte.
@Suite struct SavingTests {
  /// Every example of the guide is a section: all directives, in all their forms.
  private static func publication() throws -> ExamplePublication {
    let sections = try GuideExample.all().filter { $0.path == "content/une/pix.md" }
    return ExamplePublication(
      changes: Dictionary(
        uniqueKeysWithValues: sections.map { ("content/une/ligne-\($0.block.line).md", Array($0.file.utf8)) })
    )
  }

  enum Saving: String, CaseIterable {
    case onWindows, onAnOldMac, byNotepad, withoutALastLineEnd, byTwoPeople

    func bytes(_ text: [UInt8]) -> [UInt8] {
      switch self {
      case .onWindows: text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
      case .onAnOldMac: text.map { $0 == 0x0A ? 0x0D : $0 }
      case .byNotepad: [0xEF, 0xBB, 0xBF] + Saving.onWindows.bytes(text)
      case .withoutALastLineEnd: Array(text.reversed().drop { $0 == 0x0A }.reversed())
      case .byTwoPeople:
        Array(
          text.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
            .map { $0 % 2 == 0 ? $1 : $1 + [0x0D] }.joined(separator: [0x0A]))
      }
    }
  }

  @Test(arguments: Saving.allCases)
  func makesTheSameSite(_ saving: Saving) async throws {
    let (plain, said) = try await Self.publication().load()
    let (saved, again) = try await Self.publication().load(saved: saving.bytes)
    #expect(said.filter { $0.severity == .error } == [])
    #expect(again.map(\.code) == said.map(\.code))
    #expect(plain.pages.count > 40)
    #expect(saved.pages == plain.pages)
    for (page, other) in zip(plain.pages, saved.pages) {
      let (wanted, made) = (try plain.render(page), try saved.render(other))
      #expect(made == wanted, "\(page.url)")
    }
    for (file, other) in zip(plain.files(), saved.files()) {
      #expect(try other.content.bytes() == file.content.bytes(), "\(file.path)")
    }
  }
}
