import Diagnostics
import TestSupport
import Testing

@testable import Templates

/// Whatever the bytes, compiling and rendering end, with a page or a diagnostic.
@Suite("Hostile layouts")
struct HostileTests {
  @Test(
    "are refused when they go too deep",
    arguments: [
      ("{{ " + String(repeating: "(", count: 20_000) + "1", "parentheses"),
      ("{{ " + String(repeating: "[", count: 20_000), "lists"),
      ("{{ " + String(repeating: "not ", count: 20_000) + "1 }}", "not"),
      ("{{ " + String(repeating: "-", count: 20_000) + "1 }}", "signs"),
      ("{{ " + String(repeating: "1 + ", count: 20_000) + "1 }}", "sums"),
      ("{{ x" + String(repeating: ".a", count: 20_000) + " }}", "members"),
      ("{{ x" + String(repeating: "|upper", count: 20_000) + " }}", "filters"),
      ("{{ x" + String(repeating: " if 1 else x", count: 20_000) + " }}", "conditionals"),
      (String(repeating: "{% if 1 %}", count: 20_000), "ifs"),
      (String(repeating: "{% for x in y %}", count: 20_000), "loops"),
      ("{% set " + String(repeating: "(", count: 20_000) + "a = 1 %}", "targets"),
    ])
  func depth(template: String, name: String) {
    var diagnostics: [Diagnostic] = []
    _ = TemplateSet([SourceFile(path: "layouts/a.html", text: template)], diagnostics: &diagnostics)
    #expect(diagnostics.contains { $0.code == TemplateCode.tooDeep.rawValue }, "\(name)")
  }

  @Test(
    "are stopped when they never end",
    arguments: [
      "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
      "{% macro f(x) %}{% for i in [1] %}{% if 1 %}{{ ((f(x ~ 'a'))) }}{% endif %}{% endfor %}{% endmacro %}{{ f('') }}",
      "{% include 'essai.html' %}",
      "{% block a %}{{ self.a() }}{% endblock %}",
      "{% macro f() %}{{ caller() }}{% endmacro %}{% block b %}{% call f() %}{{ self.b() }}{% endcall %}{% endblock %}",
      "{% for x in [1] recursive %}{{ loop([1]) }}{% endfor %}",
    ])
  func endless(template: String) {
    #expect(rendered(template) == "gabarit-trop-profond : Les appels s’emboîtent trop profondément")
  }

  @Test("cannot fill the memory with one operator")
  func growth() {
    #expect(rendered("{{ 'a' * 10 ** 9 }}") == "gabarit-trop-long : « * » ferait une valeur trop longue")
    #expect(rendered("{{ [1] * 10 ** 18 }}") == "gabarit-trop-long : « * » ferait une valeur trop longue")
    #expect(
      rendered("{% for i in range(10 ** 12) %}{% endfor %}")
        == "gabarit-trop-long : « range » ferait plus de 100000 nombres")
  }

  @Test("cannot fill it by doubling, nor the stack by nesting")
  func doubling() {
    func grown(_ start: String, _ step: String) -> String {
      rendered(
        "{% set n = namespace(x=\(start)) %}{% for i in range(5000) %}{% set n.x = \(step) %}{% endfor %}")
    }
    #expect(grown("'a'", "n.x ~ n.x") == "gabarit-trop-long : Ce texte dépasse 16 Mio")
    #expect(grown("'a'", "n.x + n.x") == "gabarit-trop-long : Ce texte dépasse 16 Mio")
    #expect(grown("'aa'", "n.x|replace('a', n.x)") == "gabarit-trop-long : Ce texte dépasse 16 Mio")
    #expect(grown("'\"'", "n.x|tojson") == "gabarit-trop-long : Ce texte dépasse 16 Mio")
    #expect(grown("1", "[n.x]") == "gabarit-trop-profond : Cette valeur emboîte trop de listes")
    #expect(grown("1", "{'a': n.x, 'b': 2}") == "gabarit-trop-profond : Cette valeur emboîte trop de listes")
    #expect(grown("[1]", "n.x|batch(1)|list") == "gabarit-trop-profond : Cette valeur emboîte trop de listes")
  }

  @Test("of any bytes end in a page or a diagnostic")
  func anyBytes() {
    let pieces = [
      "{{", "}}", "{%", "%}", "{#", "#}", "-", "+", "if", " for ", " in ", "x", "1", "'", "\"", "|", "upper",
      "(", ")",
      "[", "]", "{", "}", ".", ",", ":", "=", "==", "endif", "endfor", "else", "block", "endblock", "set",
      "raw", "endraw",
      "macro", "endmacro", " ", "\n", "\r\n", "é", "\u{202F}", "«", "\0", "\\", "is", "not", "~", "*", "**",
      "extends",
      "include", "call", "loop", "super()", "0x", "1e", "99999999999999999999", "\u{FEFF}",
    ]
    var numbers = SeededNumbers(seed: 42)
    for _ in 0..<2000 {
      var bytes = Array((0..<numbers.below(40)).map { _ in numbers.pick(pieces) }.joined().utf8)
      if numbers.one(in: 10), !bytes.isEmpty { bytes[numbers.below(bytes.count)] = UInt8(numbers.below(256)) }
      var diagnostics: [Diagnostic] = []
      let set = TemplateSet([SourceFile(path: "layouts/a.html", bytes: bytes)], diagnostics: &diagnostics)
      for diagnostic in diagnostics {
        #expect(diagnostic.location.range.upperBound <= bytes.count)
      }
      if diagnostics.isEmpty { _ = try? set.render("a.html", sharedContext) }
    }
  }

  @Test("are told apart from layouts in another encoding")
  func encoding() {
    var diagnostics: [Diagnostic] = []
    _ = TemplateSet(
      [SourceFile(path: "layouts/a.html", bytes: [0x61, 0xE9, 0x62])], diagnostics: &diagnostics)
    #expect(
      diagnostics == [
        Diagnostic(
          TemplateCode.syntax, at: SourceLocation(file: "layouts/a.html", range: 1..<2),
          "Ce fichier n’est pas en UTF-8", help: "enregistrez-le en UTF-8")
      ])
  }

  @Test("are told apart from what is no text")
  func zero() {
    var diagnostics: [Diagnostic] = []
    _ = TemplateSet([SourceFile(path: "layouts/a.html", bytes: [0x61, 0])], diagnostics: &diagnostics)
    #expect(diagnostics.map(\.message) == ["Ce fichier n’est pas du texte : il contient un octet nul"])
  }
}
