import Glibc
import Publication
import Site
import Synchronization

/// A live preview of a publication: a site in memory, served to this machine only, read again at each save.
///
/// Pages are made when they are asked for, so that a save costs reading and checking only. While the content has errors
/// the last good site stays, and pages show what is wrong over it.
public final class Preview: Sendable {
  public struct Options: Sendable {
    public var source: String
    /// 0 for any that is free.
    public var port = 0
    public var includesDrafts = false
    public var jobs = 1
    public var generator = ""

    public init(source: String) { self.source = source }
  }

  /// What became of a reading of the publication.
  public enum Reading: Sendable {
    case read(Draft, Duration)
    case refused(DiskError)
  }

  public let port: Int
  private let options: Options
  private let live: LiveSite
  private let server: Server
  private let changes: Changes
  /// What the first reading leaves to the next.
  private let first: Draft.Memory
  private let report: @Sendable (Reading) -> Void
  /// Closed to end the watch.
  private let ending: Int32

  /// Reads the publication and starts to serve it; `run` then follows the changes.
  ///
  /// - Parameter report: told of every reading, one at a time.
  public init(_ options: Options, report: @escaping @Sendable (Reading) -> Void) async throws(DiskError) {
    guard Disk.kind(of: options.source + "/content") == .directory else {
      throw DiskError(
        .read, options.source,
        reason:
          "il n’y a pas de dossier content/ ; placez-vous dans une publication, ou indiquez-la par --source")
    }
    self.options = options
    self.report = report
    live = LiveSite(source: options.source, run: String(getpid()))
    server = try Server(live, port: options.port)
    port = server.port
    (changes, ending) = try Self.watch(options.source)
    var memory = Draft.Memory()
    await Self.read(options, live, &memory, report)
    first = memory
    try server.start()
  }

  public var address: String { "http://127.0.0.1:\(port)/" }

  /// Follows the changes until `stop`.
  public func run() async {
    var memory = first
    for await _ in changes.stream {
      await Self.read(options, live, &memory, written: changes.taken().written, report)
    }
  }

  public func stop() {
    server.stop()
    close(ending)
  }

  private static func read(
    _ options: Options, _ live: LiveSite, _ memory: inout Draft.Memory,
    written: Set<String>? = nil, _ report: @Sendable (Reading) -> Void
  ) async {
    let start = ContinuousClock.now
    do {
      let draft = try await Draft.read(
        options.source, includesDrafts: options.includesDrafts, jobs: options.jobs,
        generator: options.generator, written: written, &memory)
      live.update { $0.take(draft) }
      report(.read(draft, ContinuousClock.now - start))
    } catch {
      live.update { $0.refuse("\(error)") }
      report(.refused(error))
    }
  }

  /// - Returns: the changes, and the descriptor to close to end them.
  private static func watch(_ source: String) throws(DiskError) -> (Changes, Int32) {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw DiskError(.list, source, code: errno) }
    let (reading, writing) = (ends[0], ends[1])
    // Made here, so that nothing saved from now on is missed.
    let descriptor = try Watcher.open(source)
    let changes = Changes()
    let isStarted = Thread.start {
      var watcher = Watcher(source, descriptor: descriptor, until: reading)
      while let change = watcher.wait() { changes.add(change) }
      changes.finish()
      close(descriptor)
      close(reading)
    }
    guard isStarted else {
      close(reading)
      close(writing)
      throw DiskError(.list, source, reason: "le système n’a plus de place pour un programme")
    }
    return (changes, writing)
  }
}

/// The changes that no reading knows of yet.
private final class Changes: Sendable {
  /// An element whenever there are some.
  let stream: AsyncStream<Void>
  private let continuation: AsyncStream<Void>.Continuation
  private let pending = Mutex(Watcher.Change())

  init() {
    (stream, continuation) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
  }

  func add(_ change: Watcher.Change) {
    pending.withLock { $0.add(change) }
    continuation.yield()
  }

  /// All there are, which are then known.
  func taken() -> Watcher.Change {
    pending.withLock { pending in
      defer { pending = Watcher.Change() }
      return pending
    }
  }

  func finish() { continuation.finish() }
}
