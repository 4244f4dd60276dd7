/// What the cells of a column hold. The raw values are what an editor types in `colonnes`.
public enum ColumnType: String, Sendable, Hashable, CaseIterable {
  case text = "texte"
  case integer = "entier"
  case decimal
  case percentage = "pourcentage"
  case amount = "montant"
  case date
  case period = "periode"
  case flag = "oui-non"
  case place = "lieu"
  /// A number and its unit in each cell, or words.
  case value = "valeur"

  /// All of them, as an editor types them.
  static let names = allCases.map(\.rawValue)

  /// Whether every cell that is not missing is a number.
  public var isNumeric: Bool {
    switch self {
    case .integer, .decimal, .percentage, .amount: true
    default: false
    }
  }

  /// Whether `total` covers the column without being asked to: counts and amounts add up, rates do not.
  var addsUp: Bool { self == .integer || self == .amount }

  /// Whether `moyenne` covers the column without being asked to.
  var averages: Bool { self == .percentage || self == .decimal }
}
