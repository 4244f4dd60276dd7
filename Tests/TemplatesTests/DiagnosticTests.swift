import Diagnostics
import Testing

@testable import Templates

@Suite("Diagnostics of layouts")
struct DiagnosticTests {
  /// A diagnostic as a person meets it: the words it points at, the message, the help.
  struct Told: Equatable, CustomStringConvertible {
    let words: String
    let code: String
    let message: String
    let help: String?

    var description: String { "(\(words)) \(code): \(message) / \(help ?? "-")" }
  }

  private func told(_ template: String, _ context: Map = Map()) -> [Told] {
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "layouts/page.html", text: template)
    let set = TemplateSet([file], diagnostics: &diagnostics)
    if diagnostics.isEmpty {
      do { _ = try set.render("page.html", context) } catch { diagnostics = [error.diagnostic] }
    }
    return diagnostics.map {
      Told(
        words: String(decoding: file.bytes[$0.location.range], as: UTF8.self), code: $0.code,
        message: $0.message,
        help: $0.help)
    }
  }

  @Test("propose the nearest name of a variable")
  func variable() {
    #expect(
      told("<p>{{ publicaton.titre }}</p>", ["publication": ["titre": "x"]]) == [
        Told(
          words: "publicaton", code: "gabarit-variable-inconnue",
          message: "La variable « publicaton » n’existe pas",
          help: "vouliez-vous dire « publication » ?")
      ])
  }

  @Test("propose the nearest name of a member")
  func member() {
    #expect(
      told("{{ page.tite|upper }}", ["page": ["titre": "x", "url": "y"]]) == [
        Told(
          words: "page.tite", code: "gabarit-attribut-inconnu", message: "Le membre « tite » n’existe pas",
          help: "vouliez-vous dire « titre » ?")
      ])
    #expect(
      told("{{ page.partie.titre }}", ["page": ["partie": .none]]) == [
        Told(
          words: "page.partie.titre", code: "gabarit-attribut-inconnu",
          message: "Le membre « titre » est demandé à une valeur absente (none)",
          help: "vérifiez-la d’abord par « if »")
      ])
  }

  @Test("point at where an unknown value comes from")
  func origin() {
    let template = "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(page.tite) }}"
    #expect(told(template, ["page": ["titre": "x"]]).map(\.words) == ["page.tite"])
  }

  @Test("answer none for a missing member where the data says so")
  func lenient() {
    let attributes = Map([("titre", "x")], answersNoneForMissing: true)
    #expect(
      rendered("{{ a.lieu or 'ici' }} {{ a.titre }} {{ a['x'] is none }}", ["a": .map(attributes)])
        == "ici x True")
  }

  @Test("propose the nearest filter, test, statement, argument and file")
  func nearest() {
    let template = """
      {% extends "pagee.html" %}{{ x|uper }}{% if x is defind %}{% endif %}{% fro x in y %}{{ x|join(atribute="a") }}{{ loop }}
      """
    #expect(
      told(template).map { "\($0.words) → \($0.help ?? "")" } == [
        "fro → vouliez-vous dire « for » ?",
        "\"pagee.html\" → vouliez-vous dire « page.html » ?",
        "uper → vouliez-vous dire « upper » ?",
        "defind → vouliez-vous dire « defined » ?",
        "atribute → vouliez-vous dire « attribute » ?",
      ])
  }

  @Test("name the opener of what is not closed")
  func unclosed() {
    #expect(
      told("{% block a %}\n{% for x in y %}\n{% if x %}\n{% endfor %}\n{% endblock %}") == [
        Told(
          words: "if", code: "gabarit-bloc-non-ferme", message: "« if » n’est pas fermé",
          help: "ajoutez « {% endif %} »")
      ])
    #expect(
      told("a {{ b\n{% if c %}x{% endif %}").map(\.message) == ["« {{ » n’est pas fermé"])
    #expect(
      told("a {# b").map(\.message) == ["« {# » ouvre un commentaire que rien ne ferme"])
    #expect(
      told("{% if a %}{% endif %}{% endif %}").map(\.message) == ["« endif » n’a rien à fermer"])
  }

  @Test("come all at once")
  func several() {
    let template = "{{ 1 + }}\n{{ 'abc }}\n{% if %}x{% endif %}\n{{ «a» }}\n{% set x %}"
    #expect(
      told(template).map(\.message) == [
        "Ce texte n’est pas fermé", "« «a» » n’est pas un nom", "Il manque une valeur avant « }} »",
        "Il manque une expression avant « %} »", "« set » n’est pas fermé",
      ])
  }

  @Test("say that an import has no context")
  func context() {
    let files = ["m.html": "{% macro m() %}{{ racine }}{% endmacro %}"]
    let template = "{% from 'm.html' import m %}{{ m() }}"
    #expect(
      rendered(template, ["racine": "../"], files: files)
        == "gabarit-variable-inconnue : La variable « racine » ne se voit pas dans un fichier importé sans contexte"
    )
  }

  @Test("give offsets of the file whatever its line ends")
  func lineEnds() {
    let template = "{% if vrai %}\r\n\r\n{{ inconnu }}\r\n{% endif %}"
    #expect(told(template, ["vrai": true]).map(\.words) == ["inconnu"])
  }

  @Test(
    "leave the buffer as it was after an error",
    arguments: [
      "abc{{ x }}", "{% set s %}ab{{ x }}{% endset %}", "abc{% filter upper %}{{ x }}{% endfilter %}",
      "{% macro m() %}{{ x }}{% endmacro %}{% set s = m() %}", "{% import 'b.html' as b %}",
    ])
  func buffer(template: String) {
    var diagnostics: [Diagnostic] = []
    let set = TemplateSet(
      [
        SourceFile(path: "layouts/a.html", text: template),
        SourceFile(path: "layouts/b.html", text: "{{ x }}"),
      ], diagnostics: &diagnostics)
    #expect(diagnostics == [])
    var output: [UInt8] = Array("avant".utf8)
    try? set.render("a.html", Map(), into: &output)
    #expect(output == Array("avant".utf8))
  }

  @Test("come from the filters of other rooms too")
  func filters() throws {
    let filter = Filter("nombre", parameters: ["decimales", "unite"], required: 0) {
      value, arguments throws(FilterFailure) in
      guard case .int(let number) = value else { throw FilterFailure("« nombre » attend un nombre") }
      var text = "\(number)"
      if case .string(let unit)? = arguments[1] { text += "\u{A0}\(unit)" }
      return .string(text)
    }
    var diagnostics: [Diagnostic] = []
    let file = SourceFile(path: "layouts/a.html", text: "{{ n|nombre(unite='<%>') }}{{ t|nombre }}")
    let set = TemplateSet([file], filters: [filter], diagnostics: &diagnostics)
    #expect(diagnostics == [])
    #expect(throws: TemplateError.self) { try set.render("a.html", ["n": 1, "t": "x"]) }
    let good = TemplateSet(
      [SourceFile(path: "layouts/a.html", text: "{{ n|nombre(unite='<%>') }}")], filters: [filter],
      diagnostics: &diagnostics)
    #expect(try good.render("a.html", ["n": 12]) == Array("12\u{A0}&lt;%&gt;".utf8))
  }
}
