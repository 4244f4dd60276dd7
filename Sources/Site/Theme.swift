import Diagnostics
import Publication

/// The layouts and assets of a publication: those embedded in the program, each replaced by the publication's own file
/// of the same name, and whatever the publication adds.
public struct Theme: Sendable {
  /// Paths start with `layouts/`.
  public let layouts: [SourceFile]
  /// Paths start with `assets/`.
  public let assets: [SourceFile]

  public init(layouts: [SourceFile], assets: [SourceFile]) {
    self.layouts = layouts
    self.assets = assets
  }

  /// - Parameter source: the publication's folder; its `layouts/` and `assets/` may be absent.
  public static func read(from source: String) throws(DiskError) -> Theme {
    Theme(
      layouts: try merged(EmbeddedFiles.below("layouts/"), with: read("layouts", in: source)),
      assets: try merged(EmbeddedFiles.below("assets/"), with: read("assets", in: source)))
  }

  /// The theme that comes with the program.
  public static let builtIn = Theme(
    layouts: EmbeddedFiles.below("layouts/"), assets: EmbeddedFiles.below("assets/"))

  private static func merged(_ base: [SourceFile], with own: [SourceFile]) -> [SourceFile] {
    let replaced = Set(own.map(\.path))
    return (base.filter { !replaced.contains($0.path) } + own)
      .sorted { $0.path.precedesInBytes($1.path) }
  }

  private static func read(_ folder: String, in source: String) throws(DiskError) -> [SourceFile] {
    guard Disk.kind(of: source + "/" + folder) == .directory else { return [] }
    var files: [SourceFile] = []
    for path in try Disk.files(below: folder, in: source) {
      files.append(SourceFile(path: path, bytes: try Disk.read(source + "/" + path)))
    }
    return files
  }
}
