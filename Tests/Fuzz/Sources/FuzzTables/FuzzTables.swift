import Diagnostics
import FrontMatter
import Fuzzing
import KeyFigures

/// A schema and a CSV file, parted by a line `===`; alone, the whole is the CSV.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let (yaml, cells) = parts(input(start, count))
  let front = SourceFile(path: "s.md", bytes: yaml)
  let csv = SourceFile(path: "t.csv", bytes: cells)
  var diagnostics: [Diagnostic] = []
  var fields = Fields(YAMLParser.parse(front, nil, &diagnostics), of: "la section")
  let models = TableModel.models(&fields)
  let schema = TableSchema.tables(&fields, models: models).first
  fields.finish(&diagnostics)
  guard let raw = CSVFile.parse(csv, &diagnostics) else {
    expectInside(diagnostics, [front, csv])
    return 0
  }
  var tables = [Table.read(raw, schema: schema, &diagnostics)]
  tables[0].check(CheckContext(table: { _ in nil }), &diagnostics)
  tables[0].doubts(&diagnostics)
  Disclosure.protect(&tables, &diagnostics)
  expectInside(diagnostics, [front, csv])
  show(tables[0])
  expectSameAfterExport(tables[0])
  return 0
}

private func parts(_ bytes: [UInt8]) -> (yaml: [UInt8], csv: [UInt8]) {
  let mark = Array("\n===\n".utf8)
  guard bytes.count >= mark.count,
    let at = (0...bytes.count - mark.count).first(where: { bytes[$0...].starts(with: mark) })
  else { return ([], bytes) }
  return (Array(bytes[..<(at + 1)]), Array(bytes[(at + mark.count)...]))
}

/// What pages and charts ask of every cell.
private func show(_ table: Table) {
  for row in 0..<table.rowCount {
    _ = table.label(ofRow: row)
    for column in table.columns.indices {
      _ = (table.formatted(row, column), table.value(row, column), table.rowSpan(row, column))
      _ = (table.columns[column].decimal(row), table.columns[column].quantity(row))
    }
  }
}

/// The open data reads as it was written: without a fault, and in as many columns.
private func expectSameAfterExport(_ table: Table) {
  let file = SourceFile(path: "out.csv", bytes: TableCSV.write(table))
  guard !table.columns.isEmpty else { return }
  var diagnostics: [Diagnostic] = []
  guard let again = CSVFile.parse(file, &diagnostics) else {
    return expect(table.rowCount == 0, "the export cannot be read: \(diagnostics.first?.message ?? "")")
  }
  expect(!diagnostics.contains { $0.severity == .error }, diagnostics.first?.message ?? "")
  expect(again.header.count == table.columns.count, "the export has other columns")
}
