import Diagnostics
import FrontMatter
import KeyFigures
import Markdown

extension Publication {
  /// Makes a publication of a content folder, with all there is to say against it.
  ///
  /// The order matters: what a file says alone comes first, and in parallel; then the sections are put in order, their
  /// tables typed and checked, and only then can what refers to other sections be followed.
  public static func load(
    _ folder: ContentFolder, baseURL: String? = nil, includesDrafts: Bool = false, jobs: Int = 1
  ) async -> (publication: Publication, diagnostics: [Diagnostic]) {
    var cache = SectionCache()
    return await load(
      folder, baseURL: baseURL, includesDrafts: includesDrafts, jobs: jobs, reusing: &cache)
  }

  /// The same, with what is still true of an earlier reading.
  public static func load(
    _ folder: ContentFolder, baseURL: String? = nil, includesDrafts: Bool = false, jobs: Int = 1,
    reusing cache: inout SectionCache
  ) async -> (publication: Publication, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let front = FrontFiles(folder, baseURL: baseURL, &diagnostics)
    let inventory = Inventory(folder, parts: front.settings.parts, &diagnostics)

    let reader = SectionReader(settings: front.settings)
    let read = await cache.read(
      inventory.files, settings: folder.text(at: "content/publication.yaml"), jobs: jobs, reader.read)
    diagnostics += read.flatMap(\.diagnostics)
    let all = read.map(\.section).filter { includesDrafts || !$0.header.isDraft }
    let home =
      all.first { $0.role == .home } ?? reader.read(SourceFile(path: "content/index.md", bytes: [])).section
    let arrangement = Arrangement(
      openings: all.filter { $0.role == .part }, sections: all.filter { $0.role == .section }, &diagnostics)

    let media = MediaIndex(folder)
    let everything = [home] + arrangement.parts.map(\.opening) + arrangement.sections
    let tabled = await parallelMap(everything, jobs: jobs) { tabling($0, folder) }
    diagnostics += tabled.flatMap(\.diagnostics)
    // Checks need every value; from the next step on, nobody sees what is to be kept secret.
    let shown = tabled.map(\.shown)
    let checked = tabled.map(\.section)
    diagnostics += await checking(checked, front, jobs: jobs)
    let known = protecting(checked, &diagnostics)
    let typed = await parallelMap(Array(known.indices), jobs: jobs) {
      typing(known[$0], shown[$0], folder, media, front.edition)
    }
    diagnostics += typed.flatMap(\.diagnostics)

    let index = ReferenceIndex(typed.map(\.section))
    let comparison = EditionComparison(typed.flatMap(\.section.figureRecords), with: front.edition)
    let linked = await parallelMap(Array(typed.indices), jobs: jobs) { place in
      linking(typed[place].section, at: place, index, media, front, comparison)
    }
    diagnostics += linked.flatMap(\.diagnostics)
    var sections = linked.map(\.section)
    PublicationChecks(sections, front: front, index: index, comparison: comparison).run(&diagnostics)
    Numbering.apply(to: &sections)

    let openings = sections[1...].prefix(arrangement.parts.count)
    let parts = zip(arrangement.parts, openings).enumerated().map { i, pair in
      Part(number: i + 1, opening: pair.1, chapters: pair.0.chapters, sections: pair.0.sections)
    }
    let publication = Publication(
      settings: front.settings, glossary: front.glossary, home: sections[0], parts: parts,
      sections: Array(sections[(1 + parts.count)...]), comparison: comparison, edition: front.edition,
      audit: front.audit,
      media: folder.media, root: folder.root)
    return (publication, diagnostics)
  }

  /// Types the tables of a section.
  private static func tabling(
    _ section: Section, _ folder: ContentFolder
  ) -> (section: Section, shown: [Int: Int], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var section = section
    let reader = TableBlockReader(section, folder: folder, &diagnostics)
    section.tables = reader.tables
    return (section, reader.shown, diagnostics)
  }

