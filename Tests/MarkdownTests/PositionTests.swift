import Diagnostics
import Testing

@testable import Markdown

func parse(_ text: String, _ options: MarkdownOptions = .standard) -> (
  document: Document, diagnostics: [Diagnostic]
) {
  var diagnostics: [Diagnostic] = []
  let file = SourceFile(path: "a.md", text: text)
  let document = MarkdownParser.parse(file, options: options, diagnostics: &diagnostics)
  return (document, diagnostics)
}

@Suite struct PositionTests {
  /// Wherever a text has no escape and no entity, its range holds exactly its bytes, but for one in thousands of
  /// texts made to be hard.
  @Test func placesTheTextsOfRandomMarkdown() {
    var misplaced = 0
    var total = 0
    for seed in 0..<3000 {
      var random = RandomMarkdown(seed: UInt64(seed))
      let bytes = random.document()
      guard !bytes.contains(0), String(validating: bytes, as: UTF8.self) != nil else { continue }
      var diagnostics: [Diagnostic] = []
      let document = MarkdownParser.parse(
        SourceFile(path: "a.md", bytes: bytes), options: .plain(), diagnostics: &diagnostics)
      for node in document.nodes where node.kind == .text && !node.text.isEmpty {
        total += 1
        let source = bytes[node.range]
        if source.contains(UInt8(ascii: "\\")) || source.contains(UInt8(ascii: "&")) { continue }
        if !source.elementsEqual(document.bytes[node.text]) { misplaced += 1 }
      }
    }
    #expect(total > 30_000)
    #expect(misplaced <= 5)
  }

  @Test func placesEachKindOfNode() {
    let text = """
      # Été {#ete}

      Un *mot **gras*** et `code` l’:chiffre[a/b] [lien](x.md "T")
      suite ~~rayée~~ ![alt](i.png)\\
      fin &amp; \\* www.a.fr <b@c.fr>.

      > - [x] fait [^1]
      >   suite lointaine

      | Année | *b* |
      |-------|----:|
      | a \\| c | :cellule[t/l/c] |

      ::: focus {#f .c titre="Deux mots" x=1}
      Dedans
      :::

      [^1]: La note.

      """
    print(parse(text).document.dump())
  }
}
