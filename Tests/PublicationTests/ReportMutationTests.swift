import Diagnostics
import KeyFigures
import TestSupport
import Testing

@testable import Publication

/// Every digit of every cell that a total, a mean, a sum or a formula of the real report speaks of, changed to the next:
/// what the checks catch, and what they cannot.
@Suite struct ReportMutationTests {
  @Test func catchesAChangedDigitWhereverASumDecides() async throws {
    let folder = try await ContentFolder.read(Repository.path, jobs: 1)
    let (publication, _) = await Publication.load(folder)
    var tried = 0
    var missed: [String] = []
    let steps = publication.everything.map(SectionStep.init)
    for (place, section) in publication.everything.enumerated() {
      let index = ReferenceIndex(steps, .init(steps))
      let others = References(index, from: place)
      let context = CheckContext(table: { others.table($0) })
      for block in section.tables where block.table.schema?.checks.contains(where: \.isArithmetic) == true {
        for mutant in Mutant.all(of: block.table) {
          tried += 1
          if !mutant.isCaught(context) { missed.append("\(section.key)/\(block.id) : \(mutant.description)") }
        }
      }
    }
    // What is missed lies in columns that no sum, mean or formula covers, or moves a result by less than its rounding.
    print("\(tried) chiffres changés, \(tried - missed.count) vus")
    for line in missed { print("  non vu : \(line)") }
    #expect(tried > 300)
    #expect(Double(missed.count) / Double(tried) < 0.2)
  }
}

extension Check {
  fileprivate var isArithmetic: Bool {
    switch self {
    case .total, .mean, .sum, .formula: true
    default: false
    }
  }
}

/// A table of which one digit was changed.
private struct Mutant {
  let original: KeyFigures.Table
  let row: Int
  let column: Int
  let text: String

  var description: String {
    "\(original.label(ofRow: row)), \(original.columns[column].name) : « \(original.text(row, column)) » → « \(text) »"
  }

  static func all(of table: KeyFigures.Table) -> [Mutant] {
    var mutants: [Mutant] = []
    for row in 0..<table.rowCount {
      for column in table.columns.indices where table.columns[column].type.isNumeric {
        let text = table.text(row, column)
        for (place, digit) in text.enumerated() where digit.isASCII && digit.isNumber {
          var changed = Array(text)
          changed[place] = Character(String(((digit.wholeNumberValue ?? 0) + 1) % 10))
          mutants.append(Mutant(original: table, row: row, column: column, text: String(changed)))
        }
      }
    }
    return mutants
  }

  func isCaught(_ context: CheckContext) -> Bool {
    let raw = original.raw
    let rows = (0..<original.rowCount).map { row in
      original.columns.indices.map { column in
        RawCell(
          row == self.row && column == self.column ? text : original.text(row, column),
          at: original.location(row, column))
      }
    }
    let changed = RawTable(file: raw.file, location: raw.location, header: raw.header, rows: rows)
    var diagnostics: [Diagnostic] = []
    let table = KeyFigures.Table.read(changed, schema: original.schema, &diagnostics)
    table.check(context, &diagnostics)
    return !diagnostics.isEmpty
  }
}
