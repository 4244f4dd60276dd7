import Diagnostics
import Publication

extension Site {
  /// Reports pictures and documents that would be written where the site has a page, a drawing or a style sheet of its own.
  func checkMediaPlaces(_ diagnostics: inout [Diagnostic]) {
    // What lies in images/ is in nobody's way, and most publications have nothing else.
    let media = publication.media.filter { !$0.path.hasPrefix("content/images/") }
    guard !media.isEmpty else { return }
    let own = pages.map(\.url) + files().filter { !$0.isCopy }.map(\.path)
    let taken = Set(own)
    let folders = Set(own.lazy.flatMap { Self.folders(above: $0) })
    for medium in media {
      let path = String(medium.path.dropFirst("content/".count))
      let isInTheWay = taken.contains(path) || folders.contains(path)
      guard isInTheWay || Self.folders(above: path).contains(where: taken.contains) else { continue }
      diagnostics.append(
        Diagnostic(
          PublicationCode.sameSlug, at: SourceLocation(file: medium.path, range: 0..<0),
          "« \(path) » a sa place prise par un fichier que bilan écrit",
          help: "renommez-le, ou rangez-le dans content/images/"))
    }
  }

  /// `a` and `a/b` for `a/b/c`.
  private static func folders(above path: String) -> [String] {
    path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
  }
}

extension OutputFile {
  /// Whether it is a file of `content/` as it stands.
  fileprivate var isCopy: Bool {
    if case .copy = content { true } else { false }
  }
}
