import Diagnostics

/// Looks for what cmark-gfm must not be given: bytes that are no text, and the few shapes of text on which version
/// 0.29.0.gfm.6 takes time in the square of their length (advisories GHSA-29g3-96g3-jg6c, GHSA-24f7-9frr-5h2r,
/// GHSA-r572-jvj2-3m8p and GHSA-66g8-4hjf-77xh) or memory in the product of rows and columns.
///
/// All of them need one paragraph, one line or one table beyond anything a person writes. Such a stretch is reported
/// and blanked, byte for byte, so that every other position stays true.
struct SourceGuard {
  /// Bytes of one paragraph: some twenty pages.
  static let longestParagraph = 1 << 16
  /// Marks of quotations and lists at the start of one line.
  static let deepestLine = 100
  static let widestTable = 200
  static let largestTable = 400_000

  private let file: SourceFile
  private let start: Int
  private let isKnownText: Bool
  private(set) var diagnostics: [Diagnostic] = []
  private var blanked: [Range<Int>] = []
  private var replaced: [Int] = []

  /// - Parameter isKnownText: the file is well-formed UTF-8.
  init(_ file: SourceFile, from start: Int, isKnownText: Bool) {
    self.file = file
    self.start = start
    self.isKnownText = isKnownText
  }

  /// What to parse instead of the file's own bytes, or nil if they will do.
  mutating func cleanedBytes() -> [UInt8]? {
    checkCharacters()
    file.bytes.withUnsafeBufferPointer { checkLines($0) }
    guard !blanked.isEmpty || !replaced.isEmpty else { return nil }
    var bytes = file.bytes
    for i in replaced { bytes[i] = UInt8(ascii: "x") }
    for range in blanked {
      for i in range where !bytes[i].isLineEnd { bytes[i] = .space }
    }
    return bytes
  }

  // MARK: Characters

  private mutating func checkCharacters() {
    if !holdsNull(), isKnownText || isWellFormed() { return }
    var i = start
    while i < file.bytes.count {
      let length = Self.characterLength(file.bytes, at: i)
      if length == 0 { replaced.append(i) }
      i += max(1, length)
    }
    guard let first = replaced.first else { return }
    diagnostics.append(
      Diagnostic(
        MarkdownCode.invalidCharacter, at: file.location(first..<first + 1),
        replaced.count == 1
          ? "Octet qui n’est pas du texte UTF-8" : "\(replaced.count) octets qui ne sont pas du texte UTF-8",
        help: "enregistrez le fichier en UTF-8"))
  }

