import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures
import Markdown
import Publication
import Templates
import TestSupport
import Testing

/// `docs/messages.md`, held against the program.
@Suite struct MessagesTests {
  /// Faults of a size that no page could show.
  static let withoutExample: Set<String> = ["csv-trop-grand", "texte-trop-charge"]

  @Test func explainsEveryCodeOnceInOrder() throws {
    let codes = [
      FrontMatterCode.names, MarkdownCode.names, WritingCode.names, KeyFigureCode.names, TemplateCode.names,
      PublicationCode.names,
    ].joined()
    let explained = try MessageSection.all().map(\.code)
    #expect(Set(codes).subtracting(explained).sorted() == [])
    #expect(Set(explained).subtracting(codes).sorted() == [])
    #expect(explained == Set(explained).sorted())
  }

  @Test(arguments: try MessageSection.all())
  func showsWhatEarnsTheMessageAndWhatDoesNot(_ section: MessageSection) async throws {
    guard !Self.withoutExample.contains(section.code) else { return }
    let wrong = section.files("faux")
    let right = section.files("juste")
    try #require(!wrong.isEmpty && !right.isEmpty)
    let said = try await ExamplePublication(changes: wrong).diagnostics()
    #expect(Set(said.map(\.code)) == [section.code])
    for diagnostic in said {
      #expect(diagnostic.message.last != ".")
      #expect(
        diagnostic.help?.first?.isUppercase != true && diagnostic.help?.last != ".", "a line of its own")
    }
    let left = try await ExamplePublication(changes: right).diagnostics().map(\.code)
    #expect(left.isEmpty)
  }
}

/// What `docs/messages.md` says under the heading of one code.
struct MessageSection: Sendable, CustomTestStringConvertible {
  let code: String
  let blocks: [FencedBlock]

  var testDescription: String { code }

  static func all() throws -> [MessageSection] {
    var sections: [(code: String, lines: [Substring])] = []
    let page = try Repository.text("docs/messages.md")
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("## "), line.dropFirst(3).utf8.allSatisfy(isCodeByte) {
        sections.append((String(line.dropFirst(3)), []))
      } else if !sections.isEmpty {
        sections[sections.count - 1].lines.append(line)
      }
    }
    return sections.map {
      MessageSection(code: $0.code, blocks: FencedBlock.all(in: $0.lines.joined(separator: "\n")))
    }
  }

  private static func isCodeByte(_ byte: UInt8) -> Bool {
    byte.isASCIILowercase || byte.isASCIIDigit || byte == UInt8(ascii: "-")
  }

  /// The files of the example of one kind, by path.
  func files(_ kind: String) -> [String: [UInt8]] {
    var files: [String: [UInt8]] = [:]
    for block in blocks where block.words.first == kind {
      let path = block.words.dropFirst().first { $0.contains("/") } ?? "content/une/pix.md"
      files[path] = block.words.last == "octets" ? Self.bytes(block.text) : Array(block.text.utf8)
    }
    return files
  }

  /// The text with each `\xE9` as the byte it names.
  private static func bytes(_ text: String) -> [UInt8] {
    let pieces = text.components("\\x")
    return pieces.dropFirst().reduce(into: Array(pieces[0].utf8)) { bytes, piece in
      if let byte = UInt8(piece.prefix(2), radix: 16) { bytes.append(byte) }
      bytes += piece.dropFirst(2).utf8
    }
  }
}

extension DiagnosticCode {
  fileprivate static var names: [String] { allCases.map(\.rawValue) }
}

extension String {
  fileprivate func components(_ separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
