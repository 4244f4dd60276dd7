import Diagnostics
import KeyFigures

/// A section on its way from what its file says to what its page shows, with what was said against it.
struct SectionStep: Sendable {
  var section: Section
  var diagnostics: [Diagnostic] = []
  /// The places of the other sections that it quotes, links to or calculates with.
  private(set) var used: Set<Int> = []
  /// It was here at an earlier reading, and nothing it depends on has changed since: there is nothing left to do.
  private(set) var isKnown = false
  /// For each directive, the table it shows.
  private var shown: [Int: Int] = [:]

  init(_ section: Section) { self.section = section }

  /// The same step, as the next reading finds it.
  func known(as section: Section) -> SectionStep {
    var step = self
    step.section = section
    step.isKnown = true
    return step
  }

  /// Types its tables.
  mutating func readTables(_ folder: ContentFolder) {
    let reader = TableBlockReader(section, folder: folder, &diagnostics)
    section.tables = reader.tables
    shown = reader.shown
  }

  /// Checks its tables, which may quote those of other sections.
  mutating func checkTables(_ others: References, _ edition: Edition?) {
    for block in section.tables {
      let context = CheckContext(
        table: { others.table($0) }, previous: edition?.table(section: section.key, id: block.id))
      block.table.check(context, &diagnostics)
      block.table.doubts(isSilenced: block.note != nil, &diagnostics)
    }
    used.formUnion(others.used)
  }

  /// Gives its directives their meaning.
  mutating func readBlocks(_ surroundings: Surroundings) {
    var blocks = BlockReader(
      section, shown: shown, folder: surroundings.folder, media: surroundings.media,
      edition: surroundings.front.edition)
    section.blocks = blocks.read(&diagnostics)
    section.charts = blocks.charts
    section.figureRecords = section.recorded()
  }

  /// Follows what it quotes and links, and checks its words.
  mutating func followReferences(
    _ others: References, _ surroundings: Surroundings, _ comparison: EditionComparison
  ) {
    section.quotations = Quotations.read(section, others, &diagnostics)
    section.targets = Links.read(section, others, surroundings.media, &diagnostics)
    SectionChecks(section, surroundings.front).run(&diagnostics)
    var prose = ProseChecks(section, others, surroundings.front, comparison)
    prose.run(&diagnostics)
    section.sigles = prose.sigles
    used.formUnion(others.used)
  }
}

extension [SectionStep] {
  /// Takes every step that is not known yet further, in parallel.
  ///
  /// - Parameter work: gets the step and its place.
  mutating func advance(
    jobs: Int, _ work: @escaping @Sendable (inout SectionStep, Int) -> Void
  ) async {
    let pending = indices.filter { !self[$0].isKnown }.map { (place: $0, step: self[$0]) }
    let done = await parallelMap(pending, jobs: jobs) { place, step in
      var step = step
      work(&step, place)
      return step
    }
    for ((place, _), step) in zip(pending, done) { self[place] = step }
  }
}

/// What a section is read with, besides the other sections.
struct Surroundings: Sendable {
  let folder: ContentFolder
  let front: FrontFiles
  let media: MediaIndex

  init(_ folder: ContentFolder, _ front: FrontFiles) {
    self.folder = folder
    self.front = front
    media = MediaIndex(folder)
  }
}
