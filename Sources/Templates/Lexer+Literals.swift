import Diagnostics

/// Numbers and texts in a tag, by the regular expressions of jinja2/lexer.py.
extension Lexer {
  mutating func readNumber() {
    let start = position
    if bytes[start] == UInt8(ascii: "0"), start + 2 < bytes.count, let radix = radix(bytes[start + 1]) {
      var end = start + 2
      while end < bytes.count {
        let digit = bytes[end] == UInt8(ascii: "_") ? end + 1 : end
        guard digit < bytes.count, isDigit(bytes[digit], radix) else { break }
        end = digit + 1
      }
      if end > start + 2 { return emitInteger(start + 2..<end, radix: radix, token: start..<end) }
    }
    let digits = endOfDigits(from: start)
    let isAfterDot = start > 0 && bytes[start - 1] == UInt8(ascii: ".")
    if !isAfterDot, let end = endOfFloat(digits) {
      position = end
      let text = String(decoding: bytes[start..<end].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
      return emit(.float(Double(text) ?? .infinity), start..<end)
    }
    var end = digits
    if bytes[start] == UInt8(ascii: "0") {
      // As in Python, a number other than zero does not begin with zero.
      end = start + 1
      while end < digits, bytes[end] == UInt8(ascii: "0") || bytes[end] == UInt8(ascii: "_") { end += 1 }
      while bytes[end - 1] == UInt8(ascii: "_") { end -= 1 }
    }
    emitInteger(start..<end, radix: 10, token: start..<end)
  }

  private func radix(_ letter: UInt8) -> Int? {
    switch letter | 0x20 {
    case UInt8(ascii: "x"): 16
    case UInt8(ascii: "o"): 8
    case UInt8(ascii: "b"): 2
    default: nil
    }
  }

  private func isDigit(_ byte: UInt8, _ radix: Int) -> Bool {
    guard byte < 0x80, let value = Character(Unicode.Scalar(byte)).hexDigitValue else { return false }
    return value < radix
  }

  private func endOfDigits(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      if bytes[end].isASCIIDigit {
        end += 1
      } else if bytes[end] == UInt8(ascii: "_"), end > start, end + 1 < bytes.count,
        bytes[end + 1].isASCIIDigit
      {
        end += 2
      } else {
        break
      }
    }
    return end
  }

  private func endOfFloat(_ digits: Int) -> Int? {
    var end = digits
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1].isASCIIDigit {
      end = endOfDigits(from: end + 1)
    }
    if end < bytes.count, bytes[end] | 0x20 == UInt8(ascii: "e") {
      var exponent = end + 1
      if exponent < bytes.count, bytes[exponent] == UInt8(ascii: "+") || bytes[exponent] == UInt8(ascii: "-")
      {
        exponent += 1
      }
      let last = endOfDigits(from: exponent)
      if last > exponent { end = last }
    }
    return end > digits ? end : nil
  }

  private mutating func emitInteger(_ digits: Range<Int>, radix: Int, token: Range<Int>) {
    position = token.upperBound
    let text = String(decoding: bytes[digits].filter { $0 != UInt8(ascii: "_") }, as: UTF8.self)
    guard let value = Int(text, radix: radix) else {
      report(.syntax, token, "Ce nombre est trop grand", help: "le plus grand est \(Int.max)")
      return emit(.invalid, token)
    }
    emit(.int(value), token)
  }

  mutating func readString(quote: UInt8) {
    let start = position
    var i = start + 1
    var content: [UInt8] = []
    while i < bytes.count, bytes[i] != quote {
      if bytes[i] == UInt8(ascii: "\\"), i + 1 < bytes.count {
        guard let next = appendEscape(at: i + 1, to: &content) else {
          report(.syntax, i..<min(i + 2, bytes.count), "Ce caractère d’échappement est incomplet")
          emit(.invalid, start..<i)
          position = i + 1
          return
        }
        i = next
      } else {
        content.append(bytes[i])
        i += 1
      }
    }
    guard i < bytes.count else {
      let mark = String(decoding: [quote], as: UTF8.self)
      report(.syntax, start..<start + 1, "Ce texte n’est pas fermé", help: "fermez-le par « \(mark) »")
      emit(.invalid, start..<start + 1)
      position = endOfBrokenString(from: start + 1)
      return
    }
    position = i + 1
    emit(.string(String(decoding: content, as: UTF8.self)), start..<position)
  }

  /// Where to go on after a text without end: at the end of its tag, or of its line.
  private func endOfBrokenString(from start: Int) -> Int {
    var i = start
    while i < bytes.count, bytes[i] != .lineFeed {
      if i + 1 < bytes.count, bytes[i + 1] == UInt8(ascii: "}"),
        bytes[i] == UInt8(ascii: "%") || bytes[i] == UInt8(ascii: "}")
      {
        return i
      }
      i += 1
    }
    return i
  }

  /// Python's escapes. An unknown one stays as it is written, with its backslash. Gives the offset that follows, nil
  /// if the escape is incomplete or no character.
  private func appendEscape(at i: Int, to content: inout [UInt8]) -> Int? {
    let simple: [UInt8: UInt8] = [
      UInt8(ascii: "n"): 10, UInt8(ascii: "t"): 9, UInt8(ascii: "r"): 13, UInt8(ascii: "a"): 7,
      UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "v"): 11,
      UInt8(ascii: "\\"): UInt8(ascii: "\\"),
      UInt8(ascii: "'"): UInt8(ascii: "'"), UInt8(ascii: "\""): UInt8(ascii: "\""),
    ]
    if let byte = simple[bytes[i]] {
      content.append(byte)
      return i + 1
    }
    switch bytes[i] {
    case .lineFeed: return i + 1
    case UInt8(ascii: "x"): return appendScalar(i + 1, digits: 2...2, radix: 16, to: &content)
    case UInt8(ascii: "u"): return appendScalar(i + 1, digits: 4...4, radix: 16, to: &content)
    case UInt8(ascii: "U"): return appendScalar(i + 1, digits: 8...8, radix: 16, to: &content)
    case UInt8(ascii: "N"): return nil
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return appendScalar(i, digits: 1...3, radix: 8, to: &content)
    default:
      content.append(UInt8(ascii: "\\"))
      return i
    }
  }

  private func appendScalar(
    _ start: Int, digits: ClosedRange<Int>, radix: Int, to content: inout [UInt8]
  ) -> Int? {
    var end = start
    while end < bytes.count, end - start < digits.upperBound, isDigit(bytes[end], radix) { end += 1 }
    guard end - start >= digits.lowerBound,
      let value = UInt32(String(decoding: bytes[start..<end], as: UTF8.self), radix: radix),
      let scalar = Unicode.Scalar(value)
    else { return nil }
    content.append(contentsOf: String(Character(scalar)).utf8)
    return end
  }
}
