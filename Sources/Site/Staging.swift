import CSite
import Diagnostics
import Glibc
import Publication

/// A site being written beside the one it will replace.
///
/// Files are written, or linked from the published site where they have not changed, in a folder next to the output;
/// `publish` then exchanges the two in one step. Whatever happens before, the published site stays as it was: a folder
/// left behind by a build that was killed is recognised by its free lock and removed by the next build.
public struct Staging: Sendable {
  /// Marks a folder that `bilan` wrote, and may therefore replace.
  static let marker = ".bilan"
  private static let setAside = ".ancien"

  private let output: String
  private let folder: String
  private let lock: Int32
  private let published: PublishedSite
  /// How often another build may come between two steps of this one.
  private static let attempts = 20

  /// Prepares a folder beside `output`, which must be absent, empty, or written by `bilan`.
  public init(replacing output: String) throws(DiskError) {
    let output = Disk.resolved(output) ?? output
    try Self.check(output)
    let parent = Self.parent(of: output)
    try Self.makeFolders(parent)
    Self.removeAbandoned(beside: output)
    (folder, lock) = try Self.makeFolder(beside: output)
    self.output = output
    published = PublishedSite(at: output)
    try write(Self.marker, Array("Ce dossier est écrit par bilan, qui le remplace en entier.\n".utf8))
  }

  /// Makes the folders in which `paths` will lie, once, before pages are written in parallel.
  public func makeFolders(for paths: some Sequence<String>) throws(DiskError) {
    var made: Set<String> = []
    var last = ""
    for path in paths {
      try Self.checkInside(path)
      let parent = Self.parent(of: path)
      // Neighbours mostly lie in one folder.
      guard parent != last else { continue }
      last = parent
      if made.insert(parent).inserted { try Self.makeFolders(folder + "/" + parent) }
    }
  }

  /// Writes one file of the site; safe to call from several tasks for different paths.
  public func write(_ path: String, _ bytes: [UInt8]) throws(DiskError) {
    let file = try file(path)
    file.append(bytes)
    try file.finish()
  }

  /// A file of the site to be written piece by piece.
  func file(_ path: String) throws(DiskError) -> StagedFile {
    try Self.checkInside(path)
    return StagedFile(path, at: folder + "/" + path, replacing: published)
  }

  /// Whatever an editor may have named: nothing is written outside the folder.
  private static func checkInside(_ path: String) throws(DiskError) {
    // How long a name is that has been nothing but points so far.
    var points: Int? = 0
    for byte in path.utf8 {
      if byte == UInt8(ascii: "/") {
        if points == 2 { break }
        points = 0
      } else {
        points = byte == UInt8(ascii: ".") ? points.map { $0 + 1 } : nil
      }
    }
    if points == 2 { throw DiskError(.write, path, reason: "ce chemin sort du site") }
  }

  /// Puts the new site in the place of the old one.
  public func publish() throws(DiskError) {
    defer { close() }
    var code: Int32 = 0
    // Where another build publishes between a look and a step, the next look sees what it did.
    for _ in 0..<Self.attempts {
      code = replace()
      if code == 0 { return }
      guard [ENOENT, EEXIST, ENOTEMPTY].contains(code) else { break }
    }
    Self.removeTree(folder)
    throw DiskError(.replace, output, code: code)
  }

  /// One try to take the place of what is published, if anything is; 0, or why it failed.
  private func replace() -> Int32 {
    if Disk.kind(of: output) == nil { return rename(folder, output) == 0 ? 0 : errno }
    if bilan_exchange(folder, output) == 0 {
      Self.removeTree(folder)
      return 0
    }
    // Some file systems cannot exchange: the old site steps aside for the time of two renames.
    guard errno == EINVAL || errno == ENOSYS else { return errno }
    let aside = folder + Self.setAside
    guard rename(output, aside) == 0 else { return errno }
    guard rename(folder, output) == 0 else {
      let code = errno
      rename(aside, output)
      return code
    }
    Self.removeTree(aside)
    return 0
  }

  /// Gives up: the published site has not been touched.
  public func abandon() {
    Self.removeTree(folder)
    close()
  }

  private func close() {
    published.close()
    _ = Glibc.close(lock)
  }

  // MARK: - Folders

  private static func check(_ output: String) throws(DiskError) {
    switch Disk.kind(of: output) {
    case nil: return
    case .file, .other: throw DiskError(.replace, output, reason: "ce n’est pas un dossier")
    case .directory:
      guard access(output + "/" + marker, F_OK) != 0 else { return }
      guard try Disk.entries(of: output).isEmpty else {
        throw DiskError(
          .replace, output,
          reason:
            "ce dossier contient des fichiers que bilan n’a pas écrits ; videz-le ou choisissez-en un autre")
      }
    }
  }

  private static func prefix(_ output: String) -> String {
    let name = output.split(separator: "/").last.map(String.init) ?? "output"
    return parent(of: output) + "/.\(name).bilan-"
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// A new folder beside the output, and the lock that says that its build lives.
  private static func makeFolder(beside output: String) throws(DiskError) -> (folder: String, lock: Int32) {
    var code: Int32 = 0
    for _ in 0..<attempts {
      // What mkdtemp(3) makes its own.
      var template = Array((prefix(output) + String(repeating: "X", count: 6)).utf8CString)
      guard mkdtemp(&template) != nil else { throw DiskError(.create, parent(of: output), code: errno) }
      let folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
      let lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, chmod(folder, 0o755) == 0 { return (folder, lock) }
      // Another build saw the folder before it was locked, and removes it as one that a killed build left.
      code = errno
      if lock >= 0 { _ = Glibc.close(lock) }
      guard code == ENOENT || code == EWOULDBLOCK else { break }
    }
    throw DiskError(.create, parent(of: output), code: code)
  }

  private static func makeFolders(_ path: String) throws(DiskError) {
    if Disk.kind(of: path) == .directory { return }
    if parent(of: path) != path { try makeFolders(parent(of: path)) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw DiskError(.create, path, code: errno) }
  }

  private static func removeAbandoned(beside output: String) {
    let prefix = prefix(output)
    let parent = parent(of: output)
    guard let directory = opendir(parent) else { return }
    defer { closedir(directory) }
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      let path = parent + "/" + name
      guard path.hasPrefix(prefix) else { continue }
      let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        // Killed between its two renames: what it had set aside is the published site.
        let isPublishedSite = name.hasSuffix(setAside) && Disk.kind(of: output) == nil
        if isPublishedSite { rename(path, output) } else { removeTree(path) }
      }
      _ = Glibc.close(descriptor)
    }
  }

  private static func removeTree(_ path: String) { _ = bilan_remove_tree(path) }
}
