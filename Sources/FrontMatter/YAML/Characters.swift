import Diagnostics

/// What no YAML stream may hold (YAML 1.2.2, production 1, `c-printable`): control characters (U+0085 too, which HTML
/// does not take), what is not UTF-8, and a byte order mark anywhere but at the top. The first ten are reported.
func forbiddenCharacters(in file: SourceFile, _ range: Range<Int>) -> [Diagnostic] {
  var diagnostics: [Diagnostic] = []
  let isText = String(validating: file.bytes[range], as: UTF8.self) != nil
  var i = range.lowerBound
  file.bytes.withUnsafeBufferPointer { bytes in
    while i < range.upperBound, diagnostics.count < 10 {
      let byte = bytes[i]
      if byte >= 0x20, byte < 0x7F || (byte >= 0x80 && byte != 0xC2 && byte != 0xEF) {
        i += 1
        continue
      }
      let second = i + 1 < range.upperBound ? bytes[i + 1] : 0
      let third = i + 2 < range.upperBound ? bytes[i + 2] : 0
      var length = 0
      switch byte {
      case .tab, .lineFeed, .carriageReturn: break
      case 0..<0x20, 0x7F: length = 1
      case 0xC2 where second < 0xA0 && second >= 0x80: length = 2
      case 0xEF where second == 0xBF && third >= 0xBE || second == 0xBB && third == 0xBF: length = 3
      default: break
      }
      if length > 0 { diagnostics.append(forbidden(file, i..<i + length)) }
      i += max(length, 1)
    }
  }
  if !isText, let first = file.firstInvalidByte {
    diagnostics.append(
      Diagnostic(
        FrontMatterCode.forbiddenCharacter, at: file.location(first..<first + 1),
        "Ce fichier n’est pas en UTF-8",
        help: "enregistrez-le avec l’encodage UTF-8"))
  }
  return diagnostics
}

private func forbidden(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
  Diagnostic(
    FrontMatterCode.forbiddenCharacter, at: file.location(range),
    "Caractère invisible interdit (\(file.codePointName(at: range)))",
    help: "effacez-le ; s’il ne se voit pas, retapez la ligne")
}
