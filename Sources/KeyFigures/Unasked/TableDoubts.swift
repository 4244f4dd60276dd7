import Diagnostics
import FrenchText

extension Table {
  /// What a careful reader would find in the table though no check asks: warnings, silenced by a note on the table or
  /// around it.
  ///
  /// - Parameter isSilenced: the section or the directive has a note.
  public func doubts(isSilenced: Bool = false, _ diagnostics: inout [Diagnostic]) {
    guard !isSilenced, schema?.note == nil else { return }
    DoubtfulTotal.find(in: self, &diagnostics)
    DoubtfulShares.find(in: self, &diagnostics)
    DoubtfulPercentage.find(in: self, &diagnostics)
  }

  static let silencingHelp = "ou expliquer l’écart au lecteur par « note: … »"
}

/// A row named Total that is not the sum of the rows above it, in a table that asks for no such check.
enum DoubtfulTotal {
  static func find(in table: Table, _ diagnostics: inout [Diagnostic]) {
    let checked = Set(
      (table.schema?.checks ?? []).flatMap { check -> [Int] in
        switch check {
        case .total(let total): total.row.rows(in: table)
        case .mean(let mean): mean.row.rows(in: table)
        default: []
        }
      })
    for row in 0..<table.rowCount
    where row > 1 && !checked.contains(row) && RowKinds.isTotalName(table.label(ofRow: row)) {
      for index in table.columns.indices where table.columns[index].type.addsUp {
        guard let fault = TotalRow(table, row: row, column: index).fault() else { continue }
        let found = fault.diagnostic(.doubtfulTotal, note: .init("le tableau est ici", at: table.location))
        diagnostics.append(
          Diagnostic(
            KeyFigureCode.doubtfulTotal, at: found.location, found.message,
            help: (found.help ?? "") + ", " + Table.silencingHelp, notes: found.notes))
      }
    }
  }
}

/// Percentages that add up to nearly 100 and cannot be rounded to it: 102 %, or 99 % written with one digit.
enum DoubtfulShares {
  static func find(in table: Table, _ diagnostics: inout [Diagnostic]) {
    for index in table.columns.indices
    where table.columns[index].type == .percentage && !isExplained(table, index) {
      let column = table.columns[index]
      let rows = table.dataRows
      let sum = ColumnSum(column, rows: rows)
      let hasSigns = column.quantities.values.contains(where: \.showsPlus)
      guard sum.terms >= 2, !sum.hasUnknown, !sum.hasUnreadable, sum.isNonNegative, !hasSigns,
        let possible = sum.possible, let value = sum.value, value >= 90, value <= 110,
        !possible.contains(Fraction(100))
      else { continue }
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.doubtfulShares, at: column.location,
          "Les parts de « \(column.name) » font \(Quantity(value, unit: "%").formatted)",
          help: "si ce sont des parts d’un tout, corrigez l’une d’elles, " + Table.silencingHelp))
    }
  }

  /// A sum that is checked says what it should be; a mean says that these are rates.
  private static func isExplained(_ table: Table, _ index: Int) -> Bool {
    (table.schema?.checks ?? []).contains { check in
      switch check {
      case .sum(let sum): sum.column.map { table.column(named: normalized($0.value)) == index } ?? false
      case .mean: true
      default: false
      }
    }
  }
}

/// A percentage beside two counts of which it is the quotient in every other row, and not in this one.
enum DoubtfulPercentage {
  static func find(in table: Table, _ diagnostics: inout [Diagnostic]) {
    let counts = table.columns.indices.filter {
      table.columns[$0].type == .integer || table.columns[$0].type == .amount
    }
    guard table.rowCount >= 3, table.rowCount <= 10_000, counts.count >= 2, counts.count <= 12 else { return }
    let checked = Set(
      (table.schema?.checks ?? []).compactMap { check -> String? in
        guard case .formula(let formula) = check else { return nil }
        return normalized(String(formula.text.prefix { $0 != "=" }).trimmed)
      })
    for index in table.columns.indices
    where table.columns[index].type == .percentage && !checked.contains(table.columns[index].name) {
      if let (part, whole, row) = stranger(table, index, counts) {
        report(table, index, part, whole, row, &diagnostics)
      }
    }
  }

  /// The one row that does not follow the quotient that all others do.
  private static func stranger(_ table: Table, _ index: Int, _ counts: [Int]) -> (
    part: Int, whole: Int, row: Int
  )? {
    for part in counts {
      for whole in counts where whole != part {
        var followed = 0
        var strangers: [Int] = []
        for row in 0..<table.rowCount {
          guard let follows = follows(table, index, part, whole, row) else { continue }
          if follows { followed += 1 } else { strangers.append(row) }
          if strangers.count > 1 { break }
        }
        if followed >= 2, strangers.count == 1 { return (part, whole, strangers[0]) }
      }
    }
    return nil
  }

  private static func follows(_ table: Table, _ index: Int, _ part: Int, _ whole: Int, _ row: Int) -> Bool? {
    guard let written = FormulaEvaluator.operand(table.columns[index], row),
      let a = table.columns[part].decimal(row), let b = table.columns[whole].decimal(row), !b.isZero,
      let quotient = Fraction(of: a).divided(by: Fraction(of: b))
    else { return nil }
    return written.contains(quotient)
  }

  private static func report(
    _ table: Table, _ index: Int, _ part: Int, _ whole: Int, _ row: Int, _ diagnostics: inout [Diagnostic]
  ) {
    let (a, b) = (table.columns[part], table.columns[whole])
    guard let above = a.decimal(row), let below = b.decimal(row),
      let rate = Fraction(of: above).divided(by: Fraction(of: below))?.multiplied(by: Fraction(100))?
        .decimal(scale: table.columns[index].decimal(row)?.scale ?? 1)
    else { return }
    diagnostics.append(
      Diagnostic(
        KeyFigureCode.doubtfulPercentage, at: table.location(row, index),
        "« \(table.columns[index].name) » : \(table.text(row, index)) écrit ; « \(a.name) » sur « \(b.name) » donne "
          + "\(Quantity(rate, unit: "%").formatted), comme à toutes les autres lignes",
        help: "corrigez le pourcentage ou l’un des nombres, " + Table.silencingHelp))
  }
}
