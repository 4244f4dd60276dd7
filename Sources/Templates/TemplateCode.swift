import Diagnostics

/// What can be wrong in a layout.
public enum TemplateCode: String, DiagnosticCode {
  /// Bytes that are not UTF-8, an expression or a statement that does not read.
  case syntax = "gabarit-syntaxe"
  case unclosed = "gabarit-bloc-non-ferme"
  case unknownStatement = "gabarit-instruction-inconnue"
  case unknownFilter = "gabarit-filtre-inconnu"
  case unknownTest = "gabarit-test-inconnu"
  case duplicateBlock = "gabarit-bloc-en-double"
  case missingTemplate = "gabarit-introuvable"
  case cycle = "gabarit-boucle"
  case tooDeep = "gabarit-trop-profond"
  case unknownVariable = "gabarit-variable-inconnue"
  case unknownAttribute = "gabarit-attribut-inconnu"
  case wrongType = "gabarit-type"
  case badArgument = "gabarit-argument"
  case tooMuch = "gabarit-trop-long"

  public var severity: Severity { .error }
}

/// Why a layout could not be rendered.
public struct TemplateError: Error, Sendable {
  public let diagnostic: Diagnostic

  public init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}
