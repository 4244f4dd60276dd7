import Diagnostics
import FrontMatter
import Markdown

/// Reads one Markdown file, on its own: nothing here depends on another file, so sections are read in parallel, and a
/// section whose file has not changed need not be read again.
struct SectionReader: Sendable {
  typealias Output = (section: Section, diagnostics: [Diagnostic])

  let settings: Settings

  /// - Parameter file: a path such as `content/index.md` or `content/<part>/<section>.md`.
  func read(_ file: SourceFile) -> Output {
    var diagnostics: [Diagnostic] = []
    if let fault = file.firstInvalidByte {
      diagnostics.append(.notUTF8(file, at: fault))
      return (empty(file, &diagnostics), diagnostics)
    }
    file.reportReversal(&diagnostics)
    let (role, folder, slug) = Self.place(of: file.path)
    let (node, body) = readFrontMatter(of: file, &diagnostics)
    guard let node else {
      if diagnostics.isEmpty, role != .home { diagnostics.append(.missingHeader(file)) }
      return (empty(file, from: body, &diagnostics), diagnostics)
    }
    let isSound = diagnostics.isEmpty
    var header = Header()
    var fields = Fields(node, of: Self.label(of: role))
    header.decode(&fields, role: role, settings: settings)
    var said: [Diagnostic] = []
    fields.finish(&said)
    // What is missing may stand in what could not be read.
    if !isSound { said.removeAll { $0.code == FrontMatterCode.wrongType.rawValue } }
    diagnostics += said
    let document = MarkdownParser.parse(file, from: body, options: options, diagnostics: &diagnostics)
    let reading = Reading(
      role: role, file: file, folder: folder, slug: slug, header: header, document: document,
      isReadable: true,
      doubts: isSound ? HeaderDoubts(said, in: node, of: header) : .all, body: body)
    return (Section(reading: reading), diagnostics)
  }

  /// A section whose header could not be read; its text is looked at all the same, unless it is no text.
  private func empty(_ file: SourceFile, from body: Int? = nil, _ diagnostics: inout [Diagnostic]) -> Section
  {
    let (role, folder, slug) = Self.place(of: file.path)
    let file = body == nil ? SourceFile(path: file.path, bytes: []) : file
    let document = MarkdownParser.parse(file, from: body ?? 0, options: options, diagnostics: &diagnostics)
    return Section(
      reading: Reading(
        role: role, file: file, folder: folder, slug: slug, header: Header(), document: document,
        isReadable: false, doubts: .all, body: body ?? 0))
  }

  private var options: MarkdownOptions {
    var options = MarkdownOptions.standard
    options.isKnownText = true
    if settings.allowsHTML { options.rawHTML = .allowed }
    return options
  }

  /// What a file is, by its path alone.
  static func place(of path: String) -> (role: Section.Role, folder: String, slug: String) {
    let words = Array(path.utf8).split(separator: UInt8(ascii: "/")).dropFirst()
    let slug = words.last.map { String(decoding: $0.dropLast(".md".utf8.count), as: UTF8.self) } ?? ""
    guard words.count > 1, let folder = words.first else { return (.home, "", slug) }
    return (slug == "index" ? .part : .section, String(decoding: folder, as: UTF8.self), slug)
  }

  private static func label(of role: Section.Role) -> String {
    switch role {
    case .home: "la page d’accueil"
    case .part: "l’ouverture de la partie"
    case .section: "la section"
    }
  }
}

extension SourceFile {
  /// What is read must be what is written.
  func reportReversal(_ diagnostics: inout [Diagnostic]) {
    guard let range = firstReversal else { return }
    diagnostics.append(
      Diagnostic(
        PublicationCode.reversedText, at: location(range),
        "Caractère invisible qui change le sens de lecture (\(codePointName(at: range)))",
        help: "effacez-le, ou retapez la ligne ; l’arabe et l’hébreu se lisent sans lui"))
  }
}

extension Diagnostic {
  static func missingHeader(_ file: SourceFile) -> Diagnostic {
    Diagnostic(
      PublicationCode.missingHeader, at: file.location(0..<0), "Ce fichier n’a pas d’en-tête",
      help: "commencez-le par trois lignes : « --- », « titre: … » et « --- »")
  }

  static func notUTF8(_ file: SourceFile, at offset: Int) -> Diagnostic {
    let isUTF16 = file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF])
    return Diagnostic(
      PublicationCode.notUTF8, at: file.location(offset..<min(offset + 1, file.bytes.count)),
      isUTF16 ? "Ce fichier est en UTF-16" : "Ce fichier n’est pas en UTF-8 à partir d’ici",
      help: "enregistrez-le à nouveau en choisissant l’encodage UTF-8")
  }
}
