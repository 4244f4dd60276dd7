import Diagnostics
import Publication

/// The corrections of what is said of a publication at one time.
struct CorrectionRound {
  private let folder: ContentFolder
  private let jobs: Int
  private(set) var result: ContentFolder
  private(set) var made: [Correction] = []
  private var accepted: [Diagnostic] = []
  private var errorCount = 0

  init(_ folder: ContentFolder, jobs: Int) {
    self.folder = folder
    self.jobs = jobs
    result = folder
  }

  mutating func run() async {
    let said = await check(folder)
    errorCount = Self.errors(said)
    let fixable = said.filter { $0.fix != nil }.sorted()
    guard !fixable.isEmpty else { return }
    await accept(fixable[...])
  }

  /// All at once if that brings no error; else by halves, so that few checks find the ones to leave out.
  private mutating func accept(_ more: ArraySlice<Diagnostic>) async {
    let (next, corrections) = correct(accepted + more)
    if Self.errors(await check(next)) <= errorCount {
      accepted += more
      (result, made) = (next, corrections)
    } else if more.count > 1 {
      let middle = more.startIndex + more.count / 2
      await accept(more[..<middle])
      await accept(more[middle...])
    }
  }

  private func correct(_ diagnostics: [Diagnostic]) -> (ContentFolder, [Correction]) {
    let byFile = Dictionary(grouping: diagnostics, by: \.location.file)
    var made: [Correction] = []
    let texts = folder.texts.map { text -> SourceFile in
      guard let own = byFile[text.path] else { return text }
      let corrected = text.corrected(by: own)
      made += corrected.made
      return corrected.file
    }
    return (ContentFolder(root: folder.root, texts: texts, media: folder.media), made)
  }

  /// Drafts are corrected too.
  private func check(_ folder: ContentFolder) async -> [Diagnostic] {
    await Publication.load(folder, includesDrafts: true, jobs: jobs).diagnostics
  }

  private static func errors(_ diagnostics: [Diagnostic]) -> Int {
    diagnostics.count { $0.severity == .error }
  }
}
