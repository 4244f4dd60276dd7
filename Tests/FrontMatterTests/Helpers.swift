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
