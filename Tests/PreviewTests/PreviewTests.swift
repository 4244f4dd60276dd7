import Desk
import Diagnostics
import Glibc
import Publication
import Site
import TestSupport
import Testing

@testable import Preview

/// A publication on the disk with a preview that follows it.
final class LivePublication: Sendable {
  private let folder: TestFolder
  let source: String
  let preview: Preview
  private let running: Task<Void, Never>

  init() async throws {
    folder = try TestFolder()
    source = folder.path
    try StarterPublication.write(to: source)
    let preview = try await Preview(Preview.Options(source: source)) { _ in }
    self.preview = preview
    running = Task { await preview.run() }
  }

  deinit {
    preview.stop()
    running.cancel()
  }

  func text(_ path: String) throws -> String {
    String(decoding: try Disk.read(source + "/" + path), as: UTF8.self)
  }

  func write(_ path: String, _ text: String) throws {
    try folder.write(path, text.utf8)
  }

  func get(_ target: String, _ fields: [String] = []) -> Reply {
    ask("GET \(target) HTTP/1.1", ["Host: localhost:\(preview.port)", "Connection: close"] + fields)
  }

  /// Sends a request as it is and takes all that comes back.
  func ask(_ line: String, _ fields: [String]) -> Reply {
    let socket = connected()
    defer { close(socket) }
    _ = Socket.send(Array(([line] + fields).joined(separator: "\r\n").utf8) + [13, 10, 13, 10], to: socket)
    var bytes: [UInt8] = []
    while let more = Socket.receive(from: socket) { bytes += more }
    return Reply(bytes)
  }

  func connected() -> Int32 {
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(preview.port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    _ = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    Socket.limit(socket, seconds: 60)
    return socket
  }

  /// Waits until something holds of what is served.
  func waits(_ holds: () throws -> Bool) async rethrows -> Bool {
    let deadline = ContinuousClock.now + .seconds(120)
    while ContinuousClock.now < deadline {
      if try holds() { return true }
      try? await Task.sleep(for: .milliseconds(10))
    }
    return false
  }

  /// What the server gives without what it adds.
  func page(_ path: String) -> String {
    let body = get("/" + path).body
    guard let start = body.range("<script src=\"/_bilan/"), let end = body.range("</body>") else {
      return body
    }
    return String(body[..<start.lowerBound] + body[end.lowerBound...])
  }
}

struct Reply {
  let status: Int
  let head: String
  let body: String
  let isWhole: Bool

  init(_ bytes: [UInt8]) {
    let end = bytes.indices.first { bytes[$0...].starts(with: [13, 10, 13, 10]) } ?? bytes.count
    head = String(decoding: bytes[..<end], as: UTF8.self)
    let rest = bytes.dropFirst(end + 4)
    body = String(decoding: rest, as: UTF8.self)
    status = Int(head.split(separator: " ").dropFirst().first ?? "") ?? 0
    let length = head.split(separator: "\r\n").first { $0.hasPrefix("Content-Length: ") }
    isWhole = length?.dropFirst(16) == "\(rest.count)"
  }

  func has(_ field: String) -> Bool { head.contains("\r\n" + field) }
}

extension String {
  /// The last place of a text.
  fileprivate func range(_ text: String) -> Range<String.Index>? {
    var place = endIndex
    while place > startIndex {
      place = index(before: place)
      if self[place...].hasPrefix(text) { return place..<index(place, offsetBy: text.count) }
    }
    return nil
  }
}

@Suite(.serialized) struct PreviewTests {
  @Test func servesPagesAndFiles() async throws {
    let live = try await LivePublication()
    let home = live.get("/")
    #expect(home.status == 200)
    #expect(home.isWhole)
    #expect(home.has("Content-Type: text/html; charset=utf-8"))
    #expect(home.body.contains("defer></script>\n</body>"))
    #expect(live.get("/reussite/devoirs-faits.html").body.contains("Devoirs faits"))
    #expect(live.get("/donnees/chiffres-cles.csv").has("Content-Type: text/csv"))
    #expect(live.get("/recherche.json").status == 200)
    #expect(live.get("/_bilan/apercu.js").has("Content-Type: text/javascript"))
    #expect(live.get("/_bilan/autre").status == 404)
    let missing = live.get("/rien.html")
    #expect(missing.status == 404)
    #expect(missing.body.contains("</html>"))
    let head = live.ask("HEAD / HTTP/1.1", ["Host: 127.0.0.1:\(live.preview.port)", "Connection: close"])
    #expect(head.status == 200)
    #expect(head.body.isEmpty)
    #expect(head.head == home.head)
  }

