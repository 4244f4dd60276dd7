import Diagnostics
import FrontMatter
import Markdown

/// Finds where the links and pictures of a section lead, and reports those that lead nowhere.
struct Links {
  let section: Section
  let others: References
  let media: MediaIndex
  private var diagnostics: [Diagnostic] = []
  private var guesses = Guesses()

  static func read(
    _ section: Section, _ others: References, _ media: MediaIndex, _ diagnostics: inout [Diagnostic]
  ) -> [LinkTarget] {
    let document = section.document
    guard !document.links.isEmpty else { return [] }
    var reader = Links(section: section, others: others, media: media)
    var targets = [LinkTarget](repeating: .missing, count: document.links.count)
    for node in document.nodes.indices {
      switch document.nodes[node].kind {
      case .link(let link): targets[Int(link)] = reader.target(of: document.links[Int(link)], node)
      case .image(let link): targets[Int(link)] = reader.image(document.links[Int(link)], node)
      default: continue
      }
    }
    diagnostics += reader.diagnostics
    return targets
  }

  private mutating func target(of link: Link, _ node: Int) -> LinkTarget {
    let address = section.document.string(link.destination)
    if address.isEmpty { return .missing }
    reportVague(node)
    if Self.isExternal(address) { return .external }
    let (page, anchor) = Self.parts(of: address)
    guard !page.isEmpty else {
      guard let anchor, let place = section.anchor(named: anchor) else {
        reportAnchor(anchor ?? "", in: section, node)
        return .missing
      }
      return .anchor(place)
    }
    guard let path = resolve(page.removingPercentEncoding, node) else { return .missing }
    guard path.hasSuffix(".md") else { return file(path, node) }
    let (role, folder, slug) = SectionReader.place(of: path)
    let key =
      role == .home ? (slug == "index" ? "index" : slug) : role == .part ? folder : folder + "/" + slug
    guard let place = others.place(ofKey: key) else {
      report(
        .deadLink, node, "La section « \(page) » n’existe pas",
        help: guesses.nearest(to: key, in: others.keys).map {
          "vouliez-vous dire « \(relative("content/" + $0 + ".md")) » ?"
        }
          ?? "le chemin part du fichier où le lien est écrit")
      return .missing
    }
    let target = others.section(place)
    guard let anchor, !anchor.isEmpty else { return .section(key: key, anchor: nil) }
    guard let place = target.anchor(named: anchor) else {
      reportAnchor(anchor, in: target, node)
      return .missing
    }
    return target.key == section.key ? .anchor(place) : .section(key: key, anchor: place)
  }

  /// What stands before the first `#`, as typed, and after it.
  private static func parts(of address: String) -> (page: String, anchor: String?) {
    guard let sign = address.utf8.firstIndex(of: UInt8(ascii: "#")) else { return (address, nil) }
    let anchor = String(address[address.utf8.index(after: sign)...])
    return (String(address[..<sign]), anchor.removingPercentEncoding)
  }

  private mutating func image(_ link: Link, _ node: Int) -> LinkTarget {
    let address = section.document.string(link.destination)
    if Self.isExternal(address) {
      report(
        .missingImage, node,
        "Cette image est ailleurs sur le web : elle peut disparaître, et suit le lecteur",
        help: "copiez-la dans content/images/ et écrivez son chemin")
      return .missing
    }
    guard let path = resolve(address.removingPercentEncoding, node) else { return .missing }
    guard let found = media.path(path) else {
      report(
        .missingImage, node, "L’image « \(address) » n’existe pas",
        help: guesses.nearest(to: path, in: media.names).map { "vouliez-vous dire « \(relative($0)) » ?" }
          ?? "déposez-la dans content/images/ ; le chemin part du fichier où l’image est appelée")
      return .missing
    }
    return .file(String(found.dropFirst("content/".count)))
  }

