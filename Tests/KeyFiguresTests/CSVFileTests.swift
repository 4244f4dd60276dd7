import Diagnostics
import TestSupport
import Testing

@testable import KeyFigures

@Suite struct CSVFileTests {
  private func read(_ bytes: [UInt8]) -> (rows: [[String]]?, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let raw = CSVFile.parse(SourceFile(path: "t.csv", bytes: bytes), &diagnostics)
    let rows = raw.map { raw in
      [raw.header.map(\.text)]
        + (0..<raw.rowCount).map { row in (0..<raw.cellCount(ofRow: row)).map { raw.text(row, $0) } }
    }
    return (rows, diagnostics)
  }

  private func read(_ text: String) -> (rows: [[String]]?, diagnostics: [Diagnostic]) {
    read(Array(text.utf8))
  }

  @Test(arguments: [
    "A;B\n1,5;2\n3,25;4\n", "A,B\n\"1,5\",2\n\"3,25\",4\n", "A\tB\n1,5\t2\n3,25\t4\n",
    "\u{FEFF}A;B\r\n1,5;2\r\n3,25;4\r\n", "sep=;\nA;B\n1,5;2\n3,25;4", "A;B\r1,5;2\r\r3,25;4\r;\r",
    "A;B;;\n1,5;2;;\n3,25;4;;\n", "\"A\" ; B\n 1,5;2 \n3,25;\"4\"\n",
  ])
  func findsTheSeparatorWhateverTheFileCameFrom(_ text: String) {
    let (rows, diagnostics) = read(text)
    #expect(rows == [["A", "B"], ["1,5", "2"], ["3,25", "4"]])
    #expect(diagnostics == [])
  }

  @Test func takesTheSeparatorThatCutsAllLinesAlike() {
    #expect(
      read("Nom, prénom, âge;Taux\nA;1\nB;2\n").rows == [
        ["Nom, prénom, âge", "Taux"], ["A", "1"], ["B", "2"],
      ])
  }

  @Test func readsQuotesLineEndsAndSeparatorsInsideQuotes() {
    #expect(
      read("A;B\n\"un \"\"deux\"\"; trois\nquatre\";5\n").rows
        == [["A", "B"], ["un \"deux\"; trois\nquatre", "5"]])
  }

  @Test func keepsTheEmptyCellAfterASeparatorAtTheEnd() {
    #expect(read("A;B\n1;").rows == [["A", "B"], ["1", ""]])
  }

  @Test func refusesAQuoteLeftOpenWhereItOpens() {
    let (rows, diagnostics) = read("A;B\n1;\"deux\n3;4\n")
    #expect(rows == nil)
    #expect(diagnostics.map(\.code) == ["csv-guillemet-ouvert"])
    #expect(diagnostics.map(\.location.range) == [6..<7])
  }

  @Test func refusesTextAfterAClosingQuote() {
    let diagnostics = read("A;B\n1;\"deux\" trois\n").diagnostics
    #expect(diagnostics.map(\.code) == ["csv-texte-apres-guillemet"])
    #expect(diagnostics.map(\.location.range) == [12..<18])
  }

  @Test func refusesWindows1252AndShowsTheWord() {
    let (rows, diagnostics) = read(Array("Classe;Certifi".utf8) + [0xE9, 0x73, 0x0A] + Array("3e;1\n".utf8))
    #expect(rows == nil)
    #expect(
      diagnostics == [
        Diagnostic(
          KeyFigureCode.wrongEncoding, at: .init(file: "t.csv", range: 14..<15),
          "Ce fichier n’est pas en UTF-8, mais sans doute en Windows-1252 : on y lit « Certifiés »",
          help:
            "enregistrez le fichier en « CSV UTF-8 » (tableur : Enregistrer sous, jeu de caractères UTF-8)")
      ])
  }

  @Test(
    arguments: [[0xFF, 0xFE, 0x41, 0x00], [0x41, 0x00, 0x3B, 0x00], [0xFE, 0xFF, 0x00, 0x41]] as [[UInt8]])
  func refusesUTF16(_ bytes: [UInt8]) {
    #expect(read(bytes).diagnostics.map(\.code) == ["csv-encodage"])
  }

  @Test func refusesControlCharacters() {
    #expect(
      read("Lieu;Nombre\nMe\u{B}tz;8\n").diagnostics == [
        Diagnostic(
          KeyFigureCode.wrongEncoding, at: .init(file: "t.csv", range: 14..<15),
          "Caractère invisible interdit (U+000B)", help: "effacez-le ; s’il ne se voit pas, retapez la case")
      ])
  }

  @Test(arguments: ["", "\n\n", "\u{FEFF}", ";;;\n;;\n"]) func saysThatAFileIsEmpty(_ text: String) {
    #expect(read(text).diagnostics.map(\.code) == ["csv-vide"])
  }

  @Test func pointsAtARaggedRow() {
    let csv = "A;B\n1;2\n3\n4;5;6\n"
    let sample = Sample(csv: csv)
    #expect(sample.found(in: csv) == ["ligne-irreguliere ", "ligne-irreguliere 6"])
    #expect(sample.diagnostics.map(\.location.range) == [9..<9, 14..<15])
  }

  @Test func readsAMillionBytesOnOneLineOfOneCell() {
    let long = String(repeating: "x", count: 1_000_000)
    #expect(read("A;B\n\(long);1\n").rows?[1][0].utf8.count == 1_000_000)
  }

  @Test func survivesRandomBytes() {
    var numbers = SeededNumbers(seed: 1)
    let alphabet: [UInt8] = Array("\"\";;,\t\n\r ab1é%".utf8) + [0xC3, 0xE2, 0xFF]
    for _ in 0..<3000 {
      let count = Int.random(in: 0...40, using: &numbers)
      let bytes = (0..<count).compactMap { _ in alphabet.randomElement(using: &numbers) }
      var diagnostics: [Diagnostic] = []
      guard let raw = CSVFile.parse(SourceFile(path: "t.csv", bytes: bytes), &diagnostics) else {
        #expect(!diagnostics.isEmpty)
        continue
      }
      let table = Table.read(raw, &diagnostics)
      _ = TableCSV.write(table)
      for diagnostic in diagnostics { #expect(diagnostic.location.range.upperBound <= bytes.count) }
    }
  }
}
