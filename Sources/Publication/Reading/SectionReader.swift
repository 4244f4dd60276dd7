import Diagnostics
import FrontMatter
import Markdown

/// Reads one Markdown file, on its own: nothing here depends on another file, so sections are read in parallel, and a
/// section whose file has not changed need not be read again.
struct SectionReader: Sendable {
  let settings: Settings

  /// - Parameter file: a path such as `content/index.md` or `content/<part>/<section>.md`.
  func read(_ file: SourceFile) -> (section: Section, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let (role, folder, slug) = Self.place(of: file.path)
    if let fault = file.firstInvalidByte {
      diagnostics.append(.notUTF8(file, at: fault))
      let empty = SourceFile(path: file.path, bytes: [])
      let document = MarkdownParser.parse(empty, diagnostics: &diagnostics)
      return (
        Section(role: role, file: empty, folder: folder, slug: slug, header: Header(), document: document),
        diagnostics
      )
    }
    let (node, body) = readFrontMatter(of: file, &diagnostics)
    var header = Header()
    // An unreadable front matter has been reported; asking for its keys would only add noise.
    if node != nil || body == 0 || file.bytes.isEmpty || diagnostics.isEmpty {
      var fields = Fields(node, of: Self.label(of: role), owner: node == nil ? file.location(0..<0) : nil)
      header.decode(&fields, role: role, settings: settings)
      fields.finish(&diagnostics)
    }
    var options = MarkdownOptions.standard
    if settings.allowsHTML { options.rawHTML = .allowed }
    let document = MarkdownParser.parse(file, from: body, options: options, diagnostics: &diagnostics)
    return (
      Section(role: role, file: file, folder: folder, slug: slug, header: header, document: document),
      diagnostics
    )
  }

  /// What a file is, by its path alone.
  static func place(of path: String) -> (role: Section.Role, folder: String, slug: String) {
    let words = path.split(separator: "/").dropFirst()
    let slug = String(words.last?.dropLast(".md".count) ?? "")
    guard words.count > 1, let folder = words.first.map(String.init) else { return (.home, "", slug) }
    return (slug == "index" ? .part : .section, folder, slug)
  }

  private static func label(of role: Section.Role) -> String {
    switch role {
    case .home: "la page d’accueil"
    case .part: "l’ouverture de la partie"
    case .section: "la section"
    }
  }
}

extension Diagnostic {
  static func notUTF8(_ file: SourceFile, at offset: Int) -> Diagnostic {
    Diagnostic(
      PublicationCode.notUTF8, at: file.location(offset..<min(offset + 1, file.bytes.count)),
      "Ce fichier n’est pas en UTF-8 à partir d’ici",
      help: "enregistrez-le à nouveau en choisissant l’encodage UTF-8")
  }
}
