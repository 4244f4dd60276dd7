import Diagnostics
import FrenchText

/// Takes `{#id}` out of headings and gives every heading its anchor.
struct HeadingAnchors {
  /// The node that made an identifier, for the note beside a second one.
  private var explicit: [String: Range<Int>] = [:]

  /// Reads the `{#id}` at the end of the heading that is the last block of the document, and removes it from its text.
  mutating func readExplicit(_ document: inout DocumentDraft, heading: Int, diagnostics: inout [Diagnostic]) {
    let last = document.nodes.count - 1
    guard document.nodes[last].kind == .text else { return }
    let node = document.nodes[last]
    let text = document.slice(node.text)
    guard text.last == UInt8(ascii: "}"), let brace = text.lastIndex(of: UInt8(ascii: "{")),
      text[(brace + 1)...].first(where: { !$0.isBlank }) == UInt8(ascii: "#")
    else { return }
    let width = text.endIndex - brace
    let range = node.range.upperBound - width..<node.range.upperBound
    let inside = text[(brace + 1)...].dropLast()
    let name = inside.dropFirst()
    if inside.first == UInt8(ascii: "#"), !name.isEmpty, name.allSatisfy(Self.isNameByte) {
      let anchor = String(decoding: name, as: UTF8.self)
      document.headings[heading].anchor = anchor
      document.headings[heading].explicitAnchor = range
      add(anchor, range.lowerBound + 2..<range.upperBound - 1, document, &diagnostics)
    } else {
      diagnostics.append(
        Diagnostic(
          MarkdownCode.anchorSyntax, at: document.file.location(range),
          "Ancre « \(String(decoding: text[brace...], as: UTF8.self)) » mal écrite",
          help: "écrivez `{#mon-ancre}` : lettres, chiffres, tirets, sans espace"))
    }
    var end = brace
    while end > text.startIndex, text[end - 1].isBlank { end -= 1 }
    let left = end - text.startIndex
    document.nodes[last].text = node.text.lowerBound..<node.text.lowerBound + left
    if node.range.count == node.text.count {
      document.nodes[last].range = node.range.lowerBound..<node.range.lowerBound + left
    }
  }

  /// What anchors and identifiers of blocks are made of; the latter name files.
  static func isNameByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
      || byte >= 0x80
      || byte == UInt8(ascii: ".")
  }

  private mutating func add(
    _ anchor: String, _ range: Range<Int>, _ document: DocumentDraft, _ diagnostics: inout [Diagnostic]
  ) {
    if let first = explicit[anchor] {
      diagnostics.append(
        Diagnostic(
          MarkdownCode.duplicateAnchor, at: document.file.location(range), "Ancre « \(anchor) » déjà prise",
          help: "donnez un autre nom à l’une des deux",
          notes: [.init("première fois", at: document.file.location(first))]))
    } else {
      explicit[anchor] = range
    }
  }

  private func reportReserved(
    _ anchor: String, _ range: Range<Int>, _ document: DocumentDraft, _ diagnostics: inout [Diagnostic]
  ) {
    diagnostics.append(
      Diagnostic(
        MarkdownCode.reservedAnchor, at: document.file.location(range),
        "Ancre « \(anchor) » réservée à ce que la page place elle-même",
        help: "écrivez `{#\(ReservedAnchors.clear(anchor))}`, ou retirez l’ancre"))
  }

  /// Gives the headings without `{#id}` the slug of their text, with `-2` for a second, clear of what the page places.
  mutating func complete(_ document: inout DocumentDraft, diagnostics: inout [Diagnostic]) {
    for directive in document.directives {
      if let id = directive.id, let range = directive.idRange { add(id, range, document, &diagnostics) }
    }
    let blocks = Set(document.directives.compactMap { block in block.id.map { "\(block.name)-\($0)" } })
    let isTaken = { (anchor: String) in ReservedAnchors.hold(anchor) || blocks.contains(anchor) }
    for anchor in document.headings.lazy.map(\.anchor) where !anchor.isEmpty && isTaken(anchor) {
      if let range = explicit[anchor] { reportReserved(anchor, range, document, &diagnostics) }
    }
    // The last number given after each name that is not the first of its kind.
    var counts: [String: Int] = [:]
    var used = blocks.union(explicit.keys)
    for i in document.headings.indices where document.headings[i].explicitAnchor == nil {
      let name = slug(document.plainText(of: document.headings[i].node))
      let base = name.isEmpty ? "section" : isTaken(name) ? ReservedAnchors.clear(name) : name
      var anchor = base
      if !used.insert(base).inserted {
        var count = counts[base, default: 1]
        repeat {
          count += 1
          anchor = "\(base)-\(count)"
        } while !used.insert(anchor).inserted
        counts[base] = count
      }
      document.headings[i].anchor = anchor
    }
  }
}
