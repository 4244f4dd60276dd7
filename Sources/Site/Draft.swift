import Diagnostics
import Publication

/// A site that could be written, and what there is to say of it.
public struct Draft: Sendable {
  public let site: Site
  public var diagnostics: [Diagnostic]
  /// The texts that the diagnostics speak of.
  public var sources: [SourceFile] { folder.texts + layouts }
  private let folder: ContentFolder
  private let layouts: [SourceFile]

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
    let draft = try await read(
      source, baseURL: baseURL, includesDrafts: includesDrafts, jobs: jobs, generator: generator, &memory)
    // Lists of thousands of sections are taken apart beside what follows.
    Task.detached { [memory = consume memory] in withExtendedLifetime(memory) {} }
    return draft
  }

  /// What one reading leaves to the next: whatever is still true is not made again.
  public struct Memory: Sendable {
    fileprivate var folder: ContentFolder?
    /// Whether a reading failed on the way.
    fileprivate var isBehind = false
    fileprivate var sections = SectionCache()
    fileprivate var site: Site?

    public init() {}
  }

  /// The same, with what is still true of an earlier reading with the same options.
  ///
  /// - Parameter written: the paths of all that was written in the publication's folder since the last time that this was
  ///   called, where that is known and nothing else changed.
  public static func read(
    _ source: String, baseURL: String? = nil, includesDrafts: Bool = false, jobs: Int, generator: String,
    written: Set<String>? = nil, _ memory: inout Memory
  ) async throws(DiskError) -> Draft {
    let earlier = memory.site
    let texts = memory.isBehind ? nil : written?.filter { $0.hasPrefix("content/") }
    memory.isBehind = true
    let theme = try Theme.read(from: source)
    // They ask nothing of the texts.
    async let layouts = Layouts(theme.layouts, since: earlier?.layouts)
    let folder = try await ContentFolder.read(source, jobs: jobs, since: memory.folder, written: texts)
    memory.isBehind = false
    let loaded = await Publication.load(
      folder, baseURL: baseURL, includesDrafts: includesDrafts, jobs: jobs, reusing: &memory.sections)
    var diagnostics = loaded.diagnostics
    let hasSameSettings = memory.folder?.settings == folder.settings
    let site = Site(
      loaded.publication, theme: theme, layouts: await layouts, generator: generator,
      since: hasSameSettings ? earlier : nil, reach: memory.sections.reach, &diagnostics)
    memory.folder = folder
    memory.site = site
    return Draft(site: site, diagnostics: diagnostics.sorted(), folder: folder, layouts: theme.layouts)
  }

  /// Whether it must not be published.
  public func isFaulty(strict: Bool) -> Bool {
    diagnostics.contains { $0.severity == .error || strict }
  }

  public func report() -> DiagnosticReport { report(diagnostics) }

  /// Some diagnostics, with the lines of the sources they speak of.
  public func report(_ diagnostics: [Diagnostic]) -> DiagnosticReport {
    DiagnosticReport(diagnostics) { path in
      folder.text(at: path) ?? layouts.first { $0.path == path }
    }
  }
}