  private mutating func file(_ path: String, _ node: Int) -> LinkTarget {
    guard let found = media.path(path) else {
      // Tables are published from them, small counts hidden; the files themselves stay at home.
      let isData = ContentFolder.isText(path)
      report(
        .deadLink, node,
        isData ? "Le fichier « \(path) » n’est pas publié tel quel" : "Le fichier « \(path) » n’existe pas",
        help: isData
          ? "menez au tableau, sous lequel on le télécharge : [texte](#identifiant-du-tableau)"
          : "vérifiez le nom, ou retirez le lien")
      return .missing
    }
    return .file(String(found.dropFirst("content/".count)))
  }

  /// The path from the publication's folder; nil, after saying so, when it leaves `content/`.
  private mutating func resolve(_ address: String, _ node: Int) -> String? {
    let slash = UInt8(ascii: "/")
    let dot = UInt8(ascii: ".")
    var path = Self.folder(of: Array(section.file.path.utf8)[...])
    for word in Array(address.utf8).split(separator: slash) where !word.elementsEqual([dot]) {
      if !word.elementsEqual([dot, dot]) {
        path.append(slash)
        path += word
      } else if path.contains(slash) {
        path = Self.folder(of: path)
      } else {
        report(
          .pathOutside, node, "« \(address) » sort du dossier content/",
          help: "un lien ne mène qu’à ce qui est publié, ou à une adresse complète (https://…)")
        return nil
      }
    }
    return String(decoding: path, as: UTF8.self)
  }

  /// A path without its last word.
  private static func folder(of path: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    path.prefix(upTo: path.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)
  }

  /// A path below the publication's folder as it is typed in this file.
  private func relative(_ path: String) -> String {
    let own = section.file.path.split(separator: "/").dropLast()
    let words = path.split(separator: "/")
    let common = zip(own, words.dropLast()).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: own.count - common) + words.dropFirst(common).map(String.init))
      .joined(separator: "/")
  }

  private mutating func reportAnchor(_ anchor: String, in target: Section, _ node: Int) {
    let anchors = target.document.headings.map(\.anchor) + target.document.directives.compactMap(\.id)
    report(
      .deadAnchor, node,
      "Rien ne s’appelle « #\(anchor) » dans \(target.key == section.key ? "cette section" : "« \(target.key) »")",
      help: guesses.nearest(to: anchor, in: anchors).map { "vouliez-vous dire « #\($0) » ?" }
        ?? (anchors.isEmpty
          ? "donnez cette ancre au titre visé : ## Titre {#\(anchor)}"
          : "ancres possibles : " + anchors.prefix(8).map { "#" + $0 }.joined(separator: ", ")))
  }

  private static let vague: Set = [
    "ici", "cliquez ici", "lien", "ce lien", "en savoir plus", "lire la suite", "voir", "là",
  ]

  private static let longestVague = vague.map(\.utf8.count).max() ?? 0

  /// A link must make sense when it is read alone (RGAA 6.1).
  private mutating func reportVague(_ node: Int) {
    let shown = section.document.plainText(of: node).trimmed
    guard shown.utf8.count <= Self.longestVague else { return }
    let text = shown.lowercased()
    guard Self.vague.contains(text) else { return }
    report(
      .vagueLink, node, "Le lien « \(text) » ne dit pas où il mène",
      help: "faites porter le lien sur les mots qui nomment la page")
  }

  private mutating func report(_ code: PublicationCode, _ node: Int, _ message: String, help: String? = nil) {
    diagnostics.append(Diagnostic(code, at: section.document.location(of: node), message, help: help))
  }

  static func isExternal(_ address: String) -> Bool {
    let scheme = address.prefix(8).lowercased()
    return ["https://", "http://", "mailto:", "tel:"].contains { scheme.hasPrefix($0) }
  }
}

extension String {
  /// `%20` and its like as the bytes they stand for.
  var removingPercentEncoding: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    var bytes: [UInt8] = []
    var rest = Array(utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
