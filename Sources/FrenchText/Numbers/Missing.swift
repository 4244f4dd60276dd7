import Diagnostics

/// Why a cell holds no value. None of these is zero.
public enum Missing: Hashable, Sendable {
  /// Nothing was written: unknown.
  case blank
  /// `n.d.`: not available, and said so.
  case unavailable
  /// `–`: the question does not arise for this row.
  case notApplicable

  /// What a cell without a value says, or nil when it holds one.
  public static func parse(_ text: String) -> Missing? { parse(Array(text.utf8)) }

  public static func parse(_ bytes: [UInt8]) -> Missing? {
    parse(bytes, in: bytes.indices)
  }

  public static func parse(_ bytes: [UInt8], in range: Range<Int>) -> Missing? {
    var scanner = Scanner(bytes, in: range)
    scanner.skipSpaces()
    scanner.trimEnd()
    if scanner.isAtEnd { return .blank }
    // The longest is « n. d. », so that a cell of text costs nothing more.
    guard scanner.end - scanner.position <= 8 else { return nil }
    guard mayBegin(scanner.peek) else { return nil }
    var letters: [UInt8] = []
    while let byte = scanner.peek {
      if scanner.skipSpaces() { continue }
      if byte != UInt8(ascii: ".") { letters.append(byte.isASCIIUppercase ? byte | 0x20 : byte) }
      scanner.advance()
    }
    switch String(decoding: letters, as: UTF8.self) {
    case "nd", "nc": return .unavailable
    case "-", "\u{2013}", "\u{2014}", "\u{2212}", "so": return .notApplicable
    default: return nil
    }
  }

  /// Whether one of these words may begin with a byte.
  private static func mayBegin(_ byte: UInt8?) -> Bool {
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "s"), UInt8(ascii: "S"), UInt8(ascii: "."),
      UInt8(ascii: "-"), 0xE2:
      true
    default: false
    }
  }

  /// As it is shown: a blank stays blank.
  public var formatted: String {
    switch self {
    case .blank: ""
    case .unavailable: "n.\u{202F}d."
    case .notApplicable: "\u{2013}"
    }
  }
}
