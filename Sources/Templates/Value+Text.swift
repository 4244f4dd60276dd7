import Diagnostics

/// How values are written, byte for byte as Python's `str` does.
extension Value {
  /// Appends the value as text, without escaping.
  func appendText(to bytes: inout [UInt8]) throws(Complaint) {
    switch self {
    case .none: bytes.append("None" as StaticString)
    case .bool(let value): bytes.append((value ? "True" : "False") as StaticString)
    case .int(let value): bytes.appendDecimal(value)
    case .double(let value): bytes.append(PythonFloat.text(of: value))
    case .string(let text): bytes.append(text)
    case .markup(let markup): bytes.append(markup: markup)
    case .list, .map: try appendRepresentation(to: &bytes)
    case .handle(let handle):
      switch handle.kind {
      case .blank: break
      case .undefined, .missing: throw .undefined(self)
      default:
        throw Complaint(.wrongType, "On ne peut pas écrire \(kindName)", help: "appelez un macro : « nom() »")
      }
    }
  }

  /// Appends the value as HTML: everything but markup is escaped.
  @inline(__always)
  func appendHTML(to bytes: inout [UInt8]) throws(Complaint) {
    switch self {
    case .string(let text): bytes.appendMarkupSafe(text)
    case .markup(let markup): bytes.append(markup: markup)
    case .int(let value): bytes.appendDecimal(value)
    case .list, .map:
      var text: [UInt8] = []
      try appendText(to: &text)
      bytes.appendMarkupSafe(text)
    default: try appendText(to: &bytes)
    }
  }

  /// The value as text, as the filter `string` gives it.
  func asText() throws(Complaint) -> String {
    if case .string(let text) = self { return text }
    var bytes: [UInt8] = []
    try appendText(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  func asHTML() throws(Complaint) -> [UInt8] {
    if case .markup(let markup) = self { return markup }
    var bytes: [UInt8] = []
    try appendHTML(to: &bytes)
    return bytes
  }

  /// Python's `repr`, which is how the items of a list are written.
  private func appendRepresentation(to bytes: inout [UInt8]) throws(Complaint) {
    switch self {
    case .string(let text): Self.appendQuoted(text, to: &bytes)
    case .markup(let markup):
      bytes.append("Markup(" as StaticString)
      Self.appendQuoted(String(decoding: markup, as: UTF8.self), to: &bytes)
      bytes.append(UInt8(ascii: ")"))
    case .list(let items):
      bytes.append(UInt8(ascii: "["))
      for (place, item) in items.enumerated() {
        if place > 0 { bytes.append(", " as StaticString) }
        try item.appendRepresentation(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .map(let map):
      bytes.append(UInt8(ascii: "{"))
      for (place, entry) in map.entries.enumerated() {
        if place > 0 { bytes.append(", " as StaticString) }
        Self.appendQuoted(entry.key, to: &bytes)
        bytes.append(": " as StaticString)
        try entry.value.appendRepresentation(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    default: try appendText(to: &bytes)
    }
  }

  private static func appendQuoted(_ text: String, to bytes: inout [UInt8]) {
    let quote =
      text.utf8.contains(UInt8(ascii: "'")) && !text.utf8.contains(UInt8(ascii: "\""))
      ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    bytes.append(quote)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": bytes.append("\\\\" as StaticString)
      case "\n": bytes.append("\\n" as StaticString)
      case "\r": bytes.append("\\r" as StaticString)
      case "\t": bytes.append("\\t" as StaticString)
      case _ where scalar.value == UInt32(quote):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(quote)
      case _ where !isPrintable(scalar): appendEscape(scalar.value, to: &bytes)
      default: bytes.append(String(Character(scalar)))
      }
    }
    bytes.append(quote)
  }

  /// `str.isprintable`: everything but the categories Other and Separator, the space excepted.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator,
      .spaceSeparator:
      return false
    default: return true
    }
  }

  private static func appendEscape(_ value: UInt32, to bytes: inout [UInt8]) {
    let (letter, digits): (StaticString, Int) =
      value < 0x100 ? ("\\x", 2) : (value < 0x10000 ? ("\\u", 4) : ("\\U", 8))
    let text = String(value, radix: 16)
    bytes.append(letter)
    bytes.append(String(repeating: "0", count: max(0, digits - text.count)) + text)
  }
}

extension [UInt8] {
  /// Escapes as MarkupSafe does: `& < > ' "`.
  mutating func appendMarkupSafe(_ text: String) {
    let bytes = text.utf8.span
    bytes.withUnsafeBufferPointer { appendMarkupSafe(buffer: $0) }
  }

  /// As `append(contentsOf:)`, which counts a reference to what it takes.
  mutating func append(markup: [UInt8]) {
    markup.withUnsafeBufferPointer { append(contentsOf: $0) }
  }

  mutating func appendMarkupSafe(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { appendMarkupSafe(buffer: $0) }
  }

  private mutating func appendMarkupSafe(buffer: UnsafeBufferPointer<UInt8>) {
    // All five are below 64: one bit each.
    let special: UInt64 = 1 << 34 | 1 << 38 | 1 << 39 | 1 << 60 | 1 << 62
    var copied = 0
    for i in 0..<buffer.count {
      let byte = buffer[i]
      guard byte < 64, special >> UInt64(byte) & 1 == 1 else { continue }
      if i > copied { append(contentsOf: buffer[copied..<i]) }
      copied = i + 1
      switch byte {
      case UInt8(ascii: "&"): append("&amp;" as StaticString)
      case UInt8(ascii: "<"): append("&lt;" as StaticString)
      case UInt8(ascii: ">"): append("&gt;" as StaticString)
      case UInt8(ascii: "'"): append("&#39;" as StaticString)
      default: append("&#34;" as StaticString)
      }
    }
    if copied < buffer.count { append(contentsOf: buffer[copied...]) }
  }

  mutating func appendDecimal(_ value: Int) {
    if value >= 0, value < 10 { return append(UInt8(ascii: "0") + UInt8(value)) }
    var digits = (UInt64(0), UInt64(0), UInt32(0))
    Swift.withUnsafeMutableBytes(of: &digits) { buffer in
      var rest = value.magnitude
      var start = buffer.count
      repeat {
        start -= 1
        buffer[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      if value < 0 { append(UInt8(ascii: "-")) }
      append(contentsOf: buffer[start...])
    }
  }
}
