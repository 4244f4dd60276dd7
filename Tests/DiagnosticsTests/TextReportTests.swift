import Diagnostics
import Testing

@Suite struct TextReportTests {
  @Test func showsTheLineTheRangeTheNotesAndTheHelp() {
    #expect(
      ReportFixture.two.report().text().text == """
        content/pix.md:2:11: erreur: Total 1 240 annoncé ; les lignes donnent 1 238 [total-faux]
            2 | | Total | 1 240 |
              |           ^^^^^
          content/publication.yaml:2:1: note : le contrôle est demandé ici
            2 | total: oui
              | ^^^^^^^^^^
          note : les arrondis sont admis
          aide : corrigez le total, ou une ligne
        content/pix.md:3:3: avertissement: « 3ème » s'écrit « 3e » [ordinal]
            3 | | 3ème | « été » |
              |   ^^^^

        """)
  }

  @Test func coloursWhenAsked() {
    var fixture = ReportFixture(["a": "b"])
    fixture.diagnostics = [Diagnostic(SampleCode.badTotal, at: fixture.location("a", "b"), "m", help: "h")]
    #expect(
      fixture.report().text(colour: true).text == """
        a:1:1: \u{1B}[1;31merreur:\u{1B}[0m m [total-faux]
            1 | b
              | \u{1B}[1;31m^\u{1B}[0m
          \u{1B}[1;36maide :\u{1B}[0m h

        """)
  }

  @Test func saysNothingOfNothing() {
    #expect(ReportFixture([:]).report().text() == [])
  }

  @Test func doesWithoutALineThatIsNotThere() {
    let diagnostic = Diagnostic(
      SampleCode.badTotal, at: .init(file: "absent.md", range: 7..<9), "Fichier absent")
    let report = DiagnosticReport([diagnostic]) { _ in nil }
    #expect(report.text().text == "absent.md:1:1: erreur: Fichier absent [total-faux]\n")
  }

  @Test(arguments: [
    // What is covered, the line as shown, and its underline.
    ("abc 3ème", "3ème", "abc 3ème", "    ^^^^"),
    ("e\u{301}te\u{301} x", "x", "e\u{301}te\u{301} x", "    ^"),
    ("e\u{301}te\u{301} x", "e\u{301}t", "e\u{301}te\u{301} x", "^^"),
    ("日本 x", "x", "日本 x", "     ^"),
    ("a 日本", "日本", "a 日本", "  ^^^^"),
    ("👩‍👩‍👧 🇫🇷 x", "x", "👩‍👩‍👧 🇫🇷 x", "      ^"),
    ("a\tb", "b", "a    b", "     ^"),
    ("a\tb", "\t", "a    b", " ^^^^"),
    ("13\u{A0}000\u{202F}%", "%", "13\u{A0}000\u{202F}%", "       ^"),
    ("a\u{202E}b\u{2066}c", "c", "a<U+202E>b<U+2066>c", "                  ^"),
    ("a\u{1B}[31mb", "b", "a<U+001B>[31mb", "             ^"),
    ("a\u{7F}\u{85}\u{FEFF}b", "b", "a<U+007F><U+0085><U+FEFF>b", "                         ^"),
  ]) func alignsTheUnderline(line: String, covered: String, shown: String, underline: String) {
    var fixture = ReportFixture(["a": line + "\n"])
    fixture.diagnostics = [Diagnostic(SampleCode.badTotal, at: fixture.location("a", covered), "m")]
    let lines = fixture.report().text().text.split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    #expect(lines[1] == "    1 | " + shown)
    #expect(lines[2] == "      | " + underline)
  }

  @Test(arguments: [(0..<0, "^"), (3..<3, "   ^"), (1..<99, " ^^"), (2..<6, "  ^"), (4..<4, "^")])
  func underlinesCaretsEndsAndSeveralLines(range: Range<Int>, underline: String) {
    let diagnostic = Diagnostic(SampleCode.badTotal, at: .init(file: "a", range: range), "m")
    let report = DiagnosticReport([diagnostic]) { SourceFile(path: $0, text: "abc\ndef") }
    #expect(report.text().text.hasSuffix("| \(underline)\n"))
  }

  @Test func cutsALongLineAroundTheRange() {
    let line = String(repeating: "é", count: 400_000) + "FAUX" + String(repeating: "à", count: 400_000)
    var fixture = ReportFixture(["a": line])
    fixture.diagnostics = [
      Diagnostic(SampleCode.badTotal, at: .init(file: "a", range: 800_000..<800_004), "m")
    ]
    let before = String(repeating: "é", count: 30)
    let after = String(repeating: "à", count: 58)
    #expect(
      fixture.report().text().text == """
        a:1:400001: erreur: m [total-faux]
            1 | …\(before)FAUX\(after)…
              | \(String(repeating: " ", count: 31))^^^^

        """)
  }

  @Test func showsALineThatIsNotUTF8() {
    let diagnostic = Diagnostic(SampleCode.badTotal, at: .init(file: "a", range: 2..<3), "m")
    let report = DiagnosticReport([diagnostic]) { SourceFile(path: $0, bytes: [0x61, 0xC3, 0xE9, 0x62]) }
    #expect(report.text().text.hasSuffix("1 | a\u{FFFD}\u{FFFD}b\n      |   ^\n"))
  }

  @Test func letsNoSourceSpeakToTheTerminal() {
    let diagnostic = Diagnostic(
      SampleCode.badTotal, at: .init(file: "a\u{1B}[2J", range: 0..<0), "« \u{1B}]0;x\u{7} »\n\u{202E}",
      help: "\u{9B}1m")
    let report = DiagnosticReport([diagnostic]) { _ in nil }
    #expect(
      report.text().text == """
        a<U+001B>[2J:1:1: erreur: « <U+001B>]0;x<U+0007> » <U+202E> [total-faux]
          aide : <U+009B>1m

        """)
  }
}
