import Diagnostics
import TestSupport

@testable import KeyFigures

/// A table of made-up numbers, right in about half of its checks.
struct RandomTable {
  static let schema = """
    colonnes: { Nom: texte, Nombre: entier, Base: entier, Budget: montant, Heures: decimal, Part: pourcentage, Taux: pourcentage, Moyenne: decimal }
    controles:
    - total: { ligne: Total, colonnes: [Nombre, Base, Budget, Heures] }
    - moyenne: { ligne: Total, poids: Base, colonnes: [Moyenne] }
    - somme: { colonne: Part, egale: 100 % }
    - calcul: Taux = Nombre / Base
    """

  /// Rows of cells as people type them, the last one the total row.
  private(set) var rows: [[String]]

  init(_ numbers: inout SeededNumbers) {
    let count = Int.random(in: 1...5, using: &numbers)
    var sums = [Int](repeating: 0, count: 8)
    var weighted = 0
    rows = []
    var shares = Self.shares(count, &numbers)
    for row in 0..<count {
      let base = Int.random(in: 1...3000, using: &numbers)
      let number = Int.random(in: 0...base, using: &numbers)
      let budget = Int.random(in: 0...10_000_000, using: &numbers)
      let hours = Int.random(in: -300...3000, using: &numbers)
      let mean = Int.random(in: 0...200, using: &numbers)
      if Self.chance(20, &numbers) { shares[row] += Int.random(in: -2...2, using: &numbers) }
      sums[1] += number
      sums[2] += base
      sums[3] += budget
      sums[4] += hours
      weighted += mean * base
      rows.append([
        "L\(row)", Self.written(number, 0), Self.written(base, 0), Self.written(budget, 2) + " €",
        Self.written(hours, 1), Self.written(shares[row], 1) + " %", Self.rate(number, base, &numbers),
        Self.written(mean, 1),
      ])
    }
    for column in 1...4 where Self.chance(50, &numbers) {
      sums[column] += Int.random(in: -count...count, using: &numbers)
    }
    var mean = sums[2] == 0 ? 0 : weighted / max(sums[2], 1)
    if Self.chance(50, &numbers) { mean += Int.random(in: 0...2, using: &numbers) }
    rows.append([
      "Total", Self.written(sums[1], 0), Self.written(max(sums[2], 1), 0), Self.written(sums[3], 2) + " €",
      Self.written(sums[4], 1), "", Self.rate(sums[1], max(sums[2], 1), &numbers), Self.written(mean, 1),
    ])
  }

  var csv: String {
    let header = "Nom;Nombre;Base;Budget;Heures;Part;Taux;Moyenne"
    return ([header] + rows.map { $0.joined(separator: ";") }).joined(separator: "\n") + "\n"
  }

  mutating func shuffle(_ numbers: inout SeededNumbers) {
    rows = Array(rows.dropLast()).shuffled(using: &numbers) + rows.suffix(1)
  }

  mutating func addSpaces() {
    for row in rows.indices {
      for cell in rows[row].indices {
        rows[row][cell] = " \u{A0}" + rows[row][cell].replacing(" ", with: "\u{202F}") + "  "
      }
    }
  }

  /// Which checks fail, in which columns, however often.
  func verdict(_ schema: TableSchema?) -> Set<String> {
    var diagnostics: [Diagnostic] = []
    guard let raw = CSVFile.parse(SourceFile(path: "t.csv", text: csv), &diagnostics) else { return ["csv"] }
    Table.read(raw, schema: schema, &diagnostics).check(CheckContext(), &diagnostics)
    return Set(
      diagnostics.map { diagnostic in
        let name =
          diagnostic.message.split(separator: "« ", maxSplits: 1).last?.split(separator: " »").first ?? ""
        return diagnostic.code + " " + name
      })
  }

  static func readSchema() -> TableSchema? {
    var diagnostics: [Diagnostic] = []
    return Sample.schema(schema, &diagnostics)
  }

  // MARK: Numbers as people type them

  /// Tenths of a percent that make a thousand, or nearly.
  private static func shares(_ count: Int, _ numbers: inout SeededNumbers) -> [Int] {
    var left = 1000
    var shares: [Int] = []
    for index in 0..<count {
      let share = index == count - 1 ? left : Int.random(in: 0...left, using: &numbers)
      shares.append(share)
      left -= share
    }
    return shares
  }

  private static func rate(_ part: Int, _ whole: Int, _ numbers: inout SeededNumbers) -> String {
    let digits = Int.random(in: 0...2, using: &numbers)
    let factor = [100, 1000, 10_000][digits]
    var rate = (2 * part * factor + whole) / (2 * whole)
    if chance(25, &numbers) { rate += Int.random(in: 0...1, using: &numbers) }
    return written(rate, digits) + " %"
  }

  private static func written(_ value: Int, _ scale: Int) -> String {
    var digits = String(value.magnitude)
    while digits.count <= scale { digits = "0" + digits }
    var whole = String(digits.dropLast(scale))
    var grouped = ""
    while whole.count > 3 {
      grouped = " " + whole.suffix(3) + grouped
      whole = String(whole.dropLast(3))
    }
    let decimals = scale > 0 ? "," + digits.suffix(scale) : ""
    return (value < 0 ? "−" : "") + whole + grouped + decimals
  }

  private static func chance(_ percent: Int, _ numbers: inout SeededNumbers) -> Bool {
    Int.random(in: 0..<100, using: &numbers) < percent
  }
}
