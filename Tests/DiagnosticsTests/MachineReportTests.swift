import Diagnostics
import Testing

@Suite struct JSONReportTests {
  @Test func writesTheContract() {
    #expect(
      ReportFixture.two.report().json().text == """
        [{"code":"total-faux","severity":"error","message":"Total 1 240 annoncé ; les lignes donnent 1 238",\
        "file":"content/pix.md","line":2,"column":11,"endLine":2,"endColumn":16,\
        "help":"corrigez le total, ou une ligne"},\
        {"code":"ordinal","severity":"warning","message":"« 3ème » s'écrit « 3e »",\
        "file":"content/pix.md","line":3,"column":3,"endLine":3,"endColumn":7,"help":null}]

        """)
  }

  @Test func writesAnEmptyArrayForNothing() {
    #expect(ReportFixture([:]).report().json().text == "[]\n")
  }
}

@Suite struct GitHubReportTests {
  @Test func writesCommands() {
    #expect(
      ReportFixture.two.report(pathPrefix: "bilan-2025/").github().text == """
        ::error file=bilan-2025/content/pix.md,line=2,endLine=2,col=11,endColumn=15,title=total-faux::Total 1 240 \
        annoncé ; les lignes donnent 1 238%0Aaide : corrigez le total, ou une ligne
        ::warning file=bilan-2025/content/pix.md,line=3,endLine=3,col=3,endColumn=6,title=ordinal::« 3ème » s'écrit \
        « 3e »

        """)
  }

  @Test func escapesWhatWouldEndACommand() {
    let diagnostic = Diagnostic(
      SampleCode.badTotal, at: .init(file: "a,b:c%.md", range: 0..<4), "100 %\r\nde, trop: ::error::")
    let report = DiagnosticReport([diagnostic]) { SourceFile(path: $0, text: "ab\ncd") }
    #expect(
      report.github().text == """
        ::error file=a%2Cb%3Ac%25.md,line=1,endLine=2,title=total-faux::100 %25%0D%0Ade, trop: ::error::

        """)
  }

  @Test func leavesNoCommandOfTheFirstSyntaxInPlainLines() {
    let diagnostics = (0..<11).map { _ in
      Diagnostic(
        SampleCode.badTotal, at: .init(file: "##[a]\n.md", range: 0..<1), "« ##[add-matcher]x »\n::error::")
    }
    let report = DiagnosticReport(diagnostics) { SourceFile(path: $0, text: "ab") }
    #expect(
      report.github().text.split(separator: "\n").last
        == "## [a] .md:1:1: erreur: « ## [add-matcher]x » ::error:: [total-faux]")
  }

  @Test func keepsTheWorstTenOfEachAndCountsTheOthers() {
    let lines = ReportFixture.many(errors: 12, warnings: 11).report().github().text.split(separator: "\n")
    #expect(lines.count == 24)
    #expect(lines[0].hasPrefix("::error file=content/a.md,line=12,"))
    #expect(lines[9].hasPrefix("::error file=content/a.md,line=21,"))
    #expect(lines[10].hasPrefix("::warning file=content/a.md,line=1,"))
    #expect(lines[19].hasPrefix("::warning file=content/a.md,line=10,"))
    #expect(lines[20] == "::notice title=bilan::3 autres, dans le journal de cette étape")
    #expect(lines[21] == "content/a.md:22:1: erreur: « faux » [total-faux]")
    #expect(lines[23] == "content/a.md:11:1: avertissement: « faux » [ordinal]")
  }
}

@Suite struct GitLabReportTests {
  @Test func writesCodeQuality() {
    #expect(
      ReportFixture.two.report().gitlab().text == """
        [{"description":"Total 1 240 annoncé ; les lignes donnent 1 238 (corrigez le total, ou une ligne)",\
        "check_name":"total-faux","fingerprint":"\(fingerprint(0))","severity":"blocker",\
        "location":{"path":"content/pix.md","lines":{"begin":2,"end":2}}},\
        {"description":"« 3ème » s'écrit « 3e »",\
        "check_name":"ordinal","fingerprint":"\(fingerprint(1))","severity":"minor",\
        "location":{"path":"content/pix.md","lines":{"begin":3,"end":3}}}]

        """)
  }

  private func fingerprint(_ i: Int) -> String { fingerprints(ReportFixture.two.report())[i] }

  @Test func givesEachFindingItsOwnFingerprint() {
    let all = fingerprints(ReportFixture.many(errors: 30, warnings: 30).report())
    #expect(all.count == 60)
    #expect(Set(all).count == 60)
    #expect(all.allSatisfy { $0.count == 32 })
  }

  @Test func keepsFingerprintsWhenLinesMove() {
    var moved = ReportFixture.two
    for file in moved.files.keys { moved.files[file] = "\n\n" + (moved.files[file] ?? "") }
    moved.diagnostics = moved.diagnostics.map { old in
      let range = old.location.range
      let location = SourceLocation(
        file: old.location.file, range: range.lowerBound + 2..<range.upperBound + 2)
      return Diagnostic(old.severity == .error ? SampleCode.badTotal : .oldOrdinal, at: location, old.message)
    }
    #expect(fingerprints(moved.report()) == fingerprints(ReportFixture.two.report()))
  }

  @Test func hashesAsFNV1aDoes() {
    // `a`, `total-faux`, `m` and `0`, NUL between them, computed by an independent FNV-1a of 128 bits.
    let diagnostic = Diagnostic(SampleCode.badTotal, at: .init(file: "a", range: 0..<0), "m")
    #expect(fingerprints(DiagnosticReport([diagnostic]) { _ in nil }) == ["87d754a5075a10a6b94694be6f108d12"])
  }

  private func fingerprints(_ report: DiagnosticReport) -> [String] {
    report.gitlab().text.components(after: "\"fingerprint\":\"").map { String($0.prefix { $0 != "\"" }) }
  }
}

