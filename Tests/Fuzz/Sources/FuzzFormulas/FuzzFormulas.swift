import Diagnostics
import FrontMatter
import Fuzzing
import KeyFigures

/// Each line of the input is a check of one table: `calcul: …`, or any other key of `controles`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var yaml = Array("tableaux:\n  t:\n    titre: T\n    controles:\n".utf8)
  for line in input(start, count).split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
    let isKeyed =
      line.firstIndex(of: UInt8(ascii: ":")).map { line[..<$0].allSatisfy(\.isASCIILowercase) } == true
    yaml += Array((isKeyed ? "      - " : "      - calcul: ").utf8) + line + [0x0A]
  }
  let front = SourceFile(path: "s.md", bytes: yaml)
  var diagnostics: [Diagnostic] = []
  var fields = Fields(YAMLParser.parse(front, nil, &diagnostics), of: "la section")
  let schema = TableSchema.tables(&fields, models: []).first
  fields.finish(&diagnostics)
  expectInside(diagnostics, [front])
  var more: [Diagnostic] = []
  let table = Table.read(cells, schema: schema, &more)
  let context = CheckContext(
    table: { path in path.last == "t" ? table : nil },
    previous: EditionTable(
      id: "t", section: "s", columns: ["Lieu", "Atteint"], rows: [["Metz", "90"], ["Nancy", nil]]))
  table.check(context, &more)
  expectInside(more, [front, file])
  return 0
}

private let file = SourceFile(
  path: "t.csv",
  text: """
    Lieu;Atteint;Objectif;Taux;Part hors les murs;Budget;Date;Ouvert
    Metz;100;200;50 %;1 sur 2;1 740 €;17/05/2025;oui
    Nancy;–;n.d.;30,7 %;de 59 à 73 %;3,1 millions d'euros;mai 2025;non
    Toul;une dizaine;0;;plus de 5;99999999999999999999999999999999999999;2024-2025;oui
    Total;110;200;;;;;

    """)

private let cells: RawTable = {
  var diagnostics: [Diagnostic] = []
  return CSVFile.parse(file, &diagnostics)
    ?? RawTable(file: "t.csv", location: file.location(0..<0), header: [], rows: [])
}()
