import Glibc
import Publication
import Synchronization

/// Accepts connections, each served on a thread of its own.
final class Server: Sendable {
  private static let mostConnections = 128

  let port: Int
  private let socket: Int32
  private let live: LiveSite
  private let connections = Atomic(0)
  private let isStopped = Atomic(false)

  /// Takes the port; connections wait until `start`.
  init(_ live: LiveSite, port: Int) throws(DiskError) {
    self.live = live
    (socket, self.port) = try Socket.listen(port: port)
  }

  func start() throws(DiskError) {
    guard Thread.start({ [self] in accept() }) else {
      close(socket)
      throw DiskError(.create, "127.0.0.1:\(port)", reason: "le système n’a plus de place pour un programme")
    }
  }

  func stop() {
    isStopped.store(true, ordering: .relaxed)
    shutdown(socket, Int32(SHUT_RDWR))
    live.closeAll()
  }

  private func accept() {
    while !isStopped.load(ordering: .relaxed) {
      let client = Glibc.accept(socket, nil, nil)
      if client >= 0 {
        serve(client)
      } else if errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS {
        // Connections that end will make room.
        usleep(20_000)
      } else if errno == EBADF || errno == EINVAL || errno == ENOTSOCK {
        break
      }
    }
    close(socket)
  }

  private func serve(_ client: Int32) {
    let isFull = connections.add(1, ordering: .relaxed).oldValue >= Self.mostConnections
    let isServed =
      !isFull
      && Thread.start { [self] in
        Connection(socket: client, port: port, live: live).serve()
        connections.subtract(1, ordering: .relaxed)
      }
    guard !isServed else { return }
    connections.subtract(1, ordering: .relaxed)
    _ = Socket.send(HTTPResponse.fault(503).bytes(for: nil), to: client, mayWait: false)
    close(client)
  }
}
