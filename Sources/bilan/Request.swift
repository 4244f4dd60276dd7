import Diagnostics
import Glibc
import Publication
import Site

/// What `build` and `check` were asked to read, and how.
struct Request: Sendable {
  let source: String
  let baseURL: String?
  let isStrict: Bool
  let jobs: Int
  let includesDrafts: Bool

  init(_ arguments: Arguments) throws(UsageError) {
    source = arguments["--source"] ?? "."
    isStrict = arguments.has("--strict")
    includesDrafts = arguments.has("--drafts")
    jobs = try arguments.count("--jobs") ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    baseURL = try arguments["--base-url"].map { text throws(UsageError) in
      guard let url = Settings.baseURL(text) else {
        throw UsageError(
          message: "« \(text) » n’est pas une adresse", help: "--base-url https://exemple.fr/bilan/")
      }
      return url
    }
  }

  /// Reads and checks everything, down to the compiled layouts.
  func assemble() async throws(DiskError) -> Draft {
    try await Draft.read(
      source, baseURL: baseURL, includesDrafts: includesDrafts, jobs: jobs, generator: Bilan.generator)
  }
}

extension Draft {
  /// Tells people what there is to mend.
  func complain() {
    guard !diagnostics.isEmpty else { return }
    Terminal.complain(report().text(colour: Terminal.errorTakesColour))
  }

  func complain(about failure: Diagnostic) {
    Terminal.complain(report([failure]).text(colour: Terminal.errorTakesColour))
  }

  /// The report of `check` in one of its formats.
  func report(in format: String) -> [UInt8] {
    let report = report()
    return switch format {
    case "json": report.json()
    case "sarif": report.sarif(version: Bilan.version)
    case "github": report.github()
    case "gitlab": report.gitlab()
    case "junit": report.junit()
    case "markdown": report.markdown()
    default: report.text(colour: Terminal.outputTakesColour)
    }
  }
}
