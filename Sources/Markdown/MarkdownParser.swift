import CCmarkGFM
import Diagnostics

/// Reads Markdown with cmark-gfm and takes the tree over into a `Document`.
public enum MarkdownParser {
  /// Parses a file from an offset on (after its front matter) to its end.
  ///
  /// It always returns a document, whatever the bytes; what is wrong with them is added to the diagnostics. It may be
  /// called from several threads at once.
  public static func parse(
    _ file: SourceFile, from bodyOffset: Int = 0, options: MarkdownOptions = .standard,
    diagnostics: inout [Diagnostic]
  ) -> Document {
    let offset = min(max(bodyOffset, 0), file.bytes.count)
    // cmark counts in 32 bits.
    guard file.bytes.count < Int(Int32.max) / 2 else {
      diagnostics.append(
        Diagnostic(MarkdownCode.tooCostly, at: file.location(0..<0), "Fichier de plus d’un gigaoctet"))
      return Document(empty: file)
    }
    var cleaned: [UInt8]?
    if !options.isPlain {
      var guardian = SourceGuard(file, from: offset, isKnownText: options.isKnownText)
      cleaned = guardian.cleanedBytes()
      diagnostics.append(contentsOf: guardian.diagnostics)
      ForbiddenCharacters.report(in: file, from: offset, &diagnostics)
    }
    let parsed = (cleaned ?? file.bytes).withUnsafeBufferPointer { bytes -> Document? in
      guard let tree = CMarkTree(bytes, from: offset, isPlain: options.isPlain) else { return nil }
      defer { tree.free() }
      var converter = TreeConverter(file, bytes, from: offset, options)
      converter.convert(tree.root)
      diagnostics.append(contentsOf: converter.diagnostics)
      if !options.isPlain { tree.reportUnusedFootnotes(converter.document, converter.lines, &diagnostics) }
      return Document(converter.document)
    }
    return parsed ?? Document(empty: file)
  }
}
