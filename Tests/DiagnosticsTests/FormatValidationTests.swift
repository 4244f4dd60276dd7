import Diagnostics
import Foundation
import TestSupport
import Testing

/// The machine formats against their schemas (`Tests/Tools/validate_formats.py`).
@Suite struct FormatValidationTests {
  @Test(.enabled(if: Python.isAvailable)) func writesValidDocuments() throws {
    var odd = ReportFixture.two
    odd.files["content/é à.md"] = "x\u{1}y & <z>\n"
    odd.diagnostics.append(
      Diagnostic(
        SampleCode.badTotal, at: odd.location("content/é à.md", "y"), "\u{1}\u{202E} & < > \" ' ]]> \u{FFFE}")
    )
    let reports = [
      ReportFixture([:]).report(), odd.report(pathPrefix: "bilan/"),
      ReportFixture.many(errors: 3, warnings: 3).report(),
    ]
    let documents = reports.flatMap { report in
      [
        ["format": "sarif", "text": report.sarif(version: "0.1.0").text],
        ["format": "gitlab", "text": report.gitlab().text], ["format": "junit", "text": report.junit().text],
      ]
    }
    #expect(try complaints(about: documents) == documents.map { _ in [] })
  }

  @Test(.enabled(if: Python.isAvailable)) func couldFail() throws {
    let documents = [
      ["format": "sarif", "text": #"{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}"#],
      ["format": "gitlab", "text": #"[{"fingerprint":"a"}]"#],
      ["format": "junit", "text": "<testsuites/>"],
      ["format": "schema", "text": #"{"type":"texte"}"#],
    ]
    #expect(try complaints(about: documents).allSatisfy { !$0.isEmpty })
  }

  private func complaints(about documents: [[String: String]]) throws -> [[String]] {
    try Python.run("validate_formats.py", on: documents)
  }
}
