import Diagnostics
import Publication
import Site
import Templates

extension Snapshot {
  /// Below which the server's own files are; no page of a publication can be there, as no folder starts with `_`.
  static let own = "_bilan/"
  static let events = own + "evenements"

  /// What `bilan serve` adds to every page, and nothing else.
  var script: String { "<script src=\"/\(Self.own)apercu.js?v=\(version)\" defer></script>\n" }

  func answer(to request: HTTPRequest) -> HTTPResponse {
    if request.path.hasPrefix(Self.own) {
      return ownFile(String(request.path.dropFirst(Self.own.count)), request)
    }
    guard let good else { return errorPage(503) }
    let path = Self.file(request.path)
    if let page = good.site.page(at: path) { return answer(page, of: good.site) }
    if let file = good.site.file(at: path) { return answer(file) }
    guard let missing = good.site.page(at: "404.html") else { return .fault(404) }
    var response = answer(missing, of: good.site)
    if response.status == 200 { response.status = 404 }
    return response
  }

  private static func file(_ path: String) -> String {
    path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
  }

  private func answer(_ page: Page, of site: Site) -> HTTPResponse {
    do {
      return HTTPResponse(body: adding(script, to: try site.render(page)))
    } catch {
      return errorPage(500)
    }
  }

  private func answer(_ file: OutputFile) -> HTTPResponse {
    // A link may have been put in the place of the picture since the folder was read.
    if case .copy(let path) = file.content, !Disk.isInside(path, source) { return .fault(404) }
    guard let bytes = try? file.content.bytes() else { return .fault(404) }
    return HTTPResponse(type: MediaType.of(file.path), body: bytes)
  }

  // MARK: - The server's own files

  private func ownFile(_ name: String, _ request: HTTPRequest) -> HTTPResponse {
    switch name {
    case "etat.json": return HTTPResponse(type: MediaType.json, body: state)
    case "erreurs.json":
      return HTTPResponse(type: MediaType.json, body: faults.json(and: faults(ofPage: request.query)))
    case "apercu.js", "apercu.css":
      guard let file = Self.client(name) else { return .fault(404) }
      return HTTPResponse(type: MediaType.of(name), body: file)
    default: return .fault(404)
    }
  }

  private static func client(_ name: String) -> [UInt8]? {
    EmbeddedFiles.below("Sources/Preview/client/" + name).first?.bytes
  }

  /// - Parameter query: `page=` and the path of a page.
  private func faults(ofPage query: String) -> Faults {
    guard let good, query.hasPrefix("page="), let path = try? HTTPRequest.decoded(query.dropFirst(5)),
      let page = good.site.page(at: Self.file(String(path.drop { $0 == "/" })))
    else { return .none }
    do {
      _ = try good.site.render(page)
      return .none
    } catch {
      return Faults(source: source, diagnostics: [error.diagnostic], sources: good.sources)
    }
  }

  private func errorPage(_ status: Int) -> HTTPResponse {
    HTTPResponse(status: status, body: adding(script, to: Self.client("erreur.html") ?? []))
  }

  /// The script goes before the last `</body>`, or at the end.
  private func adding(_ script: String, to page: [UInt8]) -> [UInt8] {
    let end = Array("</body>".utf8)
    var place = page.count - end.count
    while place >= 0, !(page[place] == end[0] && page[place...].starts(with: end)) { place -= 1 }
    let cut = place >= 0 ? place : page.count
    return page[..<cut] + Array(script.utf8) + page[cut...]
  }
}
