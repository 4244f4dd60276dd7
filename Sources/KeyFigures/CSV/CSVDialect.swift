import Diagnostics

/// Which byte separates the cells of a file.
enum CSVDialect {
  private static let candidates = [UInt8(ascii: ";"), .tab, UInt8(ascii: ",")]

  /// Excel's own first line, `sep=;`, which it neither shows nor exports.
  static func declaredSeparator(_ bytes: [UInt8], from start: Int) -> (separator: UInt8, end: Int)? {
    guard bytes[start...].starts(with: Array("sep=".utf8)), start + 4 < bytes.count else { return nil }
    let separator = bytes[start + 4]
    var end = start + 5
    guard candidates.contains(separator), end == bytes.count || bytes[end].isLineEnd else { return nil }
    while end < bytes.count, bytes[end].isLineEnd { end += 1 }
    return (separator, end)
  }

  /// The separator that the header holds and that cuts the next lines into as many cells as the header; of several,
  /// the most frequent in the header. A decimal comma in the cells therefore misleads nobody: it is not in the header.
  static func separator(_ bytes: [UInt8], from start: Int) -> UInt8 {
    let lines = counts(bytes, from: start)
    guard let header = lines.first else { return candidates[0] }
    var best: (index: Int, agrees: Bool, count: Int)?
    for (index, count) in header.enumerated() where count > 0 {
      let agrees = lines.dropFirst().allSatisfy { $0[index] == count }
      if let held = best, (held.agrees ? 1 : 0, held.count) >= (agrees ? 1 : 0, count) { continue }
      best = (index, agrees, count)
    }
    return candidates[best?.index ?? 0]
  }

  /// How often each candidate stands outside quotes, in the header and the five lines that follow.
  private static func counts(_ bytes: [UInt8], from start: Int) -> [[Int]] {
    var lines: [[Int]] = []
    var current = [Int](repeating: 0, count: candidates.count)
    var quoted = false
    var lineStart = start
    var i = start
    // The scan stops after a megabyte: the header of a real table ends long before.
    let limit = min(bytes.count, start + 1 << 20)
    while i < limit, lines.count < 6 {
      let byte = bytes[i]
      if byte == UInt8(ascii: "\"") { quoted.toggle() }
      if !quoted, byte.isLineEnd {
        if i > lineStart { lines.append(current) }
        current = [Int](repeating: 0, count: candidates.count)
        lineStart = i + 1
      } else if !quoted, let index = candidates.firstIndex(of: byte) {
        current[index] += 1
      }
      i += 1
    }
    if i > lineStart, lines.count < 6, i == bytes.count { lines.append(current) }
    return lines
  }
}
