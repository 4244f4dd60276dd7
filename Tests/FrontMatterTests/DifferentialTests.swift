import Diagnostics
import Foundation
import FrontMatter
import TestSupport
import Testing

/// Whatever we accept, PyYAML reads the same (`Tests/Tools/yaml_reference.py`); what it says of what we refuse does
/// not matter.
@Suite struct DifferentialTests {
  @Test(.enabled(if: Python.isAvailable)) func readsWhatItAcceptsAsPyYAMLDoes() throws {
    var generator = DocumentGenerator(random: SeededNumbers(seed: 2024))
    let count = Int(ProcessInfo.processInfo.environment["YAML_DOCUMENTS"] ?? "") ?? 5000
    let documents = (0..<count).map { _ in generator.document() }
    let reference = try Python.run("yaml_reference.py", on: documents) as [[String]]
    try #require(reference.count == documents.count)
    var accepted = 0
    var differences: [String] = []
    for (document, expected) in zip(documents, reference) {
      let (node, diagnostics) = parse(document)
      guard diagnostics.isEmpty else { continue }
      accepted += 1
      let ours = node?.canonical() ?? "nil"
      if !expected.contains(ours) {
        differences.append(
          "\(document.debugDescription)\n  ours:   \(ours)\n  theirs: \(expected)")
      }
    }
    #expect(
      differences.isEmpty,
      "\(differences.count) of \(accepted):\n\(differences.prefix(12).joined(separator: "\n"))")
    #expect(accepted > count / 4, "only \(accepted) of \(count) documents were accepted")
  }
}

extension Node {
  /// The same words as `canonical` in `yaml_reference.py`.
  func canonical() -> String {
    switch content {
    case .scalar(let scalar): scalar.text.isEmpty && scalar.style == .plain ? "~" : dump(scalar.text)
    case .mapping(let entries):
      "{" + entries.map { "\($0.key.isEmpty ? "0:" : dump($0.key))=\($0.value.canonical())," }.joined() + "}"
    case .sequence(let items): "[" + items.map { $0.canonical() + "," }.joined() + "]"
    case .empty: "~"
    case .unreadable: "?"
    }
  }

  private func dump(_ text: String) -> String { "\(text.utf8.count):\(text)" }
}
