import Diagnostics

/// The pictures and documents of `content/`, by path.
struct MediaIndex: Sendable {
  private let paths: Set<String>

  init(_ folder: ContentFolder) {
    paths = Set(
      folder.media.map(\.path)
        + folder.texts.lazy.map(\.path).filter { !$0.hasSuffix(".md") && !$0.hasSuffix(".yaml") })
  }

  func contains(_ path: String) -> Bool { paths.contains(path) }

  func nearest(to path: String) -> String? { Diagnostics.nearest(to: path, in: paths.sorted()) }
}
