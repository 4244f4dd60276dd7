import Diagnostics
import Testing

@testable import Markdown

@Suite struct HostileTests {
  /// Whatever the bytes, the tree holds together and nothing that runs gets out.
  @Test func survivesRandomMarkdown() {
    for seed in 0..<2000 {
      var random = RandomMarkdown(seed: UInt64(seed) &* 7919)
      let bytes = random.document()
      var diagnostics: [Diagnostic] = []
      let document = MarkdownParser.parse(SourceFile(path: "a.md", bytes: bytes), diagnostics: &diagnostics)
      expectSound(document)
      for diagnostic in diagnostics { #expect(diagnostic.location.range.upperBound <= bytes.count) }
      let html = String(decoding: HTMLRenderer.html(of: document), as: UTF8.self)
      #expect(!html.contains("=\"javascript:") && !html.contains("<script") && !html.contains("=\"data:text"))
      _ = document.dump()
    }
  }

  private func expectSound(_ document: Document) {
    var open: [Int] = [document.nodes.count]
    for (i, node) in document.nodes.enumerated() {
      while let last = open.last, last <= i { open.removeLast() }
      #expect(Int(node.end) > i && Int(node.end) <= open.last ?? 0)
      #expect(
        node.range.upperBound <= document.file.bytes.count
          && node.text.upperBound <= document.file.bytes.count + document.bytes.count)
      open.append(Int(node.end))
    }
    for reference in document.references { #expect(isReference(document.nodes[reference.node].kind)) }
    for heading in document.headings { #expect(!document.nodes[heading.node].kind.isInline) }
    for directive in document.directives { #expect(!document.nodes[directive.node].kind.isInline) }
  }

  private func isReference(_ kind: Kind) -> Bool {
    if case .reference = kind { true } else { false }
  }

  /// Each of these took time in the square of its length, or memory in the product of its sides.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("![[]()", 100_000), ("a<?", 100_000), ("a<!A ", 100_000), ("a<![CDATA[", 50_000), ("> ", 100_000),
      ("- ", 100_000), ("*", 200_000), ("[", 100_000), ("**a [", 50_000), ("www.a.fr/))))))))", 20_000),
      ("| a |\n", 40_000), ("a|b\n", 40_000), ("::: a\n", 5000), (":::\n", 20_000), (":chiffre[", 50_000),
      ("[^1]:", 30_000), ("&", 200_000), ("<a\n", 50_000), ("1. ", 50_000), ("# a {#b}\n", 5000),
      ("é!", 100_000),
    ])
  func boundsTime(_ unit: String, _ count: Int) {
    let (document, _) = parse(String(repeating: unit, count: count))
    _ = HTMLRenderer.html(of: document)
  }

  @Test func reportsWhatItWouldTakeTooLongToRead() {
    let paragraph = String(repeating: "a ", count: 40_000)
    let wide = "|" + String(repeating: "a|", count: 300) + "\n|" + String(repeating: "-|", count: 300) + "\n"
    let deep = String(repeating: "> ", count: 101) + "a"
    let text = "b\n\n" + paragraph + "\n\n" + wide + "\n\n" + deep + "\n\nc\n"
    let (document, diagnostics) = parse(text)
    #expect(
      diagnostics.map(\.message) == [
        "Paragraphe de 78 ko d’un seul tenant", "Tableau de 300 colonnes et 2 lignes",
        "Plus de 100 marques de citation ou de liste au début d’une ligne",
      ])
    #expect(String(decoding: HTMLRenderer.html(of: document), as: UTF8.self) == "<p>b</p>\n<p>c</p>\n")
  }

  @Test func cutsOffWhatIsNestedTooDeep() {
    let text = (0..<150).map { String(repeating: " ", count: 2 * $0) + "- a\n" }.joined()
    #expect(parse(text).diagnostics.map(\.code) == ["imbrication-excessive"])
    let emphasis = String(repeating: "*a **b ", count: 400) + String(repeating: "c** d* ", count: 400)
    #expect(parse(emphasis).diagnostics.map(\.code).contains("imbrication-excessive"))
  }
}
