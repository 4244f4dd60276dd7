import Diagnostics

extension [UInt8] {
  /// Ends the current line if something is on it.
  mutating func startLine(if condition: Bool = true) {
    if condition, let last, last != .lineFeed { append(.lineFeed) }
  }

  @inline(__always)
  mutating func appendEscaped(_ document: Document, _ slice: Range<Int>) {
    document.withBytes(of: slice) { appendEscaped($0) }
  }

  /// Writes an address into a double-quoted attribute as cmark's `houdini_escape_href` does: what a URL may hold as it
  /// stands (also `%`, so that an escaped address stays as it is), `&` and `'` as entities, every other byte as `%XX`.
  mutating func appendAddress(_ address: some Sequence<UInt8>) {
    for byte in address {
      if addressBytes[Int(byte)] {
        append(byte)
      } else if byte == UInt8(ascii: "&") {
        append("&amp;" as StaticString)
      } else if byte == UInt8(ascii: "'") {
        append("&#x27;" as StaticString)
      } else {
        append(UInt8(ascii: "%"))
        append(hexadecimalDigits.utf8Start[Int(byte >> 4)])
        append(hexadecimalDigits.utf8Start[Int(byte & 15)])
      }
    }
  }

  /// Writes raw HTML, the tags that GFM forbids (section 6.11) defused by turning their `<` into `&lt;`; with
  /// `onlyFirst`, the HTML is one tag.
  mutating func appendFiltered(_ document: Document, _ slice: Range<Int>, onlyFirst: Bool = false) {
    let html = document.slice(slice)
    for i in html.indices {
      let byte = html[i]
      if byte == UInt8(ascii: "<"), !onlyFirst || i == html.startIndex, ForbiddenTag.starts(html[i...]) {
        append("&lt;" as StaticString)
      } else {
        append(byte)
      }
    }
  }
}

extension Heading {
  /// The digit of its tag, from 1 to 6.
  func digit(shiftedBy shift: Int = 0) -> UInt8 {
    0x30 + UInt8(min(max(level + min(max(shift, -6), 6), 1), 6))
  }
}

extension UInt8 {
  /// What cmark calls a space: neither the vertical tab nor the form feed, which a text may not hold.
  var isCMarkSpace: Bool { isBlank || isLineEnd }
}

private let hexadecimalDigits: StaticString = "0123456789ABCDEF"

private let addressBytes: [Bool] = {
  let safe = "!#$%()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"
  var table = [Bool](repeating: false, count: 256)
  for byte in safe.utf8 { table[Int(byte)] = true }
  return table
}()

/// The tags that GFM does not let through (section 6.11, “Disallowed Raw HTML”).
private enum ForbiddenTag {
  private static let names: [[UInt8]] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ].map { Array($0.utf8) }

  /// Whether the bytes, which begin with `<`, open or close one of them.
  static func starts(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count >= 3 else { return false }
    var i = bytes.startIndex + 1
    if bytes[i] == UInt8(ascii: "/") { i += 1 }
    return names.contains { name in
      guard bytes.endIndex - i > name.count else { return false }
      for (offset, letter) in name.enumerated() where bytes[i + offset] | 0x20 != letter { return false }
      let after = bytes[i + name.count]
      if after.isCMarkSpace || after == UInt8(ascii: ">") { return true }
      return after == UInt8(ascii: "/") && bytes.endIndex >= i + name.count + 2
        && bytes[i + name.count + 1] == UInt8(ascii: ">")
    }
  }
}
