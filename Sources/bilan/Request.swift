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
    let folder = try await ContentFolder.read(source, jobs: jobs)
    let theme = try Theme.read(from: source)
    let loaded = await Publication.load(folder, baseURL: baseURL, includesDrafts: includesDrafts, jobs: jobs)
    var diagnostics = loaded.diagnostics
    let site = Site(loaded.publication, theme: theme, generator: "bilan \(Bilan.version)", &diagnostics)
    return Draft(
      site: site, diagnostics: diagnostics.sorted(), sources: folder.texts + theme.layouts)
  }
}

/// A site that could be written, and what there is to say of it.
struct Draft: Sendable {
  let site: Site
  var diagnostics: [Diagnostic]
  let sources: [SourceFile]

  /// Whether it must not be published.
  func isFaulty(strict: Bool) -> Bool {
    diagnostics.contains { $0.severity == .error || strict }
  }

  func source(at path: String) -> SourceFile? { sources.first { $0.path == path } }

  func complain() {
    guard !diagnostics.isEmpty else { return }
    Terminal.complain(TextRenderer(colour: Terminal.errorTakesColour).render(diagnostics, sources: source))
  }

  func complain(about failure: Diagnostic) {
    Terminal.complain(TextRenderer(colour: Terminal.errorTakesColour).render([failure], sources: source))
  }
}
