import Diagnostics

/// Scalars in quotes (YAML 1.2.2, sections 7.3.1 and 7.3.2).
extension YAMLParser {
  /// The quoted scalar at the cursor, which ends after its closing quote. Nil if it was refused.
  mutating func quotedScalar(parent: Int) -> Node? {
    let start = at
    let quote = bytes[at]
    let isDouble = quote == UInt8(ascii: "\"")
    var i = at + 1
    var built: [UInt8]?
    var copied = i
    while i < end {
      let byte = bytes[i]
      if byte == quote {
        guard !isDouble, self.byte(i + 1) == quote else {
          return finishQuoted(start..<i + 1, isDouble: isDouble, built, rest: copied..<i)
        }
        flush(copied..<i + 1, into: &built)
        i += 2
        copied = i
      } else if byte == UInt8(ascii: "\\"), isDouble {
        flush(copied..<i, into: &built)
        guard let next = escape(at: i, parent: parent, into: &built) else { return nil }
        i = next
        copied = i
      } else if byte.isLineEnd {
        var textEnd = i
        while textEnd > copied, bytes[textEnd - 1].isBlank { textEnd -= 1 }
        flush(copied..<textEnd, into: &built)
        guard let next = fold(at: i, parent: parent, afterEscape: false, into: &built) else { break }
        i = next
        copied = i
      } else {
        i += 1
      }
    }
    return refuseUnclosed(start, isDouble: isDouble)
  }

  private mutating func refuseUnclosed(_ start: Int, isDouble: Bool) -> Node? {
    let value = shown(start + 1..<max(start + 1, trimmedLineEnd(start + 1)), limit: 60)
    refuse(
      .unclosed, start..<start + 1, "Ce guillemet n’est pas refermé",
      help: value.isEmpty
        ? "ajoutez le guillemet fermant"
        : "fermez-le à la fin du texte : \(isDouble ? "\"" : "'")\(value)\(isDouble ? "\"" : "'")"
    )
    return nil
  }

  private mutating func finishQuoted(_ range: Range<Int>, isDouble: Bool, _ built: [UInt8]?, rest: Range<Int>)
    -> Node
  {
    at = range.upperBound
    lastEnd = at
    var built = built
    if built != nil { flush(rest, into: &built) }
    let value = built.map { String(decoding: $0, as: UTF8.self) } ?? text(rest)
    return Node(.scalar(Scalar(value, style: isDouble ? .doubleQuoted : .singleQuoted)), at: location(range))
  }

  private func flush(_ range: Range<Int>, into built: inout [UInt8]?) {
    if built == nil { built = [] }
    built?.append(contentsOf: bytes[range])
  }

  /// Line folding in quotes: from a line end to the text of the next line. Nil if that line ends the value's block,
  /// so that an unclosed quote does not swallow what follows.
  private mutating func fold(at lineEnd: Int, parent: Int, afterEscape: Bool, into built: inout [UInt8]?)
    -> Int?
  {
    var line = startOfLine(after: lineEnd)
    var emptyLines = 0
    while line < end {
      let first = skipBlanks(from: line)
      if first < end, bytes[first].isLineEnd {
        emptyLines += 1
        line = startOfLine(after: first)
        continue
      }
      var spaces = line
      while byte(spaces) == .space { spaces += 1 }
      guard first < end, spaces - line > parent, !isDocumentMarker(line) else { return nil }
      if emptyLines > 0 {
        built?.append(contentsOf: repeatElement(.lineFeed, count: emptyLines))
      } else if !afterEscape {
        built?.append(.space)
      }
      return first
    }
    return nil
  }

  /// Reads the escape at `i` and returns the offset after it; nil if it was refused.
  private mutating func escape(at i: Int, parent: Int, into built: inout [UInt8]?) -> Int? {
    let letter = byte(i + 1)
    if i + 1 < end, letter.isLineEnd {
      guard let next = fold(at: i + 1, parent: parent, afterEscape: true, into: &built) else {
        return refuseBrokenEscape(i..<i + 1)
      }
      return next
    }
    let digits =
      letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "U") ? 8 : 0
    if digits > 0 { return numericEscape(at: i, digits: digits, into: &built) }
    guard let scalar = Self.escapes(letter) else { return refuseBrokenEscape(i..<min(i + 2, end)) }
    return append(scalar, escapedAt: i..<i + 2, into: &built)
  }

  private mutating func numericEscape(at i: Int, digits: Int, into built: inout [UInt8]?) -> Int? {
    var next = i + 2 + digits
    guard var value = hexadecimal(i + 2..<next) else { return refuseBrokenEscape(i..<min(i + 2, end)) }
    // JSON writes what lies beyond the basic plane as two escapes (RFC 8259, section 7).
    if digits == 4, value & 0xFFFF_FC00 == 0xD800, byte(next) == UInt8(ascii: "\\"),
      byte(next + 1) == UInt8(ascii: "u"),
      let low = hexadecimal(next + 2..<next + 6), low & 0xFFFF_FC00 == 0xDC00
    {
      value = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
      next += 6
    }
    guard let scalar = Unicode.Scalar(value) else { return refuseBrokenEscape(i..<next) }
    return append(scalar, escapedAt: i..<next, into: &built)
  }

  /// What may not stand in a text may not be written by its number either; most often it is a path: "C:\bilan".
  private mutating func append(
    _ scalar: Unicode.Scalar, escapedAt range: Range<Int>, into built: inout [UInt8]?
  ) -> Int? {
    guard !scalar.isForbiddenInText else {
      refuse(
        .escape, range,
        "« \(shown(range)) » écrit entre guillemets doubles un caractère invisible interdit (\(scalar.codePointName))",
        help: "pour une barre oblique inverse, écrivez « \\\\ », ou prenez des guillemets simples '…'")
      return nil
    }
    built?.append(contentsOf: String(scalar).utf8)
    return range.upperBound
  }

  private func hexadecimal(_ range: Range<Int>) -> UInt32? {
    guard range.upperBound <= end else { return nil }
    var value: UInt32 = 0
    for byte in bytes[range] {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
      case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F"):
        value = value << 4 | UInt32((byte | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }

  private mutating func refuseBrokenEscape(_ range: Range<Int>) -> Int? {
    refuse(
      .escape, range, "« \(shown(range)) » n’est pas un échappement connu entre guillemets doubles",
      help: "pour une barre oblique inverse, écrivez « \\\\ », ou prenez des guillemets simples '…'")
    return nil
  }

  /// YAML 1.2.2, section 5.7.
  private static func escapes(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{7}"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "t"), .tab: "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{B}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case .space: " "
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    default: nil
    }
  }
}
