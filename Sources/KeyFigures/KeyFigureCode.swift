import Diagnostics

/// All that figures and tables can be blamed for.
public enum KeyFigureCode: String, DiagnosticCode {
  // Files of separated values.
  case wrongEncoding = "csv-encodage"
  case openQuote = "csv-guillemet-ouvert"
  case textAfterQuote = "csv-texte-apres-guillemet"
  case emptyCSV = "csv-vide"
  case hugeCSV = "csv-trop-grand"

  // Figures.
  case figureWithoutValue = "chiffre-sans-valeur"
  case figureWithoutLabel = "chiffre-sans-libelle"
  case unreadableFigure = "chiffre-illisible"
  case duplicateFigure = "chiffre-en-double"
  case badIdentifier = "identifiant-incorrect"

  // Tables and their cells.
  case raggedRow = "ligne-irreguliere"
  case unknownColumn = "colonne-inconnue"
  case missingColumn = "colonne-absente"
  case duplicateColumn = "colonne-en-double"
  case unnamedColumn = "colonne-sans-nom"
  case unknownModel = "modele-inconnu"
  case unreadableCell = "cellule-illisible"
  case wrongDecimalSign = "autre-signe-decimal"
  case wrongUnit = "unite-differente"
  case irregularColumn = "colonne-irreguliere"
  case emptyTable = "tableau-vide"

  // Checks asked for.
  case badCheck = "controle-mal-ecrit"
  case checkWithoutRow = "controle-sans-ligne"
  case badFormula = "calcul-mal-ecrit"
  case impossibleComputation = "calcul-impossible"
  case wrongTotal = "total-faux"
  case wrongMean = "moyenne-fausse"
  case wrongSum = "somme-fausse"
  case wrongComputation = "calcul-faux"
  case outOfBounds = "hors-bornes"
  case duplicateValue = "valeur-en-double"
  case missingValue = "valeur-absente"
  case valueNotListed = "valeur-non-admise"
  case wrongOrder = "ordre-rompu"
  case largeChange = "evolution-forte"

  // What nobody asked to check.
  case doubtfulTotal = "total-douteux"
  case doubtfulShares = "parts-douteuses"
  case doubtfulPercentage = "pourcentage-douteux"
  case contradictoryFigures = "chiffres-contradictoires"
  case contradictorySentence = "phrase-contredite"
  case dateOutsidePeriod = "date-hors-periode"
  case calendarOutOfOrder = "calendrier-en-desordre"

  // Editions.
  case unreadableEdition = "edition-illisible"
  case contradictoryPrevious = "precedent-contredit"

  // Small counts.
  case secretKeepsNothing = "secret-sans-marge"

  public var severity: Severity {
    switch self {
    case .irregularColumn, .emptyTable, .checkWithoutRow, .largeChange,
      .doubtfulTotal,
      .doubtfulShares, .doubtfulPercentage, .contradictoryFigures, .contradictorySentence, .dateOutsidePeriod,
      .calendarOutOfOrder, .contradictoryPrevious:
      .warning
    default: .error
    }
  }
}
