import Diagnostics

/// What can be wrong with the Markdown of a section.
public enum MarkdownCode: String, DiagnosticCode {
  case invalidCharacter = "caractere-invalide"
  case tooDeep = "imbrication-excessive"
  case tooCostly = "texte-trop-charge"
  case unclosedDirective = "bloc-non-ferme"
  case strayFence = "cloture-isolee"
  case directiveSyntax = "attributs-illisibles"
  case duplicateAttribute = "attribut-en-double"
  case referenceSyntax = "renvoi-illisible"
  case rawHTML = "html-refuse"
  case dangerousAddress = "adresse-dangereuse"
  case titleInBody = "titre-de-niveau-1"
  case emptyHeading = "titre-vide"
  case skippedLevel = "niveau-de-titre-saute"
  case duplicateAnchor = "ancre-en-double"
  case reservedAnchor = "ancre-reservee"
  case anchorSyntax = "ancre-illisible"
  case missingFootnote = "note-introuvable"
  case unusedFootnote = "note-inutilisee"
  case duplicateFootnote = "note-en-double"
  case raggedRow = "ligne-de-tableau-irreguliere"
  case missingAlternative = "texte-alternatif-absent"

  public var severity: Severity {
    switch self {
    case .skippedLevel, .unusedFootnote: .warning
    default: .error
    }
  }
}
