import Diagnostics
import FrontMatter
import TestSupport
import Testing

/// Whatever the bytes, reading ends, and every range stands inside the file.
@Suite struct RobustnessTests {
  @Test func survivesAnyBytes() {
    var random = SeededNumbers(seed: 7)
    let meaningful = Array(":-#\"'{}[],\n >|&*!?%\t\\1+~.<@\r\u{A0}é".utf8)
    for _ in 0..<1000 {
      let bytes = (0..<random.below(60)).map { _ in
        random.one(in: 12) ? UInt8(random.below(256)) : meaningful[random.below(meaningful.count)]
      }
      check(SourceFile(path: "a.md", bytes: bytes))
      check(SourceFile(path: "a.md", bytes: Array("---\n".utf8) + bytes + Array("\n---\n".utf8)))
    }
  }

  @Test func survivesEveryPrefixOfGeneratedDocuments() {
    var generator = DocumentGenerator(random: SeededNumbers(seed: 11))
    for _ in 0..<12 {
      let bytes = Array(generator.wellFormed().utf8)
      for length in bytes.indices { check(SourceFile(path: "a.md", bytes: Array(bytes[..<length]))) }
    }
  }

  private func check(_ file: SourceFile) {
    var diagnostics: [Diagnostic] = []
    let whole = YAMLParser.parse(file, nil, &diagnostics)
    let front = readFrontMatter(of: file, &diagnostics)
    let bounds = 0...file.bytes.count
    #expect(bounds.contains(front.body))
    for diagnostic in diagnostics {
      #expect(bounds.contains(diagnostic.location.range.upperBound))
      #expect(!diagnostic.message.isEmpty && diagnostic.severity == .error)
    }
    for node in [whole, front.node] where node != nil { node.map { checkPlaces(in: $0, inside: bounds) } }
  }

  private func checkPlaces(in node: Node, inside bounds: ClosedRange<Int>) {
    #expect(
      bounds.contains(node.location.range.lowerBound) && bounds.contains(node.location.range.upperBound))
    for item in node.items ?? [] { checkPlaces(in: item, inside: bounds) }
    for entry in node.entries ?? [] { checkPlaces(in: entry.value, inside: bounds) }
  }
}
