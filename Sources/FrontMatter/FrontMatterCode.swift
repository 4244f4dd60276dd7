import Diagnostics

/// What can be wrong with a front matter, a YAML or a JSON file.
public enum FrontMatterCode: String, DiagnosticCode {
  case unclosedFrontMatter = "entete-non-ferme"
  case forbiddenCharacter = "caractere-interdit"
  /// YAML that `bilan` does not take: anchors, tags, several documents…
  case unsupported = "yaml-non-admis"
  case tab = "tabulation"
  case indentation = "indentation"
  case unclosed = "non-ferme"
  case escape = "echappement"
  case colon = "deux-points"
  case stuckHash = "diese-colle"
  case syntax = "syntaxe"
  case tooDeep = "trop-imbrique"
  case duplicateKey = "cle-en-double"
  case unknownKey = "cle-inconnue"
  case missingKey = "cle-manquante"
  case wrongType = "type-inattendu"
  case wrongValue = "valeur-inattendue"

  public var severity: Severity { .error }
}
