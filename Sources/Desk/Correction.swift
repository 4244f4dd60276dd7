import Diagnostics

/// A mechanical correction that was made: where it was found, what stood there, and what stands there now.
public struct Correction: Hashable, Sendable, CustomStringConvertible {
  public let code: String
  public let file: String
  public let position: LineTable.Position
  public let before: String
  public let after: String

  /// `content/pix.md:12:5: « 3ème » devient « 3e » [ordinal-fautif]`
  public var description: String {
    let change =
      after.isEmpty
      ? "\(Self.quoted(before)) est supprimé" : "\(Self.quoted(before)) devient \(Self.quoted(after))"
    return "\(file):\(position.line):\(position.column): \(change) [\(code)]"
  }

  /// Spaces at the ends would not be seen.
  private static func quoted(_ text: String) -> String {
    let isSpace = { (character: Character) in character == " " || character == "\t" }
    let word = text.drop(while: isSpace)
    guard let last = word.lastIndex(where: { !isSpace($0) }) else {
      return String(repeating: "␣", count: text.count)
    }
    let before = String(repeating: "␣", count: text.count - word.count)
    let after = String(repeating: "␣", count: word[word.index(after: last)...].count)
    return "« " + before + word[...last] + after + " »"
  }
}

extension SourceFile {
  /// The file with the fixes that diagnostics propose for it, and those that were made: in reading order, each range at
  /// most once. Nothing outside the ranges changes.
  func corrected(by diagnostics: [Diagnostic]) -> (file: SourceFile, made: [Correction]) {
    var made: [Correction] = []
    var result: [UInt8] = []
    var copied = 0
    let table = LineTable(bytes)
    for diagnostic in diagnostics.sorted() {
      guard let fix = diagnostic.fix, fix.location.file == path else { continue }
      let range = fix.location.range
      guard range.lowerBound >= copied, range.upperBound <= bytes.count else { continue }
      let before = String(decoding: bytes[range], as: UTF8.self)
      guard before != fix.replacement else { continue }
      result += bytes[copied..<range.lowerBound] + Array(fix.replacement.utf8)
      copied = range.upperBound
      made.append(
        Correction(
          code: diagnostic.code, file: path, position: table.position(of: range.lowerBound), before: before,
          after: fix.replacement))
    }
    return (SourceFile(path: path, bytes: result + bytes[copied...]), made)
  }
}
