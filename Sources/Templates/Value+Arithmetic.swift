/// Arithmetic as in Python: `/` makes a decimal number, `//` and `%` round towards minus infinity, `+` also joins texts
/// and lists, `*` repeats them. Integers that do not fit in 64 bits are refused.
extension Value {
  /// The longest text or list that `*` makes.
  private static let longestRepetition = 1_000_000

  static func compute(_ op: BinaryOperator, _ a: Value, _ b: Value) throws(Complaint) -> Value {
    if a.isUndefinedOrBlank || b.isUndefinedOrBlank { throw .undefined(a.isUndefinedOrBlank ? a : b) }
    if let x = a.integer, let y = b.integer { return try compute(op, x, y) }
    if let x = a.number, let y = b.number { return try compute(op, x, y) }
    switch op {
    case .add: return try Limits.checked(try join(a, b))
    case .multiply:
      if let count = b.integer { return try repeated(a, count) }
      if let count = a.integer { return try repeated(b, count) }
    default: break
    }
    throw Complaint(
      .wrongType, "« \(symbol(op)) » ne s’applique pas à \(a.kindName) et \(b.kindName)",
      help: op == .add ? "pour mettre bout à bout, écrivez « ~ »" : nil)
  }

  private static func symbol(_ op: BinaryOperator) -> String {
    switch op {
    case .add: "+"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .floorDivide: "//"
    case .modulo: "%"
    case .power: "**"
    }
  }

  private static let overflow = Complaint(.wrongType, "Le résultat est trop grand")
  private static let zeroDivision = Complaint(
    .wrongType, "Division par zéro", help: "vérifiez le diviseur par « if »")

  private static func compute(_ op: BinaryOperator, _ a: Int, _ b: Int) throws(Complaint) -> Value {
    switch op {
    case .add: return .int(try checked(a.addingReportingOverflow(b)))
    case .subtract: return .int(try checked(a.subtractingReportingOverflow(b)))
    case .multiply: return .int(try checked(a.multipliedReportingOverflow(by: b)))
    case .divide:
      guard b != 0 else { throw zeroDivision }
      return .double(Double(a) / Double(b))
    case .floorDivide:
      guard b != 0 else { throw zeroDivision }
      let quotient = try checked(a.dividedReportingOverflow(by: b))
      return .int(a % b != 0 && (a < 0) != (b < 0) ? quotient - 1 : quotient)
    case .modulo:
      guard b != 0 else { throw zeroDivision }
      guard b != -1 else { return .int(0) }
      let rest = a % b
      return .int(rest != 0 && (rest < 0) != (b < 0) ? rest + b : rest)
    case .power:
      guard b >= 0 else { return try compute(.power, Double(a), Double(b)) }
      return .int(try power(a, b))
    }
  }

  private static func checked(_ result: (partialValue: Int, overflow: Bool)) throws(Complaint) -> Int {
    guard !result.overflow else { throw overflow }
    return result.partialValue
  }

  private static func power(_ base: Int, _ exponent: Int) throws(Complaint) -> Int {
    if base == 0 || base == 1 { return exponent == 0 ? 1 : base }
    if base == -1 { return exponent % 2 == 0 ? 1 : -1 }
    guard exponent < 64 else { throw overflow }
    var result = 1
    for _ in 0..<exponent { result = try checked(result.multipliedReportingOverflow(by: base)) }
    return result
  }

  private static func compute(_ op: BinaryOperator, _ a: Double, _ b: Double) throws(Complaint) -> Value {
    switch op {
    case .add: return .double(a + b)
    case .subtract: return .double(a - b)
    case .multiply: return .double(a * b)
    case .divide:
      guard b != 0 else { throw zeroDivision }
      return .double(a / b)
    case .floorDivide:
      guard b != 0 else { throw zeroDivision }
      let quotient = (a - modulo(a, b)) / b
      return .double(
        quotient == 0 ? Double(signOf: a / b, magnitudeOf: 0) : quotient.rounded(.toNearestOrEven))
    case .modulo:
      guard b != 0 else { throw zeroDivision }
      return .double(modulo(a, b))
    case .power:
      guard let result = FloatingPower.power(a, b) else { throw overflow }
      return .double(result)
    }
  }

  private static func modulo(_ a: Double, _ b: Double) -> Double {
    let rest = a.truncatingRemainder(dividingBy: b)
    if rest == 0 { return Double(signOf: b, magnitudeOf: 0) }
    return (rest < 0) != (b < 0) ? rest + b : rest
  }

  private static func join(_ a: Value, _ b: Value) throws(Complaint) -> Value {
    switch (a, b) {
    case (.string(let x), .string(let y)): return .string(x + y)
    case (.markup, .string), (.markup, .markup), (.string, .markup):
      return .markup(try a.asHTML() + b.asHTML())
    case (.list(let x), .list(let y)): return .list(x + y)
    default:
      throw Complaint(
        .wrongType, "« + » n’additionne pas \(a.kindName) et \(b.kindName)",
        help: "pour mettre bout à bout, écrivez « ~ »")
    }
  }

  private static func repeated(_ value: Value, _ count: Int) throws(Complaint) -> Value {
    let count = max(0, count)
    func check(_ length: Int) throws(Complaint) {
      let (total, overflow) = length.multipliedReportingOverflow(by: count)
      guard !overflow, total <= longestRepetition else {
        throw Complaint(.tooMuch, "« * » ferait une valeur trop longue")
      }
    }
    switch value {
    case .string(let text):
      try check(text.utf8.count)
      return .string(String(repeating: text, count: count))
    case .markup(let bytes):
      try check(bytes.count)
      return .markup(Array(repeatElement(bytes, count: count).joined()))
    case .list(let items):
      try check(items.count)
      return .list(Array(repeatElement(items, count: count).joined()))
    default: throw Complaint(.wrongType, "« * » ne répète pas \(value.kindName)")
    }
  }

  func negated() throws(Complaint) -> Value {
    if isUndefinedOrBlank { throw .undefined(self) }
    if let value = integer {
      guard value != .min else { throw Self.overflow }
      return .int(-value)
    }
    if case .double(let value) = self { return .double(-value) }
    throw Complaint(.wrongType, "« - » attend un nombre, pas \(kindName)")
  }

  func affirmed() throws(Complaint) -> Value {
    if isUndefinedOrBlank { throw .undefined(self) }
    if let value = integer { return .int(value) }
    if case .double = self { return self }
    throw Complaint(.wrongType, "« + » attend un nombre, pas \(kindName)")
  }

  /// The operator `~`: the texts of its operands; markup as soon as one of them is.
  static func concatenate(_ parts: [Value]) throws(Complaint) -> Value {
    var bytes: [UInt8] = []
    if parts.contains(where: \.isMarkup) {
      for part in parts { try part.appendHTML(to: &bytes) }
      try Limits.check(text: bytes.count)
      return .markup(bytes)
    }
    for part in parts { try part.appendText(to: &bytes) }
    try Limits.check(text: bytes.count)
    return .string(String(decoding: bytes, as: UTF8.self))
  }
}
