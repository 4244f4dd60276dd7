import Diagnostics
import FrenchText
import FrontMatter

/// Which files of `content/` make the publication, and which were left where nobody will see them.
struct Inventory: Sendable {
  /// The places of the home page, of the openings in the order of the parts, then of the sections, among the texts.
  private(set) var places: [Int] = []
  private(set) var diagnostics: [Diagnostic] = []

  private static let reserved = ["donnees", "images"]

  /// Opens no file: the names are all it looks at.
  init(_ folder: ContentFolder, parts: [Located<String>]) {
    let markdown = folder.texts.enumerated().filter { $0.element.isMarkdown }
      .map { Text(place: $0.offset, path: $0.element.path) }
    let byFolder = Dictionary(grouping: markdown) { Self.folder(of: $0.path) }
    places += (byFolder[""] ?? []).filter { $0.path == "content/index.md" }.map(\.place)
    Self.reportUnlisted(byFolder, parts: parts, &diagnostics)
    Self.reportDuplicates(markdown, &diagnostics)
    Self.reportNames(markdown, &diagnostics)
    for path in folder.media.map(\.path) + folder.texts.map(\.path) {
      Self.reportMisnamed(path, &diagnostics)
    }
    Self.reportLookAlikes(folder, &diagnostics)
    var sections: [Text] = []
    for (i, part) in parts.enumerated() {
      if let first = parts[..<i].first(where: { $0.value == part.value }) {
        diagnostics.append(
          Diagnostic(
            PublicationCode.sameSlug, at: part.location, "La partie « \(part.value) » est donnée deux fois",
            help: "gardez l’une des deux", notes: [.init("la première est ici", at: first.location)]))
        continue
      }
      if !Self.isPlain(part.value.utf8[...]) {
        diagnostics.append(
          Diagnostic(
            PublicationCode.sameSlug, at: part.location, "« \(part.value) » ne peut pas servir d’adresse",
            help: "renommez le dossier de la partie : \(Self.suggestion(part.value, or: "ecoles"))"))
      }
      let members = byFolder[part.value] ?? []
      let path = "content/" + part.value + "/index.md"
      if let opening = members.first(where: { $0.path == path }) {
        places.append(opening.place)
      } else {
        diagnostics.append(
          Diagnostic(
            PublicationCode.missingFile, at: part.location,
            members.isEmpty ? "Le dossier content/\(part.value)/ n’existe pas" : "Il manque \(path)",
            help: "créez \(path) avec le titre de la partie"))
      }
      sections += members.filter { $0.path != path }
    }
    places += sections.map(\.place)
  }

  /// A file of Markdown.
  private struct Text {
    let place: Int
    let path: String

    var start: SourceLocation { SourceLocation(file: path, range: 0..<0) }
  }

  /// The folders under `content/`, joined: empty for its own files.
  private static func folder(of path: String) -> String {
    let inside = path.utf8.dropFirst("content/".utf8.count)
    return inside.lastIndex(of: UInt8(ascii: "/")).map { String(Substring(inside[..<$0])) } ?? ""
  }

  private static func reportUnlisted(
    _ byFolder: [String: [Text]], parts: [Located<String>], _ diagnostics: inout [Diagnostic]
  ) {
    for (folder, files) in byFolder.sorted(by: { $0.key < $1.key })
    where !parts.contains(where: { $0.value == folder }) {
      if folder.isEmpty {
        for file in files where file.path != "content/index.md" {
          diagnostics.append(
            Diagnostic(
              PublicationCode.strayFile, at: file.start, "Ce texte n’est dans aucune partie",
              help: "déplacez-le dans le dossier d’une partie"))
        }
      } else if !reserved.contains(folder), let file = files.first {
        let guess = nearest(to: folder, in: parts.map(\.value))
        diagnostics.append(
          Diagnostic(
            PublicationCode.unlistedFolder, at: file.start,
            "Le dossier « \(folder) » n’est pas une partie de la publication",
            help: guess.map { "vouliez-vous dire « \($0) » ?" }
              ?? "ajoutez-le à « parties » dans publication.yaml, ou déplacez ses fichiers"))
      }
    }
  }

