import Diagnostics
import Glibc

/// What the disk refused, said so that somebody can act on it.
public struct DiskError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Operation: String, Sendable {
    case read = "lire"
    case write = "écrire"
    case create = "créer"
    case list = "parcourir"
    case replace = "remplacer"
    case remove = "supprimer"
  }

  public let operation: Operation
  public let path: String
  /// Why, in French, without a full stop.
  public let reason: String

  public init(_ operation: Operation, _ path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// An error of the C library: `code` is `errno` as it was right after the call.
  public init(_ operation: Operation, _ path: String, code: Int32) {
    self.init(operation, path, reason: Self.reason(code))
  }

  public var description: String {
    let preposition = operation == .write ? "d’" : "de "
    return "impossible \(preposition)\(operation.rawValue) « \(path.visible) » : \(reason)"
  }

  // `strerror` depends on the locale and speaks English: the cases an editor or a CI meets are worded here.
  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOSPC, EDQUOT: "il n’y a plus de place sur le disque"
    case EACCES, EPERM: "l’autorisation manque"
    case EROFS: "le disque est en lecture seule"
    case ENOENT: "le fichier ou le dossier n’existe pas"
    case ENOTDIR: "un élément du chemin n’est pas un dossier"
    case EISDIR: "c’est un dossier, non un fichier"
    case EEXIST, ENOTEMPTY: "il existe déjà"
    case EXDEV: "il se trouve sur un autre disque"
    case EBUSY: "il est occupé (point de montage ?)"
    case ELOOP: "trop de liens symboliques se suivent"
    case ENAMETOOLONG: "le nom est trop long"
    case EMFILE, ENFILE: "trop de fichiers sont ouverts"
    case EIO: "le disque signale une erreur matérielle"
    case EFBIG: "le fichier est trop grand"
    default: "erreur \(code) du système"
    }
  }
}
