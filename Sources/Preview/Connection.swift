import Glibc

/// One browser's connection: requests one after another, each answered whole.
struct Connection {
  let socket: Int32
  let port: Int
  let live: LiveSite

  /// Serves until either end has had enough.
  func serve() {
    Socket.limit(socket, seconds: 15)
    var received: [UInt8] = []
    while true {
      guard let head = nextHead(&received) else { break }
      switch answer(head) {
      case .next: continue
      case .end: break
      // The socket is the other's from here on.
      case .handedOver: return
      }
      break
    }
    shutdown(socket, Int32(SHUT_WR))
    close(socket)
  }

  private enum Outcome {
    case next, end, handedOver
  }

  private func answer(_ head: ArraySlice<UInt8>) -> Outcome {
    do throws(HTTPRequest.Fault) {
      guard head.count <= HTTPRequest.longestHead else { throw .tooLong }
      let request = try HTTPRequest(head)
      try request.check(port: port)
      if request.path == Snapshot.events, !request.isHead {
        live.follow(socket)
        return .handedOver
      }
      let isSent = Socket.send(live.snapshot.answer(to: request).bytes(for: request), to: socket)
      return isSent && request.isKeptAlive ? .next : .end
    } catch {
      _ = Socket.send(HTTPResponse.fault(error.status).bytes(for: nil), to: socket)
      return .end
    }
  }

  /// The bytes up to the next empty line, taken from what was received; too many of them when there is none.
  private func nextHead(_ received: inout [UInt8]) -> ArraySlice<UInt8>? {
    let deadline = ContinuousClock.now + .seconds(15)
    var searched = 0
    while true {
      if let end = Self.endOfHead(received, from: searched) {
        let head = received[..<end]
        received.removeFirst(end)
        return head
      }
      if received.count > HTTPRequest.longestHead {
        return received[...]
      }
      searched = max(0, received.count - 3)
      guard ContinuousClock.now < deadline, let more = Socket.receive(from: socket) else { return nil }
      received += more
    }
  }

  private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
    let end: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
    var i = start
    while i + end.count <= bytes.count {
      if bytes[i] == end[0], bytes[i..<i + end.count].elementsEqual(end) { return i + end.count }
      i += 1
    }
    return nil
  }
}
