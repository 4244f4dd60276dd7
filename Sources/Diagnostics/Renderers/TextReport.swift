extension DiagnosticReport {
  /// For people, and for editors that look for `^(.+?):(\d+):(\d+): (erreur|avertissement): (.+) \[([a-z0-9-]+)\]$`:
  ///
  ///     content/pix.md:4:8: erreur: Clé inconnue « secion » [cle-inconnue]
  ///        4 | secion: Pix
  ///          | ^^^^^^
  ///       aide : vouliez-vous dire « section » ?
  ///
  /// - Parameter colour: whether to use ANSI escape sequences. The text itself holds none, whatever the sources hold.
  public func text(colour: Bool = false) -> [UInt8] {
    var out: [UInt8] = []
    for diagnostic in diagnostics {
      let style: Style = diagnostic.severity == .error ? .error : .warning
      let title = "\(diagnostic.severity.frenchName):"
      append(
        diagnostic.location, colour ? style.paint(title) : title,
        "\(diagnostic.message.visible) [\(diagnostic.code)]", to: &out)
      appendExcerpt(diagnostic.location, style: colour ? style : nil, to: &out)
      for note in diagnostic.notes { append(note, colour: colour, to: &out) }
      if let help = diagnostic.help {
        let title = colour ? Style.help.paint("aide :") : "aide :"
        out.append("  \(title) \(help.visible)\n")
      }
    }
    return out
  }

  private enum Style: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;34"
    case help = "1;36"

    func paint(_ text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
  }

  private func append(_ note: Diagnostic.Note, colour: Bool, to out: inout [UInt8]) {
    let title = colour ? Style.note.paint("note :") : "note :"
    guard let location = note.location else {
      return out.append("  \(title) \(note.message.visible)\n")
    }
    out.append("  ")
    append(location, title, note.message.visible, to: &out)
    appendExcerpt(location, style: colour ? .note : nil, to: &out)
  }

  private func append(_ location: SourceLocation, _ title: String, _ message: String, to out: inout [UInt8]) {
    let start = span(of: location).start
    out.append("\(location.file.visible):\(start.line):\(start.column): \(title) \(message)\n")
  }

  private func appendExcerpt(_ location: SourceLocation, style: Style?, to out: inout [UInt8]) {
    guard let table = lines(of: location.file), let excerpt = SourceExcerpt(location.range, in: table) else {
      return
    }
    let number = String(excerpt.line)
    let margin = String(repeating: " ", count: max(5, number.utf8.count + 1))
    let carets = String(repeating: "^", count: excerpt.underline.count)
    out.append(margin.dropLast(number.utf8.count) + number + " | " + excerpt.text + "\n")
    out.append(
      margin + " | " + String(repeating: " ", count: excerpt.underline.lowerBound)
        + (style?.paint(carets) ?? carets) + "\n")
  }
}
