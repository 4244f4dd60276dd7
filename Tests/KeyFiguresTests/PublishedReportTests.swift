import Diagnostics
import FrenchText
import Testing

@testable import KeyFigures

@Suite struct PublishedReportTests {
  @Test func findsNothingToSayOfTheReport() {
    let published = PublishedTables()
    var diagnostics = published.diagnostics
    let sections = published.tables(&diagnostics)
    for section in sections {
      let tables = section.tables
      let context = CheckContext(table: { path in tables.first { $0.id == path.last } })
      for table in tables {
        table.check(context, &diagnostics)
        table.doubts(&diagnostics)
      }
    }
    if let year = Period(schoolYearFrom: 2024) {
      for section in published.sections { DateDoubts.outside(section.figures, of: year, &diagnostics) }
    }
    #expect(sections.contains { !$0.tables.isEmpty })
    #expect(diagnostics.map { "\($0.location.file) \($0.message)" } == [])
  }
}