  /// Checks the tables of all sections, which may quote one another.
  private static func checking(
    _ sections: [Section], _ front: FrontFiles, jobs: Int
  ) async -> [Diagnostic] {
    let index = ReferenceIndex(sections)
    let found = await parallelMap(Array(sections.indices), jobs: jobs) { place in
      var diagnostics: [Diagnostic] = []
      for block in sections[place].tables {
        let context = CheckContext(
          table: { index.table($0, from: place) },
          previous: front.edition?.table(section: sections[place].key, id: block.id))
        block.table.check(context, &diagnostics)
        block.table.doubts(isSilenced: block.note != nil, &diagnostics)
      }
      return diagnostics
    }
    return found.flatMap { $0 }
  }

  /// Hides small counts where that is asked.
  private static func protecting(_ sections: [Section], _ diagnostics: inout [Diagnostic]) -> [Section] {
    guard sections.contains(where: { $0.tables.contains { $0.table.schema?.secret != nil } }) else {
      return sections
    }
    var tables = sections.flatMap { $0.tables.map(\.table) }
    Disclosure.protect(&tables, &diagnostics)
    var sections = sections
    var next = tables.startIndex
    for place in sections.indices {
      for block in sections[place].tables.indices {
        sections[place].tables[block].table = tables[next]
        next += 1
      }
    }
    return sections
  }

  /// Gives the directives of a section their meaning, once its tables are known.
  private static func typing(
    _ section: Section, _ shown: [Int: Int], _ folder: ContentFolder, _ media: MediaIndex, _ edition: Edition?
  ) -> (section: Section, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var section = section
    var blocks = BlockReader(section, shown: shown, folder: folder, media: media, edition: edition)
    section.blocks = blocks.read(&diagnostics)
    section.charts = blocks.charts
    return (section, diagnostics)
  }

  /// Follows what a section quotes and links, and checks its words.
  private static func linking(
    _ section: Section, at place: Int, _ index: ReferenceIndex, _ media: MediaIndex, _ front: FrontFiles,
    _ comparison: EditionComparison
  ) -> (section: Section, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var section = section
    section.quotations = Quotations.read(section, at: place, index, &diagnostics)
    section.targets = Links.read(section, index, media, &diagnostics)
    SectionChecks(section, front).run(&diagnostics)
    var prose = ProseChecks(section, at: place, index, front, comparison)
    prose.run(&diagnostics)
    section.sigles = prose.sigles
    return (section, diagnostics)
  }
}

/// The files that speak for the whole publication.
struct FrontFiles: Sendable {
  private(set) var settings: Settings
  let glossary: Glossary
  let edition: Edition?
  let audit: AccessibilityAudit?

  init(_ folder: ContentFolder, baseURL: String?, _ diagnostics: inout [Diagnostic]) {
    if let file = folder.yaml("content/publication.yaml", &diagnostics) {
      settings = Settings(
        YAMLParser.parse(file, 0..<file.bytes.count, &diagnostics), file: file, &diagnostics)
    } else {
      settings = Settings()
      if folder.text(at: "content/publication.yaml") == nil {
        diagnostics.append(
          Diagnostic(
            PublicationCode.missingFile, at: SourceLocation(file: "content/publication.yaml", range: 0..<0),
            "Il manque content/publication.yaml",
            help: "créez-le avec au moins : titre, periode, organisme (nom) et parties"))
      }
    }
    if let baseURL { settings.url = baseURL }
    if let file = folder.yaml("content/sigles.yaml", &diagnostics) {
      glossary = Glossary(
        YAMLParser.parse(file, 0..<file.bytes.count, &diagnostics), file: file, &diagnostics)
    } else {
      glossary = .empty
    }
    edition = settings.previousEdition.flatMap { folder.data(at: $0, &diagnostics) }
      .flatMap { Edition.decode($0, &diagnostics) }
    let period = settings.period
    audit = settings.audit.flatMap { folder.data(at: $0, &diagnostics) }.flatMap { file in
      let node = YAMLParser.parse(file, 0..<file.bytes.count, &diagnostics)
      return AccessibilityAudit(node, file: file, period: period, &diagnostics)
    }
  }
}

extension ContentFolder {
  fileprivate func yaml(_ path: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
    guard let file = text(at: path) else { return nil }
    guard let fault = file.firstInvalidByte else { return file }
    diagnostics.append(.notUTF8(file, at: fault))
    return nil
  }
}
