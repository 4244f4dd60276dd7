import Diagnostics
import FrontMatter

@testable import KeyFigures

/// A table as an editor writes it: the schema in YAML, the cells as CSV.
struct Sample {
  var table: Table
  var diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - schema: the YAML under `tableaux: t:`, each line without indentation.
  ///   - csv: the header and the rows.
  init(_ schema: String = "", csv: String, context: CheckContext = CheckContext()) {
    var diagnostics: [Diagnostic] = []
    let schema = Self.schema(schema, &diagnostics)
    let raw = CSVFile.parse(SourceFile(path: "t.csv", text: csv), &diagnostics)
    let empty = RawTable(
      file: "t.csv", location: SourceLocation(file: "t.csv", range: 0..<0), header: [], rows: [])
    table = Table.read(raw ?? empty, schema: schema, &diagnostics)
    table.check(context, &diagnostics)
    self.diagnostics = diagnostics
  }

  static func schema(_ yaml: String, id: String = "t", _ diagnostics: inout [Diagnostic]) -> TableSchema? {
    let lines = yaml.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n")
    let file = SourceFile(
      path: "s.md", text: "tableaux:\n  \(id):\n" + (lines.isEmpty ? "    titre: T" : lines) + "\n")
    var fields = Fields(YAMLParser.parse(file, 0..<file.bytes.count, &diagnostics), of: "la section")
    let schemas = TableSchema.tables(&fields, models: [])
    fields.finish(&diagnostics)
    return schemas.first
  }

  /// The schema alone, for tests of what is wrong elsewhere.
  static func readSchema(_ yaml: String) -> TableSchema? {
    var diagnostics: [Diagnostic] = []
    return schema(yaml, &diagnostics)
  }

  /// Codes and the text each diagnostic points at.
  func found(in csv: String) -> [String] {
    diagnostics.map { diagnostic in
      let bytes = Array(csv.utf8)
      guard diagnostic.location.file == "t.csv" else { return diagnostic.code }
      let range = diagnostic.location.range.clamped(to: 0..<bytes.count)
      return diagnostic.code + " " + String(decoding: bytes[range], as: UTF8.self)
    }
  }
}

/// Figures from the YAML of `chiffres`.
func figures(_ yaml: String) -> (set: FigureSet, diagnostics: [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  let file = SourceFile(path: "s.md", text: yaml)
  var fields = Fields(YAMLParser.parse(file, 0..<file.bytes.count, &diagnostics), of: "la section")
  let set = FigureSet.figures(&fields)
  fields.finish(&diagnostics)
  return (set, diagnostics)
}