  @Test func showsNothingOutsideTheSite() async throws {
    let live = try await LivePublication()
    for path in [
      "/../content/publication.yaml", "/%2e%2e/content/publication.yaml", "/content/publication.yaml",
      "//etc/passwd", "/..%2f..%2fetc/passwd", "/reussite/../../content/index.md", "/publication.yaml",
      "/.git/config",
    ] {
      let reply = live.get(path)
      #expect(reply.status == 404, "\(path)")
      #expect(!reply.body.contains("organisme:") && !reply.body.contains("root:"))
    }
  }

  @Test func answersThisMachineOnly() async throws {
    let live = try await LivePublication()
    #expect(live.ask("GET / HTTP/1.1", ["Host: exemple.fr:\(live.preview.port)"]).status == 403)
    #expect(live.ask("GET / HTTP/1.1", ["Host: localhost"]).status == 403)
    #expect(live.ask("GET / HTTP/1.1", []).status == 400)
    #expect(live.ask("POST / HTTP/1.1", ["Host: localhost"]).has("Allow: GET, HEAD"))
    #expect(live.ask("GET /" + String(repeating: "a", count: 40_000) + " HTTP/1.1", []).status == 431)
    #expect(live.get("/").status == 200)
  }

  @Test func answersRanges() async throws {
    let live = try await LivePublication()
    let whole = live.get("/recherche.json").body
    let part = live.get("/recherche.json", ["Range: bytes=2-5"])
    #expect(part.status == 206)
    #expect(Array(part.body.utf8) == Array(Array(whole.utf8)[2...5]))
    #expect(part.has("Content-Range: bytes 2-5/\(whole.utf8.count)"))
    #expect(live.get("/recherche.json", ["Range: bytes=9999999-"]).status == 416)
  }

  @Test func answersSeveralRequestsOnOneConnection() async throws {
    let live = try await LivePublication()
    let host = "Host: localhost:\(live.preview.port)"
    let both = live.ask(
      "HEAD / HTTP/1.1", [host, "", "HEAD /index.html HTTP/1.1", host, "Connection: close"])
    #expect(both.head.hasPrefix("HTTP/1.1 200 OK"))
    #expect(both.body.hasPrefix("HTTP/1.1 200 OK"))
  }

  @Test func tellsPagesOfASave() async throws {
    let live = try await LivePublication()
    let stream = live.connected()
    defer { close(stream) }
    let request = "GET /_bilan/evenements HTTP/1.1\r\nHost: localhost:\(live.preview.port)\r\n\r\n"
    _ = Socket.send(Array(request.utf8), to: stream)
    var heard = ""
    while !heard.contains("\"erreurs\":0"), let more = Socket.receive(from: stream) {
      heard += String(decoding: more, as: UTF8.self)
    }
    #expect(heard.contains("text/event-stream"))
    let path = "content/reussite/lecture.md"
    try live.write(path, live.text(path) + "\nUn paragraphe de plus.\n")
    let next = String(decoding: Socket.receive(from: stream) ?? [], as: UTF8.self)
    #expect(next.hasPrefix("data: {\"version\":\"\(getpid())-2\""))
    #expect(live.get("/reussite/lecture.html").body.contains("Un paragraphe de plus."))
  }

