import Diagnostics
import Foundation
import Testing

/// The machine formats against their schemas (`Tests/Tools/validate_formats.py`).
@Suite struct FormatValidationTests {
  @Test(.enabled(if: Validator.isAvailable)) func writesValidDocuments() throws {
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
    #expect(try Validator.complaints(about: documents) == documents.map { _ in [] })
  }

  @Test(.enabled(if: Validator.isAvailable)) func couldFail() throws {
    let documents = [
      ["format": "sarif", "text": #"{"version":"2.1.0","runs":[{"tool":{"driver":{}}}]}"#],
      ["format": "gitlab", "text": #"[{"fingerprint":"a"}]"#],
      ["format": "junit", "text": "<testsuites/>"],
      ["format": "schema", "text": #"{"type":"texte"}"#],
    ]
    #expect(try Validator.complaints(about: documents).allSatisfy { !$0.isEmpty })
  }
}

/// The interpreter that `make tools` sets up, if it did.
enum Validator {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  static let interpreter = root.appending(path: ".build-tools/bin/python")

  static var isAvailable: Bool { FileManager.default.isExecutableFile(atPath: interpreter.path) }

  static func complaints(about documents: [[String: String]]) throws -> [[String]] {
    let process = Process()
    process.executableURL = interpreter
    process.arguments = [root.appending(path: "Tests/Tools/validate_formats.py").path]
    let input = FileManager.default.temporaryDirectory.appending(path: "formats-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: input) }
    try JSONEncoder().encode(documents).write(to: input)
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode([[String]].self, from: data)
  }
}
