import Diagnostics
import KeyFigures
import Markdown

/// What the sections said at the last reading, and what was made of it: a section that has not changed, among others
/// that have not, need be neither read nor checked again.
public struct SectionCache: Sendable {
  typealias Reading = (section: Section, diagnostics: [Diagnostic])

  /// What reading a section depends on, besides the section.
  private var settings: SourceFile?
  private var readings: [String: (file: SourceFile, reading: Reading)] = [:]
  private var scene: Scene?
  private var steps: [SectionStep] = []

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

  /// The steps of the sections, known where nothing they depend on has changed.
  func recall(_ sections: [Section], _ surroundings: Surroundings) -> [SectionStep] {
    guard steps.count == sections.count, scene == Scene(sections, surroundings) else {
      return sections.map(SectionStep.init)
    }
    let changed = Set(sections.indices.filter { sections[$0].reading !== steps[$0].section.reading })
    return zip(sections.indices, sections).map { place, section in
      changed.contains(place) || !steps[place].used.isDisjoint(with: changed)
        ? SectionStep(section) : steps[place]
    }
  }

  /// - Parameter sections: the same as those of the steps, numbered.
  mutating func remember(_ sections: [Section], _ done: [SectionStep], _ surroundings: Surroundings) {
    // What is hidden in one section depends on the counts of all.
    guard !sections.contains(where: \.keepsSecrets) else {
      steps = []
      return
    }
    scene = Scene(sections, surroundings)
    steps = zip(sections, done).map { $1.known(as: $0) }
  }

  /// All that a section may depend on, but the content of other sections.
  private struct Scene: Equatable {
    /// The sections in their order: their names are what links and references are found by.
    let sections: [String]
    /// Data and settings.
    let texts: [SourceFile]
    let media: [ContentFolder.Medium]
    let address: String?
    /// A figure is matched with one of an earlier edition by elimination among all.
    let figures: [[String]]

    init(_ sections: [Section], _ surroundings: Surroundings) {
      self.sections = sections.map(\.file.path)
      texts = surroundings.folder.texts.filter { !$0.path.hasSuffix(".md") }
      media = surroundings.folder.media
      address = surroundings.front.settings.url
      figures = surroundings.front.edition == nil ? [] : sections.map { $0.figures.map(\.id) }
    }
  }
}
