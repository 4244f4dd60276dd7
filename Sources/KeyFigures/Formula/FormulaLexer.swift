import Diagnostics

/// Cuts a formula into words.
///
/// A bare name runs up to a sign, so that « Taux de réussite » needs no quotes; what holds a sign is written between
/// « » or quotes. `a/b/c` without a space around the bars, and whose first name is no column, is a cell of a table.
struct FormulaLexer {
  private let bytes: [UInt8]
  private let columns: Set<String>
  private var i = 0

  init(_ text: String, columns: Set<String>) {
    bytes = Array(text.utf8)
    self.columns = columns
  }

  static func tokens(_ text: String, columns: Set<String>) throws(FormulaError) -> [FormulaToken] {
    var lexer = FormulaLexer(text, columns: columns)
    var tokens: [FormulaToken] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last?.kind != .end
    return tokens
  }

  private mutating func next() throws(FormulaError) -> FormulaToken {
    i = trim(bytes, i..<bytes.count).lowerBound
    guard i < bytes.count else { return FormulaToken(kind: .end, range: i..<i) }
    let start = i
    if bytes[i].isASCIIDigit { return try number() }
    if let sign = sign() { return FormulaToken(kind: sign, range: start..<i) }
    if let path = try path() { return FormulaToken(kind: .path(path), range: start..<i) }
    let name = try name()
    return FormulaToken(kind: .name(name), range: start..<i)
  }

  // MARK: Signs

  private mutating func sign() -> FormulaToken.Kind? {
    guard let (kind, length) = sign(at: i) else { return nil }
    i += length
    return kind
  }

  private func sign(at index: Int) -> (FormulaToken.Kind, length: Int)? {
    switch bytes[index] {
    case UInt8(ascii: "+"): return (.plus, 1)
    case UInt8(ascii: "-"): return (.minus, 1)
    case UInt8(ascii: "*"): return (.times, 1)
    case UInt8(ascii: "/"): return (.divided, 1)
    case UInt8(ascii: "="): return (.equals, 1)
    case UInt8(ascii: "("): return (.open, 1)
    case UInt8(ascii: ")"): return (.close, 1)
    case UInt8(ascii: ";"), UInt8(ascii: ","): return (.separator, 1)
    case 0xC3 where starts(index, [0xC3, 0x97]): return (.times, 2)  // ×
    case 0xC3 where starts(index, [0xC3, 0xB7]): return (.divided, 2)  // ÷
    case 0xE2 where starts(index, [0xE2, 0x88, 0x92]): return (.minus, 3)  // −
    case 0xE2 where starts(index, [0xE2, 0x80, 0x93]): return (.minus, 3)  // –, which people type for a minus
    default: return nil
    }
  }

  private func starts(_ index: Int, _ prefix: [UInt8]) -> Bool { bytes[index...].starts(with: prefix) }

  // MARK: Numbers

  private mutating func number() throws(FormulaError) -> FormulaToken {
    let start = i
    var count: Int128 = 0
    var decimals: Int?
    while i < bytes.count {
      if bytes[i].isASCIIDigit {
        let (tens, tooBig) = count.multipliedReportingOverflow(by: 10)
        guard !tooBig, tens < Int128.max - 9 else {
          throw FormulaError(
            range: start..<i, message: "Ce nombre est trop long", help: "au plus 38 chiffres")
        }
        count = tens + Int128(bytes[i] - 0x30)
        if let shown = decimals { decimals = shown + 1 }
        i += 1
      } else if bytes[i] == UInt8(ascii: ","), decimals == nil, i + 1 < bytes.count, bytes[i + 1].isASCIIDigit
      {
        decimals = 0
        i += 1
      } else if let space = groupSpace(), decimals == nil {
        i += space
      } else {
        break
      }
    }
    if i < bytes.count, bytes[i] == UInt8(ascii: "."), i + 1 < bytes.count, bytes[i + 1].isASCIIDigit {
      let text = String(decoding: bytes[start...], as: UTF8.self).prefix { $0.isNumber || $0 == "." }
      throw FormulaError(
        range: start..<i + 1, message: "« \(text) » est écrit avec un point",
        help: "une virgule sépare les décimales : « \(String(text.map { $0 == "." ? "," : $0 })) »")
    }
    let value = powerOfTen(decimals ?? 0).flatMap { Fraction(count, over: $0) } ?? .zero
    let rest = trim(bytes, i..<bytes.count).lowerBound
    if rest < bytes.count, bytes[rest] == UInt8(ascii: "%") {
      i = rest + 1
      return FormulaToken(kind: .number(value.divided(by: Fraction(100)) ?? .zero), range: start..<i)
    }
    return FormulaToken(kind: .number(value), range: start..<i)
  }

  /// The length of a space followed by three digits and no more: the groups of « 1 740 000 ».
  private func groupSpace() -> Int? {
    let length: Int
    if bytes[i] == .space {
      length = 1
    } else if starts(i, [0xC2, 0xA0]) {
      length = 2
    } else if starts(i, [0xE2, 0x80, 0xAF]) {
      length = 3
    } else {
      return nil
    }
    let group = i + length
    guard group + 3 <= bytes.count, bytes[group..<group + 3].allSatisfy(\.isASCIIDigit) else { return nil }
    return group + 3 < bytes.count && bytes[group + 3].isASCIIDigit ? nil : length
  }

  // MARK: Names

  private mutating func name() throws(FormulaError) -> String {
    if let quoted = try quoted() { return quoted }
    let start = i
    while i < bytes.count, sign(at: i) == nil { i += 1 }
    let range = trim(bytes, start..<i)
    return String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func quoted() throws(FormulaError) -> String? {
    let start = i
    let closing: [UInt8]
    if starts(i, [0xC2, 0xAB]) {  // «
      closing = [0xC2, 0xBB]
      i += 2
    } else if bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") {
      closing = [bytes[i]]
      i += 1
    } else {
      return nil
    }
    let inside = i
    while i < bytes.count, !starts(i, closing) { i += 1 }
    guard i < bytes.count else {
      throw FormulaError(
        range: start..<bytes.count, message: "Le guillemet ouvert ici n’est jamais fermé",
        help: "fermez-le après le nom de la colonne")
    }
    let range = trim(bytes, inside..<i)
    i += closing.count
    return String(decoding: bytes[range], as: UTF8.self)
  }

  /// Three or four names joined by bars, of which the first is no column: a cell of this table or of another.
  private mutating func path() throws(FormulaError) -> [String]? {
    let start = i
    var names: [String] = []
    while true {
      if let name = try quoted() {
        names.append(name)
      } else {
        let from = i
        while i < bytes.count, bytes[i] != UInt8(ascii: "/"), !endsPath(i) { i += 1 }
        names.append(String(decoding: bytes[trim(bytes, from..<i)], as: UTF8.self))
      }
      guard i + 1 < bytes.count, bytes[i] == UInt8(ascii: "/"), !bytes[i + 1].isBlank, !bytes[i - 1].isBlank,
        names.count < 4
      else { break }
      i += 1
    }
    if names.count >= 3, !columns.contains(names[0]), names.allSatisfy({ !$0.isEmpty }) { return names }
    i = start
    return nil
  }

  /// A sign inside a path ends it, except a hyphen inside a word: `tne-vosges/Terminale/Part`.
  private func endsPath(_ index: Int) -> Bool {
    guard let (kind, _) = sign(at: index) else { return false }
    guard bytes[index] == UInt8(ascii: "-") else { return kind != .divided }
    return index == 0 || bytes[index - 1].isBlank || index + 1 == bytes.count || bytes[index + 1].isBlank
  }
}
