import Glibc
import Publication

/// What the server needs of the sockets of the C library.
enum Socket {
  /// Listens on the loopback interface only: nobody else on the network is to read a draft.
  ///
  /// - Parameter port: 0 for any that is free.
  static func listen(port: Int) throws(DiskError) -> (socket: Int32, port: Int) {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw DiskError(.create, "127.0.0.1:\(port)", code: errno) }
    set(socket, SO_REUSEADDR, Int32(1))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(truncatingIfNeeded: port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, size) == 0 && Glibc.listen(socket, 128) == 0
          && getsockname(socket, address, &size) == 0
      }
    }
    guard isBound else {
      let code = errno
      close(socket)
      let reason = code == EADDRINUSE ? "un autre programme s’en sert" : "le système le refuse"
      throw DiskError(.create, "127.0.0.1:\(port)", reason: reason)
    }
    return (socket, Int(UInt16(bigEndian: address.sin_port)))
  }

  /// A client that says nothing, or reads nothing, is left after so many seconds.
  static func limit(_ socket: Int32, seconds: Int) {
    var time = timeval()
    time.tv_sec = seconds
    set(socket, SO_RCVTIMEO, time)
    set(socket, SO_SNDTIMEO, time)
    // Small answers leave at once.
    var yes: Int32 = 1
    setsockopt(socket, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
  }

  private static func set<Value: BitwiseCopyable>(_ socket: Int32, _ option: Int32, _ value: Value) {
    withUnsafeBytes(of: value) {
      _ = setsockopt(socket, SOL_SOCKET, option, $0.baseAddress, socklen_t($0.count))
    }
  }

  /// Sends everything; false when the other end has gone.
  static func send(_ bytes: [UInt8], to socket: Int32, mayWait: Bool = true) -> Bool {
    let flags = Int32(MSG_NOSIGNAL) | (mayWait ? 0 : Int32(MSG_DONTWAIT))
    return bytes.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count {
        let rest = UnsafeRawBufferPointer(rebasing: buffer[sent...])
        let count = Glibc.send(socket, rest.baseAddress, rest.count, flags)
        if count < 0, errno == EINTR { continue }
        if count <= 0 { return false }
        sent += count
      }
      return true
    }
  }

  /// What has come; nil at the end, on an error, or when nothing comes in time.
  static func receive(from socket: Int32) -> [UInt8]? {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 4096) { buffer, filled in
        count = recv(socket, buffer.baseAddress, buffer.count, 0)
        filled = max(0, count)
      }
      if count < 0, errno == EINTR { continue }
      return count > 0 ? bytes : nil
    }
  }

  /// Whether the other end is still there, without waiting.
  static func isOpen(_ socket: Int32) -> Bool {
    var byte: UInt8 = 0
    let count = recv(socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
    return count > 0 || count < 0 && (errno == EAGAIN || errno == EINTR)
  }
}