  /// A name that can be an address: nothing of `.` can.
  private static func suggestion(_ name: String, or example: String) -> String {
    let made = slug(name)
    return made.isEmpty ? example : made
  }

  /// A text whose name says that it is another kind of file: nobody would see it.
  private static func reportMisnamed(_ path: String, _ diagnostics: inout [Diagnostic]) {
    // Most are what they say: only others need be looked at.
    guard !path.utf8.suffix(3).elementsEqual(".md".utf8) else { return }
    let lowered = path.lowercased()
    guard let end = [".txt", ".markdown", ".mdown", ".md.txt"].first(where: lowered.hasSuffix),
      !reserved.contains(folder(of: path))
    else { return }
    let name = path.split(separator: "/").last?.dropLast(end.count) ?? ""
    diagnostics.append(
      Diagnostic(
        PublicationCode.strayFile, at: SourceLocation(file: path, range: 0..<0),
        "Ce texte n’est pas publié : le nom d’une section finit par « .md »",
        help: "renommez-le \(suggestion(String(name), or: "pix")).md, ou rangez-le dans content/donnees/"))
  }

  /// Two files that would be published at one address, on a disk that ignores case or on a server.
  private static func reportDuplicates(_ files: [Text], _ diagnostics: inout [Diagnostic]) {
    // Two paths are never the same before: most publications have neither capitals nor accents in them.
    guard !files.allSatisfy({ $0.path.utf8.allSatisfy { $0 < 0x80 && !$0.isASCIIUppercase } }) else { return }
    var seen: [String: Text] = [:]
    for file in files {
      let address = file.path.lowercased()
      if let other = seen[address] {
        diagnostics.append(
          Diagnostic(
            PublicationCode.sameSlug, at: file.start, "« \(other.path) » aurait la même adresse",
            help: "renommez l’un des deux fichiers"))
      }
      seen[address] = file
    }
  }

  /// Texts whose name cannot stand in an address.
  private static func reportNames(_ files: [Text], _ diagnostics: inout [Diagnostic]) {
    for file in files {
      let last = file.path.utf8.lastIndex(of: UInt8(ascii: "/")).map { file.path.utf8[$0...].dropFirst() }
      let letters = (last ?? file.path.utf8[...]).dropLast(".md".utf8.count)
      if !isPlain(letters) {
        let name = String(Substring(letters))
        diagnostics.append(
          Diagnostic(
            PublicationCode.sameSlug, at: file.start, "« \(name) » ne peut pas servir d’adresse",
            help: "renommez le fichier : \(suggestion(name, or: "pix")).md"))
      }
    }
  }

  /// Two pictures or data files whose names differ by case or by the way an accent is encoded only: on many disks they are
  /// one file, and to an editor they look the same.
  private static func reportLookAlikes(_ folder: ContentFolder, _ diagnostics: inout [Diagnostic]) {
    let paths = folder.media.map(\.path) + folder.texts.lazy.filter { !$0.isMarkdown }.map(\.path)
    var seen: [String: String] = [:]
    for path in paths {
      // Strings are equal here whatever way their accents are encoded.
      if let other = seen.updateValue(path, forKey: path.lowercased()) {
        diagnostics.append(
          Diagnostic(
            PublicationCode.sameSlug, at: SourceLocation(file: path, range: 0..<0),
            "« \(other) » a le même nom, à la casse ou à l’encodage des accents près",
            help: "renommez l’un des deux fichiers"))
      }
    }
  }

  /// Whether a name can stand in an address as it is.
  private static func isPlain(_ name: Substring.UTF8View) -> Bool {
    !name.isEmpty
      && name.allSatisfy {
        $0.isASCIILetter || $0.isASCIIDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
      }
  }
}
