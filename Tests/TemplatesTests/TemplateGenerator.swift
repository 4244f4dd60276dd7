import TestSupport

/// Writes templates by chance, the same for the same seed: mostly sound, now and then wrong.
struct TemplateGenerator {
  private var numbers: SeededNumbers
  private var depth = 0
  /// Names bound by the template itself, which may or may not be in force.
  private var names: [String] = []
  private var blocks = 0
  private var isInMacro = false

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed &* 0xD134_2543_DE82_EF95 &+ 1) }

  private mutating func below(_ count: Int) -> Int { numbers.below(count) }
  private mutating func chance(_ one: Int) -> Bool { numbers.one(in: one) }
  private mutating func pick<Item>(_ items: [Item]) -> Item { numbers.pick(items) }

  mutating func files() -> [String: String] {
    var files = ["page.html": body(3), "part.html": body(2), "m.html": macros()]
    names = []
    blocks = 0
    var main = ""
    if chance(3) { main += "{% extends \"page.html\" %}\n" }
    if !chance(20) { main += "{% from \"m.html\" import f, g %}\n{% import \"m.html\" as m %}\n" }
    main += body(6)
    files["main.html"] = main
    return files
  }

  private mutating func macros() -> String {
    names = ["a", "b"]
    isInMacro = true
    defer { isInMacro = false }
    return
      "{% macro f(a, b=\(expression())) %}\(body(2)){% endmacro %}{% macro g(a=1) %}<{{ caller(a) if caller else a }}>{% endmacro %}"
  }

  private mutating func body(_ count: Int) -> String {
    (0..<1 + below(count)).map { _ in statement() }.joined()
  }

  // MARK: Statements

  private mutating func statement() -> String {
    depth += 1
    defer { depth -= 1 }
    guard depth < 5 else { return "{{ \(expression()) }}" }
    let margin = pick(["", "  ", "\n", "\n  ", "x ", "{# c #}", "\n\n"])
    let (open, close) = pick([
      ("{%", "%}"), ("{%", "%}"), ("{%-", "%}"), ("{%", "-%}"), ("{%+", "%}"), ("{%", "+%}"),
    ])
    func tag(_ text: String) -> String { "\(open) \(text) \(close)" }
    switch below(isInMacro ? 9 : 14) {
    case 0, 1, 2: return margin + "{{ \(expression()) }}" + pick(["", "\n", " "])
    case 3:
      let otherwise = chance(2) ? tag("else") + body(2) : (chance(3) ? tag("elif \(truth())") + body(2) : "")
      return margin + tag("if \(truth())") + body(2) + otherwise + tag("endif")
    case 4: return margin + loop(tag)
    case 5, 6:
      let name = pick(["v", "w", "x", "y"])
      let value = expression()
      names.append(name)
      if chance(4) { return margin + tag("set \(name)") + body(2) + tag("endset") }
      return margin + tag("set \(name) = \(value)")
    case 7:
      let name = pick(["v", "w", "y"])
      let value = expression()
      names.append(name)
      return margin + tag("with \(name) = \(value)") + body(2) + tag("endwith")
    case 8:
      return margin + tag("filter \(pick(["upper", "trim", "replace('a', '<')", "lower|title"]))") + body(2)
        + tag("endfilter")
    case 9:
      blocks += 1
      let name = chance(2) ? "b\(blocks)" : "c\(blocks)"
      return margin + tag("block \(name)\(pick(["", "", " scoped"]))") + body(2)
        + (chance(12) ? "{{ super() }}" : "")
        + tag("endblock")
    case 10: return margin + tag("include \"part.html\"\(pick(["", "", " ignore missing"]))")
    case 11:
      let name = pick(["h", "k"])
      let parameters = pick(["", "p", "p, q=\(expression())", "p=1"])
      let bound = names
      names += ["p", "q"]
      isInMacro = true
      let inside = body(2)
      isInMacro = false
      names = bound + [name]
      return margin + tag("macro \(name)(\(parameters))") + inside + tag("endmacro")
        + "{{ \(name)(\(pick(["", "1", "p=2", expression()]))) }}"
    case 12 where depth < 3:
      return margin + tag("call(z) g(\(number()))") + "{{ z }}" + body(1) + tag("endcall")
    default:
      return margin
        + "{{ g is defined and \(pick(["f(1)", "m.f(\(number()), b=2)", "g(\(number()))", "m.g()"])) }}"
    }
  }

  private mutating func loop(_ tag: (String) -> String) -> String {
    let bound = names
    defer { names = bound }
    let otherwise = chance(4) ? tag("else") + body(1) : ""
    if chance(3) {
      names += ["k", "v"]
      let items = pick(["objet.items()", "paires", "objet|dictsort", "{'a': 1, 'b': titre}.items()"])
      return tag("for k, v in \(items)") + "{{ k }}" + body(2) + otherwise + tag("endfor")
    }
    let name = pick(["i", "v", "s"])
    let items = pick(["liste", "mots", "sections", "lettres[:3]", "range(3)", "liste_vide", list()])
    names += [name, "loop"]
    let condition = chance(4) ? " if \(pick([name, "loop is defined", "\(name) != 1", truth()]))" : ""
    let index =
      chance(2) ? "{{ loop.\(pick(["index", "first", "last", "revindex", "length", "index0"])) }}" : ""
    return tag("for \(name) in \(items)\(condition)") + index + body(2) + otherwise + tag("endfor")
  }

  // MARK: Expressions

  /// Numbers and texts do not mix freely: each kind is asked for by name, and one time in some hundred it is another.
  private mutating func expression() -> String {
    switch below(200) {
    case 0:
      pick([
        "inconnu", "objet.absent", "rien.x", "liste[9]", "1 + 'a'", "liste_vide|first", "n / zero", "-titre",
      ])
    case 1..<60: number()
    case 60..<120: text()
    case 120..<150: truth()
    case 150..<175: list()
    default: anything()
    }
  }

  private mutating func anything() -> String {
    if !names.isEmpty, !chance(3) {
      let name = pick(names)
      return name == "loop" ? "loop.index" : "\(name)|default('?')"
    }
    return pick([
      "rien", "vrai", "objet", "objet.absent|default('x')", "mixte", "none", "inconnu|d(4)", "sections[0]",
    ])
  }

  private mutating func nested(_ leaf: [String], _ make: (inout TemplateGenerator) -> String) -> String {
    depth += 1
    defer { depth -= 1 }
    return depth > 7 || chance(2) ? pick(leaf) : make(&self)
  }

  private mutating func number() -> String {
    nested([
      "zero", "un", "n", "moins", "pi", "demi", "1", "2.5", "10", "liste[1]", "sections[1].poids", "0",
      "true",
    ]) { g in
      switch g.below(9) {
      case 0, 1: "(\(g.number()) \(g.pick(["+", "-", "*"])) \(g.number()))"
      case 2: "\(g.number()) \(g.pick(["//", "%", "/"])) \(g.pick(["2", "3.5", "-7", "n"]))"
      case 3: "-\(g.pick(["n", "pi", "2"]))"
      case 4:
        "(\(g.number()))|\(g.pick(["abs", "round(1)", "int", "float", "round|int", "default(5)", "d(1, true)"]))"
      case 5: "(\(g.list()))|length"
      case 6: "(\(g.text()))|\(g.pick(["length", "wordcount", "int", "float(2)"]))"
      case 7: "(\(g.number()) if \(g.truth()) else \(g.number()))"
      default: g.pick(["liste|sum", "liste|max", "[1, 2.5]|min", "sections|sum(attribute='numero')"])
      }
    }
  }

  private mutating func text() -> String {
    nested([
      "titre", "html", "vide", "'a<b'", "\"é\"", "objet.cle", "publication.organisme.sigle", "mots[-1]",
      "titre[1:4]",
      "texte", "sections[0].titre",
    ]) { g in
      switch g.below(9) {
      case 0, 1: "\(g.text()) ~ \(g.pick([g.number(), g.text(), "rien", "html"]))"
      case 2: "(\(g.text()) + \(g.pick(["'<i>'", "html", "titre"])))"
      case 3, 4, 5: "(\(g.text()))|\(g.textFilter())"
      case 6: "(\(g.list()))|\(g.pick(["join(', ')", "join('<')", "join(html)", "string", "tojson"]))"
      case 7: "(\(g.text()) if \(g.truth())\(g.chance(6) ? "" : " else \(g.text())"))"
      default: "(\(g.text()) \(g.pick(["or", "and"])) \(g.text()))"
      }
    }
  }

  private mutating func textFilter() -> String {
    pick([
      "upper", "lower", "title", "capitalize", "trim", "e", "safe", "string", "default('d')",
      "default(1, true)|string",
      "replace('e', '<')", "replace('<', html)", "truncate(5, true)", "truncate(8)", "urlencode", "tojson",
      "striptags",
      "forceescape", "center(9)", "first|default('')", "reverse", "indent", "indent(2, true)", "escape|upper",
      "list|join('.')", "batch(3)|map('join')|join('/')", "trim('L')",
    ])
  }

  private mutating func truth() -> String {
    nested(["vrai", "faux", "rien", "vide", "titre", "zero", "n", "liste", "liste_vide", "objet"]) { g in
      switch g.below(8) {
      case 0: "(\(g.number()) \(g.pick(["<", ">=", "==", "!=", "<=", ">"])) \(g.number()))"
      case 1: "(\(g.text()) \(g.pick(["==", "<", "in", "not in"])) \(g.text()))"
      case 2: "(\(g.pick([g.number(), "'a'"])) in \(g.list()))"
      case 3: "(\(g.truth()) \(g.pick(["and", "or"])) \(g.truth()))"
      case 4: "(not \(g.truth()))"
      case 5:
        "(\(g.pick(["inconnu", "objet.x", "n", "titre", "loop", "x", "v"])) is \(g.pick(["", "not "]))defined)"
      case 6:
        "((\(g.pick([g.number(), g.text(), g.list(), "rien"]))) is \(g.pick(["none", "string", "number", "mapping", "eq 1", "in [1, 'a']", "sequence", "not none", "iterable"])))"
      default: "(\(g.number()) < \(g.number()) < \(g.number()))"
      }
    }
  }

  private mutating func list() -> String {
    nested(["liste", "mots", "liste_vide", "lettres", "range(4)|list", "[3, 1]"]) { g in
      switch g.below(6) {
      case 0: "[\(g.expression()), \(g.expression())]"
      case 1:
        "mots|\(g.pick(["sort", "unique|list", "map('upper')|list", "reverse|list", "batch(2)|list", "slice(2)|list", "select('lower')|list"]))"
      case 2:
        "sections|\(g.pick(["map(attribute='titre')|list", "selectattr('publie')|map(attribute='numero')|list", "sort(attribute='numero')|map(attribute='url')|list"]))"
      case 3:
        "liste|\(g.pick(["sort(reverse=true)", "select('odd')|list", "reject('gt', 2)|list", "map('string')|list"]))"
      case 4: "(\(g.list()))[\(g.pick(["1:", ":2", "::-1", "-1:"]))]"
      default: "(\(g.list()) + \(g.list()))"
      }
    }
  }
}
