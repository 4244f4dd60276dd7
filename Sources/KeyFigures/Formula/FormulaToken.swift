import Diagnostics

/// A word of the language of formulas, with its place in the text of the formula.
struct FormulaToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case number(Fraction)
    /// A column, or a function when a parenthesis follows.
    case name(String)
    /// `tableau/ligne/colonne` or `section/tableau/ligne/colonne`.
    case path([String])
    case plus, minus, times, divided, equals, open, close, separator, end
  }

  let kind: Kind
  /// UTF-8 offsets in the formula.
  let range: Range<Int>
}

/// Why a formula cannot be read, and where in its text.
struct FormulaError: Error, Hashable {
  let range: Range<Int>
  let message: String
  let help: String
}
