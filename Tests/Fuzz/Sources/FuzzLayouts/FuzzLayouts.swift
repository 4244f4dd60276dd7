import Diagnostics
import Fuzzing
import Templates

/// A layout, with a second one to include, import or extend; both are compiled and rendered.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let file = SourceFile(path: "layouts/a.html", bytes: input(start, count))
  var diagnostics: [Diagnostic] = []
  let set = TemplateSet([file, base], diagnostics: &diagnostics)
  expectInside(diagnostics, [file])
  guard diagnostics.isEmpty else { return 0 }
  let first = page(set, file)
  expect(first == page(set, file), "rendered twice, twofold")
  // Values come out escaped unless the layout says otherwise.
  if let first, !isTrusting(file.bytes) {
    expect(!String(decoding: first, as: UTF8.self).contains("<i\u{1}"), "a value came out as HTML")
  }
  return 0
}

private func page(_ set: TemplateSet, _ file: SourceFile) -> [UInt8]? {
  do throws(TemplateError) {
    return try set.render("a.html", context)
  } catch {
    expectInside([error.diagnostic], [file])
    return nil
  }
}

/// `safe` and the like hand over values as they are; `autoescape` blocks too.
private func isTrusting(_ bytes: [UInt8]) -> Bool {
  let text = String(decoding: bytes, as: UTF8.self)
  return ["safe", "escape", "Markup", "<i", "e"].contains { word in
    word == "e" ? text.contains("|e") || text.contains("| e") : text.contains(word)
  }
}

private let base = SourceFile(
  path: "layouts/base.html",
  text:
    "{% macro m(x) %}[{{ x }}{{ caller() if caller else '' }}]{% endmacro %}<p>{% block b %}{{ titre }}{% endblock %}</p>"
)

private let context: Map = [
  "titre": "L'été & <i\u{1}>", "n": 42, "pi": 3.25, "vrai": true, "rien": .none,
  "liste": [3, "1", "<i\u{1}>", .none],
  "objet": ["cle": "<i\u{1}>", "b": [1, 2]], "html": .html("<em>déjà</em>"),
  "sections": [["titre": "Pix", "poids": 2.5], ["titre": "<i\u{1}>", "poids": .none]],
]
