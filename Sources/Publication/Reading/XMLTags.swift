import Diagnostics

/// The tags of an XML file in lower case, by local names, in one pass; comments and instructions are left out.
struct XMLTags {
  struct Tag {
    let name: String
    let attributes: [(name: String, value: String)]
  }

  private let bytes: [UInt8]
  private var i = 0
  /// False once a tag, a comment or a value does not end.
  private(set) var isSound = true
  /// What stood between the tags so far, without anything between its parts.
  private(set) var text: [UInt8] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Tag? {
    while let open = bytes[i...].firstIndex(of: UInt8(ascii: "<")) {
      text += bytes[i..<open]
      i = open + 1
      if starts("!--") {
        skip("!--", to: "-->")
      } else if starts("![cdata[") {
        skip("![cdata[", to: "]]>")
        // Taken literally: no reference is one here.
        for byte in bytes[(open + 9)..<i].dropLast(3) {
          if byte == UInt8(ascii: "&") { text.append("&amp;") } else { text.append(byte) }
        }
      } else if starts("?") {
        skip("?", to: "?>")
      } else if starts("!") {
        skipDeclaration()
      } else if starts("/") {
        skip("/", to: ">")
      } else {
        return tag()
      }
    }
    text += bytes[i...]
    i = bytes.count
    return nil
  }

  private mutating func tag() -> Tag? {
    let name = word()
    var attributes: [(String, String)] = []
    while i < bytes.count, bytes[i] != UInt8(ascii: ">") {
      let start = i
      let attribute = word()
      guard i > start else {
        i += 1
        continue
      }
      skipSpace()
      guard i < bytes.count, bytes[i] == UInt8(ascii: "=") else { continue }
      i += 1
      skipSpace()
      attributes.append((attribute, value()))
    }
    if i == bytes.count { isSound = false } else { i += 1 }
    return Tag(name: name, attributes: attributes)
  }

  /// A name without its prefix: whoever writes the file chooses prefixes.
  private mutating func word() -> String {
    let start = i
    while i < bytes.count, !isSpace(bytes[i]), !"=/>\"'<".utf8.contains(bytes[i]) { i += 1 }
    let name = bytes[start..<i]
    let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
    return String(decoding: local, as: UTF8.self)
  }

  private mutating func value() -> String {
    guard i < bytes.count, bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") else {
      return word()
    }
    let quote = bytes[i]
    let start = i + 1
    guard let end = bytes[start...].firstIndex(of: quote) else {
      isSound = false
      i = bytes.count
      return ""
    }
    i = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  private mutating func skipSpace() { while i < bytes.count, isSpace(bytes[i]) { i += 1 } }

  private func isSpace(_ byte: UInt8) -> Bool { byte.isBlank || byte.isLineEnd }

  private func starts(_ text: StaticString) -> Bool {
    i + text.utf8CodeUnitCount <= bytes.count
      && text.withUTF8Buffer { $0.elementsEqual(bytes[i..<i + text.utf8CodeUnitCount]) }
  }

  /// A document type. What stands between its brackets could say anything of the tags to come.
  private mutating func skipDeclaration() {
    while i < bytes.count, bytes[i] != UInt8(ascii: ">"), bytes[i] != UInt8(ascii: "[") {
      if bytes[i] == UInt8(ascii: "\"") || bytes[i] == UInt8(ascii: "'") { _ = value() } else { i += 1 }
    }
    if i == bytes.count || bytes[i] == UInt8(ascii: "[") { isSound = false }
  }

  private mutating func skip(_ start: StaticString, to end: StaticString) {
    i += start.utf8CodeUnitCount
    while i < bytes.count {
      if starts(end) {
        i += end.utf8CodeUnitCount
        return
      }
      i += 1
    }
    isSound = false
  }
}
