import Diagnostics

/// Where the front matter and the body of a Markdown file stand.
public struct FrontMatterParts: Hashable, Sendable {
  /// The YAML between the two `---` lines; nil if the file does not begin with one.
  public let yaml: Range<Int>?
  /// The first byte of the Markdown.
  public let body: Int

  public init(yaml: Range<Int>?, body: Int) {
    self.yaml = yaml
    self.body = body
  }
}

/// Finds the front matter: a first line `---` up to the next line `---`. Spaces after the dashes do not matter, nor
/// does a byte order mark at the top. If the second line is missing, that is an error at the first, and there is
/// neither front matter nor body.
public func splitFrontMatter(of file: SourceFile, _ diagnostics: inout [Diagnostic]) -> FrontMatterParts {
  let bytes = file.bytes
  let top = bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
  guard let start = endOfFence(in: bytes, at: top) else { return FrontMatterParts(yaml: nil, body: top) }
  var line = start
  while line < bytes.count {
    if let body = endOfFence(in: bytes, at: line) { return FrontMatterParts(yaml: start..<line, body: body) }
    line = startOfNextLine(in: bytes, after: line)
  }
  diagnostics.append(
    Diagnostic(
      FrontMatterCode.unclosedFrontMatter, at: file.location(top..<top + 3),
      "L’en-tête ouvert par « --- » n’est pas refermé",
      help: "écrivez une ligne « --- » après la dernière clé, avant le texte"))
  return FrontMatterParts(yaml: nil, body: bytes.count)
}

/// The front matter of a Markdown file, read, and where its body begins. Nil if there is none, or it is not closed.
public func readFrontMatter(
  of file: SourceFile, _ diagnostics: inout [Diagnostic]
) -> (node: Node?, body: Int) {
  let parts = splitFrontMatter(of: file, &diagnostics)
  let node = parts.yaml.flatMap { YAMLParser.parse(file, $0, &diagnostics) }
  return (node, parts.body)
}

let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

/// The offset after a line that holds `---` and nothing else, or nil if this line is another.
private func endOfFence(in bytes: [UInt8], at line: Int) -> Int? {
  guard line + 3 <= bytes.count, bytes[line] == 0x2D, bytes[line + 1] == 0x2D, bytes[line + 2] == 0x2D else {
    return nil
  }
  var i = line + 3
  while i < bytes.count, bytes[i].isBlank { i += 1 }
  guard i == bytes.count || bytes[i].isLineEnd else { return nil }
  return startOfNextLine(in: bytes, after: i)
}

private func startOfNextLine(in bytes: [UInt8], after offset: Int) -> Int {
  var i = offset
  bytes.withUnsafeBufferPointer { bytes in
    while i < bytes.count, !bytes[i].isLineEnd { i += 1 }
  }
  if i + 1 < bytes.count, bytes[i] == .carriageReturn, bytes[i + 1] == .lineFeed { i += 1 }
  return min(i + 1, bytes.count)
}
