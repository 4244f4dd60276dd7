import Diagnostics

/// Takes out of a style sheet what only its authors read: comments, and the white space around braces, semicolons, commas
/// and child combinators, and after colons (before one it parts a selector from a pseudo-class). Strings stay as they are, and
/// so does every space that could part two words.
struct StyleSheetPacking {
  private var packed: [UInt8] = []

  static func pack(_ css: [UInt8]) -> [UInt8] {
    var packing = StyleSheetPacking()
    packing.packed.reserveCapacity(css.count)
    packing.read(css)
    return packing.packed
  }

  private mutating func read(_ css: [UInt8]) {
    var i = 0
    while i < css.count {
      let byte = css[i]
      if byte == UInt8(ascii: "/"), i + 1 < css.count, css[i + 1] == UInt8(ascii: "*") {
        i = Self.endOfComment(css, from: i + 2)
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        let end = Self.endOfString(css, from: i)
        packed += css[i..<end]
        i = end
      } else {
        append(byte.isBlank || byte.isLineEnd ? .space : byte)
        i += 1
      }
    }
  }

  private mutating func append(_ byte: UInt8) {
    if byte == .space {
      if let last = packed.last, last != .space, !Self.isSeparator(last) { packed.append(.space) }
      return
    }
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ">") {
      if packed.last == .space { packed.removeLast() }
      if byte == UInt8(ascii: "}"), packed.last == UInt8(ascii: ";") { packed.removeLast() }
    }
    packed.append(byte)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: ":"),
      UInt8(ascii: ">"):
      true
    default: false
    }
  }

  private static func endOfComment(_ css: [UInt8], from start: Int) -> Int {
    var i = start
    while i + 1 < css.count, css[i] != UInt8(ascii: "*") || css[i + 1] != UInt8(ascii: "/") { i += 1 }
    return min(i + 2, css.count)
  }

  private static func endOfString(_ css: [UInt8], from start: Int) -> Int {
    var i = start + 1
    while i < css.count, css[i] != css[start] { i += css[i] == UInt8(ascii: "\\") ? 2 : 1 }
    return min(i + 1, css.count)
  }
}
