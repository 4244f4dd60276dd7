import Testing

@testable import Preview

@Suite struct HTTPTests {
  private func request(_ text: String) throws -> HTTPRequest {
    try HTTPRequest(text.split(separator: "\n").map { $0 + "\r\n" }.joined().utf8)
  }

  @Test func readsARequest() throws {
    let request = try request("GET /une/%C3%A9cole.html?v=1 HTTP/1.1\nHost: localhost:80\nRange:  bytes=0-1 ")
    #expect(request.path == "une/école.html")
    #expect(request.query == "v=1")
    #expect(request.field("range") == "bytes=0-1")
    #expect(request.isKeptAlive)
    #expect(try self.request("HEAD http://127.0.0.1/a HTTP/1.0").path == "a")
  }

  @Test(arguments: [
    ("GET / HTTP/1.1 x", 400), ("GET x HTTP/1.1", 400), ("GET /%0 HTTP/1.1", 400), ("GET /%00 HTTP/1.1", 400),
    ("GET /%FF HTTP/1.1", 400), ("POST / HTTP/1.1", 405), ("GET / HTTP/2.0", 505),
    ("GET / HTTP/1.1\nmauvais", 400),
    ("GET / HTTP/1.1\nHost : a", 400), ("GET / HTTP/1.1", 400),
    ("GET / HTTP/1.1\nHost: exemple.fr:8080", 403),
    ("GET / HTTP/1.1\nHost: localhost", 403),
    ("GET / HTTP/1.1\nHost: localhost:8080\nHost: localhost:8080", 400),
    ("GET / HTTP/1.1\nHost: localhost:8080.exemple.fr", 403),
  ])
  func refuses(_ text: String, _ status: Int) {
    let error = #expect(throws: HTTPRequest.Fault.self) { try request(text).check(port: 8080) }
    #expect(error?.status == status)
  }

  @Test(arguments: [
    ("bytes=0-4", ByteRange.part(0..<5)), ("bytes=5-", .part(5..<10)), ("bytes=-3", .part(7..<10)),
    ("bytes=-30", .part(0..<10)), ("bytes=8-99999999999999999999", .part(8..<10)),
    ("bytes=10-", .unsatisfiable),
    ("bytes=-0", .unsatisfiable), ("bytes=4-2", .whole), ("bytes=0-1,3-4", .whole), ("bytes=a-b", .whole),
    ("bytes=-", .whole), ("lines=1-2", .whole),
  ])
  func readsRanges(_ text: String, _ range: ByteRange) {
    #expect(ByteRange(text, count: 10) == range)
  }

  @Test func namesMediaTypes() {
    #expect(MediaType.of("assets/style.1f0c.CSS") == "text/css; charset=utf-8")
    #expect(MediaType.of("images/carte.svg") == "image/svg+xml")
    #expect(MediaType.of("sans-point") == "application/octet-stream")
  }
}
