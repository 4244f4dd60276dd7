import Testing

@testable import Diagnostics

@Suite struct LineTableTests {
  @Test func countsLinesEndedInEachOfTheThreeWays() {
    let table = LineTable(Array("a\nb\r\nc\rd".utf8))
    #expect([0, 2, 5, 7].map { table.position(of: $0).line } == [1, 2, 3, 4])
    #expect(table.text(ofLine: 2) == [UInt8(ascii: "b")][...])
  }

  @Test func countsColumnsInCharactersNotInBytes() {
    let table = LineTable(Array("é été\nà".utf8))
    #expect(table.position(of: 3) == .init(line: 1, column: 3))
    #expect(table.position(of: 10) == .init(line: 2, column: 2))
  }

  @Test func clampsWhatLiesOutside() {
    let table = LineTable([])
    #expect(table.position(of: 99) == .init(line: 1, column: 1))
    #expect(table.offset(line: 7, byteColumn: 7) == 0)
  }
}
