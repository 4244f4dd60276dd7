extension DiagnosticReport {
  /// Workflow commands that GitHub shows as annotations. It keeps ten errors and ten warnings a step: the first of
  /// each are commands, the rest are counted in a notice and follow as plain lines of the log.
  /// https://docs.github.com/actions/reference/workflow-commands-for-github-actions
  public func github() -> [UInt8] {
    var out: [UInt8] = []
    var rest: [Diagnostic] = []
    for (severity, all) in [(Severity.error, errors), (.warning, warnings)] {
      for diagnostic in all.prefix(Self.annotationLimit) { annotate(diagnostic, severity, to: &out) }
      rest += all.dropFirst(Self.annotationLimit)
    }
    guard !rest.isEmpty else { return out }
    out.append("::notice title=bilan::\(counted(rest.count, "autre")), dans le journal de cette étape\n")
    for diagnostic in rest {
      let start = span(of: diagnostic.location).start
      let place = "\(path(of: diagnostic.location)):\(start.line):\(start.column)"
      let line = "\(place): \(diagnostic.severity.frenchName): \(diagnostic.message) [\(diagnostic.code)]"
      // The runner still obeys commands of its first syntax, wherever they stand in a line.
      out.append(line.visible.replacing("##[", with: "## [") + "\n")
    }
    return out
  }

  private static let annotationLimit = 10

  private func annotate(_ diagnostic: Diagnostic, _ severity: Severity, to out: inout [UInt8]) {
    let (start, end) = span(of: diagnostic.location)
    var properties = ["file=\(escapedProperty(path(of: diagnostic.location)))", "line=\(start.line)"]
    // Columns are taken only where the range is on one line; theirs include the last character.
    if start.line == end.line {
      properties += [
        "endLine=\(end.line)", "col=\(start.column)", "endColumn=\(max(end.column - 1, start.column))",
      ]
    } else {
      properties.append("endLine=\(end.line)")
    }
    properties.append("title=\(escapedProperty(diagnostic.code))")
    let help = diagnostic.help.map { "\naide : \($0)" } ?? ""
    out.append("::\(severity.rawValue) \(properties.joined(separator: ","))::")
    out.append("\(escapedData(diagnostic.message + help))\n")
  }

  private func escapedData(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped += String(scalar).visible
      }
    }
  }

  private func escapedProperty(_ text: String) -> String {
    escapedData(text).unicodeScalars.reduce(into: "") { escaped, scalar in
      switch scalar {
      case ":": escaped += "%3A"
      case ",": escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
  }
}
