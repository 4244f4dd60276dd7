import Diagnostics

/// Names, constants, lists and objects.
extension Parser {
  static let reservedWords: Set<String> = [
    "and", "or", "not", "in", "is", "if", "else", "elif", "true", "false", "none", "True", "False", "None",
  ]

  func primaryName(_ name: String) -> Expression.Kind? {
    switch name {
    case "true", "True": .constant(.bool(true))
    case "false", "False": .constant(.bool(false))
    case "none", "None": .constant(.none)
    default: Self.reservedWords.contains(name) ? nil : .name(name)
    }
  }

  func startsPrimary(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .string, .int, .float, .op(.leftParenthesis), .op(.leftBracket), .op(.leftBrace): true
    default: false
    }
  }

  mutating func primary() throws(Failure) -> Expression {
    let start = current.range.lowerBound
    switch current.kind {
    case .name(let name):
      guard let kind = primaryName(name) else { throw unexpected("une valeur") }
      advance()
      return try make(kind, from: start, above: [])
    case .string(var text):
      advance()
      while case .string(let more) = current.kind {
        text += more
        advance()
      }
      return try make(.constant(.string(text)), from: start, above: [])
    case .int(let number):
      advance()
      return try make(.constant(.int(number)), from: start, above: [])
    case .float(let number):
      advance()
      return try make(.constant(.double(number)), from: start, above: [])
    case .op(.leftParenthesis):
      advance()
      let inside = try nested { (parser) throws(Failure) in try parser.tuple(inParentheses: true) }
      try expect(.rightParenthesis)
      return inside
    case .op(.leftBracket): return try nested { (parser) throws(Failure) in try parser.list() }
    case .op(.leftBrace): return try nested { (parser) throws(Failure) in try parser.map() }
    default: throw unexpected("une valeur")
    }
  }

  private mutating func list() throws(Failure) -> Expression {
    let start = advance().range.lowerBound
    var items: [Expression] = []
    while !isAt(.rightBracket) {
      if !items.isEmpty {
        try expect(.comma)
        if isAt(.rightBracket) { break }
      }
      items.append(try expression())
    }
    try expect(.rightBracket)
    return try make(.list(items), from: start, above: items)
  }

  private mutating func map() throws(Failure) -> Expression {
    let start = advance().range.lowerBound
    var entries: [(key: Expression, value: Expression)] = []
    while !isAt(.rightBrace) {
      if !entries.isEmpty {
        try expect(.comma)
        if isAt(.rightBrace) { break }
      }
      let key = try expression()
      try expect(.colon)
      entries.append((key, try expression()))
    }
    try expect(.rightBrace)
    return try make(.map(entries), from: start, above: entries.flatMap { [$0.key, $0.value] })
  }
}
