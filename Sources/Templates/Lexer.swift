import Diagnostics

/// Cuts a layout into text and the words of its tags, with the white space rules of Jinja 3.1 under
/// `trim_blocks=True, lstrip_blocks=True` (jinja2/lexer.py).
struct Lexer {
  /// Of a file that is no layout at all, the first mistakes tell enough.
  private static let mostReports = 50

  private let path: String
  private let text: NormalizedText
  let bytes: [UInt8]
  var position = 0
  private(set) var tokens: [Token] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether what was read last ended a line: white space before a tag is then a margin.
  private var isAtLineStart = true

  static func tokens(of file: SourceFile, _ diagnostics: inout [Diagnostic]) -> [Token] {
    var lexer = Lexer(file)
    lexer.readFile()
    diagnostics += lexer.diagnostics
    return lexer.tokens
  }

  private init(_ file: SourceFile) {
    path = file.path
    text = NormalizedText(file.bytes)
    bytes = text.bytes
  }

  private mutating func readFile() {
    while let tag = nextTag(from: position) {
      let start = position
      position = tag + 2
      let sign = takeSign()
      if bytes[tag + 1] == UInt8(ascii: "%"), let end = endOfRawBegin(from: position) {
        emitText(start..<tag, before: .block, sign: sign)
        readRaw(tag: tag, from: end)
        continue
      }
      switch bytes[tag + 1] {
      case UInt8(ascii: "#"):
        emitText(start..<tag, before: .block, sign: sign)
        readComment(from: tag)
      case UInt8(ascii: "%"):
        emitText(start..<tag, before: .block, sign: sign)
        readTag(.blockBegin, .blockEnd, closing: UInt8(ascii: "%"), from: tag)
      default:
        emitText(start..<tag, before: .variable, sign: sign)
        readTag(.variableBegin, .variableEnd, closing: UInt8(ascii: "}"), from: tag)
      }
    }
    if position < bytes.count { emit(.data(Array(bytes[position...])), position..<bytes.count) }
    emit(.end, bytes.count..<bytes.count)
  }

  // MARK: Text and white space

  private enum TagKind { case variable, block }
  private enum Sign { case none, minus, plus }

  private func nextTag(from start: Int) -> Int? {
    var i = start
    while i + 1 < bytes.count {
      if bytes[i] == UInt8(ascii: "{") {
        let next = bytes[i + 1]
        if next == UInt8(ascii: "{") || next == UInt8(ascii: "%") || next == UInt8(ascii: "#") { return i }
      }
      i += 1
    }
    return nil
  }

  private mutating func takeSign() -> Sign {
    guard position < bytes.count else { return .none }
    let byte = bytes[position]
    guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") else { return .none }
    position += 1
    return byte == UInt8(ascii: "-") ? .minus : .plus
  }

  private mutating func emitText(_ range: Range<Int>, before kind: TagKind, sign: Sign) {
    var end = range.upperBound
    if sign == .minus {
      end = Whitespace.skipBack(bytes, from: end, downTo: range.lowerBound)
    } else if sign == .none, kind == .block {
      let lastLine = range.lastIndex { bytes[$0] == .lineFeed }.map { $0 + 1 } ?? range.lowerBound
      if lastLine > range.lowerBound || isAtLineStart,
        Whitespace.skipBack(bytes, from: end, downTo: lastLine) == lastLine
      {
        end = lastLine
      }
    }
    if end > range.lowerBound { emit(.data(Array(bytes[range.lowerBound..<end])), range.lowerBound..<end) }
  }

  /// After the closing mark of a tag: strips what its sign says, or one line end.
  private mutating func finishTag(sign: Sign, trimsLineEnd: Bool) {
    if sign == .minus {
      position = Whitespace.skip(bytes, from: position)
    } else if sign == .none, trimsLineEnd, position < bytes.count, bytes[position] == .lineFeed {
      position += 1
    }
    isAtLineStart = position > 0 && bytes[position - 1] == .lineFeed
  }

