import TestSupport

/// Markdown made by chance from a seed: the same everywhere, and nastier than what people write.
struct RandomMarkdown {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  mutating func below(_ limit: Int) -> Int { numbers.below(limit) }

  mutating func pick(_ choices: [String]) -> String { numbers.pick(choices) }

  /// A document of some lines.
  mutating func document() -> [UInt8] {
    var text = ""
    for _ in 0...below(9) { text += block(depth: 0) }
    if below(6) == 0 {
      text += pick(["[^1]: une note\n", "[^n]: note\n\n    suite\n", "[ref]: /url 'titre'\n"])
    }
    var bytes = Array(text.utf8)
    if below(10) == 0 { spoil(&bytes) }
    if below(12) == 0, bytes.last == 0x0A { bytes.removeLast() }
    return bytes
  }

  /// Puts bytes where none should be.
  private mutating func spoil(_ bytes: inout [UInt8]) {
    let odd: [UInt8] = [
      0, 0x0D, 0x09, 0x60, 0x5B, 0x5D, 0x7C, 0x2A, 0x3C, 0x26, 0x5C, 0x80, 0xC3, 0xFF, 0x20, 0x0A,
    ]
    for _ in 0...below(4) {
      let place = below(bytes.count + 1)
      switch below(3) {
      case 0 where place < bytes.count: bytes[place] = odd[below(odd.count)]
      case 1 where place < bytes.count: bytes.remove(at: place)
      default: bytes.insert(odd[below(odd.count)], at: place)
      }
    }
  }

  private mutating func block(depth: Int) -> String {
    let end = pick(["\n", "\n", "\n\n", "\n\n", "\r\n", "  \n", "\n   \n"])
    switch below(depth > 3 ? 9 : 14) {
    case 0:
      return pick(["# ", "## ", "###", "#### ", "####### "]) + line() + pick(["", " #", " ##  "]) + end
    case 1: return line() + "\n" + pick(["---", "===", "--- ", "=", " -"]) + end
    case 2: return pick(["---", "***", "* * *", "- - -", "___ "]) + end
    case 3: return fence() + end
    case 4: return pick(["    ", "\t", "  \t"]) + line() + end
    case 5:
      return pick(["<div>", "<!-- x -->", "<script>a</script>", "</p>", "<?php ?>", "<br>", "<x-y z='a'>"])
        + end
    case 6: return table() + end
    case 7:
      return pick(["[ref]: /a", "[Été]: <b c> \"d\"", "[x]:\n/y\n'z'", "[^1]: note", "[^é]: *n*"]) + end
    case 8: return line() + "\n" + line() + end
    case 9: return nested(pick(["> ", ">", "> > ", " > "]), pick(["> ", ">", "", "> "]), depth) + end
    case 10:
      return nested(pick(["- ", "* ", "+   ", "-", "- [ ] ", "- [x] "]), pick(["  ", "", "    "]), depth)
        + end
    case 11: return nested(pick(["1. ", "7) ", "003. ", "1.  "]), pick(["   ", "", "  "]), depth) + end
    case 12: return pick([":::", "::: focus", "::: a {#b .c d=e}"]) + end
    default: return line() + end
    }
  }

  private mutating func nested(_ first: String, _ rest: String, _ depth: Int) -> String {
    var text = ""
    for _ in 0...below(3) { text += block(depth: depth + 1) }
    var isFirst = true
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      defer { isFirst = false }
      return (isFirst ? first : rest) + line
    }.joined(separator: "\n")
  }

  private mutating func fence() -> String {
    let mark = pick(["```", "~~~", "````"])
    return mark + pick(["", " swift", "a b", " é&amp;"]) + "\n" + line() + "\n" + pick([mark, "", "``"])
  }

  private mutating func table() -> String {
    let columns = 1 + below(4)
    func row(_ cell: () -> String) -> String { "|" + (0..<columns).map { _ in cell() + "|" }.joined() }
    var text = below(4) == 0 ? line() + "\n" : ""
    text += row { self.inline() } + "\n"
    text += row { self.pick(["---", ":-:", "--:", ":--", " - "]) } + "\n"
    for _ in 0...below(3) {
      text += below(5) == 0 ? line() + "\n" : row { self.below(4) == 0 ? "" : self.inline() } + "\n"
    }
    return text
  }

  private mutating func line() -> String {
    var text = ""
    for _ in 0...below(5) { text += inline() + pick(["", " ", " ", " "]) }
    return text
  }

  private mutating func inline() -> String {
    switch below(26) {
    case 0...6:
      return pick(["élève", "mot", "Le lycée", "3e", "a_b_c", "été.", "l’école", "x", "123", "work"])
    case 7:
      return pick(["*", "**", "***", "_", "__", "~", "~~"]) + pick(["a", "é b", "c*"])
        + pick(["*", "**", "_", "~~", "~"])
    case 8: return "*" + inline() + "*"
    case 9: return "**" + inline() + "**"
    case 10:
      return pick(["`", "``", "```"]) + pick(["code", " a ` b ", "x\ny", "|"]) + pick(["`", "``", "```"])
    case 11:
      return "[" + inline() + "]("
        + pick(["/a", "<b c>", "x 'titre'", "", "a(b)c", "javascript:a", "é?a=1&b='", "a\\)b"]) + ")"
    case 12:
      return "![" + inline() + "](" + pick(["i.png", "data:image/png;x", "data:text/html", "j \"t\""]) + ")"
    case 13: return pick(["[ref]", "[Été][]", "[a][ref]", "[x]", "![ref]", "[]", "[a]()", "![]()"])
    case 14: return pick(["[^1]", "[^n]", "[^é]", "[^absent]", "[^1][^1]"])
    case 15:
      return pick([
        "<http://a.fr/é>", "<a@b.fr>", "http://x.fr/a_b?c=d&e", "www.a.fr,", "a.b@c.fr", "https://é.fr)",
      ])
    case 16:
      return pick([
        "<b>", "</b>", "<br>", "<i class='a'>", "<!-- c -->", "<style>", "<![CDATA[x]]>", "<?a?>", "< b",
      ])
    case 17: return pick(["\\*", "\\\\", "\\|", "\\a", "\\[", "\\\n", "\\&amp;"])
    case 18:
      return pick([
        "&amp;", "&eacute;", "&#233;", "&nbsp;", "&bad;", "&", "&#0;", "&lt;b&gt;", "&#x202F;", "&ngE;",
      ])
    case 19: return pick(["\n", "  \n", "\\\n", "\r\n", " \n  "])
    case 20: return pick([":chiffre[a]", ":cellule[a/b]", ":chiffre[", ":", "::", " : "])
    case 21: return pick(["|", "||", "\"a\"", "'", "« b »", "--", "…", "<", ">", "]", "["])
    case 22: return "~~" + inline() + "~~"
    case 23: return "[" + inline() + inline() + "](" + pick(["c.md#d", "/e\n'f'"]) + ")"
    case 24: return pick(["\t", "\u{A0}", "\u{202F}", "\u{2028}", "😀", "e\u{301}", "\u{FEFF}"])
    default: return pick(["* ", "- ", "+", "#", "1. ", "> ", "(", ")", "!"])
    }
  }
}
