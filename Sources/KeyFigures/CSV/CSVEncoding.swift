import Diagnostics

/// Refuses what is not UTF-8 text, saying what it most probably is.
enum CSVEncoding {
  static func byteOrderMark(_ bytes: [UInt8]) -> Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  static func isReadable(_ file: SourceFile, _ diagnostics: inout [Diagnostic]) -> Bool {
    let help = "enregistrez le fichier en « CSV UTF-8 » (tableur : Enregistrer sous, jeu de caractères UTF-8)"
    if file.bytes.count >= Int(UInt32.max) / 2 {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.hugeCSV, at: file.location(0..<0), "« \(file.path) » dépasse deux gigaoctets",
          help: "découpez le fichier"))
      return false
    }
    if file.bytes.starts(with: [0xFF, 0xFE]) || file.bytes.starts(with: [0xFE, 0xFF]) {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.wrongEncoding, at: file.location(0..<2), "Ce fichier est en UTF-16, et non en UTF-8",
          help: help))
      return false
    }
    if let zero = file.bytes.firstIndex(of: 0) {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.wrongEncoding, at: file.location(zero..<zero + 1),
          "Ce fichier n’est pas du texte : il contient un octet nul", help: help))
      return false
    }
    if let fault = file.firstInvalidByte {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.wrongEncoding, at: file.location(fault..<fault + 1),
          "Ce fichier n’est pas en UTF-8, mais sans doute en Windows-1252 : on y lit « \(word(file.bytes, fault)) »",
          help: help))
      return false
    }
    if let control = file.firstControl() {
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.wrongEncoding, at: file.location(control),
          "Caractère invisible interdit (\(file.codePointName(at: control)))",
          help: "effacez-le ; s’il ne se voit pas, retapez la case"))
      return false
    }
    return true
  }

  /// The word around a byte, read as Windows-1252, for the editor to recognise.
  private static func word(_ bytes: [UInt8], _ offset: Int) -> String {
    func isLetter(_ byte: UInt8) -> Bool { byte >= 0x80 || byte.isASCIILetter }
    var (start, end) = (offset, offset + 1)
    while start > 0, offset - start < 20, isLetter(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, end - offset < 20, isLetter(bytes[end]) { end += 1 }
    var text = ""
    for byte in bytes[start..<end] { text.unicodeScalars.append(windows1252(byte)) }
    return text
  }

  /// The letters of French that Windows-1252 keeps where Latin-1 has controls; the rest is Latin-1.
  private static func windows1252(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0x80: "€"
    case 0x85: "…"
    case 0x8C: "Œ"
    case 0x91: "‘"
    case 0x92: "’"
    case 0x93: "“"
    case 0x94: "”"
    case 0x96: "–"
    case 0x97: "—"
    case 0x9C: "œ"
    case 0x9F: "Ÿ"
    default: Unicode.Scalar(byte)
    }
  }
}
