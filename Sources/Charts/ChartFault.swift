/// What is wrong with a chart as it was asked for, so that the caller can point at the attribute.
public struct ChartFault: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case unknownType = "type-inconnu"
    case unknownColumn = "colonne-inconnue"
    case notNumeric = "nombres-attendus"
    case empty = "donnees-vides"
    case negativePart = "part-negative"
    case tooMany = "trop-de-parts"
    case tooFew = "trop-peu-de-donnees"
    case wrongValue = "valeur-impossible"
    case missing = "attribut-manquant"
    case unknownName = "nom-inconnu"
  }

  public var kind: Kind
  /// The attribute of the directive it is about: `type`, `donnees`, `y`, `reference`…
  public var attribute: String
  public var message: String
  public var help: String?

  public init(_ kind: Kind, _ attribute: String, _ message: String, help: String? = nil) {
    self.kind = kind
    self.attribute = attribute
    self.message = message
    self.help = help
  }
}
