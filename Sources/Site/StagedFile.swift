import Glibc
import Publication

/// A file of the site under way, given piece by piece. While the published file holds the same bytes nothing is
/// written, and a file that has not changed is linked.
final class StagedFile {
  private let path: String
  private let target: String
  private let site: PublishedSite
  /// The published file, -1 once it is known to differ.
  private var published: Int32
  /// How many bytes it has in common with this one so far.
  private var common = 0
  private var descriptor: Int32 = -1
  private var failure: Int32 = 0

  /// - Parameters:
  ///   - path: from the root of the site.
  ///   - target: where it is written; there is no such file yet.
  init(_ path: String, at target: String, replacing site: PublishedSite) {
    self.path = path
    self.target = target
    self.site = site
    published = site.open(path)
  }

  deinit {
    if published >= 0 { _ = Glibc.close(published) }
    if descriptor >= 0 { _ = Glibc.close(descriptor) }
  }

  /// Takes the next bytes. What goes wrong is told at the end.
  func append(_ bytes: [UInt8]) {
    if published >= 0 {
      if PublishedSite.holds(published, bytes) {
        common += bytes.count
        return
      }
      writeCommon()
    }
    write(bytes)
  }

  /// Ends the file.
  func finish() throws(DiskError) {
    if published >= 0 {
      if PublishedSite.size(of: published) == common, site.link(path, to: target) { return }
      writeCommon()
    }
    openTarget()
    // A full disk may show only when the file is closed.
    if descriptor >= 0, Glibc.close(descriptor) != 0, failure == 0 { failure = errno }
    descriptor = -1
    if failure != 0 { throw DiskError(.write, path, code: failure) }
  }

  private func openTarget() {
    guard descriptor < 0, failure == 0 else { return }
    descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    if descriptor < 0 { failure = errno }
  }

  /// Writes what was the same so far, now that something is not.
  private func writeCommon() {
    defer {
      _ = Glibc.close(published)
      published = -1
    }
    var done = 0
    while done < common, failure == 0 {
      let piece = [UInt8](unsafeUninitializedCapacity: min(common - done, 1 << 18)) { buffer, count in
        count = max(0, pread(published, buffer.baseAddress, buffer.count, done))
      }
      guard !piece.isEmpty else {
        failure = EIO
        return
      }
      write(piece)
      done += piece.count
    }
  }

  private func write(_ bytes: [UInt8]) {
    openTarget()
    guard failure == 0 else { return }
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[written...])
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        if count < 0 {
          failure = errno
          return
        }
        written += count
      }
    }
  }
}
