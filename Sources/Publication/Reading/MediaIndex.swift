import Diagnostics

/// The pictures and documents of `content/`, which are published as they are, by path.
struct MediaIndex: Sendable {
  private let paths: Set<String>

  init(_ folder: ContentFolder) { paths = Set(folder.media.map(\.path)) }

  /// The path of a file as the disk has it, which may write an accent otherwise than the editor did; nil where there is
  /// none.
  func path(_ typed: String) -> String? { paths.firstIndex(of: typed).map { paths[$0] } }

  /// What to type instead of the path of a picture that is not there.
  func guess(_ typed: String) -> String? {
    nearest(to: typed, in: names).map { "vouliez-vous dire « \($0.dropFirst("content/".count)) » ?" }
  }

  /// All paths, in byte order.
  var names: [String] { paths.sorted() }
}
