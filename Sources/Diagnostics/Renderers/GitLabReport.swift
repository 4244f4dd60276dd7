extension DiagnosticReport {
  /// GitLab's Code Quality report: an error is a `blocker`, since nothing is published, a warning `minor`.
  /// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
  public func gitlab() -> [UInt8] {
    var json = JSONWriter()
    json.array {
      for (diagnostic, fingerprint) in zip(diagnostics, fingerprints(of: diagnostics)) {
        write(diagnostic, fingerprint, to: &$0)
      }
    }
    return json.bytes + [.lineFeed]
  }

  private func write(_ diagnostic: Diagnostic, _ fingerprint: String, to json: inout JSONWriter) {
    let (start, end) = span(of: diagnostic.location)
    let help = diagnostic.help.map { " (\($0))" } ?? ""
    json.object {
      $0.member("description", (diagnostic.message + help).visible)
      $0.member("check_name", diagnostic.code)
      $0.member("fingerprint", fingerprint)
      $0.member("severity", diagnostic.severity == .error ? "blocker" : "minor")
      $0.member("location") {
        $0.object {
          $0.member("path", path(of: diagnostic.location))
          $0.member("lines") {
            $0.object {
              $0.member("begin", start.line)
              $0.member("end", end.line)
            }
          }
        }
      }
    }
  }
}
