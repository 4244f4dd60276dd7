import Diagnostics

/// The head of a request (RFC 9112), as much of it as a preview needs.
struct HTTPRequest: Sendable {
  /// Why there is no answer but a status.
  struct Fault: Error, Hashable, Sendable {
    let status: Int

    static let malformed = Fault(status: 400)
    static let wrongHost = Fault(status: 403)
    static let unknownMethod = Fault(status: 405)
    static let tooLong = Fault(status: 431)
    static let unknownVersion = Fault(status: 505)
  }

  /// More than any browser sends to a server that sets no cookie.
  static let longestHead = 16_384

  let isHead: Bool
  /// Decoded, from the root of the site: `une/pix.html`.
  let path: String
  /// As sent, without its question mark.
  let query: String
  /// Whether another request may follow on the same connection.
  let isKeptAlive: Bool
  private let fields: [(name: String, value: String)]

  /// - Parameter head: up to the empty line.
  init(_ head: some Collection<UInt8>) throws(Fault) {
    let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
    let words = (lines.first ?? "").split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3 else { throw .malformed }
    guard words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0" else { throw .unknownVersion }
    guard words[0] == "GET" || words[0] == "HEAD" else { throw .unknownMethod }
    isHead = words[0] == "HEAD"
    fields = try Self.fields(lines.dropFirst())
    let target = try Self.target(words[1])
    (path, query) = (try Self.decoded(target.path), target.query)
    let connection = fields.first { $0.name == "connection" }?.value.lowercased()
    // A body would be taken for the next request.
    let hasBody = fields.contains { $0.name == "content-length" || $0.name == "transfer-encoding" }
    isKeptAlive = !hasBody && connection != "close" && words[2] == "HTTP/1.1"
  }

  /// The value of a field given once; nil if it is absent or given twice.
  func field(_ name: String) -> String? {
    let values = fields.filter { $0.name == name }
    return values.count == 1 ? values[0].value : nil
  }

  /// A page from elsewhere can make its own name point at this machine (DNS rebinding) and then read what is served;
  /// but a browser tells the name it was given.
  func check(port: Int) throws(Fault) {
    guard let host = field("host")?.lowercased() else { throw .malformed }
    let names = ["localhost", "127.0.0.1", "[::1]"]
    guard names.contains(where: { host == "\($0):\(port)" || port == 80 && host == $0 }) else {
      throw .wrongHost
    }
  }

  private static func fields(_ lines: ArraySlice<Substring>) throws(Fault) -> [(name: String, value: String)]
  {
    var fields: [(String, String)] = []
    for line in lines {
      guard let colon = line.firstIndex(of: ":"), colon != line.startIndex, line.first != " ",
        line.first != "\t"
      else { throw .malformed }
      var value = line[line.index(after: colon)...]
      while let last = value.last, last == " " || last == "\t" { value.removeLast() }
      fields.append((line[..<colon].lowercased(), String(value.drop { $0 == " " || $0 == "\t" })))
    }
    return fields
  }

  /// The path and query of `/a?b` or `http://host/a?b`.
  private static func target(_ text: Substring) throws(Fault) -> (path: Substring, query: String) {
    var rest = text
    if rest.lowercased().hasPrefix("http://") {
      rest = rest.dropFirst("http://".count)
      rest = rest[(rest.firstIndex(of: "/") ?? rest.endIndex)...]
    }
    guard rest.first == "/" else { throw .malformed }
    let parts = rest.dropFirst().split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    return (parts[0], parts.count > 1 ? String(parts[1]) : "")
  }

  static func decoded(_ text: some StringProtocol) throws(Fault) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit) else {
        throw .malformed
      }
      bytes.append(high << 4 | low)
    }
    guard !bytes.contains(0), let result = String(validating: bytes, as: UTF8.self) else { throw .malformed }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
