import Diagnostics
import Site
import TestSupport

@testable import Publication

/// The small publication of `Tests/Fixtures/exemples`, some of its files replaced by those of an example.
struct ExamplePublication {
  /// Whole files by their path, `content/…` or `layouts/…`.
  var changes: [String: [UInt8]]

  /// All there is to say of it, layouts included, as `bilan check` would.
  func diagnostics() async throws -> [Diagnostic] {
    var (site, diagnostics) = try await load()
    if !diagnostics.contains(where: { $0.severity == .error }), let failure = await site.firstFailure(jobs: 1)
    {
      diagnostics.append(failure)
    }
    return diagnostics.sorted()
  }

  /// - Parameter saved: what becomes of the bytes of every text.
  func load(
    saved: ([UInt8]) -> [UInt8] = { $0 }
  ) async throws -> (site: Site, diagnostics: [Diagnostic]) {
    let folder = try await ContentFolder.read(Repository.path + "/Tests/Fixtures/exemples", jobs: 1)
    let media = changes.filter { Self.isMedium($0.key) }.map { path, bytes in
      ContentFolder.Medium(
        path: path, size: bytes.count, pictureSize: nil, active: try? ActiveContent(path) { bytes })
    }
    let texts = replacing(folder.texts, below: "content/").map {
      SourceFile(path: $0.path, bytes: saved($0.bytes))
    }
    let (publication, said) = await Publication.load(
      ContentFolder(root: folder.root, texts: texts, media: folder.media + media))
    var diagnostics = said
    let theme = Theme(
      layouts: replacing(Theme.builtIn.layouts, below: "layouts/"), assets: Theme.builtIn.assets)
    let site = Site(publication, theme: theme, generator: "bilan", &diagnostics)
    return (site, diagnostics)
  }

  private func replacing(_ files: [SourceFile], below folder: String) -> [SourceFile] {
    let own = changes.filter { $0.key.hasPrefix(folder) && !Self.isMedium($0.key) }.map {
      SourceFile(path: $0.key, bytes: $0.value)
    }
    return (files.filter { changes[$0.path] == nil } + own)
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private static func isMedium(_ path: String) -> Bool { path.hasSuffix(".svg") }
}

/// A fenced block of a page of documentation.
struct FencedBlock: Sendable {
  /// The words after the opening fence.
  let words: [String]
  let text: String
  /// The line of the opening fence, from 1.
  let line: Int

  static func all(in page: String) -> [FencedBlock] {
    var blocks: [FencedBlock] = []
    var open: (words: [String], line: Int, lines: [Substring])?
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      guard line.hasPrefix("```") else {
        open?.lines.append(line)
        continue
      }
      if let block = open {
        let text = block.lines.map { $0 + "\n" }.joined()
        blocks.append(FencedBlock(words: block.words, text: text, line: block.line))
        open = nil
      } else {
        open = (line.dropFirst(3).split(separator: " ").map(String.init), index + 1, [])
      }
    }
    return blocks
  }
}
