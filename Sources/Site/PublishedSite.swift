import Glibc

/// The site that stands at the output, held open: what another build puts in its place meanwhile is not mistaken for it.
struct PublishedSite: Sendable {
  /// Negative where nothing is published.
  private let folder: Int32

  init(at output: String) { folder = open(output, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }

  func close() { if folder >= 0 { _ = Glibc.close(folder) } }

  /// Links one of its files to `target`, if it holds exactly these bytes.
  func link(_ path: String, holding bytes: [UInt8], to target: String) -> Bool {
    guard folder >= 0 else { return false }
    let file = openat(folder, path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return false }
    defer { _ = Glibc.close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int(status.st_size) == bytes.count,
      Self.holds(file, bytes)
    else { return false }
    return linkat(folder, path, AT_FDCWD, target, 0) == 0
  }

  private static func holds(_ file: Int32, _ bytes: [UInt8]) -> Bool {
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
