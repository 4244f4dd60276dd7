import Diagnostics
import FrenchText
import FrontMatter
import Glibc

@testable import KeyFigures

/// The figures and tables of the real report, read from `content/` without the rooms that build pages: pipe tables
/// inside `::: tableau {#id}`, and CSV files that schemas name.
struct PublishedTables {
  struct Section {
    let path: String
    let figures: FigureSet
    let schemas: [TableSchema]
    var raws: [RawTable]
  }

  private(set) var sections: [Section] = []
  private(set) var diagnostics: [Diagnostic] = []

  static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  init() {
    let content = Self.root + "/content"
    var models: [TableModel] = []
    if let file = Self.file(content + "/publication.yaml") {
      var fields = Fields(YAMLParser.parse(file, file.bytes.indices, &diagnostics), of: "la publication")
      models = TableModel.models(&fields)
    }
    for folder in ["reussite-des-eleves", "ecole-pour-tous", "accompagnement"] {
      for name in Self.names(content + "/" + folder) where name.hasSuffix(".md") {
        guard let file = Self.file("\(content)/\(folder)/\(name)", as: "\(folder)/\(name)") else { continue }
        read(file, content, models)
      }
    }
  }

  private mutating func read(_ file: SourceFile, _ content: String, _ models: [TableModel]) {
    let (node, body) = readFrontMatter(of: file, &diagnostics)
    var fields = Fields(node, of: "la section")
    let figures = FigureSet.figures(&fields)
    let schemas = TableSchema.tables(&fields, models: models)
    diagnostics += fields.diagnostics
    var raws: [RawTable] = []
    for schema in schemas {
      if let data = schema.data, let csv = Self.file(content + "/" + data.value, as: data.value) {
        if let raw = CSVFile.parse(csv, &diagnostics) { raws.append(raw) }
      } else if let raw = Self.pipeTable(schema.id.value, file, body) {
        raws.append(raw)
      }
    }
    sections.append(
      Section(
        path: String(file.path.dropLast(3)), figures: figures, schemas: schemas.filter { _ in true },
        raws: raws))
  }

  /// The tables of every section, read; a schema without cells is left out.
  func tables(_ diagnostics: inout [Diagnostic]) -> [(section: String, tables: [Table])] {
    sections.map { section in
      (
        section.path,
        zip(section.schemas, section.raws).map { Table.read($1, schema: $0, &diagnostics) }
      )
    }
  }

  // MARK: Pipe tables

  private static func pipeTable(_ id: String, _ file: SourceFile, _ body: Int) -> RawTable? {
    let opener = Array("::: tableau {#\(id)}".utf8)
    var rows: [[RawCell]] = []
    var isInside = false
    var start = body
    while start < file.bytes.count {
      let end = file.bytes[start...].firstIndex(of: .lineFeed) ?? file.bytes.count
      let line = file.bytes[start..<end]
      if line.starts(with: opener) {
        isInside = true
      } else if isInside, line.first == UInt8(ascii: "|") {
        if line.contains(where: { $0 != 0x7C && $0 != 0x2D && $0 != 0x3A && !$0.isBlank }) {
          rows.append(cells(file, start..<end))
        }
      } else if isInside, line.starts(with: Array(":::".utf8)) {
        break
      }
      start = end + 1
    }
    guard let header = rows.first else { return nil }
    return RawTable(
      file: file.path, location: file.location(0..<0), header: header, rows: Array(rows.dropFirst()))
  }

  private static func cells(_ file: SourceFile, _ line: Range<Int>) -> [RawCell] {
    var cells: [RawCell] = []
    var start = line.lowerBound + 1
    for i in line.lowerBound + 1..<line.upperBound where file.bytes[i] == 0x7C {
      let range = trim(file.bytes, start..<i)
      cells.append(RawCell(String(decoding: file.bytes[range], as: UTF8.self), at: file.location(range)))
      start = i + 1
    }
    return cells
  }

  // MARK: The disk

  static func file(_ path: String, as name: String? = nil) -> SourceFile? {
    guard let stream = fopen(path, "rb") else { return nil }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, stream)
      if count == 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    return SourceFile(path: name ?? path, bytes: bytes)
  }

  private static func names(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.sorted()
  }
}
