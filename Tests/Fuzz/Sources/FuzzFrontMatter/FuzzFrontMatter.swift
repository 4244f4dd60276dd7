import Diagnostics
import FrontMatter
import Fuzzing
import Publication

/// A file as YAML, as the front matter of a section, and as the settings of a publication.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = input(start, count)
  let file = SourceFile(path: "a.yaml", bytes: bytes)
  var diagnostics: [Diagnostic] = []
  if let node = YAMLParser.parse(file, nil, &diagnostics) {
    expectSound(node, in: 0..<bytes.count, depth: 0)
    expectInside(diagnostics, [file])
    if diagnostics.isEmpty { expectSameAsJSON(node) }
    _ = Settings(node, file: file, &diagnostics)
  }
  _ = readFrontMatter(of: file, &diagnostics)
  expectInside(diagnostics, [file])

  let section = SourceFile(path: "b.md", bytes: Array("---\n".utf8) + bytes + Array("\n---\nfin\n".utf8))
  diagnostics = []
  let (node, body) = readFrontMatter(of: section, &diagnostics)
  expect(body <= section.bytes.count, "the body begins after the end")
  var header = Header()
  var fields = Fields(node, of: "la section")
  header.decode(&fields, role: .section)
  fields.finish(&diagnostics)
  expectInside(diagnostics, [section])
  return 0
}

/// Every place stands inside that of what holds it.
private func expectSound(_ node: Node, in range: Range<Int>, depth: Int) {
  let place = node.location.range
  expect(depth <= 128, "too deep")
  expect(range.lowerBound <= place.lowerBound && place.upperBound <= range.upperBound, "\(place) in \(range)")
  if let scalar = node.scalar {
    let whole = node.location(ofText: 0..<scalar.text.utf8.count).range
    expect(whole.upperBound <= range.upperBound, "the text of a scalar is outside")
  }
  for item in node.items ?? [] { expectSound(item, in: range, depth: depth + 1) }
  for entry in node.entries ?? [] {
    expect(entry.keyRange.upperBound <= range.upperBound, "a key is outside")
    expectSound(entry.value, in: range, depth: depth + 1)
  }
  let keys = (node.entries ?? []).map(\.key)
  expect(Set(keys).count == keys.count, "a key stands twice, unreported: \(keys)")
}

/// JSON is the same language: the node written as JSON reads as the node.
private func expectSameAsJSON(_ node: Node) {
  guard isWritable(node) else { return }
  var json = JSONWriter()
  write(node, to: &json)
  var diagnostics: [Diagnostic] = []
  let again = YAMLParser.parse(SourceFile(path: "a.json", bytes: json.bytes), nil, &diagnostics)
  let text = String(decoding: json.bytes, as: UTF8.self)
  expect(diagnostics.isEmpty, "\(diagnostics.first?.message ?? "") in \(text)")
  expect(again.map { isSame(node, $0) } == true, "reads otherwise as \(text)")
}

/// JSON has no absent values, and its keys are texts that are there.
private func isWritable(_ node: Node) -> Bool {
  switch node.content {
  case .scalar: true
  case .empty, .unreadable: false
  case .sequence(let items): items.allSatisfy(isWritable)
  case .mapping(let entries): entries.allSatisfy { isWritable($0.value) }
  }
}

private func write(_ node: Node, to json: inout JSONWriter) {
  switch node.content {
  case .scalar(let scalar): json.string(scalar.text)
  case .sequence(let items): json.array { for item in items { write(item, to: &$0) } }
  case .mapping(let entries):
    json.object { for entry in entries { $0.member(named: entry.key) { write(entry.value, to: &$0) } } }
  case .empty, .unreadable: break
  }
}

private func isSame(_ a: Node, _ b: Node) -> Bool {
  switch (a.content, b.content) {
  case (.scalar(let a), .scalar(let b)): return Array(a.text.utf8) == Array(b.text.utf8)
  case (.sequence(let a), .sequence(let b)):
    return a.count == b.count && zip(a, b).allSatisfy(isSame)
  case (.mapping(let a), .mapping(let b)):
    return a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && isSame($0.value, $1.value) }
  default: return false
  }
}
