import Diagnostics
import KeyFigures

/// A section on its way from what its file says to what its page shows, with what was said against it.
struct SectionStep: Sendable {
  var section: Section
  var diagnostics: [Diagnostic] = []
  /// The places of the other sections that it quotes, links to or calculates with.
  private(set) var used: Set<Int> = []
  /// It was here at an earlier reading, and nothing it depends on has changed since: there is nothing left to do.
  var isKnown = false
  /// The last numbers of tables and figures before it and in it, once it is numbered.
  var numbers: (before: Numbering, after: Numbering)?
  /// Whether it has a table whose small counts are hidden.
  private(set) var keepsSecrets = false
  /// For each directive, the table it shows.
  private var shown: [Int: Int] = [:]

  init(_ section: Section) { self.section = section }

  /// Types its tables.
  mutating func readTables(_ folder: ContentFolder) {
    let reader = TableBlockReader(section, folder: folder, &diagnostics)
    section.tables = reader.tables
    keepsSecrets = reader.tables.contains { $0.table.schema?.secret != nil }
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
    section.recordFigures()
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
  /// Takes the steps that are not known yet further, in parallel.
  ///
  /// - Parameter work: gets a step and its place.
  mutating func advance(jobs: Int, _ work: @escaping @Sendable (inout SectionStep, Int) -> Void) async {
    let places = indices.filter { !self[$0].isKnown }
    let done = await parallelMap(places, jobs: jobs) { [self] place in
      var step = self[place]
      work(&step, place)
      return step
    }
    // At a first reading none is known: the list need not be gone through.
    if done.count == count {
      self = done
    } else {
      for (place, step) in zip(places, done) { self[place] = step }
    }
  }
}

/// What a section is read with, besides the other sections.
struct Surroundings: Sendable {
  let folder: ContentFolder
  let front: FrontFiles
  let media: MediaIndex
}
