import Glibc

/// A folder of its own, removed with its last owner: a test leaves nothing behind.
public final class TestFolder: Sendable {
  public struct Refused: Error {
    public let code: Int32
  }

  public let path: String

  public init() throws {
    var template = Array("/tmp/bilan-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Refused(code: errno) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { _ = system("rm -rf '\(path)'") }

  /// Writes a file of it, in folders that are there.
  public func write(_ name: String, _ bytes: some Collection<UInt8>) throws {
    guard let stream = fopen(path + "/" + name, "wb") else { throw Refused(code: errno) }
    defer { fclose(stream) }
    let bytes = Array(bytes)
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw Refused(code: errno) }
  }
}
