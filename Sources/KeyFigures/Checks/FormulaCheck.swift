import Diagnostics
import FrenchText
import FrontMatter

/// `calcul: Taux = Atteint / Objectif`: each row obeys the formula, within the digits shown.
public struct FormulaCheck: Sendable {
  let text: String
  /// The text as it stands in the front matter, to point into it.
  let node: Node
  var location: SourceLocation { node.location }

  static func decode(_ field: inout Field) -> FormulaCheck? {
    guard let text = field.text(), let node = field.node else { return nil }
    return FormulaCheck(text: text.value, node: node)
  }

  func run(on table: Table, _ context: CheckContext, _ diagnostics: inout [Diagnostic]) {
    let formula: Formula
    do {
      formula = try FormulaParser.parse(text, columns: table.columns.map(\.name))
    } catch {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.badFormula, at: node.location(ofText: error.range), error.message, help: error.help,
          notes: [.init("le tableau est ici", at: table.location)]))
      return
    }
    guard let references = resolve(formula.references, table, context, &diagnostics) else { return }
    let evaluator = FormulaEvaluator(formula: formula, table: table, references: references)
    var findings = Findings()
    var isImpossible = false
    for row in 0..<table.rowCount {
      guard let written = evaluator.target(row) else {
        if table.columns[formula.target].isTooLong(row) { isImpossible = true }
        continue
      }
      switch evaluator.evaluate(row) {
      case .unknown: continue
      case .overflow: isImpossible = true
      case .value(let possible):
        if written.intersects(possible) { continue }
        findings.add(at: table.location(row, formula.target)) { report(table, row, evaluator, $0) }
      }
    }
    findings.report(.wrongComputation, &diagnostics)
    if isImpossible {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.impossibleComputation, at: location,
          "Ce calcul dépasse 38 chiffres sur certaines lignes, qui ne sont pas contrôlées",
          help: "exprimez les valeurs dans une unité plus grande"))
    }
  }

  private func report(
    _ table: Table, _ row: Int, _ evaluator: FormulaEvaluator, _ place: SourceLocation
  ) -> Diagnostic {
    let column = table.columns[evaluator.formula.target]
    let expected = evaluator.expected(row).map { Quantity($0, unit: column.unit).formatted }
    let formula = text.drop { $0 != "=" }.dropFirst()
    let isHundredfold = column.type == .percentage && evaluator.isHundredfold(row)
    return Diagnostic(
      KeyFigureCode.wrongComputation, at: place,
      "« \(column.name) » : \(table.text(row, evaluator.formula.target)) écrit ; le calcul donne \(expected ?? "autre chose")",
      help: isHundredfold
        ? "un pourcentage compte pour sa valeur (30 % = 0,3) : retirez « 100 × » du calcul"
        : "corrigez la cellule ou une de celles du calcul « \(normalized(String(formula)).trimmed) »",
      notes: [.init("le calcul est ici", at: location)])
  }

  private func resolve(
    _ references: [Formula.Reference], _ table: Table, _ context: CheckContext,
    _ diagnostics: inout [Diagnostic]
  ) -> [Possible?]? {
    var values: [Possible?] = []
    for reference in references {
      switch CellReference(path: reference.path).find(in: context, own: table) {
      case .success(let (other, row, column)):
        let cells = other.columns[column]
        values.append(FormulaEvaluator.operand(cells, row))
      case .failure(let fault):
        diagnostics.append(
          Diagnostic(
            KeyFigureCode.badFormula, at: node.location(ofText: reference.range), fault.message,
            help: fault.help))
        return nil
      }
    }
    return values
  }
}

extension String {
  /// Without the spaces at its ends.
  var trimmed: String {
    let range = trim(Array(utf8), 0..<utf8.count)
    return String(decoding: Array(utf8)[range], as: UTF8.self)
  }
}
