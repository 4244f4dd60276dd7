/// What a directive with a meaning of its own accepts. Any other name is a block of `layouts/blocs/`, which takes
/// whatever attributes its author gives it.
public struct DirectiveRule: Sendable {
  public let name: String
  /// Besides `#id`, `.classe` and `note`, which all take.
  public let attributes: [String]
  public var required: [String] = []
  /// The only directive it may stand in directly.
  public var parent: String?
  /// What of its inside is shown: anything else would be lost.
  public var inside = Inside.everything

  /// It must have content, unless it has one of these attributes; nil where it may be left without.
  var needsContentUnless: [String]?

  public enum Inside: Sendable {
    case everything
    case nothing
    case lists
    case oneTable
  }

  public static let all: [DirectiveRule] = [
    .init(name: "chiffres-cles", attributes: ["groupe", "ids"], inside: .nothing),
    .init(name: "tableau", attributes: ["donnees", "titre", "source", "date"], inside: .oneTable),
    .init(
      name: "graphique",
      attributes: [
        "type", "donnees", "x", "y", "serie", "lignes", "objectif", "titre", "unite", "axe", "tri", "max",
        "reference", "annotation", "couleurs", "hauteur", "comparer", "source", "date",
      ],
      required: ["type", "donnees"]),
    .init(
      name: "carte",
      attributes: ["donnees", "lieu", "valeur", "fond", "titre", "unite", "source", "date"],
      required: ["donnees"]),
    .init(name: "perspectives", attributes: ["titre"], needsContentUnless: []),
    .init(name: "objectifs", attributes: ["titre"], needsContentUnless: []),
    .init(name: "focus", attributes: ["titre"], needsContentUnless: []),
    .init(name: "citation", attributes: ["auteur", "source"], needsContentUnless: []),
    .init(name: "temps-forts", attributes: ["titre"], needsContentUnless: []),
    .init(
      name: "temps-fort", attributes: ["titre", "lieu", "date", "image", "alt", "credit"],
      parent: "temps-forts", needsContentUnless: ["titre", "image"]),
    .init(name: "chronologie", attributes: ["titre"], inside: .lists, needsContentUnless: []),
    .init(name: "etapes", attributes: ["titre"], inside: .lists, needsContentUnless: []),
    .init(
      name: "indicateurs", attributes: ["donnees", "indicateur", "objectif", "atteint", "titre"],
      required: ["donnees", "indicateur", "objectif"], inside: .nothing),
    .init(name: "axes", attributes: ["titre"], needsContentUnless: []),
    .init(name: "signature", attributes: ["nom", "fonction"], required: ["nom"], inside: .nothing),
    .init(name: "portraits", attributes: ["titre"], needsContentUnless: []),
    .init(
      name: "portrait", attributes: ["nom", "fonction", "image", "alt"], required: ["nom"],
      parent: "portraits"),
    .init(name: "figure", attributes: ["image", "alt", "credit"], required: ["image"]),
  ]

  public static func named(_ name: String) -> DirectiveRule? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })
}
