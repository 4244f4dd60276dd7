import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures
import Markdown

/// Types the tables of a section: those in its `tableau` directives, and those its front matter takes from a file.
struct TableBlockReader {
  let section: Section
  let folder: ContentFolder
  private(set) var tables: [TableBlock] = []
  /// For each directive, the table it shows.
  private(set) var shown: [Int: Int] = [:]

  init(_ section: Section, folder: ContentFolder, _ diagnostics: inout [Diagnostic]) {
    self.section = section
    self.folder = folder
    for (i, directive) in section.document.directives.enumerated() where directive.name == "tableau" {
      readDirective(directive, i, &diagnostics)
    }
    for schema in section.header.schemas where !tables.contains(where: { $0.id == schema.id.value }) {
      readUnshown(schema, &diagnostics)
    }
  }

  private mutating func readDirective(_ directive: Directive, _ index: Int, _ diagnostics: inout [Diagnostic])
  {
    let schema = directive.id.flatMap { id in section.header.schemas.first { $0.id.value == id } }
    let id = directive.id ?? "tableau-\(index + 1)"
    // An identifier given twice has been reported with the text.
    guard !tables.contains(where: { $0.id == id }) else { return }
    // A column at fault in the schema would be missing, and said to be.
    guard schema == nil || !section.doubts.contains(.tables) else { return }
    guard let (raw, node) = rawTable(of: directive, schema, &diagnostics) else { return }
    shown[index] = tables.count
    tables.append(
      TableBlock(
        id: id, table: .read(raw, schema: schema, &diagnostics), node: node, isShown: true,
        note: schema?.note?.value ?? directive["note"], title: schema?.title?.value ?? directive["titre"],
        source: schema?.source?.value ?? directive["source"],
        date: schema?.date?.value.formatted ?? directive["date"].map(Self.formattedDate)))
  }

  private mutating func readUnshown(_ schema: TableSchema, _ diagnostics: inout [Diagnostic]) {
    guard let data = schema.data else {
      guard !section.hasFaultyTable(schema.id.value) else { return }
      diagnostics.append(
        Diagnostic(
          PublicationCode.unusedTable, at: schema.id.location,
          "Le tableau « \(schema.id.value) » est décrit, mais le texte ne le montre pas",
          help:
            "placez le tableau entre « ::: tableau {#\(schema.id.value)} » et « ::: », ou retirez sa description"
        ))
      return
    }
    guard let file = folder.data(at: data, &diagnostics), let raw = CSVFile.parse(file, &diagnostics) else {
      return
    }
    tables.append(
      TableBlock(
        id: schema.id.value, table: .read(raw, schema: schema, &diagnostics), node: nil, isShown: false,
        note: schema.note?.value, title: schema.title?.value, source: schema.source?.value,
        date: schema.date?.value.formatted))
  }

  private func rawTable(
    of directive: Directive, _ schema: TableSchema?, _ diagnostics: inout [Diagnostic]
  ) -> (raw: RawTable, node: Int?)? {
    let document = section.document
    let node = document.children(of: directive.node).first {
      if case .table = document.nodes[$0].kind { true } else { false }
    }
    let path = directive.attribute("donnees").map {
      Located($0.value, at: section.file.location($0.valueRange))
    }
    guard let data = path ?? schema?.data else {
      guard let node else {
        let lacksRule = document.plainText(of: directive.node).hasPrefix("|")
        diagnostics.append(
          Diagnostic(
            PublicationCode.contentExpected, at: section.file.location(directive.nameRange),
            "Ce bloc « tableau » ne contient pas de tableau",
            help: lacksRule
              ? "sous la première ligne, écrivez « |---|---| », avec autant de colonnes qu’elle"
              : "écrivez-y les lignes « | … | », ou donnez un fichier : donnees=donnees/exemple.csv"))
        return nil
      }
      return (raw(node, of: directive), node)
    }
    if let node {
      diagnostics.append(
        Diagnostic(
          PublicationCode.contentUnexpected, at: document.location(of: node),
          "Ce tableau vient déjà du fichier « \(data.value) »", help: "gardez l’un des deux"))
      return nil
    }
    guard let file = folder.data(at: data, &diagnostics), let raw = CSVFile.parse(file, &diagnostics) else {
      return nil
    }
    return (raw, nil)
  }

