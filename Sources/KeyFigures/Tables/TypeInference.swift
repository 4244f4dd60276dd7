import Diagnostics
import FrenchText

/// Finds the type of a column that nobody declared, from all its cells: the narrowest that every one of them fits,
/// else `texte`. A column of numbers with one stranger among them is said to be irregular.
enum TypeInference {
  /// What one cell could be.
  private enum Sort: Int {
    case missing, integer, decimal, percentage, amount, quantity, period, flag, words, fault
  }

  static func type(of index: Int, in raw: RawTable, _ diagnostics: inout [Diagnostic]) -> ColumnType {
    var counts = [Int](repeating: 0, count: 10)
    var firstOf = [Int](repeating: -1, count: 10)
    raw.text.withUnsafeBufferPointer { text in
      for row in 0..<raw.rowCount {
        let sort = sort(raw, row, index, text)
        counts[sort.rawValue] += 1
        if firstOf[sort.rawValue] < 0 { firstOf[sort.rawValue] = row }
      }
    }
    func count(_ sorts: Sort...) -> Int { sorts.reduce(0) { $0 + counts[$1.rawValue] } }
    let present = raw.rowCount - count(.missing)
    guard present > 0 else { return .text }
    if counts[Sort.integer.rawValue] == present { return looksLikeYears(raw, index) ? .period : .integer }
    if count(.period) == present { return .period }
    if count(.flag) == present { return .flag }
    if count(.percentage) == present { return .percentage }
    if count(.amount) == present { return .amount }
    if count(.integer, .decimal) == present { return .decimal }
    if count(.integer, .decimal, .percentage, .amount, .quantity) == present { return .value }
    let numbers = count(.integer, .decimal, .percentage, .amount, .quantity, .fault)
    if count(.fault) > 0, numbers == present { return .decimal }
    if present >= 4, numbers == present - 1 || (count(.fault) > 0 && numbers * 4 >= present * 3) {
      reportStranger(raw, index, firstOf, &diagnostics)
    }
    return .text
  }

  private static func sort(
    _ raw: RawTable, _ row: Int, _ index: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Sort {
    guard index < raw.cellCount(ofRow: row) else { return .missing }
    let span = raw.spans[raw.rowStarts[row] + index]
    let range = Int(span.textStart)..<Int(span.textEnd)
    if range.isEmpty { return .missing }
    if let plain = PlainNumber(text, range) {
      switch plain.unit {
      case .percent: return .percentage
      case .euro: return .amount
      case .none: return plain.scale == 0 ? .integer : .decimal
      }
    }
    let bytes = Array(raw.bytes(row, index))
    if Missing.parse(bytes) != nil { return .missing }
    let cell = raw.text(row, index)
    if bytes.count == 3, ["oui", "non"].contains(cell.lowercased()) { return .flag }
    if parsePeriod(cell) != nil { return .period }
    switch Quantity.parse(cell) {
    case .success(let quantity):
      guard quantity.unit.map({ $0.utf8.count <= 12 }) ?? true else { return .words }
      if quantity.canonicalUnit == "%" { return .percentage }
      if quantity.canonicalUnit == "€" { return .amount }
      // A number too long to be plain is one all the same, to be held against the checks.
      if case .exact(let decimal) = quantity.value, quantity.unit == nil,
        decimal.significand.magnitude > Int64.max.magnitude
      {
        return decimal.scale == 0 ? .integer : .decimal
      }
      return .quantity
    case .failure(let fault):
      return fault.kind == .wrongDecimalSign || fault.kind == .wrongGroups ? .fault : .words
    }
  }

  /// Whole numbers between 1900 and 2100 without a space, all different: years.
  private static func looksLikeYears(_ raw: RawTable, _ index: Int) -> Bool {
    var seen = Set<Int>()
    for row in 0..<raw.rowCount where !raw.bytes(row, index).isEmpty {
      guard raw.bytes(row, index).count == 4, let year = Int(raw.text(row, index)), 1900...2100 ~= year,
        seen.insert(year).inserted
      else { return false }
    }
    return index == 0 && !seen.isEmpty
  }

  private static func reportStranger(
    _ raw: RawTable, _ index: Int, _ firstOf: [Int], _ diagnostics: inout [Diagnostic]
  ) {
    let rows = [Sort.words, .flag, .period, .fault].map { firstOf[$0.rawValue] }.filter { $0 >= 0 }
    guard let row = rows.min(), index < raw.header.count else { return }
    diagnostics.append(
      Diagnostic(
        KeyFigureCode.irregularColumn, at: raw.location(row, index),
        "« \(excerpt(raw.text(row, index))) » n’est pas un nombre, alors que le reste de la colonne "
          + "« \(raw.header[index].text) » l’est",
        help:
          "corrigez la cellule, écrivez « n.d. », ou déclarez « \(raw.header[index].text): texte » dans le schéma"
      ))
  }
}
