import Diagnostics

/// What in a file would run or fetch, once a browser or a server opens it at its own address on the site.
///
/// Pages run nothing that an editor writes; a drawing or a page dropped beside them would, with the site's name above it.
public enum ActiveContent: Hashable, Sendable {
  /// Browsers or servers run files of this name.
  case kind
  /// An element, an attribute, an address or a declaration of a drawing.
  case part(String)

  /// - Parameter read: the bytes of the file, asked for only where they matter.
  init?(_ path: String, read: () throws(DiskError) -> [UInt8]) throws(DiskError) {
    let name =
      path.utf8.lastIndex(of: UInt8(ascii: ".")).map { path[path.index(after: $0)...].lowercased() } ?? ""
    if Self.kinds.contains(name) {
      self = .kind
    } else if name == "svg" || name == "xml", let part = Self.part(of: try read()) {
      self = .part(String(part.prefix(60)))
    } else {
      return nil
    }
  }

  private static let kinds: Set<String> = [
    "html", "htm", "xhtml", "xht", "shtml", "shtm", "stm", "mhtml", "mht", "hta", "xsl", "xslt", "svgz",
    "swf",
    "php", "phtml", "phar", "cgi", "asp", "aspx", "jsp",
  ]

  /// The first part of an XML file that is not of a picture at rest, as it is written there.
  public static func part(of bytes: [UInt8]) -> String? {
    // A control character may switch to letters that are read otherwise (ISO 2022).
    guard String(validating: bytes, as: UTF8.self) != nil,
      SourceFile(path: "", bytes: bytes).firstControl() == nil
    else {
      return "encodage"
    }
    let lower = bytes.map { $0.isASCIIUppercase ? $0 | 0x20 : $0 }
    if let word = declarations.first(where: { !places(of: $0, in: lower).isEmpty }) {
      return word
    }
    if let request = request(in: lower) { return request }
    var scan = XMLTags(lower)
    while let tag = scan.next() {
      if elements.contains(tag.name) { return "<\(tag.name)>" }
      for (name, value) in tag.attributes {
        if name.hasPrefix("on") || name == "srcset" { return name }
        if name == "attributename", !isStill(value) { return value }
        if addresses.contains(name), !isHarmless(value, of: tag.name) {
          return "\(name)=\"\(value.prefix(40))\""
        }
        if let part = veiled(in: value.utf8) { return part }
      }
    }
    return scan.isSound ? veiled(in: scan.text) : "balise mal fermée"
  }

  /// What gives elements attributes, or text to entities, out of sight of their tags.
  private static let declarations = ["<!entity", "<!attlist", "<?xml-stylesheet"]

  /// What a style would fetch from elsewhere.
  private static func request(in bytes: [UInt8]) -> String? {
    if let word = ["@import", "image-set("].first(where: { !places(of: $0, in: bytes).isEmpty }) {
      return word
    }
    return places(of: "url(", in: bytes).first { !isOwn(bytes[($0 + 4)...]) }
      .map { String(decoding: bytes[$0...].prefix(30), as: UTF8.self) }
  }

  /// The same where it is written in other letters, or in pieces.
  private static func veiled(in text: some Sequence<UInt8>) -> String? {
    let unveiled = Unveiled(text)
    return unveiled.unknown ?? request(in: unveiled.style)
  }

  private static func places(of word: String, in bytes: [UInt8]) -> some Collection<Int> {
    let word = Array(word.utf8)
    return bytes.indices.lazy.filter { bytes[$0] == word[0] && bytes[$0...].starts(with: word) }
  }

  /// Whether the address of a style leads to a part of the same file, or holds a picture itself.
  private static func isOwn(_ rest: ArraySlice<UInt8>) -> Bool {
    let address = rest.drop {
      $0.isBlank || $0.isLineEnd || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
    }
    return ["#", "&quot;#", "&#39;#", "data:image/"].contains { address.starts(with: $0.utf8) }
  }

  private static let elements: Set<String> = [
    "script", "foreignobject", "iframe", "embed", "object", "handler", "listener", "html", "body", "meta",
    "link", "base",
    "form", "video", "audio",
  ]
  private static let addresses: Set<String> = [
    "href", "src", "srcdoc", "poster", "action", "formaction", "data", "from", "to", "values", "by",
  ]

  /// Whether what an animation changes is no address and no script.
  private static func isStill(_ attribute: String) -> Bool {
    let name = attribute.split(separator: ":").last.map { $0.filter { $0 != " " } } ?? ""
    return name != "href" && !name.hasPrefix("on") && !attribute.contains("&")
  }

  /// A link leads anywhere on the web; anything else stays in its file, or holds its picture itself.
  ///
  /// Byte for byte: to a `String`, a sign before a vowel of Thai is no longer that sign.
  private static func isHarmless(_ value: String, of element: String) -> Bool {
    let address = value.utf8.filter { $0 > 0x20 }
    let has = { (word: String) in !places(of: word, in: address).isEmpty }
    if has("&#") || has("script:") { return false }
    if address.starts(with: "data:".utf8) {
      return ["png", "jpeg", "jpg", "gif", "webp"].contains { address.starts(with: "data:image/\($0);".utf8) }
    }
    // A browser takes \ for /, and « https:a.fr » for an address of the web.
    return element == "a" || address.first == UInt8(ascii: "#") || !["//", "\\", ":"].contains(where: has)
  }
}

extension ContentFolder {
  /// Refuses files that would run on the site, as HTML is refused in texts.
  func reportActiveFiles(_ diagnostics: inout [Diagnostic]) {
    for medium in media {
      guard let found = medium.active else { continue }
      let (message, help) =
        switch found {
        case .kind:
          (
            "« \(medium.path) » serait exécuté à l’adresse du site",
            "écrivez une page en Markdown, ou publiez ce fichier ailleurs"
          )
        case .part(let part):
          (
            "« \(medium.path) » n’est pas qu’un dessin : « \(part) »",
            "enregistrez-le à nouveau en SVG simple, sans script ni lien vers le dehors, ou en PNG"
          )
        }
      diagnostics.append(
        Diagnostic(
          PublicationCode.activeFile, at: SourceLocation(file: medium.path, range: 0..<0), message, help: help
        ))
    }
  }
}
