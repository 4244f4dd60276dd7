import Diagnostics

/// A label with its spaces made single and plain and its apostrophes straight, so that a no-break space does not hide a row or a column.
func normalized(_ text: String) -> String {
  text.withBytes { bytes -> String? in
    if isNormal(bytes) { return nil }
    var label: [UInt8] = []
    label.reserveCapacity(bytes.count)
    appendNormalized(bytes, to: &label)
    return String(decoding: label, as: UTF8.self)
  } ?? text
}

extension RawTable {
  /// All rows whose first cell reads so, spaces of any kind being equal.
  func rows(named name: String) -> [Int] {
    let wanted = Array(normalized(name).utf8)
    var rows: [Int] = []
    var label: [UInt8] = []
    for row in 0..<rowCount {
      let isSame = withBytes(row, 0) { cell in
        if beginOtherwise(cell.first, wanted.first) { return false }
        label.removeAll(keepingCapacity: true)
        if isNormal(cell) { label.append(contentsOf: cell) } else { appendNormalized(cell, to: &label) }
        return readAlike(label, wanted)
      }
      if isSame { rows.append(row) }
    }
    return rows
  }
}

/// Whether a label is plain ASCII with single spaces, as many are.
private func isNormal(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  var previous: UInt8 = 0
  for byte in text {
    if byte >= 0x80 || (byte == .space && previous == byte) { return false }
    previous = byte
  }
  return true
}

/// Makes spaces single and plain and apostrophes straight, byte by byte: labels are compared by the hundred thousand.
private func appendNormalized(_ text: UnsafeBufferPointer<UInt8>, to label: inout [UInt8]) {
  let start = label.count
  var isAfterSpace = true
  var i = 0
  while i < text.count {
    if let space = spaceLength(text, i) {
      if !isAfterSpace { label.append(.space) }
      isAfterSpace = true
      i += space
      continue
    }
    if starts(text, i, 0xE2, 0x80, 0x99) {
      label.append(UInt8(ascii: "'"))
      i += 3
    } else {
      label.append(text[i])
      i += 1
    }
    isAfterSpace = false
  }
  if label.count > start, label.last == .space { label.removeLast() }
}

/// The length in UTF-8 of a space, a tab, U+00A0 or U+202F.
func spaceLength(_ text: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
  switch text[i] {
  case .space, .tab: 1
  case 0xC2: i + 1 < text.count && text[i + 1] == 0xA0 ? 2 : nil
  case 0xE2: starts(text, i, 0xE2, 0x80, 0xAF) ? 3 : nil
  default: nil
  }
}

func starts(
  _ text: UnsafeBufferPointer<UInt8>, _ i: Int, _ first: UInt8, _ second: UInt8, _ third: UInt8
) -> Bool {
  text[i] == first && i + 2 < text.count && text[i + 1] == second && text[i + 2] == third
}

/// Whether two texts begin with other letters or digits of ASCII: most rows are told so from the one that is looked for.
private func beginOtherwise(_ a: UInt8?, _ b: UInt8?) -> Bool {
  guard let a, let b else { return false }
  return a != b && (a.isASCIILetter || a.isASCIIDigit) && (b.isASCIILetter || b.isASCIIDigit)
}

/// Whether two texts are the same characters. Below U+0300 (bytes below CC) a character is encoded in one way only, so
/// that the bytes tell; above, an accent may stand apart from its letter.
private func readAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  if a == b { return true }
  guard a.contains(where: { $0 >= 0xCC }) || b.contains(where: { $0 >= 0xCC }) else { return false }
  return String(decoding: a, as: UTF8.self) == String(decoding: b, as: UTF8.self)
}
