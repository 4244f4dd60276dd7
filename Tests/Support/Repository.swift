import Foundation

/// The folder of the repository, which is a publication too: the real report.
public enum Repository {
  public static let path = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  /// A file of it, or a folder.
  public static func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

  public static func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: url(name))) }

  public static func text(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }
}
