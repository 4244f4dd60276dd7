import Testing

@testable import Site

@Suite struct StyleSheetPackingTests {
  @Test(arguments: [
    ("a { color: red; }\n\n/* non */\nb {\n  margin: 0 1px;\n}\n", "a{color:red}b{margin:0 1px}"),
    ("a :hover, b\n> c { top: calc(1px + 2px) }", "a :hover,b>c{top:calc(1px + 2px)}"),
    ("q::before { content: \"a  /* b */ { ; \" }", "q::before{content:\"a  /* b */ { ; \"}"),
    ("a { content: '\\'  ;' }", "a{content:'\\'  ;'}"),
    (
      "@media (min-width: 40rem) { a > b :is(c , d) { --x: 1 } }",
      "@media (min-width:40rem){a>b :is(c ,d){--x:1}}"
    ),
    ("/* jamais fermé", ""),
    ("\"jamais fermé", "\"jamais fermé"),
  ])
  func keepsOnlyWhatABrowserReads(_ css: String, _ packed: String) {
    #expect(String(decoding: StyleSheetPacking.pack(Array(css.utf8)), as: UTF8.self) == packed)
  }
}
