import Diagnostics

/// Reads the words of a layout into statements, by the grammar of Jinja 3.1 (jinja2/parser.py). After a mistake it goes
/// on at the end of the tag, so that one run tells them all.
struct Parser {
  /// A statement whose end has not come yet.
  struct Opener {
    let name: String
    let range: Range<Int>
    /// The tags that may come next at its level.
    let ends: [String]
  }

  /// Stands for a diagnostic that has been reported.
  struct Failure: Error {}

  static let deepestExpression = 100
  static let deepestStatement = 50

  let path: String
  private let tokens: [Token]
  private var next = 0
  var diagnostics: [Diagnostic] = []
  var openers: [Opener] = []
  /// How many expressions are being read, one in another.
  var expressionDepth = 0
  private(set) var lastEnd = 0
  /// Whether the rest of the file has been passed over: what is not closed then is not to blame.
  private var hasGivenUp = false

  static func statements(of file: SourceFile, _ diagnostics: inout [Diagnostic]) -> [Statement] {
    if let invalid = file.firstInvalidByte {
      diagnostics.append(
        Diagnostic(
          TemplateCode.syntax, at: file.location(invalid..<invalid + 1),
          "Ce fichier n’est pas en UTF-8", help: "enregistrez-le en UTF-8"))
      return []
    }
    if let zero = file.bytes.firstIndex(of: 0) {
      diagnostics.append(
        Diagnostic(
          TemplateCode.syntax, at: file.location(zero..<zero + 1),
          "Ce fichier n’est pas du texte : il contient un octet nul", help: "enregistrez-le en UTF-8"))
      return []
    }
    let tokens = Lexer.tokens(of: file, &diagnostics)
    var parser = Parser(path: file.path, tokens: tokens)
    let statements = parser.body(of: nil).statements
    diagnostics += parser.diagnostics
    return statements
  }

  private init(path: String, tokens: [Token]) {
    self.path = path
    self.tokens = tokens
  }

  // MARK: Words

  /// The last token is `.end`, which is never passed.
  var current: Token { tokens[next] }
  var following: Token { tokens[min(next + 1, tokens.count - 1)] }

  @discardableResult
  mutating func advance() -> Token {
    let token = tokens[next]
    if next + 1 < tokens.count { next += 1 }
    lastEnd = token.range.upperBound
    return token
  }

  func isAt(_ op: Token.Operator) -> Bool { current.kind == .op(op) }
  func isAt(word: String) -> Bool { current.kind == .name(word) }
  func isFollowed(byWord word: String) -> Bool { following.kind == .name(word) }

  mutating func take(_ op: Token.Operator) -> Bool {
    guard isAt(op) else { return false }
    advance()
    return true
  }

  mutating func take(word: String) -> Bool {
    guard isAt(word: word) else { return false }
    advance()
    return true
  }

  mutating func expect(_ op: Token.Operator) throws(Failure) {
    guard take(op) else { throw unexpected("« \(op.rawValue) »") }
  }

  mutating func expect(word: String) throws(Failure) {
    guard take(word: word) else { throw unexpected("« \(word) »") }
  }

  mutating func expectName() throws(Failure) -> (name: String, range: Range<Int>) {
    guard case .name(let name) = current.kind else { throw unexpected("un nom") }
    return (name, advance().range)
  }

  // MARK: Reports

