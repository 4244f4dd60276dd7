import Diagnostics
import FrontMatter
import KeyFigures
import Markdown

/// What the sections said at the last reading, and what was made of it.
///
/// A section that has not changed, among others that have not, need be neither read nor checked again; and what is made of
/// all sections is not made again for a change that is not seen so far (`Reach`).
public struct SectionCache: Sendable {
  typealias Reading = (section: Section, diagnostics: [Diagnostic])

  /// How far it is seen what changed between the last two readings.
  public private(set) var reach = Reach.everything

  private var inventory = Kept<Inventory.Source, Inventory>()
  /// What reading a section depends on, besides the section.
  private var settings: SourceFile?
  private var readings: [Reading] = []
  private var arrangement: Arrangement?
  private var names: ReferenceIndex.Names?
  private var comparison: EditionComparison?
  private var checks: [Diagnostic]?
  private var scene: Scene?
  private var steps: [SectionStep] = []

  public init() {}

  mutating func inventory(of folder: ContentFolder, parts: [Located<String>]) -> Inventory {
    inventory.of(Inventory.Source(folder, parts: parts), make: Inventory.init)
  }

  /// Reads the files, those that changed since the last time only.
  mutating func read(
    _ files: [SourceFile], settings: SourceFile?, jobs: Int,
    _ read: @escaping @Sendable (SourceFile) -> Reading
  ) async -> [Reading] {
    let known = settings == self.settings ? readings : []
    let inPlace = known.elementsEqual(files) { $0.section.file.path == $1.path } ? known : []
    let byPath = Dictionary(
      inPlace.isEmpty ? known.map { ($0.section.file.path, $0) } : [], uniquingKeysWith: { first, _ in first }
    )
    let asked = files.indices.map {
      (file: files[$0], last: inPlace.isEmpty ? byPath[files[$0].path] : inPlace[$0])
    }
    let all = await parallelMap(asked, jobs: jobs) { file, last in
      if let last, last.section.file == file { last } else { read(file) }
    }
    reach =
      inPlace.isEmpty
      ? .everything : zip(all, inPlace).map { $0.section.reach(since: $1.section) }.max() ?? .text
    self.settings = settings
    readings = all
    return all
  }

  // MARK: What is made of all sections

  /// The order of the sections that were read.
  mutating func arrangement(of sections: [Section], includesDrafts: Bool) -> Arrangement {
    // What is said of the order tells its line, which may have moved.
    if reach < .everything, let arrangement, arrangement.diagnostics.isEmpty { return arrangement }
    let made = Arrangement(sections, includesDrafts: includesDrafts)
    arrangement = made
    names = nil
    return made
  }

  /// What sections are called by one another.
  ///
  /// - Parameter sections: in the order of the arrangement.
  mutating func names(of sections: [Section]) -> ReferenceIndex.Names {
    let made = names ?? ReferenceIndex.Names(sections)
    names = made
    return made
  }

  /// The figures beside those of an earlier edition.
  ///
  /// - Parameter steps: whose blocks were read.
  mutating func comparison(of steps: [SectionStep], with edition: Edition?) -> EditionComparison {
    if !zip(steps, self.steps).allSatisfy({ $0.isKnown || $0.section.isBuilt(like: $1.section) }) {
      reach = .everything
    }
    if reach == .text, let comparison { return comparison }
    let made = EditionComparison(steps.flatMap(\.section.figureRecords), with: edition)
    comparison = made
    return made
  }

  /// What is said of the publication as a whole.
  mutating func checks(_ check: () -> [Diagnostic]) -> [Diagnostic] {
    if reach == .text, let checks { return checks }
    let made = check()
    checks = made
    return made
  }

  // MARK: The steps of each section

  /// The steps of the sections, known where nothing they depend on has changed.
  ///
  /// - Parameter sections: in the order of the arrangement.
  mutating func recall(_ sections: [Section], _ surroundings: Surroundings) -> [SectionStep] {
    let scene = Scene(sections, surroundings)
    guard reach < .everything, steps.count == sections.count, scene == self.scene else {
      self.scene = scene
      reach = .everything
      steps = []
      return sections.map(SectionStep.init)
    }
    let changed = Set(sections.indices.filter { sections[$0].reading !== steps[$0].section.reading })
    return zip(sections.indices, sections).map { place, section in
      changed.contains(place) || !steps[place].used.isDisjoint(with: changed)
        ? SectionStep(section) : steps[place]
    }
  }

  /// - Parameter sections: the same as those of the steps, numbered.
  mutating func remember(_ sections: [Section], _ done: [SectionStep]) {
    // What is hidden in one section depends on the counts of all.
    let isSecret = sections.contains(where: \.keepsSecrets)
    steps = isSecret ? [] : zip(sections, done).map { $1.known(as: $0) }
  }

  /// All that a section may depend on, but the sections.
  private struct Scene: Equatable {
    /// Data and settings.
    let texts: [SourceFile]
    let media: [ContentFolder.Medium]
    let address: String?
    /// A figure is matched with one of an earlier edition by elimination among all.
    let figures: [[String]]

    init(_ sections: [Section], _ surroundings: Surroundings) {
      texts = surroundings.folder.texts.filter { !$0.path.hasSuffix(".md") }
      media = surroundings.folder.media
      address = surroundings.front.settings.url
      figures = surroundings.front.edition == nil ? [] : sections.map { $0.figures.map(\.id) }
    }
  }
}
