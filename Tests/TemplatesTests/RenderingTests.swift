import Diagnostics
import Testing

@testable import Templates

/// Compiles one file and renders it.
func rendered(_ template: String, _ context: Map = Map(), files: [String: String] = [:]) -> String {
  var diagnostics: [Diagnostic] = []
  var sources = files.sorted { $0.key < $1.key }.map { SourceFile(path: "layouts/\($0.key)", text: $0.value) }
  sources.append(SourceFile(path: "layouts/essai.html", text: template))
  let set = TemplateSet(sources, diagnostics: &diagnostics)
  if let first = diagnostics.first { return "\(first.code) : \(first.message)" }
  do {
    return String(decoding: try set.render("essai.html", context), as: UTF8.self)
  } catch {
    return "\(error.diagnostic.code) : \(error.diagnostic.message)"
  }
}

@Suite("Rendering")
struct RenderingTests {
  @Test("writes text and escaped values")
  func values() {
    let context: Map = ["titre": "L'été & <la mer>", "corps": .html("<p>é</p>"), "n": 12]
    #expect(
      rendered("<h1>{{ titre }}</h1>{{ corps }}{{ n }}", context)
        == "<h1>L&#39;été &amp; &lt;la mer&gt;</h1><p>é</p>12")
  }

  @Test("hands a long page on piece by piece, captures whole")
  func pieces() throws {
    let template = """
      {% set held %}{% for i in items %}{{ i }},{% endfor %}{% endset %}<{% for i in items %}{{ i }};{% endfor %}>{{ held }}
      """
    var diagnostics: [Diagnostic] = []
    let set = TemplateSet([SourceFile(path: "layouts/a.html", text: template)], diagnostics: &diagnostics)
    let context: Map = [
      "items": .list(Array(repeating: .string(String(repeating: "é", count: 50_000)), count: 9))
    ]
    var pieces: [[UInt8]] = []
    try set.render("a.html", context) { pieces.append($0) }
    #expect(pieces.map(\.count) == [300_004, 300_003, 300_003, 900_010])
    #expect(try pieces.reduce([], +) == set.render("a.html", context))
  }

  @Test("goes through loops, conditions, macros, blocks and files")
  func statements() {
    let files = [
      "page.html": "<title>{% block titre %}Bilan{% endblock %}</title>\n{% block corps %}{% endblock %}",
      "m.html": "{% macro lien(url, texte='ici') %}<a href=\"{{ url }}\">{{ texte }}</a>{% endmacro %}",
    ]
    let template = """
      {% extends "page.html" %}
      {% from "m.html" import lien %}
      {% block titre %}{{ super() }} 2025{% endblock %}
      {% block corps %}
        {% for k, v in objet.items() if v %}
      {{ loop.index }}/{{ loop.length }} {{ k }}={{ v }}{{ ", " if not loop.last }}
        {% else %}
      rien
        {% endfor %}
        {{ lien('a.html') }}{{ lien(texte='<b>', url='b') }}
      {% endblock %}
      """
    #expect(
      rendered(template, ["objet": ["a": 1, "b": 0, "c": "x"]], files: files)
        == "<title>Bilan 2025</title>\n1/2 a=1, \n2/2 c=x\n  <a href=\"a.html\">ici</a><a href=\"b\">&lt;b&gt;</a>\n"
    )
  }
}
