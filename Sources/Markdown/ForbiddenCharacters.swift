import Diagnostics

/// The characters that no page may hold: as they stand in a text, and by number, as in `&#x202E;`.
///
/// Numbers are refused in code too, where they are no characters: nobody writes them there.
enum ForbiddenCharacters {
  /// More than one reads.
  private static let mostReported = 10

  static func report(in file: SourceFile, from start: Int, _ diagnostics: inout [Diagnostic]) {
    var found: [Diagnostic] = []
    var next = start
    while found.count < mostReported, let range = file.firstControl(from: next) {
      next = range.upperBound
      // NUL is no text at all, and is reported as such.
      if file.bytes[range.lowerBound] != 0 {
        found.append(diagnostic(file, range, file.codePointName(at: range)))
      }
    }
    let isNumbered = file.bytes.withUnsafeBufferPointer {
      UnsafeBufferPointer(rebasing: $0[start...]).holds("&#")
    }
    if isNumbered { reportNumbers(in: file, from: start, &found) }
    diagnostics += found
  }

  private static func reportNumbers(in file: SourceFile, from start: Int, _ found: inout [Diagnostic]) {
    let bytes = file.bytes
    var i = start
    while found.count < mostReported, let sign = bytes[i...].firstIndex(of: UInt8(ascii: "&")) {
      i = sign + 1
      guard let end = bytes[i...].prefix(10).firstIndex(of: UInt8(ascii: ";")), bytes[i] == UInt8(ascii: "#"),
        let scalar = scalar(bytes[(i + 1)..<end]), scalar.isForbiddenInText, scalar != "\0"
      else { continue }
      found.append(diagnostic(file, sign..<end + 1, scalar.codePointName))
    }
  }

  /// The character of `10` or `x0A`.
  private static func scalar(_ number: ArraySlice<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = number.first.map { $0 | 0x20 } == UInt8(ascii: "x")
    let digits = String(decoding: isHexadecimal ? number.dropFirst() : number, as: UTF8.self)
    return UInt32(digits, radix: isHexadecimal ? 16 : 10).flatMap(Unicode.Scalar.init)
  }

  private static func diagnostic(_ file: SourceFile, _ range: Range<Int>, _ name: String) -> Diagnostic {
    Diagnostic(
      MarkdownCode.invalidCharacter, at: file.location(range), "Caractère invisible interdit (\(name))",
      help: "effacez-le ; s’il ne se voit pas, retapez la ligne")
  }
}