extension String {
  /// What follows each occurrence of a text.
  fileprivate func components(after text: String) -> [Substring] {
    self.ranges(of: text).map { self[$0.upperBound...] }
  }
}

@Suite struct JUnitReportTests {
  @Test func writesASuiteForEachFile() {
    var fixture = ReportFixture.two
    fixture.files["b"] = "x"
    fixture.diagnostics.append(
      Diagnostic(SampleCode.badTotal, at: fixture.location("b", "x"), "a & <b> \"c\"\u{1}"))
    fixture.diagnostics.append(
      Diagnostic(SampleCode.badTotal, at: fixture.location("b", ""), "a & <b> \"c\"\u{1}"))
    #expect(
      fixture.report().junit().text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="bilan check" tests="4" failures="3" errors="0">
        <testsuite name="b" tests="2" failures="2" errors="0" skipped="0">
        <testcase name="a &amp; &lt;b&gt; &quot;c&quot;&lt;U+0001&gt; [total-faux]" classname="b"><failure \
        type="total-faux" message="a &amp; &lt;b&gt; &quot;c&quot;&lt;U+0001&gt;">b:1:1</failure></testcase>
        <testcase name="a &amp; &lt;b&gt; &quot;c&quot;&lt;U+0001&gt; [total-faux] (2)" classname="b"><failure \
        type="total-faux" message="a &amp; &lt;b&gt; &quot;c&quot;&lt;U+0001&gt;">b:1:1</failure></testcase>
        </testsuite>
        <testsuite name="content/pix.md" tests="2" failures="1" errors="0" skipped="1">
        <testcase name="Total 1 240 annoncé ; les lignes donnent 1 238 [total-faux]" classname="content/pix.md">\
        <failure type="total-faux" message="Total 1 240 annoncé ; les lignes donnent 1 238">content/pix.md:2:11
        aide : corrigez le total, ou une ligne</failure></testcase>
        <testcase name="« 3ème » s'écrit « 3e » [ordinal]" classname="content/pix.md"><skipped type="ordinal" \
        message="« 3ème » s'écrit « 3e »">content/pix.md:3:3</skipped></testcase>
        </testsuite>
        </testsuites>

        """)
  }

  @Test func passesOneTestForNothing() {
    #expect(
      ReportFixture([:]).report().junit().text == """
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuites name="bilan check" tests="1" failures="0" errors="0">
        <testsuite name="content" tests="1" failures="0" errors="0" skipped="0">
        <testcase name="Tout est en ordre" classname="content"/>
        </testsuite>
        </testsuites>

        """)
  }
}

@Suite struct MarkdownReportTests {
  @Test func listsWhatToMendFileByFile() {
    #expect(
      ReportFixture.two.report().markdown().text == """
        ## Vérification du bilan

        **1 erreur, 1 avertissement** dans 1 fichier. Le bilan ne peut pas être publié tant qu’il reste une erreur.

        ### Erreurs

        **content/pix.md**

        - ligne 2 : Total 1 240 annoncé ; les lignes donnent 1 238 (`total-faux`)
          - le contrôle est demandé ici (content/publication.yaml, ligne 2)
          - les arrondis sont admis
          - à faire : corrigez le total, ou une ligne

        ### Avertissements

        **content/pix.md**

        - ligne 3 : « 3ème » s'écrit « 3e » (`ordinal`)

        """)
  }

  @Test func saysThatAllIsWell() {
    #expect(
      ReportFixture([:]).report().markdown().text
        == "## Vérification du bilan\n\nAucun problème : le bilan peut être publié.\n")
  }

  @Test func quotesWithoutMarkupMentionsOrLinks() {
    let diagnostic = Diagnostic(
      SampleCode.oldOrdinal, at: .init(file: "a_b.md", range: 0..<0),
      "« @tous #12 *x* <b> [y](z) `c` a|b ![i] &amp; »")
    let text = DiagnosticReport([diagnostic]) { _ in nil }.markdown().text
    #expect(
      text.hasSuffix(
        """
        **a\\_b.md**

        - ligne 1 : « &#64;tous &#35;12 \\*x\\* &lt;b&gt; \\[y\\](z) \\`c\\` a\\|b \\!\\[i\\] &amp;amp; » (`ordinal`)

        """))
    #expect(text.contains("**0 erreur, 1 avertissement** dans 1 fichier. Le bilan peut être publié.\n"))
  }

  @Test func cutsLongLists() {
    let text = ReportFixture.many(errors: 0, warnings: 503).report().markdown().text
    #expect(text.hasSuffix("- ligne 500 : « faux » (`ordinal`)\n\n… et 3 autres.\n"))
  }
}
