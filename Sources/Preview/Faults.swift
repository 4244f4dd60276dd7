import Diagnostics
import Publication
import Site

/// What keeps the newest content from being shown, for the overlay in the browser.
struct Faults: Sendable {
  private let diagnostics: [Diagnostic]
  private let lines: [String: LineTable]
  /// What the disk refused.
  private let refusal: String?
  private let source: String

  static let none = Faults(source: "", diagnostics: [], sources: [], refusal: nil)

  /// - Parameter source: the publication's folder.
  init(source: String, diagnostics: [Diagnostic], sources: [SourceFile], refusal: String? = nil) {
    self.source = source
    self.diagnostics = diagnostics
    self.refusal = refusal
    let wanted = Set(diagnostics.map(\.location.file))
    lines = Dictionary(
      sources.filter { wanted.contains($0.path) }.map { ($0.path, LineTable($0.bytes)) },
      uniquingKeysWith: { a, _ in a })
  }

  var count: Int { diagnostics.count + (refusal == nil ? 0 : 1) }

  /// - Parameter page: what is wrong with the page that was asked for, besides.
  func json(and page: Faults = .none) -> [UInt8] {
    var json = JSONWriter()
    json.object {
      $0.member("erreurs") {
        $0.array {
          write(to: &$0)
          page.write(to: &$0)
        }
      }
    }
    return json.bytes
  }

  private func write(to json: inout JSONWriter) {
    if let refusal { json.object { $0.member("message", refusal) } }
    for diagnostic in diagnostics {
      let file = diagnostic.location.file
      let table = lines[file] ?? LineTable([])
      let place = table.position(of: diagnostic.location.range.lowerBound)
      json.object {
        $0.member("code", diagnostic.code)
        $0.member("message", diagnostic.message)
        $0.member("aide", ifPresent: diagnostic.help)
        $0.member("fichier", file)
        $0.member("ligne", place.line)
        $0.member("colonne", place.column)
        $0.member("source", String(decoding: table.text(ofLine: place.line).prefix(400), as: UTF8.self))
        $0.member("editeur", ifPresent: editor(file, place))
      }
    }
  }

  /// An address that opens the place in the editor, as Visual Studio Code and its kin declare it.
  private func editor(_ file: String, _ place: LineTable.Position) -> String? {
    guard let path = Disk.resolved(source + "/" + file) else { return nil }
    let escaped = path.utf8.map { byte in
      let isPlain = byte.isASCIILetter || byte.isASCIIDigit || "/-._~".utf8.contains(byte)
      return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    return "vscode://file\(escaped.joined()):\(place.line):\(place.column)"
  }
}
