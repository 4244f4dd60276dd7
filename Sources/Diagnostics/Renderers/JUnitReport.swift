extension DiagnosticReport {
  /// JUnit's XML, as GitLab and Jenkins read it: a suite for each file, a failed test for each error, a skipped one
  /// for each warning. Without any, one test that passed, so that the report is not taken for a missing one.
  public func junit() -> [UInt8] {
    var out: [UInt8] = []
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" as StaticString)
    let tests = max(diagnostics.count, 1)
    out.append(
      "<testsuites name=\"bilan check\" tests=\"\(tests)\" failures=\"\(errors.count)\" errors=\"0\">\n")
    if diagnostics.isEmpty {
      out.append(
        "<testsuite name=\"content\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n" as StaticString
      )
      out.append(
        "<testcase name=\"Tout est en ordre\" classname=\"content\"/>\n</testsuite>\n" as StaticString)
    }
    // In reading order the diagnostics of a file are neighbours.
    var rest = diagnostics[...]
    while let first = rest.first {
      let suite = rest.prefix { $0.location.file == first.location.file }
      rest = rest.dropFirst(suite.count)
      append(suite, path: path(of: first.location), to: &out)
    }
    out.append("</testsuites>\n" as StaticString)
    return out
  }

  private func append(_ suite: ArraySlice<Diagnostic>, path: String, to out: inout [UInt8]) {
    let failures = suite.count { $0.severity == .error }
    out.append("<testsuite name=\"")
    out.appendEscaped(path.visible)
    out.append("\" tests=\"\(suite.count)\" failures=\"\(failures)\" errors=\"0\"")
    out.append(" skipped=\"\(suite.count - failures)\">\n")
    var seen: [String: Int] = [:]
    for diagnostic in suite {
      let name = "\(diagnostic.message.visible) [\(diagnostic.code)]"
      let count = seen[name, default: 0] + 1
      seen[name] = count
      append(diagnostic, name: count == 1 ? name : "\(name) (\(count))", path: path, to: &out)
    }
    out.append("</testsuite>\n" as StaticString)
  }

  /// A host tells tests apart by their class and name, so the name of a second equal one is numbered.
  private func append(_ diagnostic: Diagnostic, name: String, path: String, to out: inout [UInt8]) {
    let start = span(of: diagnostic.location).start
    let element = diagnostic.severity == .error ? "failure" : "skipped"
    out.append("<testcase name=\"")
    out.appendEscaped(name)
    out.append("\" classname=\"")
    out.appendEscaped(path.visible)
    out.append("\"><\(element) type=\"\(diagnostic.code)\" message=\"")
    out.appendEscaped(diagnostic.message.visible)
    out.append("\">")
    out.appendEscaped("\(path.visible):\(start.line):\(start.column)")
    if let help = diagnostic.help { out.appendEscaped("\naide : \(help.visible)") }
    out.append("</\(element)></testcase>\n")
  }
}
