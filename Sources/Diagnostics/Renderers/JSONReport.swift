extension DiagnosticReport {
  /// One array of `{code, severity, message, file, line, column, endLine, endColumn, help}`. Lines and columns count
  /// from 1, columns in characters; the end is exclusive; `file` is relative to the publication; `help` may be null.
  public func json() -> [UInt8] {
    var json = JSONWriter()
    json.array {
      for diagnostic in diagnostics { write(diagnostic, to: &$0) }
    }
    return json.bytes + [.lineFeed]
  }

  private func write(_ diagnostic: Diagnostic, to json: inout JSONWriter) {
    let (start, end) = span(of: diagnostic.location)
    json.object {
      $0.member("code", diagnostic.code)
      $0.member("severity", diagnostic.severity.rawValue)
      $0.member("message", diagnostic.message)
      $0.member("file", diagnostic.location.file)
      $0.member("line", start.line)
      $0.member("column", start.column)
      $0.member("endLine", end.line)
      $0.member("endColumn", end.column)
      $0.member("help") { if let help = diagnostic.help { $0.string(help) } else { $0.null() } }
    }
  }
}
