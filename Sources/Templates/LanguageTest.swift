/// The tests of the language (`x is defined`), by their names in Jinja.
enum LanguageTest: String, Sendable, CaseIterable {
  case odd, even, divisibleby, defined, undefined, none, boolean, `false`, `true`, integer, float, lower,
    upper, string
  case mapping, number, sequence, iterable, callable, sameas, escaped, `in`
  case equal = "eq"
  case notEqual = "ne"
  case greater = "gt"
  case greaterOrEqual = "ge"
  case less = "lt"
  case lessOrEqual = "le"

  private static let otherNames: [String: LanguageTest] = [
    "equalto": .equal, "==": .equal, "!=": .notEqual, "greaterthan": .greater, ">": .greater,
    ">=": .greaterOrEqual,
    "lessthan": .less, "<": .less, "<=": .lessOrEqual,
  ]

  init?(named name: String) {
    guard let test = LanguageTest(rawValue: name) ?? Self.otherNames[name] else { return nil }
    self = test
  }

  static var names: [String] { allCases.map(\.rawValue) + ["equalto", "greaterthan", "lessthan"] }

  var argumentCount: Int {
    switch self {
    case .divisibleby, .sameas, .in, .equal, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual: 1
    default: 0
    }
  }
}
