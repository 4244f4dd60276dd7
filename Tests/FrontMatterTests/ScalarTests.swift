import FrontMatter
import Testing

@Suite struct ScalarTests {
  @Test(arguments: [
    "non", "oui", "true", "null", "2025-05-17", "1e3", "0123", "0x10", "~x", "12:30", "=", "-1", "?x", ":x",
  ])
  func keepsEveryPlainScalarAsText(text: String) {
    #expect(dump("a: " + text) == "{a: «\(text)»}")
  }

  @Test(arguments: [
    ("a: b  # c", "b"), ("a: b#c", "b#c"), ("a: b\n  c\n\n  d", "b c\nd"), ("a:\n  b\n  c", "b c"),
    ("a: b \n  c \n", "b c"), ("a: b, [c] {d}", "b, [c] {d}"), ("a: b\tc", "b\tc"), ("a:\tb\t", "b"),
    ("a: l'été \"beau\"", "l'été \"beau\""), ("a: b\n  # fin", "b"), ("a: http://b:80/", "http://b:80/"),
  ]) func readsPlainScalars(text: String, expected: String) {
    #expect(dump(text) == "{a: «\(expected)»}")
  }

  @Test(arguments: [
    (#""""#, ""),
    (
      #""\t\n\r\ \"\/\\\_\L\P""#,
      "\t\n\r \"/\\\u{A0}\u{2028}\u{2029}"
    ),
    (#""\x41\u00e9\U0001F600""#, "Aé😀"), (#""\ud83d\ude00""#, "😀"), (#""a # b: c""#, "a # b: c"),
    ("\"a  \n\n  b\"", "a\nb"), ("\"a\n  b \\\n  c\\\n  \\ d\"", "a b c d"), ("\"a\\\n\n  b\"", "a\nb"),
    ("\"\n  a\"", " a"),
    ("'l''été \\n'", "l'été \\n"), ("'a\n\n\n  b'", "a\n\nb"), ("''", ""), ("\"a\\t\n  b\"", "a\t b"),
    ("\"a\tb\"", "a\tb"),
  ]) func readsQuotedScalars(text: String, expected: String) {
    #expect(dump("a: " + text) == "{a: «\(expected)»}")
  }

  @Test(arguments: [
    ("|\n  b\n   c\n\n  d\n", "b\n c\n\nd\n"), ("|-\n  b\n\n", "b"), ("|+\n  b\n\n", "b\n\n"),
    ("|2\n    b\n", "  b\n"),
    ("|1+ # note\n  b\n\n", " b\n\n"), ("|\n\n  b", "\nb"), ("|\n", ""), ("|+\n\n\n", "\n\n"),
    (">\n  b\n  c\n\n  d\n", "b c\nd\n"), (">\n  b\n    c\n  d\n", "b\n  c\nd\n"),
    (">-\n\n  b\n\n\n  c", "\nb\n\nc"),
    ("|\n  b # c: d\n  - e\n", "b # c: d\n- e\n"), ("|\n  b\n # fin\n", "b\n"),
    ("|\n  b\n  \u{20} \n", "b\n  \n"),
  ]) func readsBlockScalars(text: String, expected: String) {
    #expect(dump("a: " + text) == "{a: «\(expected)»}")
  }

  @Test func goesOnAfterABlockScalar() {
    #expect(
      dump("a: |\n  b\nc: >-\n  d\n  e\n- f".replacing("\n- f", with: "\nf: g"))
        == "{a: «b\n», c: «d e», f: «g»}")
    #expect(dump("- |\n b\n- c") == "[«b\n», «c»]")
  }

  @Test func tellsHowAScalarWasWritten() throws {
    let entries = try #require(parse("a: b\nc: \"d\"\ne: 'f'\ng: |\n  h\ni: >\n  j").node?.entries)
    #expect(entries.map(\.value.scalar?.style) == [.plain, .doubleQuoted, .singleQuoted, .literal, .folded])
  }
}
