import Diagnostics

extension Disk {
  /// How many folders may be reached through links: links to links to links make more paths than anybody can read.
  public static let mostLinkedFolders = 200
  /// How many folders may lie in one another.
  public static let deepestFolder = 16

  /// Every file below a folder of a publication, as paths from the publication's folder, in byte order.
  ///
  /// Links are followed, to files and to folders. One that leads out of the publication, nowhere, or back to a folder that
  /// holds it is refused.
  ///
  /// - Parameters:
  ///   - folder: `content`, `layouts` or `assets`.
  ///   - root: the publication's folder.
  public static func files(below folder: String, in root: String) throws(DiskError) -> [String] {
    var files: [String] = []
    var folders = [folder]
    var linkedFolders = 0
    while let folder = folders.popLast() {
      guard folder.utf8.count(where: { $0 == UInt8(ascii: "/") }) < deepestFolder else {
        throw DiskError(.list, excerpt(of: folder), reason: "trop de dossiers s’emboîtent")
      }
      for entry in try entries(of: root + "/" + folder) {
        let path = folder + "/" + entry.name
        if entry.isLink { try checkLink(path, in: root) }
        switch entry.isLink ? kind(of: root + "/" + path) : entry.kind {
        case .directory:
          if entry.isLink { linkedFolders += 1 }
          guard linkedFolders <= mostLinkedFolders else {
            throw DiskError(.list, excerpt(of: path), reason: "trop de liens mènent à des dossiers")
          }
          folders.append(path)
        case .file: files.append(path)
        case .other, nil: continue
        }
      }
    }
    return files.sorted { $0.precedesInBytes($1) }
  }

  private static func checkLink(_ path: String, in root: String) throws(DiskError) {
    guard let target = resolved(root + "/" + path) else {
      throw DiskError(.read, excerpt(of: path), reason: "ce lien ne mène nulle part")
    }
    guard isInside(target, root) else {
      throw DiskError(.read, excerpt(of: path), reason: "ce lien mène hors du dossier de la publication")
    }
    // Its own folder lies in its target: it would go round for ever.
    let holder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    if isInside(root + "/" + holder, target) {
      throw DiskError(
        .read, excerpt(of: path), reason: "ce lien fait une boucle : il mène à un dossier qui le contient")
    }
  }

  /// A path that goes round is cut.
  private static func excerpt(of path: String) -> String {
    path.utf8.count <= 200 ? path : String(path.prefix(100)) + "…"
  }
}