  // MARK: Comments and raw text

  private mutating func readComment(from tag: Int) {
    var i = position
    while i + 1 < bytes.count {
      if bytes[i] == UInt8(ascii: "#"), bytes[i + 1] == UInt8(ascii: "}") {
        var sign = Sign.none
        if i > position, bytes[i - 1] == UInt8(ascii: "-") { sign = .minus }
        if i > position, bytes[i - 1] == UInt8(ascii: "+") { sign = .plus }
        position = i + 2
        finishTag(sign: sign, trimsLineEnd: true)
        return
      }
      i += 1
    }
    report(
      .unclosed, tag..<tag + 2, "« {# » ouvre un commentaire que rien ne ferme", help: "fermez-le par « #} »")
    position = bytes.count
  }

  /// The offset after `raw %}`, if that is what follows.
  private func endOfRawBegin(from start: Int) -> Int? { endOfWord("raw", from: start) }

  private func endOfWord(_ word: StaticString, from start: Int) -> Int? {
    var i = Whitespace.skip(bytes, from: start)
    let matches = word.withUTF8Buffer { buffer in
      i + buffer.count <= bytes.count && bytes[i..<i + buffer.count].elementsEqual(buffer)
    }
    guard matches else { return nil }
    i = Whitespace.skip(bytes, from: i + word.utf8CodeUnitCount)
    if i < bytes.count, bytes[i] == UInt8(ascii: "-") || bytes[i] == UInt8(ascii: "+") { i += 1 }
    guard i + 1 < bytes.count, bytes[i] == UInt8(ascii: "%"), bytes[i + 1] == UInt8(ascii: "}") else {
      return nil
    }
    return i + 2
  }

  private mutating func readRaw(tag: Int, from end: Int) {
    let sign = bytes[end - 3]
    position = end
    finishTag(sign: sign == UInt8(ascii: "-") ? .minus : .plus, trimsLineEnd: false)
    let start = position
    var i = start
    while i + 1 < bytes.count {
      if bytes[i] == UInt8(ascii: "{"), bytes[i + 1] == UInt8(ascii: "%") {
        position = i + 2
        let sign = takeSign()
        if let end = endOfWord("endraw", from: position) {
          emitText(start..<i, before: .block, sign: sign)
          position = end
          finishTag(sign: signBefore(end), trimsLineEnd: true)
          return
        }
      }
      i += 1
    }
    report(.unclosed, tag..<end, "« raw » n’est pas fermé", help: "ajoutez « {% endraw %} »")
    position = bytes.count
  }

