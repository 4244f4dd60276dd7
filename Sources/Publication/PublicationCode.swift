import Diagnostics

/// What can be wrong with a publication as a whole, and with the way its files refer to one another.
public enum PublicationCode: String, DiagnosticCode {
  case notUTF8 = "encodage"
  case reversedText = "sens-de-lecture"
  case missingFile = "fichier-introuvable"
  case pathOutside = "chemin-hors-publication"
  case unlistedFolder = "dossier-non-annonce"
  case missingHeader = "entete-manquant"
  case strayFile = "fichier-egare"
  case activeFile = "fichier-actif"
  case sameSlug = "adresse-en-double"
  case sameOrder = "ordre-en-double"
  case unknownPriority = "priorite-inconnue"
  case missingPriority = "priorite-manquante"
  case emptySection = "section-vide"
  case missingSummary = "resume-manquant"
  case missingFigures = "chiffres-manquants"
  case unknownDirective = "bloc-inconnu"
  case unknownAttribute = "attribut-inconnu"
  case missingAttribute = "attribut-manquant"
  case misplacedDirective = "bloc-mal-place"
  case contentExpected = "contenu-attendu"
  case contentUnexpected = "contenu-inattendu"
  case unknownFigure = "chiffre-inconnu"
  case ambiguousFigure = "chiffre-ambigu"
  case unknownTable = "tableau-inconnu"
  case unknownCell = "cellule-inconnue"
  case unusedTable = "tableau-inutilise"
  case deadLink = "lien-mort"
  case deadAnchor = "ancre-inconnue"
  case vagueLink = "lien-vague"
  case missingImage = "image-introuvable"
  case shareImage = "image-partage"
  case unexplainedAbbreviation = "sigle-inconnu"
  case longSentence = "phrase-longue"
  case undatedStep = "etape-sans-date"
  case chart = "graphique"
  case map = "carte"
  case expired = "audit-perime"
  case overBudget = "budget-depasse"

  public var severity: Severity {
    switch self {
    case .sameOrder, .missingPriority, .emptySection, .missingSummary, .missingFigures, .unusedTable,
      .vagueLink,
      .unexplainedAbbreviation, .longSentence, .undatedStep, .expired, .shareImage:
      .warning
    default: .error
    }
  }
}
