import Diagnostics

extension HTMLRenderer {
  mutating func enterLink(_ link: Link, _ index: Int, hooks: inout some RenderingHooks) {
    html.append("<a ")
    if let name = hooks.cssClass(of: link, node: index, document: document) {
      html.append("class=\"\(name)\" ")
    }
    html.append("href=\"")
    write(addressOf: link, index, hooks: &hooks)
    if !link.title.isEmpty {
      html.append("\" title=\"")
      html.appendEscaped(document, link.title)
    }
    html.append("\">")
    context.isInLink = true
  }

  private mutating func write(addressOf link: Link, _ index: Int, hooks: inout some RenderingHooks) {
    if let address = hooks.destination(of: link, node: index, document: document) {
      html.appendAddress(address)
      return
    }
    let address = document.slice(link.destination)
    if address.first == UInt8(ascii: "#") {
      html.append(UInt8(ascii: "#"))
      html.appendAddress(hooks.idPrefix.utf8)
      html.appendAddress(address.dropFirst())
    } else {
      html.appendAddress(address)
    }
  }

  mutating func write(image link: Link, _ index: Int, hooks: inout some RenderingHooks) {
    html.append("<img src=\"")
    write(addressOf: link, index, hooks: &hooks)
    html.append("\" alt=\"")
    html.appendEscaped(document.plainBytes(of: index))
    if !link.title.isEmpty {
      html.append("\" title=\"")
      html.appendEscaped(document, link.title)
    }
    html.append("\">")
  }

  // MARK: Footnotes

  mutating func write(_ call: Call, hooks: inout some RenderingHooks) {
    guard Int(call.note) < document.footnotes.count else { return }
    if hooks.setsNotesAtCalls {
      writeNote(call.note, isFirst: call.occurrence == 1, hooks: &hooks)
      return
    }
    let number = document.footnotes[Int(call.note)].number
    html.append("<sup class=\"appel-note\"><a href=\"#")
    html.appendEscaped(hooks.idPrefix)
    html.append("note-\(number)\" id=\"")
    html.appendEscaped(hooks.idPrefix)
    html.append(Self.callID(number, Int(call.occurrence)))
    html.append("\"><span class=\"cache\">Note </span>\(number)</a></sup>")
  }

  /// The note itself where it is called: the engine that prints it floats it to the foot of the page. A later call of
  /// the same note says its number.
  private mutating func writeNote(_ index: UInt32, isFirst: Bool, hooks: inout some RenderingHooks) {
    let note = document.footnotes[Int(index)]
    guard isFirst else {
      html.append("<sup>\(note.number)</sup>")
      return
    }
    html.append("<span class=\"note-bas\">")
    for (place, child) in document.children(of: note.node).enumerated() {
      if place > 0 { html.append("<br>") }
      render(childrenOf: child, hooks: &hooks)
    }
    html.append("</span>")
  }

  private static func callID(_ number: Int, _ occurrence: Int) -> String {
    occurrence > 1 ? "appel-note-\(number)-\(occurrence)" : "appel-note-\(number)"
  }

  mutating func enterFootnote(_ index: UInt32, hooks: inout some RenderingHooks) {
    html.startLine()
    let note = document.footnotes[Int(index)]
    if note.number == 1 {
      html.append("<section class=\"notes\" aria-label=\"Notes\">\n<ol>\n")
    }
    html.append("<li id=\"")
    html.appendEscaped(hooks.idPrefix)
    html.append("note-\(note.number)\">\n")
  }

  mutating func leaveFootnote(_ index: UInt32, _ node: Int, hooks: inout some RenderingHooks) {
    let note = document.footnotes[Int(index)]
    if !endsInParagraph(node) {
      writeBacklinks(index, hooks: &hooks)
      html.append(.lineFeed)
    }
    html.append("</li>\n")
    if note.number == document.footnotes.count { html.append("</ol>\n</section>\n") }
  }

  private func endsInParagraph(_ node: Int) -> Bool {
    var last: Int?
    for child in document.children(of: node) { last = child }
    guard let last else { return false }
    return document.nodes[last].kind == .paragraph
  }

  mutating func writeBacklinks(_ index: UInt32, hooks: inout some RenderingHooks) {
    let note = document.footnotes[Int(index)]
    for occurrence in 1...max(1, note.callCount) {
      if occurrence > 1 { html.append(.space) }
      html.append("<a href=\"#")
      html.appendEscaped(hooks.idPrefix)
      html.append(Self.callID(note.number, occurrence))
      html.append("\" class=\"retour-note\" aria-label=\"Retour à l’appel de note \(note.number)")
      if occurrence > 1 { html.append(" (\(occurrence))") }
      html.append("\">↩</a>")
    }
  }
}
