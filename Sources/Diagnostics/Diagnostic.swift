/// How bad it is. Only errors keep a publication from being built, unless `--strict` is given.
public enum Severity: String, Hashable, Sendable, Comparable {
  case error
  case warning

  public static func < (a: Severity, b: Severity) -> Bool { a == .error && b == .warning }
}

/// The names of what a room can complain about. Each room declares one enumeration, so that the list of all codes
/// is the list of their cases and cannot drift from what `bilan explain` documents.
public protocol DiagnosticCode: RawRepresentable<String>, CaseIterable, Sendable {
  var severity: Severity { get }
}

/// Something an editor should know about the text they wrote.
///
/// The message is one French sentence without a full stop, the specific thing first, the editor's own words quoted
/// in « »; the help says what to type instead.
public struct Diagnostic: Hashable, Sendable {
  /// Another place that matters, such as where a name was first used.
  public struct Note: Hashable, Sendable {
    public let message: String
    public let location: SourceLocation?

    public init(_ message: String, at location: SourceLocation? = nil) {
      self.message = message
      self.location = location
    }
  }

  /// A mechanical correction: the bytes of the range become the text.
  public struct Fix: Hashable, Sendable {
    public let location: SourceLocation
    public let replacement: String

    public init(at location: SourceLocation, replacement: String) {
      self.location = location
      self.replacement = replacement
    }
  }

  public let code: String
  public let severity: Severity
  public let message: String
  public let location: SourceLocation
  public let notes: [Note]
  public let help: String?
  public let fix: Fix?

  public init(
    _ code: some DiagnosticCode, at location: SourceLocation, _ message: String, help: String? = nil,
    notes: [Note] = [], fix: Fix? = nil
  ) {
    self.code = code.rawValue
    self.severity = code.severity
    self.message = message
    self.location = location
    self.notes = notes
    self.help = help
    self.fix = fix
  }
}

extension Diagnostic: Comparable {
  /// Reading order: by file, place, then code and words, so that a report does not depend on how it was gathered.
  public static func < (a: Diagnostic, b: Diagnostic) -> Bool {
    if a.location != b.location { return a.location < b.location }
    return (a.code, a.message) < (b.code, b.message)
  }
}
