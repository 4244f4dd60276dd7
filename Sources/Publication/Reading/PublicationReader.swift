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
    let media = MediaIndex(folder)
    let front = FrontFiles(folder, media, baseURL: baseURL, &diagnostics)
    let inventory = cache.inventory(of: folder, parts: front.settings.parts)
    diagnostics += inventory.diagnostics
    if !front.settings.allowsHTML { folder.reportActiveFiles(&diagnostics) }

    let reader = SectionReader(settings: front.settings)
    await cache.read(folder, inventory, jobs: jobs, reader.read)
    for reading in cache.readings where !reading.diagnostics.isEmpty { diagnostics += reading.diagnostics }
    let arrangement = cache.arrange(includesDrafts: includesDrafts)
    diagnostics += arrangement.diagnostics

    let surroundings = Surroundings(folder: folder, front: front, media: media)
    var steps = cache.recall(
      arrangement.order, blank: { reader.read(SourceFile(path: "content/index.md", bytes: [])).section },
      hasEdition: front.edition != nil)
    let names = cache.names(of: steps)
    let comparison = await advance(&steps, names, surroundings, &cache, jobs: jobs)
    for step in steps where !step.diagnostics.isEmpty { diagnostics += step.diagnostics }
    diagnostics += cache.checks {
      PublicationChecks(
        steps, names, front: front, comparison: comparison, media: media
      ).run()
    }
    Numbering.apply(to: &steps)

    let parts = arrangement.parts.enumerated().map { i, part in
      Part(
        number: i + 1, opening: steps[1 + i].section, chapters: part.chapters, sections: part.sections)
    }
    let publication = Publication(
      settings: front.settings, glossary: front.glossary, everything: steps.map(\.section), parts: parts,
      comparison: comparison, edition: front.edition, audit: front.audit, media: folder.media,
      root: folder.root)
    cache.remember(&steps)
    return (publication, diagnostics)
  }

  /// Takes the sections that are not known yet from what their files say to what their pages show.
  private static func advance(
    _ steps: inout [SectionStep], _ names: ReferenceIndex.Names, _ surroundings: Surroundings,
    _ cache: inout SectionCache, jobs: Int
  ) async -> EditionComparison {
    await steps.advance(jobs: jobs) { step, _ in step.readTables(surroundings.folder) }
    // Checks need every value; what comes after them sees nothing that is to be kept secret.
    let keepsSecrets = steps.contains(where: \.keepsSecrets)
    await steps.advance(jobs: jobs) { [tables = ReferenceIndex(steps, names)] step, place in
      step.checkTables(References(tables, from: place), surroundings.front.edition)
      if !keepsSecrets { step.readBlocks(surroundings) }
    }
    if keepsSecrets {
      Self.protect(&steps)
      await steps.advance(jobs: jobs) { step, _ in step.readBlocks(surroundings) }
    }

    let comparison = cache.comparison(of: steps, with: surroundings.front.edition)
    await steps.advance(jobs: jobs) { [index = ReferenceIndex(steps, names)] step, place in
      step.followReferences(References(index, from: place), surroundings, comparison)
    }
    return comparison
  }

  /// Hides small counts where that is asked: a count of one section may give away that of another.
  private static func protect(_ steps: inout [SectionStep]) {
    var tables = steps.flatMap { $0.section.tables.map(\.table) }
    var diagnostics: [Diagnostic] = []
    Disclosure.protect(&tables, &diagnostics)
    var next = tables.startIndex
    for place in steps.indices {
      for block in steps[place].section.tables.indices {
        steps[place].section.tables[block].table = tables[next]
        next += 1
      }
    }
    if !steps.isEmpty { steps[0].diagnostics += diagnostics }
  }
}

/// The files that speak for the whole publication. They are one reference, which the checks of every section share.
final class FrontFiles: Sendable {
  let settings: Settings
  let glossary: Glossary
  let edition: Edition?
  let audit: AccessibilityAudit?

  init(
    _ folder: ContentFolder, _ media: MediaIndex, baseURL: String?, _ diagnostics: inout [Diagnostic]
  ) {
    var settings: Settings
    if let file = folder.yaml("content/publication.yaml", &diagnostics) {
      settings = Settings(
        YAMLParser.parse(file, 0..<file.bytes.count, &diagnostics), file: file, &diagnostics)
    } else {
      settings = Settings()
      if folder.settings == nil {
        diagnostics.append(
          Diagnostic(
            PublicationCode.missingFile, at: SourceLocation(file: "content/publication.yaml", range: 0..<0),
            "Il manque content/publication.yaml",
            help: "créez-le avec au moins : titre, periode, organisme (nom) et parties"))
      }
    }
    if let baseURL { settings.url = baseURL }
    settings.logo = settings.logo.map(media.asOnDisk)
    settings.shareImage = settings.shareImage.map(media.asOnDisk)
    self.settings = settings
    if let file = folder.yaml("content/sigles.yaml", &diagnostics) {
      glossary = Glossary(
        YAMLParser.parse(file, 0..<file.bytes.count, &diagnostics), file: file, &diagnostics)
    } else {
      glossary = .empty
    }
    edition = settings.previousEdition.flatMap { folder.data(at: $0, &diagnostics) }
      .flatMap { Edition.decode($0, &diagnostics) }
    let period = settings.period
    if let declared = settings.declared, AccessibilityAudit.hasLapsed(declared.value, in: period) {
      diagnostics.append(
        Diagnostic(
          PublicationCode.expired, at: declared.location,
          "Cette déclaration d’accessibilité a plus de trois ans à la fin de la période",
          help: "relisez-la, puis mettez sa date à jour"))
    }
    audit = settings.audit.flatMap { folder.data(at: $0, &diagnostics) }.flatMap { file in
      let node = YAMLParser.parse(file, 0..<file.bytes.count, &diagnostics)
      return AccessibilityAudit(node, file: file, period: period, &diagnostics)
    }
  }
}

extension MediaIndex {
  /// A picture with its path as the disk has it, which may write an accent otherwise than the editor did.
  fileprivate func asOnDisk(_ picture: Settings.Logo) -> Settings.Logo {
    guard let found = path("content/" + picture.path.value) else { return picture }
    return Settings.Logo(
      path: picture.path.map { _ in String(found.dropFirst("content/".count)) },
      alternative: picture.alternative)
  }
}

extension ContentFolder {
  fileprivate func yaml(_ path: String, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
    guard let file = text(at: path) else { return nil }
    guard let fault = file.firstInvalidByte else {
      file.reportReversal(&diagnostics)
      return file
    }
    diagnostics.append(.notUTF8(file, at: fault))
    return nil
  }
}
