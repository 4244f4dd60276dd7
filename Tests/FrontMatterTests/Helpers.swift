import Diagnostics
import FrontMatter

func parse(_ text: String) -> (node: Node?, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let node = YAMLParser.parse(SourceFile(path: "a.yaml", text: text), nil, &diagnostics)
  return (node, diagnostics)
}

extension Node {
  /// The tree on one line: texts in « », nothing as `~`, what could not be read as `?`.
  func dump() -> String {
    switch content {
    case .scalar(let scalar): "«\(scalar.text)»"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.dump())" }.joined(separator: ", ") + "}"
    case .sequence(let items): "[" + items.map { $0.dump() }.joined(separator: ", ") + "]"
    case .empty: "~"
    case .unreadable: "?"
    }
  }
}

/// Diagnostics as one reads them: `line:column ‹what is underlined› code: message (help)`.
func shown(_ diagnostics: [Diagnostic], in text: String) -> [String] {
  let bytes = Array(text.utf8)
  let table = LineTable(bytes)
  return diagnostics.map { diagnostic in
    let range = diagnostic.location.range
    let place = table.position(of: range.lowerBound)
    let help = diagnostic.help.map { " (\($0))" } ?? ""
    return "\(place.line):\(place.column) ‹\(String(decoding: bytes[range], as: UTF8.self))› "
      + "\(diagnostic.code): \(diagnostic.message)\(help)"
  }
}

func faults(_ text: String) -> [String] { shown(parse(text).diagnostics, in: text) }

/// Reads what must be faultless.
func dump(_ text: String) -> String {
  let (node, diagnostics) = parse(text)
  return diagnostics.isEmpty ? node?.dump() ?? "nil" : shown(diagnostics, in: text).joined(separator: "\n")
}
