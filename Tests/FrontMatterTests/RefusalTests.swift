import Diagnostics
import Foundation
import FrontMatter
import TestSupport
import Testing

/// What is refused, where, in which words, and what one is told to type: `Tests/Fixtures/FrontMatter/faults.txt` holds
/// each document, what could still be read of it, and its diagnostics. `UPDATE_GOLDEN=1` writes them anew.
@Suite struct RefusalTests {
  static let golden = Repository.url("Tests/Fixtures/FrontMatter/faults.txt")

  @Test func saysWhatIsWrongAndWhatToType() throws {
    let expected = try String(contentsOf: Self.golden, encoding: .utf8)
    let actual = expected.components(separatedBy: "=== document\n").dropFirst().map(report).joined()
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      try actual.write(to: Self.golden, atomically: true, encoding: .utf8)
    } else {
      let lines = zip(actual.components(separatedBy: "\n"), expected.components(separatedBy: "\n"))
      for (actual, expected) in lines { #expect(actual == expected) }
      #expect(actual.count == expected.count)
    }
  }

  private func report(_ item: String) -> String {
    let document = item.components(separatedBy: "\n--- ")[0].trimmingCharacters(in: .newlines)
    let (node, diagnostics) = parse(document)
    let lines = shown(diagnostics, in: document)
    return "=== document\n\(document)\n--- \(node?.dump() ?? "nil")\n" + lines.map { $0 + "\n" }.joined()
  }

  @Test func refusesInvisibleCharactersOneByOne() {
    #expect(
      faults("a: \u{7}b\nc: d\u{FEFF}\u{85}\u{9F}") == [
        """
        1:4 ‹\u{7}› caractere-interdit: Caractère invisible interdit (U+0007) (effacez-le ; s’il ne se voit pas, \
        retapez la ligne)
        """,
        """
        2:5 ‹\u{FEFF}› caractere-interdit: Caractère invisible interdit (U+FEFF) (effacez-le ; s’il ne se voit pas, \
        retapez la ligne)
        """,
        """
        2:6 ‹\u{85}› caractere-interdit: Caractère invisible interdit (U+0085) (effacez-le ; s’il ne se voit pas, \
        retapez la ligne)
        """,
        """
        2:7 ‹\u{9F}› caractere-interdit: Caractère invisible interdit (U+009F) (effacez-le ; s’il ne se voit pas, \
        retapez la ligne)
        """,
      ])
  }

  @Test(arguments: [
    (#"\0"#, "U+0000"), (#"\b"#, "U+0008"), (#"\e"#, "U+001B"), (#"\N"#, "U+0085"), (#"\x7f"#, "U+007F"),
    (#"\u0000"#, "U+0000"), (#"\u202e"#, "U+202E"), (#"\uFFFE"#, "U+FFFE"), (#"\U00002066"#, "U+2066"),
  ])
  func refusesInvisibleCharactersWrittenByNumber(escape: String, name: String) {
    #expect(
      faults("a: \"C:\(escape)ilan\"") == [
        "1:7 ‹\(escape)› echappement: « \(escape) » écrit entre guillemets doubles un caractère invisible interdit "
          + "(\(name)) (pour une barre oblique inverse, écrivez « \\\\ », ou prenez des guillemets simples '…')"
      ])
  }

  @Test func refusesWhatIsNotUTF8() {
    var diagnostics: [Diagnostic] = []
    let node = YAMLParser.parse(
      SourceFile(path: "a", bytes: [0x61, 0x3A, 0x20, 0xE9, 0x74]), nil, &diagnostics)
    #expect(node == nil)
    #expect(
      diagnostics == [
        Diagnostic(
          FrontMatterCode.forbiddenCharacter, at: SourceLocation(file: "a", range: 3..<4),
          "Ce fichier n’est pas en UTF-8", help: "enregistrez-le avec l’encodage UTF-8")
      ])
  }

  @Test func namesTheFirstOfTwoEqualKeys() {
    let first = Diagnostic.Note(
      "« a » est donnée une première fois ici", at: SourceLocation(file: "a.yaml", range: 0..<1))
    #expect(
      parse("a: 1\na: 2").diagnostics == [
        Diagnostic(
          FrontMatterCode.duplicateKey, at: SourceLocation(file: "a.yaml", range: 5..<6),
          "La clé « a » est donnée deux fois", help: "gardez l’une des deux", notes: [first])
      ])
  }

  @Test func finesADuplicateAmongManyKeys() {
    let keys = (0..<40).map { "k\($0): v\n" }.joined()
    #expect(parse(keys).diagnostics == [])
    #expect(parse(keys + "k3: x\nk39: y\n").diagnostics.map(\.code) == ["cle-en-double", "cle-en-double"])
  }

  @Test(arguments: ["[", "{\"a\":", "- ", "? "]) func capsTheDepth(opener: String) {
    let text = String(repeating: opener, count: 50_000)
    #expect(parse(text).diagnostics.count == 1)
  }

  @Test func capsTheDepthOfIndentation() {
    let text = (0..<200).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
    #expect(parse(text).diagnostics.map(\.code) == ["trop-imbrique"])
  }
}
