extension [UInt8] {
  /// Appends text so that it reads as itself in HTML and XML, between tags and inside a double-quoted attribute:
  /// `&`, `<`, `>` and `"` become entities, as in cmark's own renderer. Runs without them are copied whole.
  public mutating func appendEscaped(_ text: some Collection<UInt8>) {
    let copied: Void? = text.withContiguousStorageIfAvailable { appendEscaped($0) }
    if copied == nil { appendEscaped(Array(text)) }
  }

  public mutating func appendEscaped(_ text: String) {
    text.withBytes { appendEscaped($0) }
  }

  public mutating func appendEscaped(_ text: ArraySlice<UInt8>) {
    text.withUnsafeBufferPointer { appendEscaped($0) }
  }

  public mutating func appendEscaped(_ text: [UInt8]) {
    text.withUnsafeBufferPointer { appendEscaped($0) }
  }

  public mutating func appendEscaped(_ buffer: UnsafeBufferPointer<UInt8>) {
    guard Self.mustEscape(buffer) else { return append(contentsOf: buffer) }
    var copied = 0
    for i in buffer.indices {
      let entity: StaticString
      switch buffer[i] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied..<i]))
      append(entity)
      copied = i + 1
    }
    append(contentsOf: UnsafeBufferPointer(rebasing: buffer[copied...]))
  }

  /// Escapes what was written from a place on: it was written here because it seldom needs to be.
  public mutating func escape(from start: Int) {
    guard withUnsafeBufferPointer({ Self.mustEscape(UnsafeBufferPointer(rebasing: $0[start...])) }) else {
      return
    }
    let written = Array(self[start...])
    removeLast(written.count)
    appendEscaped(written)
  }

  /// Whether a text holds any of the four signs; most texts hold none. `"` and `&` differ by one bit, `<` and `>` too.
  private static func mustEscape(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in buffer {
      found |= (byte & ~4 == UInt8(ascii: "\"")).bit | (byte & ~2 == UInt8(ascii: "<")).bit
    }
    return found != 0
  }

  /// Appends a literal of the program without making a `String` of it.
  public mutating func append(_ literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }

  public mutating func append(_ text: String) {
    text.withBytes { append(contentsOf: $0) }
  }
}
