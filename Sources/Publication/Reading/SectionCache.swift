import Diagnostics
import FrontMatter
import KeyFigures
import Markdown

/// What the last reading of a publication found, and what was made of it, for the next one with the same options.
///
/// A section that has not changed, among others that have not, need be neither read nor checked again; and what is made of
/// all sections is not made again for a change that is not seen so far (`Reach`). Lists are changed in place: to copy one
/// of thousands of sections costs more than to read the section that changed.
public struct SectionCache: Sendable {
  /// How far it is seen what changed between the last two readings.
  public private(set) var reach = Reach.everything

  private var folder: ContentFolder?
  /// The places of the Markdown texts that changed since, if nothing else did.
  private var touched: [Int]?
  private var inventory: Inventory?
  private(set) var readings: [SectionReader.Output] = []
  private var arrangement: Arrangement?
  private var names: ReferenceIndex.Names?
  private var steps: [SectionStep] = []
  /// The steps that are made again, as they were.
  private var replaced: [Int: SectionStep] = [:]
  private var comparison: EditionComparison?
  private var checks: [Diagnostic]?

  public init() {}

  // MARK: The files

  /// Looks at what changed in the folder, and lists its sections.
  mutating func inventory(of folder: ContentFolder, parts: [Located<String>]) -> Inventory {
    let changed = self.folder.flatMap(folder.textsChanged(since:))
    touched = changed.flatMap { $0.allSatisfy { folder.texts[$0].isMarkdown } ? $0 : nil }
    if self.folder?.settings != folder.settings { readings = [] }
    self.folder = folder
    if touched != nil, let inventory { return inventory }
    let made = Inventory(folder, parts: parts)
    inventory = made
    return made
  }

  /// Reads the files of the inventory, those that changed since the last time only.
  mutating func read(
    _ folder: ContentFolder, _ inventory: Inventory, jobs: Int,
    _ read: @escaping @Sendable (SourceFile) -> SectionReader.Output
  ) async {
    guard let touched, readings.count == inventory.places.count else {
      let known = Dictionary(readings.map { ($0.section.file.path, $0) }) { first, _ in first }
      readings = await parallelMap(inventory.places.map { folder.texts[$0] }, jobs: jobs) { file in
        if let last = known[file.path], last.section.file == file { last } else { read(file) }
      }
      reach = .everything
      return
    }
    let wanted = Set(touched)
    let places = inventory.places.indices.filter { wanted.contains(inventory.places[$0]) }
    let made = await parallelMap(places.map { folder.texts[inventory.places[$0]] }, jobs: jobs, read)
    reach = .text
    for (place, reading) in zip(places, made) {
      reach = max(reach, reading.section.reach(since: readings[place].section))
      readings[place] = reading
    }
  }

  // MARK: What is made of all sections

  /// The order of the sections that were read.
  mutating func arrange(includesDrafts: Bool) -> Arrangement {
    // What is said of the order tells its line, which may have moved.
    if reach < .everything, let arrangement, arrangement.diagnostics.isEmpty { return arrangement }
    let made = Arrangement(readings, includesDrafts: includesDrafts)
    arrangement = made
    names = nil
    return made
  }

  /// What sections are called by one another.
  mutating func names(of steps: [SectionStep]) -> ReferenceIndex.Names {
    let made = names ?? ReferenceIndex.Names(steps)
    names = made
    return made
  }

  /// The figures beside those of an earlier edition.
  ///
  /// - Parameter steps: whose blocks were read.
  mutating func comparison(of steps: [SectionStep], with edition: Edition?) -> EditionComparison {
    if !replaced.allSatisfy({ steps[$0.key].section.isBuilt(like: $0.value.section) }) { reach = .everything }
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

  /// The steps of the sections in their order, known where nothing they depend on has changed.
  ///
  /// - Parameters:
  ///   - order: the places of the sections among the readings; nil for a home page that nobody wrote.
  ///   - blank: that home page.
  ///   - hasEdition: whether figures are compared with those of another edition, by elimination among all.
  mutating func recall(_ order: [Int?], blank: () -> Section, hasEdition: Bool) -> [SectionStep] {
    func section(_ place: Int) -> Section { order[place].map { readings[$0].section } ?? blank() }
    var steps = reach < .everything && self.steps.count == order.count ? self.steps : []
    self.steps = []
    replaced = [:]
    for place in steps.indices {
      guard let own = order[place], readings[own].section.reading !== steps[place].section.reading else {
        continue
      }
      replaced[place] = steps[place]
    }
    let isRenamed = replaced.contains {
      section($0.key).figures.map(\.id) != $0.value.section.figures.map(\.id)
    }
    if steps.isEmpty || hasEdition && isRenamed {
      reach = .everything
      replaced = [:]
      return order.indices.map { SectionStep(section($0)) }
    }
    let changed = Set(replaced.keys)
    for place in steps.indices where !steps[place].used.isDisjoint(with: changed) {
      replaced[place] = steps[place]
    }
    for place in replaced.keys { steps[place] = SectionStep(section(place)) }
    return steps
  }

  /// Takes the steps over, for the next reading.
  mutating func remember(_ done: inout [SectionStep]) {
    replaced = [:]
    steps = []
    // What is hidden in one section depends on the counts of all.
    guard !done.contains(where: \.keepsSecrets) else { return }
    swap(&steps, &done)
    for place in steps.indices where !steps[place].isKnown { steps[place].isKnown = true }
  }
}
