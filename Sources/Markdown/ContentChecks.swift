import Diagnostics

/// What an editor's text may not hold: raw HTML, dangerous addresses, pictures without words, calls without notes.
/// Each check sees one block of text right after it was converted, while it is the last of the document.
struct ContentChecks {
  private let options: MarkdownOptions
  /// What a text can only be suspected of if the file holds it somewhere.
  private let hasCalls: Bool
  private let hasFences: Bool
  private let hasReferences: Bool
  private var lastLevel = 1
  /// The tags of the current block that were reported: their closing ones are not.
  private var reportedTags: [String] = []
  private var guesses = Guesses()
  /// A line such as `:: focus`, one colon short of opening a block.
  private var shortFence: (location: SourceLocation, name: String)?

  init(_ source: UnsafeBufferPointer<UInt8>, from offset: Int, _ options: MarkdownOptions) {
    self.options = options
    let body = UnsafeBufferPointer(rebasing: source[offset...])
    hasCalls = !options.isPlain && body.holds("[^")
    hasFences = !options.isPlain && body.holds(":::")
    // A keyboard that puts capitals after a colon writes `:Chiffre`.
    hasReferences = !options.isPlain && (body.holds(":c") || body.holds(":C"))
  }

  mutating func check(_ document: inout DocumentDraft, block: Int, diagnostics: inout [Diagnostic]) {
    if !reportedTags.isEmpty { reportedTags.removeAll(keepingCapacity: true) }
    var inCell = false
    if case .tableCell = document.nodes[block].kind { inCell = true }
    for i in block + 1..<max(block + 1, document.nodes.count) {
      switch document.nodes[i].kind {
      case .text: checkText(document, i, follows: block, diagnostics: &diagnostics)
      case .link(let link): checkAddress(&document, i, Int(link), isImage: false, diagnostics: &diagnostics)
      case .image(let link):
        checkAddress(&document, i, Int(link), isImage: true, diagnostics: &diagnostics)
        checkAlternative(document, i, diagnostics: &diagnostics)
      case .htmlInline: checkHTML(&document, i, inCell: inCell, diagnostics: &diagnostics)
      default: break
      }
    }
  }

  // MARK: Headings

  mutating func checkLevel(
    _ level: Int, _ document: DocumentDraft, _ isInDirective: Bool, diagnostics: inout [Diagnostic]
  ) {
    let location = document.location(of: document.nodes.count - 1)
    if level == 1 {
      diagnostics.append(
        Diagnostic(
          MarkdownCode.titleInBody, at: location, "Titre de niveau 1 dans le texte",
          help: "le titre de la page est sa clé `titre` ; commencez ici par `##`"))
    }
    // Inside a block, levels count from the block's own.
    guard !isInDirective else { return }
    if level > lastLevel + 1 {
      let expected = String(repeating: "#", count: lastLevel + 1)
      diagnostics.append(
        Diagnostic(
          MarkdownCode.skippedLevel, at: location,
          "Titre de niveau \(level) après un titre de niveau \(lastLevel)",
          help: "écrivez `\(expected)`"))
    }
    lastLevel = level
  }

  /// A heading is what a screen reader lists and the summary shows: without words it is neither.
  func checkHeadingText(_ document: DocumentDraft, heading block: Int, diagnostics: inout [Diagnostic]) {
    let isEmpty = document.nodes[(block + 1)...].allSatisfy { node in
      switch node.kind {
      case .text:
        document.string(node.text).unicodeScalars
          .allSatisfy(\.properties.isWhitespace)
      case .htmlInline, .emphasis, .strong, .link, .softBreak, .lineBreak: true
      default: false
      }
    }
    guard isEmpty else { return }
    diagnostics.append(
      Diagnostic(
        MarkdownCode.emptyHeading, at: document.file.location(document.nodes[block].range),
        "Titre sans texte",
        help: "écrivez le titre après les dièses : `## Les écoles`, ou supprimez cette ligne"))
  }

