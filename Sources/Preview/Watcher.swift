import Glibc
import Publication

/// Waits for a change below `content/`, `layouts/` or `assets/` of a publication (inotify(7)).
///
/// Folders are watched, not files, so that an editor that writes beside a file and renames, or a file deleted and put
/// back, is seen like any other save. It belongs to one thread.
struct Watcher {
  /// Saves that come so close together are one.
  static let quiet: Int32 = 20
  /// However busy the folder, what changed is looked at after so many milliseconds.
  static let longest = Duration.milliseconds(400)
  private static let watched = ["content", "layouts", "assets"]

  private let descriptor: Int32
  /// The end of a pipe that is closed to end the wait.
  private let ending: Int32
  private let source: String
  private var root: Int32 = -1
  /// What each watch is of, from the publication's folder.
  private var folders: [Int32: String] = [:]
  /// Whether a file is told by its folder and its name: none can be written through another path, or unseen.
  private var isSeenWhole = true
  /// Whether there may be folders that are not watched yet.
  private var hasNewFolders = false
  private var change = Change()

  /// What happened, many saves being one.
  struct Change: Sendable {
    /// The files that were written, by their paths from the publication's folder; nil where anything else may have happened.
    var written: Set<String>? = []

    mutating func add(_ later: Change) {
      if let more = later.written { written?.formUnion(more) } else { written = nil }
    }
  }

  /// A descriptor that already watches all folders: nothing saved from then on is missed.
  static func open(_ source: String) throws(DiskError) -> Int32 {
    let descriptor = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    guard descriptor >= 0 else { throw DiskError(.list, source, code: errno) }
    _ = Watcher(source, descriptor: descriptor, until: -1)
    return descriptor
  }

  /// - Parameter ending: readable, or hung up, when the wait must end.
  init(_ source: String, descriptor: Int32, until ending: Int32) {
    self.descriptor = descriptor
    self.ending = ending
    self.source = source
    watchFolders()
  }

  /// What changed, once all is quiet again; nil when the wait must end.
  mutating func wait() -> Change? {
    change = Change()
    while true {
      guard let hasEvents = poll(timeout: -1) else { return nil }
      if hasEvents, readEvents() { break }
    }
    let deadline = ContinuousClock.now + Self.longest
    while ContinuousClock.now < deadline {
      guard let hasEvents = poll(timeout: Self.quiet) else { return nil }
      guard hasEvents else { break }
      _ = readEvents()
    }
    // New folders are watched before anything in them is read: no save can fall in between.
    if hasNewFolders { watchFolders() }
    return isSeenWhole ? change : Change(written: nil)
  }

  /// Whether there are events; nil when the wait must end.
  private func poll(timeout: Int32) -> Bool? {
    var entries = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: ending, events: Int16(POLLIN), revents: 0),
    ]
    let count = Glibc.poll(&entries, 2, timeout)
    if count > 0, entries[1].revents != 0 { return nil }
    return count > 0 && entries[0].revents != 0
  }

  /// Takes all events there are; true when one of them matters.
  private mutating func readEvents() -> Bool {
    var matters = false
    while true {
      var count = 0
      let buffer = [UInt8](unsafeUninitializedCapacity: 16_384) { buffer, filled in
        count = read(descriptor, buffer.baseAddress, buffer.count)
        filled = max(0, count)
      }
      guard count > 0 else { return matters }
      if buffer.withUnsafeBytes({ hasChange($0) }) { matters = true }
    }
  }

  /// Each event is `{ int wd; uint32_t mask, cookie, len; char name[len]; }`.
  private mutating func hasChange(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var matters = false
    var offset = 0
    while offset + 16 <= bytes.count {
      let watch = bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self)
      let mask = bytes.loadUnaligned(fromByteOffset: offset + 4, as: UInt32.self)
      let length = Int(bytes.loadUnaligned(fromByteOffset: offset + 12, as: UInt32.self))
      let end = min(bytes.count, offset + 16 + length)
      let name = String(decoding: bytes[offset + 16..<end].prefix { $0 != 0 }, as: UTF8.self)
      offset = end
      // What comes may be a folder, or a link to one.
      if mask & UInt32(IN_CLOSE_WRITE | IN_MODIFY) == 0 {
        hasNewFolders = true
        change.written = nil
      } else if let folder = folders[watch] {
        if !name.hasPrefix(".") { change.written?.insert(folder + "/" + name) }
      } else if watch != root {
        change.written = nil
      }
      if mask & UInt32(IN_Q_OVERFLOW) != 0 { matters = true }
      // The root also holds what builds write; hidden files are what editors keep beside a file.
      if mask & UInt32(IN_IGNORED) == 0, !name.hasPrefix("."), watch != root || Self.watched.contains(name) {
        matters = true
      }
    }
    return matters
  }

  /// Watches every folder there is: adding one again changes nothing.
  private mutating func watchFolders() {
    let changes = IN_CLOSE_WRITE | IN_MODIFY | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO
    let mask = UInt32(changes | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)
    hasNewFolders = false
    isSeenWhole = true
    root = inotify_add_watch(descriptor, source, mask)
    var waiting = Self.watched.filter { Disk.kind(of: source + "/" + $0) != nil }.map { (path: $0, depth: 0) }
    // Links that a build refuses are not followed for ever here either.
    var links = 0
    while let folder = waiting.popLast() {
      let watch = inotify_add_watch(descriptor, source + "/" + folder.path, mask)
      guard watch >= 0, folder.depth < Disk.deepestFolder,
        let entries = try? Disk.entries(of: source + "/" + folder.path)
      else {
        isSeenWhole = false
        continue
      }
      folders[watch] = folder.path
      for entry in entries where entry.kind == .directory || entry.isLink {
        if entry.isLink {
          links += 1
          isSeenWhole = false
        }
        guard links <= Disk.mostLinkedFolders else { break }
        waiting.append((folder.path + "/" + entry.name, folder.depth + 1))
      }
    }
  }
}
