import Diagnostics
import Testing

@testable import Markdown

@Suite struct ContentTests {
  private func messages(_ text: String) -> [String] {
    parse(text).diagnostics.sorted().map { "\($0.location.range) \($0.code): \($0.message)" }
  }

  private func html(_ text: String) -> String {
    String(decoding: HTMLRenderer.html(of: parse(text).document), as: UTF8.self)
  }

  @Test func anchorsHeadings() {
    #expect(
      html("## L’été à Metz\n\n## L'été à Metz\n\n### Suite {#ailleurs}\n\n## 3e *année* {#x-1}\n") == """
        <h2 id="l-ete-a-metz">L’été à Metz</h2>
        <h2 id="l-ete-a-metz-2">L’été à Metz</h2>
        <h3 id="ailleurs">Suite</h3>
        <h2 id="x-1">3<sup>e</sup> <em>année</em></h2>

        """)
    #expect(
      messages("## A {#a}\n\n::: focus {#a}\n:::\n") == ["23..<24 ancre-en-double: Ancre « a » déjà prise"])
    #expect(messages("## A {#a b}\n") == ["5..<11 ancre-illisible: Ancre « {#a b} » mal écrite"])
  }

  @Test func keepsAnchorsClearOfThoseOfPagesAndBlocks() {
    let anchors = parse(
      "## Contenu\n\n## Les parties\n\n## Chiffre écoles\n\n## Contenu\n\n## Focus un\n\n## Chiffre\n\n"
        + "::: focus {#un}\nx\n:::\n"
    ).document.headings.map(\.anchor)
    #expect(
      anchors == [
        "titre-contenu", "titre-les-parties", "titre-chiffre-ecoles", "titre-contenu-2", "titre-focus-un",
        "chiffre",
      ])
    #expect(
      messages("## A {#contenu}\n\n## B {#tableau-pix}\n\n## C {#focus-un}\n\n::: focus {#un}\nx\n:::\n") == [
        "7..<14 ancre-reservee: Ancre « contenu » réservée à ce que la page place elle-même",
        "24..<35 ancre-reservee: Ancre « tableau-pix » réservée à ce que la page place elle-même",
        "45..<53 ancre-reservee: Ancre « focus-un » réservée à ce que la page place elle-même",
      ])
  }

  @Test(arguments: ["##\n", "## {#a}\n", "## &nbsp;\n", "## <!-- a -->\n"])
  func refusesAHeadingWithoutWords(_ text: String) {
    #expect(messages(text).map { $0.split(separator: " ").last } == ["texte"])
    #expect(messages("## ![Une école](a.png)\n\n## `a`\n\n## :chiffre[a]\n") == [])
  }

  @Test func saysThatAReferenceTakesNoCapital() {
    #expect(
      messages("Soit :Chiffre[ecoles] écoles.\n") == [
        "5..<13 renvoi-illisible: Un renvoi s’écrit en minuscules"
      ])
  }

  @Test func reportsLevels() {
    #expect(
      messages("# A\n\n## B\n\n#### C\n") == [
        "0..<3 titre-de-niveau-1: Titre de niveau 1 dans le texte",
        "11..<17 niveau-de-titre-saute: Titre de niveau 4 après un titre de niveau 2",
      ])
  }

  @Test func refusesHTML() {
    #expect(
      messages("a <b>c</b>\n\n<div>\nx\n</div>\n") == [
        "2..<5 html-refuse: HTML « <b> » refusé", "12..<26 html-refuse: HTML « <div> » refusé",
      ])
    #expect(html("a <b>c</b> <!-- d -->\n") == "<p>a c </p>\n")
    #expect(messages("<!-- a\n\nb -->\n") == [])
    #expect(messages("a <br> b") == ["2..<6 html-refuse: HTML « <br> » refusé"])
    let cell = "| a<br>b |\n|---|\n| c<BR/>d |\n"
    #expect(messages(cell) == [])
    #expect(html(cell).contains("<th scope=\"col\">a<br>\nb</th>"))
    var options = MarkdownOptions.standard
    options.rawHTML = .allowed
    let document = parse("<script>x</script>\n\n<b>c</b>\n", options).document
    #expect(
      String(decoding: HTMLRenderer.html(of: document), as: UTF8.self)
        == "&lt;script>x&lt;/script>\n<p><b>c</b></p>\n")
  }

  @Test(arguments: [
    "javascript:x", "JavaScript:x", "java&#10;script:x", "java&Tab;script:x", "vbscript:x",
    "data:text/html,x", "data:image/svg+xml,x", "&#x6A;avascript:x", "javascript&colon;x", "javascript\\:x",
    "java%0Ascript:x", "<java\tscript:x>", "blob:x", "ms-msdt:x", "feed:javascript:x", "\u{200B}javascript:x",
  ])
  func refusesDangerousAddresses(_ address: String) {
    let (document, diagnostics) = parse("[a](\(address)) ![b](\(address))\n")
    #expect(diagnostics.map(\.code) == ["adresse-dangereuse", "adresse-dangereuse"])
    #expect(
      String(decoding: HTMLRenderer.html(of: document), as: UTF8.self)
        == "<p><a href=\"\">a</a> <img src=\"\" alt=\"b\"></p>\n")
  }

  @Test func letsKnownAddressesPass() {
    #expect(
      messages("[a](https://b) [c](mailto:d@e) [f](g.md#h:i) [j](k/l:m) ![n](data:image/png;base64,x)") == [])
    #expect(
      messages("[a](C:\\b.md)") == ["0..<12 adresse-dangereuse: Adresse d’un fichier de votre ordinateur"])
  }

  @Test func checksFootnotes() {
    let text = "a[^1] b[^1] c[^deux]\n\n[^1]: note\n\n[^dux]: seule\n\n[^1]: encore\n"
    #expect(
      messages(text) == [
        "13..<20 note-introuvable: Appel de la note « deux », qui n’existe pas",
        "34..<40 note-inutilisee: Note « dux » que rien n’appelle",
        "49..<53 note-en-double: Seconde note « 1 »",
      ])
    #expect(
      html("a[^1] b[^1]\n\n[^1]: note\n") == """
        <p>a<sup class="appel-note"><a href="#note-1" id="appel-note-1"><span class="cache">Note </span>1</a></sup> b<sup class="appel-note"><a href="#note-1" id="appel-note-1-2"><span class="cache">Note </span>1</a></sup></p>
        <section class="notes" aria-label="Notes">
        <ol>
        <li id="note-1">
        <p>note <a href="#appel-note-1" class="retour-note" aria-label="Retour à l’appel de note 1">↩</a> <a href="#appel-note-1-2" class="retour-note" aria-label="Retour à l’appel de note 1 (2)">↩</a></p>
        </li>
        </ol>
        </section>

        """)
  }

  @Test func asksForAlternatives() {
    #expect(messages("![](a.png)") == ["0..<10 texte-alternatif-absent: Image sans texte alternatif"])
    #expect(messages("![ ](a.png)") == ["0..<11 texte-alternatif-absent: Image sans texte alternatif"])
  }

  @Test func setsTypographyAcrossMarks() {
    #expect(
      html("« **mot** » ! et 3e, l'*école* ; `a !` [b](c) ?") == """
        <p>«\u{A0}<strong>mot</strong>\u{A0}»\u{202F}! et 3<sup>e</sup>, l’<em>école</em>\u{202F}; <code>a !</code> <a href="c">b</a>\u{202F}?</p>

        """)
    #expect(html("le 1er :chiffre[x] *du 2e* [http://a.fr/b?c](http://a.fr/b?c)").contains("1<sup>er</sup>"))
    var options = MarkdownOptions.standard
    options.hasTypography = false
    #expect(
      String(decoding: HTMLRenderer.html(of: parse("a ! 3e", options).document), as: UTF8.self)
        == "<p>a ! 3e</p>\n")
  }

  @Test func placesFaultsOfWriting() {
    #expect(messages("La *3ème* fois").map { $0.prefix(24) } == ["4..<9 ordinal-fautif: « "])
  }

  @Test func refusesWhatIsNoText() {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "a.md", bytes: Array("a\0b ".utf8) + [0xFF, 0xC3])
    let document = MarkdownParser.parse(file, diagnostics: &diagnostics)
    #expect(diagnostics.map(\.code) == ["caractere-invalide"])
    #expect(diagnostics.map(\.location.range) == [1..<2])
    #expect(String(decoding: HTMLRenderer.html(of: document), as: UTF8.self) == "<p>axb xx</p>\n")
  }

  @Test(arguments: [
    ("a\u{B}b", "1..<2 caractere-invalide: Caractère invisible interdit (U+000B)"),
    ("a &#x202e; b", "2..<10 caractere-invalide: Caractère invisible interdit (U+202E)"),
    ("&&#1;", "1..<5 caractere-invalide: Caractère invisible interdit (U+0001)"),
    ("[a](b '&#xFFFF;')", "7..<15 caractere-invalide: Caractère invisible interdit (U+FFFF)"),
  ])
  func refusesWhatNoPageMayHold(text: String, expected: String) {
    #expect(messages(text) == [expected])
  }

  @Test func takesTheOtherCharactersByNumber() {
    #expect(messages("&#0; &#233; &#xe9; &#xA0; &#; &#x; &#-1; &#99999999; &#1 &#").isEmpty)
  }

  @Test func countsPositionsFromTheTopOfTheFile() {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "a.md", text: "---\ntitre: x\n---\n## É\n\n<b>\n")
    let document = MarkdownParser.parse(file, from: 17, diagnostics: &diagnostics)
    #expect(document.dump().contains("heading(2 #e) @4:1-5\n    text @4:4-5 \"É\""))
    #expect(diagnostics.map(\.location.range) == [24..<27])
  }
}
