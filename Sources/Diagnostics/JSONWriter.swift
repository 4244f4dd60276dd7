/// Writes JSON (RFC 8259) into a growing buffer, members in the order they are given, so that the same values always
/// make the same bytes.
///
///     var json = JSONWriter()
///     json.object {
///       $0.member("titre", "Bilan")
///       $0.member("pages") { $0.array { $0.number("12") } }
///     }
public struct JSONWriter {
  /// What has been written, and not yet handed on.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false
  private let drain: Drain?
  /// How much is kept before it is handed on, in bytes.
  private static let mostKept = 1 << 16

  public init() { drain = nil }

  /// Writes an object that is handed on as it grows.
  public static func object(to drain: @escaping Drain, _ body: (inout JSONWriter) -> Void) {
    var json = JSONWriter(drain: drain)
    json.object(body)
    drain(json.bytes)
  }

  private init(drain: @escaping Drain) { self.drain = drain }

  public mutating func object(_ body: (inout JSONWriter) -> Void) {
    enclosed(UInt8(ascii: "{"), UInt8(ascii: "}"), body)
  }

  public mutating func array(_ body: (inout JSONWriter) -> Void) {
    enclosed(UInt8(ascii: "["), UInt8(ascii: "]"), body)
  }

  /// A member whose name is written in the program: nothing in it is to be escaped.
  public mutating func member(_ name: StaticString, _ value: (inout JSONWriter) -> Void) {
    separate()
    bytes.append("\"" as StaticString)
    bytes.append(name)
    bytes.append("\":" as StaticString)
    needsComma = false
    value(&self)
  }

  public mutating func member(_ name: StaticString, _ value: String) { member(name) { $0.string(value) } }
  public mutating func member(_ name: StaticString, _ value: [UInt8]) { member(name) { $0.string(value) } }
  public mutating func member(_ name: StaticString, _ value: Int) {
    member(name) { $0.number(String(value)) }
  }
  public mutating func member(_ name: StaticString, _ value: Bool) {
    member(name) { $0.number(value ? "true" : "false") }
  }

  /// Leaves the member out where there is no value.
  public mutating func member(_ name: StaticString, ifPresent value: String?) {
    if let value { member(name, value) }
  }

  /// A member whose name is known at run time only.
  public mutating func member(named name: String, _ value: (inout JSONWriter) -> Void) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    value(&self)
  }

  /// A number, or `true`, `false`, `null`, already in JSON's notation.
  public mutating func number(_ literal: String) {
    separate()
    bytes.append(literal)
  }

  /// A number that the closure writes, in JSON's notation.
  public mutating func number(_ write: (inout [UInt8]) -> Void) {
    separate()
    write(&bytes)
  }

  public mutating func null() { number("null") }

  public mutating func string(_ text: String) {
    text.withBytes { string($0) }
  }

  /// A text in UTF-8.
  public mutating func string(_ text: [UInt8]) { text.withUnsafeBufferPointer { string($0) } }

  public mutating func string(_ text: UnsafeBufferPointer<UInt8>) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    appendEscaped(text)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Runs that need no escape are copied whole.
  private mutating func appendEscaped(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.contains(where: Self.needsEscape) else { return bytes.append(contentsOf: text) }
    var copied = 0
    for i in text.indices where Self.needsEscape(text[i]) {
      bytes.append(contentsOf: text[copied..<i])
      bytes.append(Self.escape(of: text[i]))
      copied = i + 1
    }
    bytes.append(contentsOf: text[copied...])
  }

  /// `</script>` inside a JSON-LD block would end it.
  private static func needsEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "<")
  }

  private static func escape(of byte: UInt8) -> String {
    switch byte {
    case UInt8(ascii: "\""): return "\\\""
    case UInt8(ascii: "\\"): return "\\\\"
    case .lineFeed: return "\\n"
    default:
      let digits = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }

  private mutating func enclosed(_ open: UInt8, _ close: UInt8, _ body: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open)
    needsComma = false
    body(&self)
    bytes.append(close)
    needsComma = true
    guard bytes.count >= Self.mostKept, let drain else { return }
    drain(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}
