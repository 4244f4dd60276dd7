import Diagnostics
import Publication
import Site

/// What `bilan init` puts in a folder: a small publication that is complete, and whose comments teach.
public enum StarterPublication {
  /// Paths from the publication's folder.
  public static var files: [SourceFile] {
    let prefix = "docs/modele/"
    return EmbeddedFiles.below(prefix).map {
      SourceFile(path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes)
    }
  }

  /// Writes it into a folder, made if need be, which must hold nothing yet (hidden files such as `.git` aside).
  public static func write(to folder: String) throws(DiskError) {
    switch Disk.kind(of: folder) {
    case nil: break
    case .directory:
      guard try Disk.entries(of: folder).isEmpty else {
        throw DiskError(.create, folder, reason: "ce dossier n’est pas vide ; choisissez-en un autre")
      }
    case .file, .other: throw DiskError(.create, folder, reason: "ce n’est pas un dossier")
    }
    for file in files { try NewFile.write(file.bytes, to: folder + "/" + file.path) }
  }
}
