import Glibc
import Publication

/// Writing a file that is not there yet, or one in the place of another.
enum NewFile {
  /// Makes the folders it needs; never replaces anything.
  static func write(_ bytes: [UInt8], to path: String) throws(DiskError) {
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolders(String(path[..<slash]))
    }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw DiskError(.create, path, code: errno) }
    try fill(descriptor, bytes, path)
  }

  /// Writes beside a file, then takes its place: whoever reads sees the old one or the new one. Its permissions stay, and
  /// so does a link that leads to it.
  static func replace(_ path: String, with bytes: [UInt8]) throws(DiskError) {
    var status = stat()
    guard let path = Disk.resolved(path), stat(path, &status) == 0 else {
      throw DiskError(.replace, path, code: errno)
    }
    let slash = path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex
    let beside = path[..<slash] + "." + path[slash...] + ".bilan"
    let descriptor = open(String(beside), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw DiskError(.write, path, code: errno) }
    fchmod(descriptor, status.st_mode & 0o7777)
    do throws(DiskError) {
      try fill(descriptor, bytes, path)
      guard rename(String(beside), path) == 0 else { throw DiskError(.replace, path, code: errno) }
    } catch {
      unlink(String(beside))
      throw error
    }
  }

  /// Writes everything, then closes the descriptor: a full disk may show only then.
  static func fill(_ descriptor: Int32, _ bytes: [UInt8], _ path: String) throws(DiskError) {
    let failure = bytes.withUnsafeBytes { buffer -> Int32 in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 { return errno }
        rest = rest.dropFirst(count)
      }
      return 0
    }
    let closing = close(descriptor) == 0 ? 0 : errno
    if failure != 0 || closing != 0 {
      throw DiskError(.write, path, code: failure != 0 ? failure : closing)
    }
  }

  private static func makeFolders(_ path: String) throws(DiskError) {
    if path.isEmpty || Disk.kind(of: path) == .directory { return }
    if let slash = path.lastIndex(of: "/") { try makeFolders(String(path[..<slash])) }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw DiskError(.create, path, code: errno) }
  }
}