  private func signBefore(_ end: Int) -> Sign {
    switch bytes[end - 3] {
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "+"): .plus
    default: .none
    }
  }

  // MARK: Tags

  private mutating func readTag(_ begin: Token.Kind, _ end: Token.Kind, closing: UInt8, from tag: Int) {
    emit(begin, tag..<tag + 2)
    var brackets: [UInt8] = []
    while true {
      position = Whitespace.skip(bytes, from: position)
      guard position < bytes.count, !startsBlockTag(at: position) else {
        let mark = closing == UInt8(ascii: "%") ? "%" : "{"
        report(
          .unclosed, tag..<tag + 2, "« {\(mark) » n’est pas fermé",
          help: "fermez-le par « \(closing == UInt8(ascii: "%") ? "%}" : "}}") »")
        emit(.invalid, position..<position)
        emit(end, position..<position)
        isAtLineStart = false
        return
      }
      if brackets.isEmpty, takeTagEnd(end, closing: closing) { return }
      readWord(&brackets)
    }
  }

  /// `{%` and `{#` never are part of an expression: the tag before them was not closed.
  private func startsBlockTag(at i: Int) -> Bool {
    guard bytes[i] == UInt8(ascii: "{"), i + 1 < bytes.count else { return false }
    return bytes[i + 1] == UInt8(ascii: "%") || bytes[i + 1] == UInt8(ascii: "#")
  }

  private mutating func takeTagEnd(_ end: Token.Kind, closing: UInt8) -> Bool {
    var i = position
    var sign = Sign.none
    if bytes[i] == UInt8(ascii: "-") { sign = .minus }
    if bytes[i] == UInt8(ascii: "+"), end == .blockEnd { sign = .plus }
    if sign != .none { i += 1 }
    guard i + 1 < bytes.count, bytes[i] == closing, bytes[i + 1] == UInt8(ascii: "}") else { return false }
    emit(end, position..<i + 2)
    position = i + 2
    finishTag(sign: sign, trimsLineEnd: end == .blockEnd)
    return true
  }

  private mutating func readWord(_ brackets: inout [UInt8]) {
    let start = position
    let byte = bytes[start]
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case UInt8(ascii: "'"), UInt8(ascii: "\""): readString(quote: byte)
    case _ where byte.isASCIILetter || byte == UInt8(ascii: "_") || byte >= 0x80: readName()
    default:
      guard let op = takeOperator() else {
        position += 1
        let character = String(decoding: bytes[start..<position], as: UTF8.self)
        let shown = byte < 0x20 ? "le caractère de code \(byte)" : "« \(character) »"
        report(.syntax, start..<position, "\(shown) n’a pas de sens ici")
        emit(.invalid, start..<position)
        return
      }
      balance(op, start..<position, &brackets)
    }
  }

  private mutating func balance(_ op: Token.Operator, _ range: Range<Int>, _ brackets: inout [UInt8]) {
    switch op {
    case .leftBrace: brackets.append(UInt8(ascii: "}"))
    case .leftParenthesis: brackets.append(UInt8(ascii: ")"))
    case .leftBracket: brackets.append(UInt8(ascii: "]"))
    case .rightBrace, .rightParenthesis, .rightBracket:
      let expected = brackets.popLast()
      guard expected.map({ [$0] }) == Array(op.rawValue.utf8) else {
        let help = expected.map { "il manque « \(Character(Unicode.Scalar($0))) » avant" }
        report(.syntax, range, "« \(op.rawValue) » ne ferme rien", help: help)
        emit(.invalid, range)
        brackets = []
        return
      }
    default: break
    }
    emit(.op(op), range)
  }

  private mutating func takeOperator() -> Token.Operator? {
    for length in [2, 1] where position + length <= bytes.count {
      let word = String(decoding: bytes[position..<position + length], as: UTF8.self)
      if let op = Token.Operator(rawValue: word) {
        position += length
        return op
      }
    }
    return nil
  }

  private mutating func readName() {
    let start = position
    var isName = true
    while position < bytes.count {
      let byte = bytes[position]
      if byte < 0x80 {
        guard byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "_") else { break }
        position += 1
        continue
      }
      guard Whitespace.length(in: bytes, at: position) == 0 else { break }
      var end = position + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      let scalars = String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars
      let isPart = scalars.allSatisfy {
        position == start ? $0.properties.isXIDStart : $0.properties.isXIDContinue
      }
      isName = isName && isPart
      position = end
    }
    let name = String(decoding: bytes[start..<position], as: UTF8.self)
    guard isName else {
      let quotes = name.unicodeScalars.contains { "«»“”‘’„".unicodeScalars.contains($0) }
      report(
        .syntax, start..<position, "« \(name) » n’est pas un nom",
        help: quotes ? "écrivez les textes entre guillemets droits : \"…\" ou '…'" : nil)
      emit(.invalid, start..<position)
      return
    }
    emit(.name(name), start..<position)
  }

  // MARK: Output

  mutating func emit(_ kind: Token.Kind, _ range: Range<Int>) {
    tokens.append(Token(kind: kind, range: text.fileRange(range)))
  }

  mutating func report(_ code: TemplateCode, _ range: Range<Int>, _ message: String, help: String? = nil) {
    guard diagnostics.count < Self.mostReports else { return }
    let location = SourceLocation(file: path, range: text.fileRange(range))
    diagnostics.append(Diagnostic(code, at: location, message, help: help))
  }
}
