/// Diagnostics in reading order, with the lines they speak of: what every output format is a function of.
///
///     let report = DiagnosticReport(diagnostics) { path in publication.file(at: path) }
///     write(report.text(colour: isTerminal))
public struct DiagnosticReport: Sendable {
  public let diagnostics: [Diagnostic]
  /// What the publication's folder is called from the root of the repository, ending in `/`, or empty: the hosts
  /// want paths from there. Text and JSON stay relative to the publication.
  public let pathPrefix: String
  private let lines: [String: LineTable]

  /// - Parameter source: the file of a path; nil if it could not be read, then everything is at its first line.
  public init(_ diagnostics: [Diagnostic], pathPrefix: String = "", source: (String) -> SourceFile?) {
    self.diagnostics = diagnostics.sorted()
    self.pathPrefix = pathPrefix
    var lines: [String: LineTable] = [:]
    for diagnostic in diagnostics {
      for location in [diagnostic.location] + diagnostic.notes.compactMap(\.location)
      where lines[location.file] == nil {
        lines[location.file] = source(location.file).map { LineTable($0.bytes) }
      }
    }
    self.lines = lines
  }

  public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
  public var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }

  /// The worst first, in reading order among equals.
  var worstFirst: [Diagnostic] { errors + warnings }

  func lines(of file: String) -> LineTable? { lines[file] }

  /// Where a range begins and ends, for people: from 1, columns in characters (Unicode scalars), the end exclusive.
  func span(of location: SourceLocation) -> (start: LineTable.Position, end: LineTable.Position) {
    let table = lines[location.file] ?? LineTable([])
    return (table.position(of: location.range.lowerBound), table.position(of: location.range.upperBound))
  }

  /// The path from the root of the repository.
  func path(of location: SourceLocation) -> String { pathPrefix + location.file }
}

extension Severity {
  /// The word of the text format.
  var frenchName: String { self == .error ? "erreur" : "avertissement" }
}

/// « 1 erreur », « 0 erreur », « 2 erreurs ».
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count > 1 ? "s" : "")"
}
