import Diagnostics
import Publication

/// A site that could be written, and what there is to say of it.
public struct Draft: Sendable {
  public let site: Site
  public var diagnostics: [Diagnostic]
  /// The texts that the diagnostics speak of.
  public let sources: [SourceFile]

  /// Reads and checks everything, down to the compiled layouts.
  ///
  /// - Parameters:
  ///   - source: the publication's folder.
  ///   - baseURL: the public address, in place of the one that `publication.yaml` gives.
  ///   - generator: the program's name and version.
  public static func read(
    _ source: String, baseURL: String? = nil, includesDrafts: Bool = false, jobs: Int, generator: String
  ) async throws(DiskError) -> Draft {
    var memory = Memory()
    return try await read(
      source, baseURL: baseURL, includesDrafts: includesDrafts, jobs: jobs, generator: generator, &memory)
  }

  /// What one reading leaves to the next: whatever is still true is not made again.
  public struct Memory: Sendable {
    fileprivate var folder: ContentFolder?
    fileprivate var sections = SectionCache()
    fileprivate var site: Site?

    public init() {}
  }

  /// The same, with what is still true of an earlier reading with the same options.
  public static func read(
    _ source: String, baseURL: String? = nil, includesDrafts: Bool = false, jobs: Int, generator: String,
    _ memory: inout Memory
  ) async throws(DiskError) -> Draft {
    let folder = try await ContentFolder.read(source, jobs: jobs, since: memory.folder)
    let theme = try Theme.read(from: source)
    let loaded = await Publication.load(
      folder, baseURL: baseURL, includesDrafts: includesDrafts, jobs: jobs, reusing: &memory.sections)
    var diagnostics = loaded.diagnostics
    let hasSameSettings = memory.folder?.settings == folder.settings
    let site = Site(
      loaded.publication, theme: theme, generator: generator, since: hasSameSettings ? memory.site : nil,
      reach: memory.sections.reach, &diagnostics)
    memory.folder = folder
    memory.site = site
    return Draft(site: site, diagnostics: diagnostics.sorted(), sources: folder.texts + theme.layouts)
  }

  /// Whether it must not be published.
  public func isFaulty(strict: Bool) -> Bool {
    diagnostics.contains { $0.severity == .error || strict }
  }

  public func report() -> DiagnosticReport { report(diagnostics) }

  /// Some diagnostics, with the lines of the sources they speak of.
  public func report(_ diagnostics: [Diagnostic]) -> DiagnosticReport {
    let wanted = Set(diagnostics.flatMap { [$0.location.file] + $0.notes.compactMap(\.location?.file) })
    let files = Dictionary(
      sources.lazy.filter { wanted.contains($0.path) }.map { ($0.path, $0) },
      uniquingKeysWith: { first, _ in first })
    return DiagnosticReport(diagnostics) { files[$0] }
  }
}
