import Diagnostics

/// Text of a drawing as browsers read it in the end, in lower case: `@&#105;mport` and `@\69 mport` are `@import` to them.
struct Unveiled {
  /// The text with references read.
  private(set) var text: [UInt8] = []
  /// The first reference that XML itself does not know: browsers know some by heart, `&colon;` for one.
  private(set) var unknown: String?

  init(_ written: some Sequence<UInt8>) {
    var rest = Array(written)[...]
    while let place = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += rest[..<place]
      let name = rest[(place + 1)...].prefix { !" \t\n\r<>&\"';".utf8.contains($0) }
      if !name.isEmpty, name.endIndex < rest.endIndex, rest[name.endIndex] == UInt8(ascii: ";") {
        rest = rest[(name.endIndex + 1)...]
        read(name)
      } else {
        rest = rest[(place + 1)...]
        text.append(UInt8(ascii: "&"))
      }
    }
    text += rest
  }

  private mutating func read(_ name: ArraySlice<UInt8>) {
    let word = String(decoding: name, as: UTF8.self)
    if word.hasPrefix("#x") {
      text.append(scalar: UInt32(word.dropFirst(2), radix: 16))
    } else if word.hasPrefix("#") {
      text.append(scalar: UInt32(word.dropFirst()))
    } else if let character = Self.known[word] {
      text.append(character)
    } else {
      unknown = unknown ?? "&\(word);"
    }
  }

  private static let known: [String: UInt8] = [
    "amp": UInt8(ascii: "&"), "lt": UInt8(ascii: "<"), "gt": UInt8(ascii: ">"),
    "quot": UInt8(ascii: "\""), "apos": UInt8(ascii: "'"),
  ]

  /// The text with the escapes of style sheets read too: a backslash, then up to six digits and a space, or a character.
  var style: [UInt8] {
    var style: [UInt8] = []
    var rest = text[...]
    while let place = rest.firstIndex(of: UInt8(ascii: "\\")) {
      style += rest[..<place]
      rest = rest[(place + 1)...]
      let digits = rest.prefix(6).prefix { $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }
      if digits.isEmpty {
        style += rest.prefix(1)
        rest = rest.dropFirst()
        continue
      }
      style.append(scalar: UInt32(String(decoding: digits, as: UTF8.self), radix: 16))
      rest = rest[digits.endIndex...]
      if rest.starts(with: "\r\n".utf8) {
        rest = rest.dropFirst(2)
      } else if let next = rest.first, next.isBlank || next.isLineEnd {
        rest = rest.dropFirst()
      }
    }
    return style + rest
  }
}

extension [UInt8] {
  /// A small letter where it is a capital one of ASCII; nothing for what is no character.
  fileprivate mutating func append(scalar value: UInt32?) {
    guard let value, let scalar = Unicode.Scalar(value) else { return }
    append(contentsOf: scalar.isASCII ? String(scalar).lowercased().utf8 : String(scalar).utf8)
  }
}
