import Diagnostics

/// Reads `Colonne = expression`.
///
///     formula    = name "=" sum
///     sum        = product { ("+" | "−") product }
///     product    = factor { ("×" | "/") factor }
///     factor     = { "−" | "+" } ( number | column | path | function "(" sum { ";" sum } ")" | "(" sum ")" )
struct FormulaParser {
  /// Deeper than any formula a person writes, and far from the end of the stack.
  private static let deepest = 50

  private let tokens: [FormulaToken]
  private let columns: [String]
  private var position = 0
  private var depth = 0
  private var program: [Formula.Instruction] = []
  private var references: [Formula.Reference] = []

  static func parse(_ text: String, columns: [String]) throws(FormulaError) -> Formula {
    let tokens = try FormulaLexer.tokens(text, columns: Set(columns))
    var parser = FormulaParser(tokens: tokens, columns: columns)
    return try parser.formula()
  }

  private init(tokens: [FormulaToken], columns: [String]) {
    self.tokens = tokens
    self.columns = columns
  }

  private var token: FormulaToken { tokens[min(position, tokens.count - 1)] }

  private mutating func formula() throws(FormulaError) -> Formula {
    guard case .name(let name) = token.kind, tokens[min(position + 1, tokens.count - 1)].kind == .equals
    else {
      throw FormulaError(
        range: token.range, message: "Un calcul commence par la colonne qu’il donne",
        help: "écrivez « Colonne = expression », par exemple « Taux = Atteint / Objectif »")
    }
    let target = try column(name)
    position += 2
    try sum()
    guard token.kind == .end else { throw unexpected() }
    return Formula(target: target, program: program, references: references)
  }

  private mutating func sum() throws(FormulaError) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw FormulaError(
        range: token.range,
        message: "Ce calcul a plus de \(Self.deepest) parenthèses les unes dans les autres",
        help: "le couper en plusieurs calculs")
    }
    try product()
    while token.kind == .plus || token.kind == .minus {
      let isSum = token.kind == .plus
      position += 1
      try product()
      program.append(isSum ? .add : .subtract)
    }
  }

  private mutating func product() throws(FormulaError) {
    try factor()
    while token.kind == .times || token.kind == .divided {
      let isProduct = token.kind == .times
      position += 1
      try factor()
      program.append(isProduct ? .multiply : .divide)
    }
  }

  private mutating func factor() throws(FormulaError) {
    var isNegative = false
    while token.kind == .minus || token.kind == .plus {
      if token.kind == .minus { isNegative.toggle() }
      position += 1
    }
    switch token.kind {
    case .number(let value):
      program.append(.constant(value))
      position += 1
    case .path(let path):
      program.append(.reference(references.count))
      references.append(Formula.Reference(path: path, range: token.range))
      position += 1
    case .name(let name):
      if tokens[min(position + 1, tokens.count - 1)].kind == .open, !columns.contains(name) {
        try call(name)
      } else {
        program.append(.column(try column(name)))
        position += 1
      }
    case .open:
      position += 1
      try sum()
      try close()
    default: throw unexpected()
    }
    if isNegative { program.append(.negate) }
  }

  private mutating func call(_ name: String) throws(FormulaError) {
    let place = token.range
    position += 2
    if name == "arrondi" { return try rounding() }
    guard let aggregate = Formula.Aggregate(rawValue: name) else {
      let known = Formula.Aggregate.allCases.map(\.rawValue) + ["arrondi"]
      let guess = nearest(to: name, in: known).map { " ; peut-être « \($0) »" } ?? ""
      throw FormulaError(
        range: place, message: "Fonction inconnue « \(name) »",
        help: "les fonctions sont " + known.joined(separator: ", ") + guess)
    }
    // A column alone means all its rows; several values mean those of the row.
    if case .name(let only) = token.kind, tokens[min(position + 1, tokens.count - 1)].kind == .close {
      program.append(.aggregate(aggregate, column: try column(only)))
      position += 2
      return
    }
    var count = 1
    try sum()
    while token.kind == .separator {
      position += 1
      try sum()
      count += 1
    }
    try close()
    program.append(.gather(aggregate, count: count))
  }

  private mutating func rounding() throws(FormulaError) {
    try sum()
    var scale = 0
    if token.kind == .separator {
      position += 1
      guard case .number(let digits) = token.kind, digits.denominator == 1, 0...20 ~= digits.numerator else {
        throw FormulaError(
          range: token.range, message: "« arrondi » attend un nombre de décimales entre 0 et 20",
          help: "par exemple « arrondi(A / B ; 2) »")
      }
      scale = Int(digits.numerator)
      position += 1
    }
    try close()
    program.append(.round(scale: scale))
  }

  private mutating func close() throws(FormulaError) {
    guard token.kind == .close else {
      throw FormulaError(
        range: token.range, message: "Une parenthèse n’est pas fermée", help: "ajoutez « ) » ici")
    }
    position += 1
  }

  private func column(_ name: String) throws(FormulaError) -> Int {
    if let index = columns.firstIndex(of: name) { return index }
    let help: String
    if let guess = nearest(to: name, in: columns) {
      help = "peut-être « \(guess) »"
    } else if let signed = columns.first(where: { $0.hasPrefix(name) && $0.count > name.count }) {
      help = "un nom qui contient un signe s’écrit entre guillemets : « \(signed) »"
    } else {
      help = "les colonnes sont " + listed(columns)
    }
    throw FormulaError(range: token.range, message: "Colonne inconnue « \(name) » dans le calcul", help: help)
  }

  private func unexpected() -> FormulaError {
    switch token.kind {
    case .end:
      FormulaError(
        range: token.range, message: "Le calcul s’arrête trop tôt",
        help: "il manque un nombre, une colonne ou une parenthèse à la fin")
    case .equals:
      FormulaError(range: token.range, message: "Un calcul n’a qu’un signe « = »", help: "gardez le premier")
    default:
      FormulaError(
        range: token.range, message: "Il manque un signe ou une valeur ici dans le calcul",
        help: "les signes sont + − × / ; un nom qui en contient s’écrit entre guillemets")
    }
  }
}
