import Diagnostics
import Markdown

/// What the files of sections said at the last reading: one that has not changed need not be read again.
public struct SectionCache: Sendable {
  typealias Reading = (section: Section, diagnostics: [Diagnostic])

  /// What reading a section depends on, besides the section.
  private var settings: SourceFile?
  private var readings: [String: (file: SourceFile, reading: Reading)] = [:]

  public init() {}

  /// Reads the files, those that changed since the last time only.
  mutating func read(
    _ files: [SourceFile], settings: SourceFile?, jobs: Int,
    _ read: @escaping @Sendable (SourceFile) -> Reading
  ) async -> [Reading] {
    let known = settings == self.settings ? readings : [:]
    let all = await parallelMap(files, jobs: jobs) { file in
      if let last = known[file.path], last.file == file { return last.reading }
      return read(file)
    }
    self.settings = settings
    readings = Dictionary(zip(files, all).map { ($0.path, ($0, $1)) }) { first, _ in first }
    return all
  }
}