  private func raw(_ node: Int, of directive: Directive) -> RawTable {
    let document = section.document
    let rows = Array(document.children(of: node))
    let header = rows.prefix(1).flatMap { row in
      document.children(of: row).map { cell in
        var name: [UInt8] = []
        write(cell, to: &name)
        return RawCell(String(decoding: name, as: UTF8.self), at: document.location(of: cell))
      }
    }
    let body = rows.dropFirst()
    var cells = RawCells(rows: body.count, columns: header.count)
    for row in body {
      for cell in document.children(of: row) {
        cells.append(at: document.nodes[cell].range) { write(cell, to: &$0) }
      }
      cells.endRow()
    }
    return RawTable(
      file: section.file.path, location: section.file.location(directive.nameRange), header: header,
      cells: cells)
  }

  /// Appends the text of a cell. The typographer's spaces are for readers of the page: data keep plain ones.
  private func write(_ cell: Int, to text: inout [UInt8]) {
    let start = text.count
    section.document.appendPlainText(of: cell, to: &text)
    var plain = start
    var i = start
    while i < text.count {
      let space = Self.noBreakSpaceLength(text, i)
      text[plain] = space > 0 ? .space : text[i]
      plain += 1
      i += max(space, 1)
    }
    text.removeLast(text.count - plain)
  }

  /// The length of U+00A0 or U+202F, or none.
  private static func noBreakSpaceLength(_ text: [UInt8], _ i: Int) -> Int {
    if text[i] == 0xC2, i + 1 < text.count, text[i + 1] == 0xA0 { return 2 }
    return text[i] == 0xE2 && i + 2 < text.count && text[i + 1] == 0x80 && text[i + 2] == 0xAF ? 3 : 0
  }

  /// A date as French typography writes it; what is no date stays text.
  static func formattedDate(_ text: String) -> String { (try? Period.parse(text).get())?.formatted ?? text }
}

extension Section {
  /// Whether a table that is not among `tables` was meant to be, and what keeps it out has been said.
  func hasFaultyTable(_ id: String) -> Bool {
    doubts.contains(.tables) || document.directives.contains { $0.name == "tableau" && $0.id == id }
  }
}

extension ContentFolder {
  /// A text named from `content/`, as in `donnees/lieux.csv`.
  func data(at path: Located<String>, _ diagnostics: inout [Diagnostic]) -> SourceFile? {
    if path.value.hasPrefix("/") || path.value.split(separator: "/").contains("..") {
      diagnostics.append(
        Diagnostic(
          PublicationCode.pathOutside, at: path.location, "« \(path.value) » sort du dossier content/",
          help: "écrivez le chemin depuis content/ : donnees/exemple.csv"))
      return nil
    }
    if let file = text(at: "content/" + path.value) {
      file.reportReversal(&diagnostics)
      guard let fault = file.firstInvalidByte, !file.path.hasSuffix(".csv") else { return file }
      diagnostics.append(.notUTF8(file, at: fault))
      return nil
    }
    let known = texts.lazy.map(\.path).filter { $0.hasPrefix("content/donnees/") }.map {
      String($0.dropFirst("content/".count))
    }
    let guess = nearest(to: path.value, in: known)
    diagnostics.append(
      Diagnostic(
        PublicationCode.missingFile, at: path.location,
        "Le fichier « \(path.value) » n’existe pas dans content/",
        help: guess.map { "vouliez-vous dire « \($0) » ?" } ?? "déposez-le dans content/donnees/"))
    return nil
  }
}