  @Test func keepsTheLastGoodSiteWhileTheContentIsAtFault() async throws {
    let live = try await LivePublication()
    let path = "content/reussite/lecture.md"
    let before = try live.text(path)
    try live.write(path, "---\ntitre: Autre\nordr: 3\n---\n")
    #expect(await live.waits { !live.get("/_bilan/etat.json").body.contains("\"erreurs\":0") })
    #expect(live.get("/reussite/lecture.html").body.contains("Le quart d’heure de lecture"))
    let faults = live.get("/_bilan/erreurs.json").body
    #expect(faults.contains("\"code\":\"cle-inconnue\""))
    #expect(faults.contains("\"ligne\":3,\"colonne\":1,\"source\":\"ordr: 3\",\"editeur\":\"vscode://file/"))
    try live.write(path, before.replacing("Le quart d’heure", with: "La demi-heure"))
    #expect(await live.waits { live.get("/reussite/lecture.html").body.contains("La demi-heure de lecture") })
    #expect(live.get("/_bilan/erreurs.json").body == "{\"erreurs\":[]}")
  }

  @Test func bearsABrokenLayout() async throws {
    let live = try await LivePublication()
    mkdir(live.source + "/layouts", 0o755)
    try live.write("layouts/section.html", "{% if %}")
    #expect(await live.waits { !live.get("/_bilan/etat.json").body.contains("\"erreurs\":0") })
    #expect(live.get("/reussite/lecture.html").body.contains("Le quart d’heure de lecture"))
    try live.write("layouts/section.html", "<body>Nouveau {{ page.titre }}</body>")
    #expect(
      await live.waits { live.get("/reussite/lecture.html").body.contains("<body>Nouveau Le quart d’heure") })
    unlink(live.source + "/layouts/section.html")
    #expect(await live.waits { live.get("/reussite/lecture.html").body.contains("</html>") })
  }

  @Test func bearsAFolderThatGoesAndComesBack() async throws {
    let live = try await LivePublication()
    rename(live.source + "/content", live.source + "/ailleurs")
    #expect(await live.waits { !live.get("/_bilan/etat.json").body.contains("\"erreurs\":0") })
    #expect(live.get("/").status == 200)
    rename(live.source + "/ailleurs", live.source + "/content")
    #expect(await live.waits { live.get("/_bilan/etat.json").body.contains("\"erreurs\":0") })
  }

  @Test func showsWhatAFreshBuildWouldAfterRandomEdits() async throws {
    let live = try await LivePublication()
    var random = Steps()
    for step in 0..<30 {
      try random.edit(live, step)
      let draft = try await Draft.read(live.source, jobs: 1, generator: "")
      if draft.isFaulty(strict: false) {
        #expect(
          await live.waits { !live.get("/_bilan/etat.json").body.contains("\"erreurs\":0") }, "step \(step)")
        #expect(live.get("/").status == 200)
        continue
      }
      for page in draft.site.pages where random.numbers.one(in: 3) || page.url.hasPrefix("reussite/") {
        let fresh = String(decoding: try draft.site.render(page), as: UTF8.self)
        #expect(await live.waits { live.page(page.url) == fresh }, "step \(step): \(page.url)")
      }
    }
  }
}

/// Edits, renames, deletions and breakages, the same at every run.
struct Steps {
  var numbers = SeededNumbers(seed: 20_250)

  mutating func edit(_ live: LivePublication, _ step: Int) throws {
    let folder = live.source + "/content/reussite/"
    let file = ["lecture.md", "devoirs-faits.md", "nouveau.md"][numbers.below(3)]
    let section = "---\ntitre: Titre \(step)\nordre: \(50 + step)\n---\n\nTexte \(step).\n"
    switch numbers.below(7) {
    case 0: try live.write("content/reussite/" + file, section)
    case 1:
      // As editors save: beside, then renamed.
      try live.write("content/reussite/." + file, section)
      rename(folder + "." + file, folder + file)
    case 2: unlink(folder + "nouveau.md")
    case 3: rename(folder + "nouveau.md", folder + "renomme.md")
    case 4: try live.write("content/reussite/nouveau.md", "---\ntitr: \(step)\n---\n")
    case 5:
      for i in 0..<5 { try live.write("content/reussite/ensemble-\(i).md", section) }
    default:
      mkdir(live.source + "/assets", 0o755)
      try live.write("assets/perso.css", "body { margin: \(step)px }")
    }
  }
}
