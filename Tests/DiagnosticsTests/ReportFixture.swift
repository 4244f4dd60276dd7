import Diagnostics

/// The codes of an imaginary room.
enum SampleCode: String, DiagnosticCode {
  case badTotal = "total-faux"
  case oldOrdinal = "ordinal"

  var severity: Severity { self == .badTotal ? .error : .warning }
}

/// A report on files given by their text; a range is found by the text it covers.
struct ReportFixture {
  var files: [String: String]
  var diagnostics: [Diagnostic] = []

  init(_ files: [String: String]) { self.files = files }

  func location(_ file: String, _ covered: String) -> Diagnostics.SourceLocation {
    let bytes = Array((files[file] ?? "").utf8)
    let wanted = Array(covered.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? 0
    return .init(file: file, range: start..<start + wanted.count)
  }

  func report(pathPrefix: String = "") -> DiagnosticReport {
    DiagnosticReport(diagnostics, pathPrefix: pathPrefix) { path in
      files[path].map { SourceFile(path: path, text: $0) }
    }
  }

  /// Two files, an error with a note in the other file and a help, and a warning.
  static var two: ReportFixture {
    var fixture = ReportFixture([
      "content/pix.md": "titre: Pix\n| Total | 1 240 |\n| 3ème | « été » |\n",
      "content/publication.yaml": "titre: Bilan\ntotal: oui\n",
    ])
    fixture.diagnostics = [
      Diagnostic(
        SampleCode.oldOrdinal, at: fixture.location("content/pix.md", "3ème"), "« 3ème » s'écrit « 3e »"),
      Diagnostic(
        SampleCode.badTotal, at: fixture.location("content/pix.md", "1 240"),
        "Total 1 240 annoncé ; les lignes donnent 1 238", help: "corrigez le total, ou une ligne",
        notes: [
          .init(
            "le contrôle est demandé ici", at: fixture.location("content/publication.yaml", "total: oui")),
          .init("les arrondis sont admis"),
        ]),
    ]
    return fixture
  }

  /// The same fault, `count` times, on as many lines.
  static func many(errors: Int, warnings: Int) -> ReportFixture {
    let total = errors + warnings
    var fixture = ReportFixture(["content/a.md": String(repeating: "faux\n", count: total)])
    fixture.diagnostics = (0..<total).map { i in
      Diagnostic(
        i < warnings ? SampleCode.oldOrdinal : SampleCode.badTotal,
        at: .init(file: "content/a.md", range: i * 5..<i * 5 + 4),
        "« faux »")
    }
    return fixture
  }
}

extension [UInt8] {
  var text: String { String(decoding: self, as: UTF8.self) }
}
