import Diagnostics

/// What no YAML stream may hold (YAML 1.2.2, production 1, `c-printable`): control characters (U+0085 too, which HTML
/// does not take), what is not UTF-8, and a byte order mark anywhere but at the top. The first ten are reported.
func forbiddenCharacters(in file: SourceFile, _ range: Range<Int>) -> [Diagnostic] {
  var places: [Range<Int>] = []
  var next = range.lowerBound
  while places.count < mostReported, let place = file.firstControl(from: next, to: range.upperBound) {
    places.append(place)
    next = place.upperBound
  }
  places += byteOrderMarks(in: file.bytes[range])
  var diagnostics = places.sorted { $0.lowerBound < $1.lowerBound }.prefix(mostReported).map {
    forbidden(file, $0)
  }
  if let first = file.firstInvalidByte(in: range) {
    diagnostics.append(
      Diagnostic(
        FrontMatterCode.forbiddenCharacter, at: file.location(first..<first + 1),
        "Ce fichier n’est pas en UTF-8",
        help: "enregistrez-le avec l’encodage UTF-8"))
  }
  return diagnostics
}

private let mostReported = 10

private func byteOrderMarks(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
  // Their first byte begins no letter of French.
  guard bytes.contains(byteOrderMark[0]) else { return [] }
  return bytes.indices.lazy.filter {
    bytes[$0] == byteOrderMark[0] && bytes[$0...].starts(with: byteOrderMark)
  }
  .prefix(mostReported).map { $0..<$0 + byteOrderMark.count }
}

private func forbidden(_ file: SourceFile, _ range: Range<Int>) -> Diagnostic {
  Diagnostic(
    FrontMatterCode.forbiddenCharacter, at: file.location(range),
    "Caractère invisible interdit (\(file.codePointName(at: range)))",
    help: "effacez-le ; s’il ne se voit pas, retapez la ligne")
}
