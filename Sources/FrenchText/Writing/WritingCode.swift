import Diagnostics

/// What a careful editor would look at in prose. All are warnings: the text can be published as it is.
public enum WritingCode: String, DiagnosticCode {
  /// `3ème` for `3e`
  case ordinal = "ordinal-fautif"
  /// `Etat` for `État`
  case unaccentedCapital = "capitale-sans-accent"
  /// `coeur` for `cœur`
  case missingLigature = "ligature-oubliee"
  case doubleSpace = "espace-double"
  /// Before a comma, a full stop or a closing bracket, or after an opening one.
  case extraSpace = "espace-en-trop"
  /// After a comma or a semicolon.
  case missingSpace = "espace-oubliee"
  /// `,,`, `!!`, `..`
  case repeatedPunctuation = "ponctuation-repetee"
  /// `etc...` for `etc.`
  case etcetera = "etc-fautif"
  /// A straight quote, or a guillemet, without its partner.
  case strayQuote = "guillemet-seul"

  public var severity: Severity { .warning }
}

/// A fault of writing in the text of a block, and what to write instead.
public struct WritingFault: Hashable, Sendable {
  public let code: WritingCode
  /// Offsets into the text that was given.
  public let range: Range<Int>
  /// The bytes of the range.
  public let written: String
  /// What to put in their place, where that is certain.
  public let replacement: String?

  /// A French headline without a full stop.
  public var message: String {
    switch code {
    case .ordinal: "« \(written) » : l’ordinal s’abrège autrement"
    case .unaccentedCapital: "« \(written) » : une capitale garde son accent"
    case .missingLigature: "« \(written) » s’écrit avec une ligature"
    case .doubleSpace: "Plusieurs espaces se suivent"
    case .extraSpace: "Une espace est de trop"
    case .missingSpace: "Il manque une espace après « \(written) »"
    case .repeatedPunctuation: "« \(written) » : le signe est répété"
    case .etcetera: "« \(written) » : « etc. » ne prend pas de points de suspension"
    case .strayQuote: "« \(written) » n’a pas son pendant"
    }
  }

  /// What to type.
  public var help: String {
    switch code {
    case .doubleSpace: "n’en laissez qu’une"
    case .extraSpace: "supprimez-la"
    case .missingSpace: "ajoutez-en une"
    case .strayQuote: "fermez ce qui est ouvert, ou supprimez le signe"
    default: replacement.map { "écrivez « \($0) »" } ?? "corrigez"
    }
  }

  /// The same, as something to say about a file: `offset` is where the text of the block starts in it.
  public func diagnostic(in file: String, offset: Int) -> Diagnostic {
    diagnostic(at: SourceLocation(file: file, range: range.lowerBound + offset..<range.upperBound + offset))
  }

  /// The same, where the text of a block does not follow the bytes of its file one for one.
  public func diagnostic(at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      code, at: location, message, help: help,
      fix: replacement.map { Diagnostic.Fix(at: location, replacement: $0) })
  }
}
