/// What Python's texts do with white space and lines.
enum TextRules {
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool { Whitespace.contains(scalar.value) }

  static func trimmed(_ text: String, of characters: String? = nil, atStart: Bool = true, atEnd: Bool = true)
    -> String
  {
    let set = characters.map { Set($0.unicodeScalars) }
    func isTrimmed(_ scalar: Unicode.Scalar) -> Bool { set?.contains(scalar) ?? isSpace(scalar) }
    var scalars = text.unicodeScalars[...]
    if atStart { scalars = scalars.drop(while: isTrimmed) }
    if atEnd { while let last = scalars.last, isTrimmed(last) { scalars.removeLast() } }
    return String(scalars)
  }

  /// `str.split()`: the words between white space.
  static func words(_ text: String) -> [String] {
    text.unicodeScalars.split(whereSeparator: isSpace).map { String($0) }
  }

  /// `str.splitlines()`.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    var isAfterReturn = false
    var isOpen = false
    for scalar in text.unicodeScalars {
      if isAfterReturn, scalar == "\n" {
        isAfterReturn = false
        continue
      }
      isAfterReturn = scalar == "\r"
      switch scalar.value {
      case 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x85, 0x2028, 0x2029:
        lines.append(String(line))
        line = String.UnicodeScalarView()
        isOpen = false
      default:
        line.append(scalar)
        isOpen = true
      }
    }
    if isOpen { lines.append(String(line)) }
    return lines
  }

  /// Replaces a text in another, the first `count` times, or everywhere.
  static func replaced(_ text: String, _ old: String, _ new: String, count: Int) throws(Complaint) -> String {
    let bytes = Array(text.utf8)
    let replacement = Array(new.utf8)
    var result: [UInt8] = []
    var left = count < 0 ? Int.max : count
    func replace() throws(Complaint) {
      result += replacement
      left -= 1
      try Limits.check(text: result.count)
    }
    if old.isEmpty {
      // The empty text stands before every character, and at the end.
      for scalar in text.unicodeScalars {
        if left > 0 { try replace() }
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      }
      if left > 0 { try replace() }
      return String(decoding: result, as: UTF8.self)
    }
    let search = TextSearch(old)
    var start = 0
    while left > 0, let found = search.firstOffset(in: bytes, from: start) {
      result += bytes[start..<found]
      try replace()
      start = found + search.pattern.count
    }
    result += bytes[start...]
    return String(decoding: result, as: UTF8.self)
  }
}