  // MARK: Texts

  private mutating func checkText(
    _ document: DocumentDraft, _ index: Int, follows block: Int, diagnostics: inout [Diagnostic]
  ) {
    guard hasCalls || hasFences || hasReferences else { return }
    let node = document.nodes[index]
    // Escaped, the signs are meant as they stand.
    guard node.range.count == node.text.count, document.withBytes(of: node.text, mayHoldSign) else { return }
    let text = document.slice(node.text)
    if hasCalls { checkCalls(document, node, text, &diagnostics) }
    if hasReferences { checkReferences(document, node, text, &diagnostics) }
    guard hasFences, index == block + 1 || isBreak(document.nodes[index - 1].kind) else { return }
    guard text.first == UInt8(ascii: ":") else { return }
    if text.starts(with: ":::".utf8) {
      reportFence(document, node, text, &diagnostics)
    } else if text.starts(with: ":: ".utf8) {
      let name = text.dropFirst(3).prefix { $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
      let location = document.file.location(node.range)
      shortFence = name.isEmpty ? nil : (location, String(decoding: name, as: UTF8.self))
    }
  }

  /// Whether a text holds what calls, references or fences begin with: most hold none.
  private func mayHoldSign(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    hasCalls && text.holds("[^") || (hasFences || hasReferences) && text.holds(":")
  }

  private func isBreak(_ kind: Kind) -> Bool { kind == .softBreak || kind == .lineBreak }

  private mutating func checkCalls(
    _ document: DocumentDraft, _ node: Node, _ text: ArraySlice<UInt8>, _ diagnostics: inout [Diagnostic]
  ) {
    var i = text.startIndex
    while i + 2 < text.endIndex {
      guard text[i] == UInt8(ascii: "["), text[i + 1] == UInt8(ascii: "^") else {
        i += 1
        continue
      }
      guard let end = text[(i + 2)...].prefix(200).firstIndex(of: UInt8(ascii: "]")), end > i + 2,
        !text[(i + 2)..<end].contains(.space)
      else {
        i += 2
        continue
      }
      let label = String(decoding: text[(i + 2)..<end], as: UTF8.self)
      let start = node.range.lowerBound + i - text.startIndex
      let meant = guesses.nearest(to: label, in: document.footnotes.map(\.label))
      diagnostics.append(
        Diagnostic(
          MarkdownCode.missingFootnote, at: document.file.location(start..<start + end + 1 - i),
          "Appel de la note « \(label) », qui n’existe pas",
          help: meant.map { "vouliez-vous `[^\($0)]` ?" } ?? "ajoutez `[^\(label)]: …` à la fin du texte"))
      i = end + 1
    }
  }

  private func checkReferences(
    _ document: DocumentDraft, _ node: Node, _ text: ArraySlice<UInt8>, _ diagnostics: inout [Diagnostic]
  ) {
    var i = text.startIndex
    while let colon = text.firstIndex(of: UInt8(ascii: ":"), from: i) {
      i = colon + 1
      guard i < text.endIndex, text[i] | 0x20 == UInt8(ascii: "c") else { continue }
      let rest = text[colon...]
      let word = String(decoding: rest.prefix(8), as: UTF8.self)
      guard [":chiffre", ":cellule"].contains(word.lowercased()), rest.count > 8 else { continue }
      let start = node.range.lowerBound + colon - text.startIndex
      let next = rest[colon + 8]
      if word != word.lowercased(), next == UInt8(ascii: "[") {
        diagnostics.append(
          Diagnostic(
            MarkdownCode.referenceSyntax, at: document.file.location(start..<start + 8),
            "Un renvoi s’écrit en minuscules", help: "écrivez `\(word.lowercased())[identifiant]`"))
        continue
      }
      if next == UInt8(ascii: "(") || next == UInt8(ascii: "{") {
        diagnostics.append(
          Diagnostic(
            MarkdownCode.referenceSyntax, at: document.file.location(start..<start + 9),
            "Un renvoi se met entre crochets", help: "écrivez `\(word.lowercased())[identifiant]`"))
      }
      guard next == UInt8(ascii: "[") else { continue }
      diagnostics.append(
        Diagnostic(
          MarkdownCode.referenceSyntax, at: document.file.location(start..<start + 9),
          "Renvoi sans crochet fermant sur sa ligne", help: "écrivez `:chiffre[identifiant]`"))
    }
  }

  private mutating func reportFence(
    _ document: DocumentDraft, _ node: Node, _ text: ArraySlice<UInt8>, _ diagnostics: inout [Diagnostic]
  ) {
    let location = document.file.location(node.range)
    let isClosing = text.allSatisfy { $0 == UInt8(ascii: ":") || $0.isBlank }
    if isClosing, let short = shortFence {
      shortFence = nil
      diagnostics.append(
        Diagnostic(
          MarkdownCode.strayFence, at: short.location, "Il manque un deux-points à l’ouverture de ce bloc",
          help: "écrivez `::: \(short.name)`", notes: [.init("sa clôture est ici", at: location)]))
    } else if isClosing {
      diagnostics.append(
        Diagnostic(
          MarkdownCode.strayFence, at: location, "Clôture « ::: » sans bloc ouvert",
          help: "supprimez cette ligne, ou ouvrez le bloc par `::: nom`"))
    } else {
      diagnostics.append(
        Diagnostic(
          MarkdownCode.tooDeep, at: location,
          "Plus de \(DirectiveExtension.deepest) blocs les uns dans les autres",
          help: "fermez les blocs précédents par `:::`"))
    }
  }

  // MARK: Links and images

  private func checkAddress(
    _ document: inout DocumentDraft, _ index: Int, _ link: Int, isImage: Bool, diagnostics: inout [Diagnostic]
  ) {
    let address = document.slice(document.links[link].destination)
    guard let fault = AddressCheck.fault(of: address, isImage: isImage) else { return }
    let location = document.location(of: index)
    switch fault {
    case .computer:
      diagnostics.append(
        Diagnostic(
          MarkdownCode.dangerousAddress, at: location, "Adresse d’un fichier de votre ordinateur",
          help: "placez le fichier dans `content/` et donnez son chemin depuis cette page"))
    case .scheme(let scheme):
      diagnostics.append(
        Diagnostic(
          MarkdownCode.dangerousAddress, at: location, "Adresse « \(scheme.prefix(40)): » refusée",
          help:
            "une adresse commence par `https://` ou `mailto:`, ou est le chemin d’un fichier de `content/`"))
    }
    document.links[link].destination = 0..<0
  }

  private func checkAlternative(_ document: DocumentDraft, _ index: Int, diagnostics: inout [Diagnostic]) {
    guard document.plainBytes(of: index).allSatisfy({ $0.isBlank || $0.isLineEnd }) else { return }
    diagnostics.append(
      Diagnostic(
        MarkdownCode.missingAlternative, at: document.location(of: index), "Image sans texte alternatif",
        help: "dites entre les crochets ce que l’image montre : `![Une classe au planétarium](…)`"))
  }

  // MARK: HTML

  mutating func checkHTML(
    _ document: inout DocumentDraft, _ index: Int, inCell: Bool, diagnostics: inout [Diagnostic]
  ) {
    guard options.rawHTML != .allowed else { return }
    let tag = RawTag(document.text(of: index))
    document.nodes[index].text = 0..<0
    if tag.isComment { return }
    if inCell, tag.name == "br" {
      document.nodes[index].kind = .lineBreak
      return
    }
    if tag.isClosing, let opened = reportedTags.lastIndex(of: tag.name) {
      reportedTags.remove(at: opened)
      return
    }
    reportedTags.append(tag.name)
    diagnostics.append(
      Diagnostic(
        MarkdownCode.rawHTML, at: document.location(of: index), "HTML « \(tag.shown) » refusé", help: tag.help
      ))
  }
}
