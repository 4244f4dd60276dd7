import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test(
    arguments: [
      ([], nil), ([0x61, 0xC3, 0xA9], nil), ([0x61, 0xE9, 0x62], 1), ([0xC3], 0),
      ([0xC3, 0xA9, 0xF0, 0x9F, 0x98], 2),
      // Overlong, surrogate, beyond Unicode (RFC 3629, section 3).
      ([0x61, 0xC0, 0xAF], 1), ([0xED, 0xA0, 0x80], 0), ([0x61, 0x62, 0xF4, 0x90, 0x80, 0x80], 2),
    ] as [([UInt8], Int?)]) func findsTheFirstByteThatIsNotUTF8(bytes: [UInt8], expected: Int?)
  {
    #expect(SourceFile(path: "a", bytes: bytes).firstInvalidByte == expected)
  }

  @Test func findsItFarIntoALongFile() {
    let bytes = Array(String(repeating: "é", count: 50_000).utf8)
    #expect(SourceFile(path: "a", bytes: bytes + [0xFF] + bytes).firstInvalidByte == 100_000)
  }

  @Test func judgesEveryPairOfBytesAsTheStandardLibraryDoes() {
    let after: [[UInt8]] = [[], [0x41], [0x80], [0xBF, 0x80], [0x9F, 0xBF, 0x41], [0xC3, 0xA9]]
    for pair in 0..<0x10000 where pair & 0x8080 != 0 {
      for rest in after {
        let bytes = [UInt8(pair >> 8), UInt8(pair & 0xFF)] + rest
        let file = SourceFile(path: "a", bytes: bytes)
        let isSound = String(validating: bytes, as: UTF8.self) != nil
        if (file.firstInvalidByte == nil) != isSound { Issue.record("\(bytes)") }
      }
    }
  }

  @Test func findsTheFirstByteThatIsNotUTF8InAStretch() {
    let file = SourceFile(path: "a", bytes: [0xFF, 0x61, 0xC3, 0xA9, 0x62, 0xE9, 0x63])
    #expect(file.firstInvalidByte(in: 1..<5) == nil)
    #expect(file.firstInvalidByte(in: 1..<7) == 5)
    #expect(file.firstInvalidByte(in: 3..<5) == 3)
  }

  @Test func ordersLocationsByFileThenPlace() {
    let file = SourceFile(path: "b", text: "abc")
    let locations = [
      file.location(1..<2), SourceFile(path: "a", text: "").location(9..<9), file.location(1..<1),
    ]
    #expect(locations.sorted().map(\.range) == [9..<9, 1..<1, 1..<2])
  }
}

@Suite struct DiagnosticTests {
  @Test func ordersByPlaceThenCodeThenWords() {
    func diagnostic(_ code: SampleCode, _ start: Int, _ message: String) -> Diagnostic {
      Diagnostic(code, at: .init(file: "a", range: start..<start), message)
    }
    let shuffled = [
      diagnostic(.badTotal, 2, "b"), diagnostic(.oldOrdinal, 1, "z"), diagnostic(.badTotal, 2, "a"),
      diagnostic(.oldOrdinal, 2, "a"),
    ]
    #expect(
      shuffled.sorted().map { $0.code + $0.message } == [
        "ordinalz", "ordinala", "total-fauxa", "total-fauxb",
      ])
  }

  @Test func takesItsSeverityFromItsCode() {
    let place = Diagnostics.SourceLocation(file: "a", range: 0..<0)
    #expect(Diagnostic(SampleCode.badTotal, at: place, "").severity == .error)
    #expect(Diagnostic(SampleCode.oldOrdinal, at: place, "").severity == .warning)
    #expect(Severity.error < .warning)
  }

  @Test(
    arguments: [
      ("", nil), ("a\u{202E}b", 1..<4), ("\u{2066}", 0..<3),
      ("\u{202F}« é … ’ \u{200F}\u{2065}\u{206A}", nil),
      (String(repeating: "é’", count: 1000) + "\u{202A}\u{2069}", 5000..<5003),
    ] as [(String, Range<Int>?)])
  func findsWhatTurnsTheDirectionOfReading(_ text: String, _ expected: Range<Int>?) {
    #expect(SourceFile(path: "a", text: text).firstReversal == expected)
  }

  @Test(
    arguments: [
      ("", nil), ("a\tb\r\n\u{A0}é€\u{FFFD}\u{10FFFF}", nil), ("\u{1}", 0..<1), ("ab\u{7F}", 2..<3),
      ("a\u{85}", 1..<3), ("aé\u{FFFE}", 3..<6), ("\u{FFFF}a", 0..<3),
      (String(repeating: "é’", count: 1000) + "\u{B}é", 5000..<5001),
    ] as [(String, Range<Int>?)])
  func findsTheFirstControlCharacter(_ text: String, _ expected: Range<Int>?) {
    #expect(SourceFile(path: "a", text: text).firstControl() == expected)
    #expect(
      SourceFile(path: "a", text: "\0" + text).firstControl(from: 1)
        == expected.map { $0.lowerBound + 1..<$0.upperBound + 1 })
  }

  @Test func namesCharacters() {
    #expect(("\u{B}" as Unicode.Scalar).codePointName == "U+000B")
    #expect(("\u{1F600}" as Unicode.Scalar).codePointName == "U+1F600")
  }
}
