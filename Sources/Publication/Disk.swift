import Glibc

/// The reading end: the only functions, with the Site's writer, that touch the disk.
public enum Disk {
  public enum Kind: Sendable {
    case file
    case directory
    case other
  }

  /// The whole content of a file.
  public static func read(_ path: String) throws(DiskError) -> [UInt8] { try stamped(path).bytes }

  /// The whole content of a file, with its stamp from before: a change while it is read then shows.
  static func stamped(_ path: String) throws(DiskError) -> (bytes: [UInt8], stamp: Stamp?) {
    let (descriptor, status) = try opened(path)
    defer { close(descriptor) }
    let stamp = Stamp(status)
    var failure: Int32 = 0
    // One byte more than the size told: a file that grows meanwhile is then read to its end.
    var bytes: [UInt8] = []
    var capacity = Int(status.st_size) + 1
    while true {
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        while count < capacity {
          let got = Glibc.read(descriptor, buffer.baseAddress! + count, capacity - count)
          if got < 0, errno == EINTR { continue }
          if got < 0 { failure = errno }
          if got <= 0 { break }
          count += got
        }
      }
      if failure != 0 { throw DiskError(.read, path, code: failure) }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if chunk.count < capacity { return (bytes, stamp) }
      capacity = 65_536
    }
  }

  /// The first bytes of a file, enough to know a picture by.
  public static func head(_ path: String) throws(DiskError) -> [UInt8] {
    let (descriptor, _) = try opened(path)
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, 65_536))
    }
  }

  /// Opens a file to read it. What has become a pipe or a device since it was listed is not waited for.
  private static func opened(_ path: String) throws(DiskError) -> (descriptor: Int32, status: stat) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw DiskError(.read, path, code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw DiskError(.read, path, code: code)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw DiskError(.read, path, reason: "ce n’est pas un fichier")
    }
    return (descriptor, status)
  }

  public struct Entry: Hashable, Sendable {
    public let name: String
    /// What it is, without following a link.
    public let kind: Kind
    public let isLink: Bool
  }

  /// What a folder holds, by name in byte order, hidden files left out.
  public static func entries(of path: String) throws(DiskError) -> [Entry] {
    guard let directory = opendir(path) else { throw DiskError(.list, path, code: errno) }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while true {
      errno = 0
      guard let entry = readdir(directory) else {
        if errno != 0 { throw DiskError(.list, path, code: errno) }
        break
      }
      let name = withUnsafeBytes(of: entry.pointee.d_name) { raw in
        String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard !name.hasPrefix(".") else { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): entries.append(Entry(name: name, kind: .file, isLink: false))
      case Int(DT_DIR): entries.append(Entry(name: name, kind: .directory, isLink: false))
      case Int(DT_LNK): entries.append(Entry(name: name, kind: .other, isLink: true))
      default: entries.append(Entry(name: name, kind: kind(of: path + "/" + name) ?? .other, isLink: false))
      }
    }
    return entries.sorted { $0.name.precedesInBytes($1.name) }
  }

  /// What stands at a path, links followed; nil when nothing does.
  public static func kind(of path: String) -> Kind? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .directory
    default: return .other
    }
  }

  /// The size of a file in bytes, or nil when there is none.
  public static func size(of path: String) -> Int? {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// What changes whenever a file does.
  public struct Stamp: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64
    private let size: Int
    /// Last written, and last changed in any way, in nanoseconds.
    private let written: Int
    private let changed: Int

    public init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      self.init(status)
    }

    /// Nil for a file changed this very moment: its next change may bear the same time.
    fileprivate init?(_ status: stat) {
      var now = timespec()
      guard clock_gettime(CLOCK_REALTIME, &now) == 0 else { return nil }
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
      size = Int(status.st_size)
      written = status.st_mtim.tv_sec &* 1_000_000_000 &+ status.st_mtim.tv_nsec
      changed = status.st_ctim.tv_sec &* 1_000_000_000 &+ status.st_ctim.tv_nsec
      let moment = now.tv_sec &* 1_000_000_000 &+ now.tv_nsec
      guard moment &- max(written, changed) > 100_000_000 else { return nil }
    }
  }

  /// The path with every link and `..` resolved, or nil when nothing is there.
  public static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Whether a path, its links followed, stays below a folder: nothing an editor writes may reach outside.
  public static func isInside(_ path: String, _ folder: String) -> Bool {
    guard let path = resolved(path), let folder = resolved(folder) else { return false }
    return path == folder || path.hasPrefix(folder + "/")
  }
}
