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
        if !source.elementsEqual(document.slice(node.text)) { misplaced += 1 }
      }
    }
    #expect(total > 30_000)
    #expect(misplaced <= 5)
  }

  /// A fuzzer's find: the last letter of its first line is also that of the second.
  @Test func placesTheLinesOfAnUnderlinedHeading() {
    for text in ["}\ns:  }\n-\n  ", "}\ns:  }\n-", "}\ns:  }\n-\nx\n", "a\n\n=\n=", "a\n\n=\n=\n"] {
      let (document, _) = parse(text, .plain())
      let texts = document.nodes.filter { $0.kind == .text }
        .map { [String(decoding: text.utf8.map { $0 }[$0.range], as: UTF8.self), document.string($0.text)] }
      #expect(texts.allSatisfy { $0[0] == $0[1] }, "\(text.debugDescription): \(texts)")
    }
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
    #expect(
      parse(text).document.dump() == """
        document @1:1-19:1
          heading(1 #ete) @1:1-13
            text @1:3-6 "Été"
          paragraph @3:1-5:32
            text @3:1-4 "Un "
            emphasis @3:4-18
              text @3:5-9 "mot "
              strong @3:9-17
                text @3:11-15 "gras"
            text @3:18-22 " et "
            code @3:22-28 "code"
            text @3:28-31 " l’"
            chiffre(a/b) @3:31-44
            text @3:44-45 " "
            link(x.md "T") @3:45-61
              text @3:46-50 "lien"
            softBreak @3:61-4:1
            text @4:1-7 "suite "
            strikethrough @4:7-16
              text @4:9-14 "rayée"
            text @4:16-17 " "
            image(i.png) @4:17-30
              text @4:19-22 "alt"
            lineBreak @4:30-5:1
            text @5:1-14 "fin & * "
            link(http://www.a.fr) @5:14-22
              text @5:14-22 "www.a.fr"
            text @5:22-23 " "
            link(mailto:b@c.fr) @5:23-31
              text @5:24-30 "b@c.fr"
            text @5:31-32 "."
          quote @7:1-8:20
            list(tight) @7:3-8:20
              item @7:3-8:20
                paragraph @7:5-8:20
                  text @7:5-14 "[x] fait "
                  call(1) @7:14-18
                  softBreak @7:18-8:1
                  text @8:5-20 "suite lointaine"
          table(none, right) @10:1-12:29
            header @10:1-16
              cell(0) @10:3-8
                text @10:3-8 "Année"
              cell(1) @10:11-14
                emphasis @10:11-14
                  text @10:12-13 "b"
            row @12:1-29
              cell(0) @12:3-9
                text @12:3-9 "a | c"
              cell(1) @12:12-27
                cellule(t/l/c) @12:12-27
          directive(focus #f .c titre="Deux mots" x="1") @14:1-16:4
            paragraph @15:1-7
              text @15:1-7 "Dedans"
          footnote(1) @18:7-15
            paragraph @18:7-15
              text @18:7-15 "La note."

        """)
  }
}
