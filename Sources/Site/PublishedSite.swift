import Glibc

/// The site that stands at the output, held open: what another build puts in its place meanwhile is not mistaken for it.
struct PublishedSite: Sendable {
  /// Negative where nothing is published.
  private let folder: Int32

  init(at output: String) { folder = Glibc.open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }

  func close() { if folder >= 0 { _ = Glibc.close(folder) } }

  /// Opens one of its files to be read; -1 where there is none.
  func open(_ path: String) -> Int32 {
    guard folder >= 0 else { return -1 }
    let file = openat(folder, path, O_RDONLY | O_CLOEXEC)
    guard file >= 0, Self.size(of: file) == nil else { return file }
    _ = Glibc.close(file)
    return -1
  }

  /// Links one of its files to `target`.
  func link(_ path: String, to target: String) -> Bool { linkat(folder, path, AT_FDCWD, target, 0) == 0 }

  /// In bytes; nil for what is no plain file.
  static func size(of file: Int32) -> Int? {
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// Whether a file goes on with exactly these bytes, which are then behind.
  static func holds(_ file: Int32, _ bytes: [UInt8]) -> Bool {
    let size = 65_536
    return withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { chunk in
      bytes.withUnsafeBytes { bytes in
        var done = 0
        while done < bytes.count {
          let count = read(file, chunk.baseAddress, min(size, bytes.count - done))
          if count < 0, errno == EINTR { continue }
          guard count > 0, let start = bytes.baseAddress, let read = chunk.baseAddress,
            memcmp(start + done, read, count) == 0
          else { return false }
          done += count
        }
        return true
      }
    }
  }
}