  func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(file: path, range: range) }

  /// Of a file that is no layout at all, the first mistakes tell enough.
  private static let mostReports = 50

  mutating func report(
    _ code: TemplateCode, _ range: Range<Int>, _ message: String, help: String? = nil,
    notes: [Diagnostic.Note] = []
  ) {
    guard diagnostics.count < Self.mostReports else { return }
    diagnostics.append(Diagnostic(code, at: location(range), message, help: help, notes: notes))
  }

  mutating func failure(
    _ code: TemplateCode, _ range: Range<Int>, _ message: String, help: String? = nil
  ) -> Failure {
    report(code, range, message, help: help)
    return Failure()
  }

  mutating func unexpected(_ expected: String, help: String? = nil) -> Failure {
    switch current.kind {
    case .invalid: return Failure()
    case .variableEnd, .blockEnd:
      return failure(.syntax, current.range, "Il manque \(expected) avant \(current.description)", help: help)
    default:
      return failure(
        .syntax, current.range, "\(current.description) : \(expected) est attendu ici", help: help)
    }
  }

  // MARK: Bodies

  /// Reads statements up to one of the ends of the opener, whose mark and name are then passed. Nil if it never comes.
  mutating func body(of opener: Opener?) -> (statements: [Statement], end: String?) {
    var statements: [Statement] = []
    if let opener { openers.append(opener) }
    defer { if opener != nil { openers.removeLast() } }
    while true {
      let start = current.range.lowerBound
      switch current.kind {
      case .data(let text):
        statements.append(Statement(kind: .text(text), range: advance().range))
      case .variableBegin:
        advance()
        let expression = tag(until: .variableEnd) { (parser) throws(Failure) in try parser.tuple() }
        statements.append(
          Statement(kind: .output(expression ?? invalid(start..<lastEnd)), range: start..<lastEnd))
      case .blockBegin:
        if let opener, case .name(let name) = following.kind, opener.ends.contains(name) {
          advance()
          advance()
          return (statements, name)
        }
        if case .name(let name) = following.kind, Self.middlesAndEnds.contains(name) {
          if openers.dropLast().contains(where: { $0.ends.contains(name) }), let opener {
            reportUnclosed(opener, before: following)
            return (statements, nil)
          }
          reportStray(name)
          skip(past: .blockEnd)
          continue
        }
        advance()
        if let statement = statement(from: start) { statements.append(statement) }
      case .end:
        if let opener { reportUnclosed(opener, before: current) }
        return (statements, nil)
      default:
        advance()
      }
    }
  }

  /// Reads what stands between the marks of a tag, and the closing mark. After a mistake what is left of the tag is
  /// skipped, and the answer is nil.
  mutating func tag<Content>(
    until end: Token.Kind, _ read: (inout Parser) throws(Failure) -> Content
  ) -> Content? {
    do throws(Failure) {
      let content = try read(&self)
      guard current.kind == end else {
        throw unexpected(end == .variableEnd ? "« }} »" : "« %} »")
      }
      advance()
      return content
    } catch {
      expressionDepth = 0
      skip(past: end)
      return nil
    }
  }

  mutating func skip(past end: Token.Kind) {
    while current.kind != .end {
      if advance().kind == end { return }
    }
  }

  mutating func giveUp() {
    hasGivenUp = true
    skip(past: .end)
  }

  func invalid(_ range: Range<Int>) -> Expression { Expression(kind: .invalid, range: range, depth: 1) }

  private static let middlesAndEnds: Set<String> = [
    "else", "elif", "endif", "endfor", "endset", "endwith", "endblock", "endmacro", "endcall", "endfilter",
    "endraw",
  ]

  private mutating func reportUnclosed(_ opener: Opener, before token: Token) {
    guard !hasGivenUp else { return }
    let end = opener.ends.last ?? ""
    var notes: [Diagnostic.Note] = []
    if token.kind != .end {
      notes = [Diagnostic.Note("\(token.description) arrive avant", at: location(token.range))]
    }
    report(
      .unclosed, opener.range, "« \(opener.name) » n’est pas fermé", help: "ajoutez « {% \(end) %} »",
      notes: notes)
  }

  private mutating func reportStray(_ name: String) {
    let help = openers.last.map {
      "le bloc ouvert ici est « \($0.name) », que ferme « \($0.ends.last ?? "") »"
    }
    report(.syntax, following.range, "« \(name) » n’a rien à fermer", help: help ?? "supprimez cette balise")
  }
}
