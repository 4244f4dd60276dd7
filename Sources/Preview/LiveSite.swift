import Glibc
import Site
import Synchronization

/// The snapshot that is served, and the pages that wait to hear of the next one.
final class LiveSite: Sendable {
  private struct State {
    var snapshot: Snapshot
    /// Sockets of open event streams, oldest first.
    var followers: [Int32] = []
    var isClosed = false
  }

  private static let mostFollowers = 64
  private let state: Mutex<State>

  init(source: String, run: String) {
    state = Mutex(State(snapshot: Snapshot(source: source, run: run)))
  }

  var snapshot: Snapshot { state.withLock { $0.snapshot } }

  /// Changes what is served, and tells every page that follows.
  func update(_ change: (inout Snapshot) -> Void) {
    state.withLock { state in
      change(&state.snapshot)
      let event = Self.event(state.snapshot)
      state.followers = state.followers.filter { Self.tell(event, $0) }
    }
  }

  /// Takes over the socket of an event stream (server-sent events, https://html.spec.whatwg.org/#server-sent-events):
  /// it costs no thread while nothing happens.
  func follow(_ socket: Int32) {
    let head =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\nConnection: close\r\n\r\nretry: 500\n\n"
    state.withLock { state in
      guard !state.isClosed, Self.tell(Array(head.utf8) + Self.event(state.snapshot), socket) else {
        if state.isClosed { close(socket) }
        return
      }
      state.followers = state.followers.filter { follower in
        if Socket.isOpen(follower) { return true }
        close(follower)
        return false
      }
      if state.followers.count >= Self.mostFollowers { close(state.followers.removeFirst()) }
      state.followers.append(socket)
    }
  }

  /// Lets every page go.
  func closeAll() {
    state.withLock { state in
      for follower in state.followers { close(follower) }
      state.followers = []
      state.isClosed = true
    }
  }

  private static func event(_ snapshot: Snapshot) -> [UInt8] {
    Array("data: ".utf8) + snapshot.state + Array("\n\n".utf8)
  }

  /// Never waits for a page: one that does not read is let go.
  private static func tell(_ event: [UInt8], _ socket: Int32) -> Bool {
    if Socket.send(event, to: socket, mayWait: false) { return true }
    close(socket)
    return false
  }
}
