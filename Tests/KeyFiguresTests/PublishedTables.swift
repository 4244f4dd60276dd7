import Diagnostics
import Foundation
import FrenchText
import FrontMatter
import TestSupport

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

  init() {
    var models: [TableModel] = []
    if let file = Self.file("publication.yaml") {
      var fields = Fields(YAMLParser.parse(file, file.bytes.indices, &diagnostics), of: "la publication")
      models = TableModel.models(&fields)
    }
    for folder in ["reussite-des-eleves", "ecole-pour-tous", "accompagnement"] {
      for name in Self.names(folder) where name.hasSuffix(".md") {
        guard let file = Self.file("\(folder)/\(name)") else { continue }
        read(file, models)
      }
    }
  }

  private mutating func read(_ file: SourceFile, _ models: [TableModel]) {
    let (node, body) = readFrontMatter(of: file, &diagnostics)
    var fields = Fields(node, of: "la section")
    let figures = FigureSet.figures(&fields)
    let schemas = TableSchema.tables(&fields, models: models)
    diagnostics += fields.diagnostics
    var raws: [RawTable] = []
    for schema in schemas {
      if let data = schema.data, let csv = Self.file(data.value) {
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

  /// A file of `content/`, called by its path from there.
  static func file(_ path: String) -> SourceFile? {
    (try? Repository.bytes("content/" + path)).map { SourceFile(path: path, bytes: $0) }
  }

  private static func names(_ folder: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: Repository.url("content/" + folder).path)
    return names?.sorted() ?? []
  }
}