  private func holdsNull() -> Bool {
    file.bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[start...]).holds("\0") }
  }

  private func isWellFormed() -> Bool { file.firstInvalidByte(in: start..<file.bytes.count) == nil }

  /// The length of the character at an offset; 0 for NUL and for what is not well-formed UTF-8 (Unicode, table 3-7).
  private static func characterLength(_ bytes: [UInt8], at i: Int) -> Int {
    let first = bytes[i]
    if first < 0x80 { return first == 0 ? 0 : 1 }
    let length =
      first >= 0xC2 && first < 0xE0 ? 2 : first & 0xF0 == 0xE0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0
    guard length > 0, i + length <= bytes.count else { return 0 }
    for j in 1..<length where bytes[i + j] & 0xC0 != 0x80 { return 0 }
    switch (first, bytes[i + 1]) {
    case (0xE0, ..<0xA0), (0xED, 0xA0...), (0xF0, ..<0x90), (0xF4, 0x90...): return 0
    default: return length
    }
  }

  // MARK: Lines

  /// A stretch of lines that may be one paragraph, or a table.
  private struct Run {
    var start: Int
    var lineCount = 0
    var columns = 0
  }

  private mutating func checkLines(_ bytes: UnsafeBufferPointer<UInt8>) {
    var run = Run(start: start)
    var i = start
    while i < bytes.count {
      let line = i
      i = bytes.lineEnd(from: i)
      let end = i
      while i < bytes.count, bytes[i].isLineEnd, i < end + 2 {
        i += 1
        if bytes[i - 1] == .lineFeed || i < bytes.count && bytes[i] != .lineFeed { break }
      }
      let prefix = Prefix(bytes, line..<end)
      if prefix.depth > Self.deepestLine { reportDepth(line..<end) }
      if prefix.isBlank || prefix.startsBlock && run.columns == 0 {
        finish(run, at: line)
        run = Run(start: prefix.isBlank ? i : line)
      }
      if !prefix.isBlank { run.lineCount += 1 }
      // A table's second line says how many columns it has; more lines may stand before its header.
      let mayBeTable = run.columns == 0 && end - run.start <= Self.longestParagraph
      if mayBeTable, prefix.mayBeDelimiterRow { run.columns = columns(bytes, prefix.textStart..<end) }
    }
    finish(run, at: i)
  }

  private mutating func finish(_ run: Run, at end: Int) {
    if run.columns > Self.widestTable || run.columns * run.lineCount > Self.largestTable {
      report(
        run.start..<end, "Tableau de \(run.columns) colonnes et \(run.lineCount) lignes",
        help: "partagez-le, ou mettez-le dans un fichier CSV")
    } else if end - run.start > Self.longestParagraph,
      run.columns == 0 || run.lineCount < 3 || isLong(run, end)
    {
      report(
        run.start..<end, "Paragraphe de \((end - run.start) >> 10) ko d’un seul tenant",
        help: "séparez les paragraphes par des lignes vides ; mettez une image dans un fichier")
    }
  }

  /// A large table has short lines; what only looks like one does not.
  private func isLong(_ run: Run, _ end: Int) -> Bool { (end - run.start) / run.lineCount > 4096 }

  private func columns(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    var isInCell = false
    for i in range {
      switch bytes[i] {
      case UInt8(ascii: "-"):
        if !isInCell {
          count += 1
          isInCell = true
        }
      case UInt8(ascii: "|"): isInCell = false
      case UInt8(ascii: ":"), .space, .tab: break
      default: return 0
      }
    }
    return count
  }

  private mutating func reportDepth(_ range: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        MarkdownCode.tooDeep, at: file.location(range.lowerBound..<range.lowerBound + 1),
        "Plus de \(Self.deepestLine) marques de citation ou de liste au début d’une ligne",
        help: "gardez une ou deux marques"))
    blanked.append(range)
  }

  private mutating func report(_ range: Range<Int>, _ message: String, help: String) {
    diagnostics.append(
      Diagnostic(
        MarkdownCode.tooCostly, at: file.location(range.lowerBound..<range.lowerBound + 1), message,
        help: help))
    blanked.append(range)
  }

  /// What stands at the start of a line.
  private struct Prefix {
    /// Marks of quotations, lists and notes.
    var depth = 0
    var isBlank = false
    /// Whether a line of a paragraph cannot be followed by this one.
    var startsBlock = false
    var mayBeDelimiterRow = false
    var textStart: Int

    init(_ bytes: UnsafeBufferPointer<UInt8>, _ line: Range<Int>) {
      var i = line.lowerBound
      var indent = 0
      while true {
        while i < line.upperBound, bytes[i].isBlank {
          indent += bytes[i] == .tab ? 4 : 1
          i += 1
        }
        guard i < line.upperBound else { break }
        let byte = bytes[i]
        let next = i + 1 < line.upperBound ? bytes[i + 1] : .space
        if byte == UInt8(ascii: ">") {
          depth += 1
          i += 1
          indent = 0
        } else if next.isBlank,
          byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "*")
        {
          if depth == 0, indent < 4, i + 2 < line.upperBound { startsBlock = true }
          depth += 1
          i += 1
        } else if byte.isASCIIDigit, let end = Self.ordinal(bytes, i..<line.upperBound) {
          depth += 1
          i = end
        } else if byte == UInt8(ascii: "["), next == UInt8(ascii: "^"),
          let end = Self.note(bytes, i..<line.upperBound)
        {
          depth += 1
          i = end
        } else {
          break
        }
      }
      textStart = i
      isBlank = i == line.upperBound && depth == 0
      if !isBlank, i < line.upperBound {
        let byte = bytes[i]
        mayBeDelimiterRow =
          byte == UInt8(ascii: "|") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ":")
      }
    }

    private static func ordinal(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
      var i = range.lowerBound
      while i < range.upperBound, bytes[i].isASCIIDigit, i - range.lowerBound < 9 { i += 1 }
      guard i < range.upperBound, bytes[i] == UInt8(ascii: ".") || bytes[i] == UInt8(ascii: ")") else {
        return nil
      }
      return i + 1 >= range.upperBound || bytes[i + 1].isBlank ? i + 1 : nil
    }

    private static func note(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int? {
      var i = range.lowerBound + 2
      let limit = min(range.upperBound, i + 100)
      while i < limit, bytes[i] != UInt8(ascii: "]") { i += 1 }
      return i + 1 < limit && bytes[i + 1] == UInt8(ascii: ":") ? i + 2 : nil
    }
  }
}
