import Testing

/// Cells that hold what tables are written with, on the page and in the open data.
@Suite struct UglyTableTests {
  /// The cells of the first row, as the page shows them, and its line in the CSV file.
  private func row(_ row: String) async throws -> (cells: [String], csv: String) {
    let site = await TinySite(
      """
      ---
      titre: Pix
      resume: R.
      tableaux:
        t: { titre: T, colonnes: { Lieu: texte, Nombre: decimal } }
      ---

      ::: tableau {#t}
      | Lieu | Nombre |
      |---|--:|
      \(row)
      :::
      """)
    let body = try site.pieces("une/pix.html", from: "<tbody>", to: "</tbody>").joined()
    let cells = body.matches(of: /<t[hd][^>]*>([^\0]*?)<\/t[hd]>/).map { String($0.1) }
    let csv = try site.text("donnees/t.csv")
    return (cells, String(csv.drop { $0 != "\r\n" }.dropFirst()))
  }

  @Test(arguments: [
    (#"| a \| b | 12 |"#, "a | b", #"a | b"#),
    (#"| `a \| b` | 12 |"#, "<code>a | b</code>", "a | b"),
    (#"| a \\| b | 12 |"#, "a | b", "a | b"),
    (#"| \* \_ \< \` | 12 |"#, "* _ &lt; `", "* _ < `"),
    ("| a&nbsp;b &lt;c&gt; &#124; | 12 |", "a\u{A0}b &lt;c&gt; |", "a b <c> |"),
    ("| a<br>b | 12 |", "a<br>\nb", "a b"),
    (
      "| **a** [b](https://exemple.fr) | 12 |", "<strong>a</strong> <a href=\"https://exemple.fr\">b</a>",
      "a b"
    ),
    ("| a, b ; c | 12 |", "a, b\u{202F}; c", "\"a, b ; c\""),
    ("| dit \"oui\" | 12 |", "dit «\u{A0}oui\u{A0}»", "dit « oui »"),
    ("| 👩‍🏫 e\u{301} שלום | 12 |", "👩‍🏫 e\u{301} שלום", "👩‍🏫 e\u{301} שלום"),
    ("|\ta\t|\t12\t|", "a", "a"),
    ("a | 12", "a", "a"),
  ])
  func keepsTheTextOfACell(_ source: String, _ html: String, _ csv: String) async throws {
    let found = try await row(source)
    #expect(found.cells.map { Array($0.utf8) } == [Array(html.utf8), Array("12".utf8)])
    #expect(Array(found.csv.utf8) == Array("\(csv),12\r\n".utf8))
  }

  @Test(arguments: [
    ("0", "0", "0"), ("-0", "0", "0"), ("-12", "−12", "-12"), ("−12,50", "−12,50", "-12.50"),
    ("+3", "+3", "3"),
    ("1\u{A0}200", "1\u{202F}200", "1200"), ("1\u{2009}200", "1\u{202F}200", "1200"), ("007", "7", "7"),
    ("0,000", "0,000", "0.000"), ("\u{A0}", "", ""), ("n.d.", "n.\u{202F}d.", ""), ("–", "–", ""),
    (
      "12345678901234567890123456789012345678",
      "12\u{202F}345\u{202F}678\u{202F}901\u{202F}234\u{202F}567\u{202F}890\u{202F}123\u{202F}456\u{202F}789\u{202F}012\u{202F}345\u{202F}678",
      "12345678901234567890123456789012345678"
    ),
  ])
  func keepsTheNumberOfACell(_ source: String, _ html: String, _ csv: String) async throws {
    let found = try await row("| a | \(source) |")
    #expect(found.cells == ["a", html])
    #expect(found.csv == "a,\(csv)\r\n")
  }
}
