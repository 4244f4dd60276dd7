import Diagnostics

/// An answer, whole before its first byte is sent.
struct HTTPResponse: Sendable {
  var status = 200
  var type = MediaType.html
  var body: [UInt8] = []

  static func fault(_ status: Int) -> HTTPResponse {
    HTTPResponse(
      status: status, type: MediaType.text, body: Array("\(status) \(phrase(status))\n".utf8))
  }

  /// As it goes over the wire, with the part of the body that was asked for.
  func bytes(for request: HTTPRequest?) -> [UInt8] {
    var status = status
    var fields = ["Content-Type: \(type)", "Cache-Control: no-cache", "X-Content-Type-Options: nosniff"]
    fields += ["Cross-Origin-Resource-Policy: same-origin", "Accept-Ranges: bytes"]
    var part = 0..<body.count
    if status == 200, let request {
      switch ByteRange(request, count: body.count) {
      case .whole: break
      case .part(let range):
        status = 206
        part = range
        fields.append("Content-Range: bytes \(range.lowerBound)-\(range.upperBound - 1)/\(body.count)")
      case .unsatisfiable:
        status = 416
        part = 0..<0
        fields.append("Content-Range: bytes */\(body.count)")
      }
    }
    if status == 405 { fields.append("Allow: GET, HEAD") }
    fields.append("Content-Length: \(part.count)")
    fields.append("Connection: \(request?.isKeptAlive == true ? "keep-alive" : "close")")
    let head = (["HTTP/1.1 \(status) \(Self.phrase(status))"] + fields).joined(separator: "\r\n") + "\r\n\r\n"
    return Array(head.utf8) + (request?.isHead == true ? [] : body[part])
  }

  static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 206: "Partial Content"
    case 400: "Bad Request"
    case 403: "Forbidden"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 416: "Range Not Satisfiable"
    case 431: "Request Header Fields Too Large"
    case 503: "Service Unavailable"
    case 505: "HTTP Version Not Supported"
    default: "Internal Server Error"
    }
  }
}

/// What part of a file is asked for (RFC 9110, section 14): one range is answered; several, or what cannot be read, are
/// ignored as the standard allows.
enum ByteRange: Hashable, Sendable {
  case whole
  case part(Range<Int>)
  case unsatisfiable

  init(_ request: HTTPRequest, count: Int) {
    // Nothing that is served has a validator to compare with.
    guard request.field("if-range") == nil, let text = request.field("range") else {
      self = .whole
      return
    }
    self.init(text, count: count)
  }

  init(_ text: String, count: Int) {
    self = .whole
    let prefix = "bytes="
    guard text.lowercased().hasPrefix(prefix) else { return }
    let ends = text.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy(\.isASCIIDigit) }) else { return }
    // Numbers beyond any file are as good as its end.
    let first = ends[0].isEmpty ? nil : Int(ends[0]) ?? .max
    let last = ends[1].isEmpty ? nil : Int(ends[1]) ?? .max
    switch (first, last) {
    case (let first?, let last?) where last < first: return
    case (let first?, let last):
      self = first < count ? .part(first..<min(last ?? .max, count - 1) + 1) : .unsatisfiable
    case (nil, let suffix?):
      self = suffix > 0 && count > 0 ? .part(count - min(suffix, count)..<count) : .unsatisfiable
    case (nil, nil): return
    }
  }
}
