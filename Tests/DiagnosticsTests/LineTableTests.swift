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

  @Test func turnsLinesAndByteColumnsIntoOffsets() {
    let table = LineTable(Array("é\r\nabc\n".utf8))
    #expect(table.offset(line: 1, byteColumn: 3) == 2)
    #expect(table.offset(line: 2, byteColumn: 1) == 4)
    #expect(table.offset(line: 3, byteColumn: 1) == 8)
    #expect(table.offset(line: 0, byteColumn: 5) == 0)
    #expect(table.offset(line: 2, byteColumn: -5) == 4)
    #expect(table.lineCount == 3)
  }

  @Test func givesLinesWithoutTheirEnds() {
    let table = LineTable(Array("a\n\nb\r\n".utf8))
    #expect((0...5).map { Array(table.text(ofLine: $0)).text } == ["", "a", "", "b", "", ""])
  }

  @Test func placesTheEndOfALineOnThatLine() {
    let table = LineTable(Array("ab\ncd".utf8))
    #expect(
      [2, 3, 5, -1].map { table.position(of: $0) }.map { [$0.line, $0.column] } == [
        [1, 3], [2, 1], [2, 3], [1, 1],
      ])
  }

  @Test func countsColumnsInAVeryLongLine() {
    let table = LineTable(Array(("a\n" + String(repeating: "é€x", count: 5000)).utf8))
    for i in [0, 1, 682, 683, 4999, 5000] {
      #expect(table.position(of: 2 + 6 * i) == .init(line: 2, column: 3 * i + 1))
    }
  }
}
