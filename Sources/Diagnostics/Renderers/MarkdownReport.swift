extension DiagnosticReport {
  /// A summary for a merge request or a job page, that an inspector can read: the counts, then what to mend, file by
  /// file, errors first. Long lists are cut, for hosts take about a megabyte.
  public func markdown() -> [UInt8] {
    var out: [UInt8] = []
    out.append("## Vérification du bilan\n\n" as StaticString)
    guard !diagnostics.isEmpty else {
      out.append("Aucun problème : le bilan peut être publié.\n" as StaticString)
      return out
    }
    let files = Set(diagnostics.map(\.location.file)).count
    out.append("**\(counted(errors.count, "erreur")), \(counted(warnings.count, "avertissement"))** ")
    out.append("dans \(counted(files, "fichier")). ")
    out.append(
      errors.isEmpty
        ? "Le bilan peut être publié.\n" : "Le bilan ne peut pas être publié tant qu’il reste une erreur.\n")
    append("Erreurs", errors, to: &out)
    append("Avertissements", warnings, to: &out)
    return out
  }

  private static let itemLimit = 500

  private func append(_ title: String, _ all: [Diagnostic], to out: inout [UInt8]) {
    guard !all.isEmpty else { return }
    out.append("\n### \(title)\n")
    var file: String?
    for diagnostic in all.prefix(Self.itemLimit) {
      if diagnostic.location.file != file {
        out.append("\n**\(markdownEscaped(diagnostic.location.file))**\n\n")
        file = diagnostic.location.file
      }
      append(diagnostic, to: &out)
    }
    if all.count > Self.itemLimit { out.append("\n… et \(counted(all.count - Self.itemLimit, "autre")).\n") }
  }

  private func append(_ diagnostic: Diagnostic, to out: inout [UInt8]) {
    let line = span(of: diagnostic.location).start.line
    out.append("- ligne \(line) : \(markdownEscaped(diagnostic.message)) (`\(diagnostic.code)`)\n")
    for note in diagnostic.notes { append(note, besides: diagnostic.location.file, to: &out) }
    if let help = diagnostic.help { out.append("  - à faire : \(markdownEscaped(help))\n") }
  }

  private func append(_ note: Diagnostic.Note, besides file: String, to out: inout [UInt8]) {
    guard let location = note.location else { return out.append("  - \(markdownEscaped(note.message))\n") }
    let place = location.file == file ? "" : "\(markdownEscaped(location.file)), "
    out.append("  - \(markdownEscaped(note.message)) (\(place)ligne \(span(of: location).start.line))\n")
  }

  /// Text that reads as itself: no markup, no HTML, nobody called by `@name`, no issue linked by `#12`.
  private func markdownEscaped(_ text: String) -> String {
    text.visible.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "@": escaped += "&#64;"
      case "#": escaped += "&#35;"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$", "!":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
