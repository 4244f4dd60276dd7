import CCmarkGFM
import Diagnostics

/// The tree that cmark-gfm made, which whoever makes it frees.
struct CMarkTree {
  /// A note where it is written, before cmark drops those that nothing calls.
  private struct Definition {
    let line: Int32
    let label: String
  }

  let root: UnsafeMutablePointer<cmark_node>
  private let definitions: [Definition]
  private let memory: CMarkMemory

  init?(_ bytes: UnsafeBufferPointer<UInt8>, from offset: Int, isPlain: Bool) {
    let body = UnsafeBufferPointer(rebasing: bytes[min(offset, bytes.count)...])
    let mayHoldNotes = body.holds("[^")
    // With source positions, cmark keeps count of lines inside code and HTML that span several. For notes it walks the
    // whole tree.
    let options = CMARK_OPT_SOURCEPOS | (mayHoldNotes ? CMARK_OPT_FOOTNOTES : 0)
    memory = CMarkMemory()
    guard let parser = cmark_parser_new_with_mem(options, memory.functions) else {
      memory.free()
      return nil
    }
    CMarkExtensions.shared.attach(to: parser, for: body, isPlain: isPlain)
    if let base = bytes.baseAddress, bytes.count > offset {
      base.withMemoryRebound(to: CChar.self, capacity: bytes.count) {
        cmark_parser_feed(parser, $0 + offset, bytes.count - offset)
      }
    }
    definitions = mayHoldNotes && !isPlain ? parser.pointee.root.map(Self.collect) ?? [] : []
    guard let root = cmark_parser_finish(parser) else {
      memory.free()
      return nil
    }
    self.root = root
  }

  /// Frees the parser too, all of which lies in the same memory.
  func free() { memory.free() }

  /// All notes of the blocks read so far, inlines not yet among them.
  private static func collect(_ root: UnsafeMutablePointer<cmark_node>) -> [Definition] {
    let kinds = CMarkExtensions.shared.kinds
    var found: [Definition] = []
    var node = root
    while true {
      if kinds[node.pointee.type] == .footnoteDefinition, let data = node.pointee.as.literal.data {
        let label = UnsafeBufferPointer(start: data, count: Int(node.pointee.as.literal.len))
        found.append(Definition(line: node.pointee.start_line, label: String(decoding: label, as: UTF8.self)))
      }
      if let child = node.pointee.first_child {
        node = child
        continue
      }
      while node != root, node.pointee.next == nil, let parent = node.pointee.parent { node = parent }
      guard node != root, let next = node.pointee.next else { return found }
      node = next
    }
  }

  /// Speaks of the notes that are written and not in the document: nothing calls them, or another has their name.
  func reportUnusedFootnotes(
    _ document: DocumentDraft, _ lines: SourceLines, _ diagnostics: inout [Diagnostic]
  ) {
    guard !definitions.isEmpty else { return }
    let used = Set(document.footnotes.map { lines.index(of: document.nodes[$0.node].range.lowerBound) })
    let labels = Set(document.footnotes.map { $0.label.lowercased() })
    for definition in definitions where !used.contains(Int(definition.line)) {
      let label = definition.label
      let location = document.file.location(place(of: definition, document, lines))
      if labels.contains(label.lowercased()) {
        diagnostics.append(
          Diagnostic(
            MarkdownCode.duplicateFootnote, at: location, "Seconde note « \(label) »",
            help: "donnez-lui un autre nom"))
      } else {
        diagnostics.append(
          Diagnostic(
            MarkdownCode.unusedFootnote, at: location, "Note « \(label) » que rien n’appelle",
            help: "écrivez `[^\(label)]` là où elle s’applique, ou supprimez-la"))
      }
    }
  }

  /// From the `[^` of its line to the bracket that closes it.
  private func place(of definition: Definition, _ document: DocumentDraft, _ lines: SourceLines) -> Range<Int>
  {
    let start = lines.start(ofLine: Int(definition.line))
    let line = document.file.bytes[start..<max(start, lines.start(ofLine: Int(definition.line) + 1))]
    let open = line.firstIndex(of: UInt8(ascii: "[")) ?? start
    let close = line[open...].firstIndex(of: UInt8(ascii: "]")) ?? open
    return open..<min(close + 1, document.file.bytes.count)
  }
}
