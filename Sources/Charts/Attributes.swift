import Diagnostics

extension ChartSpecification {
  /// The attributes of the `graphique` directive that this reads; the others name columns, which the caller knows.
  public static let attributes = [
    "type", "titre", "unite", "axe", "tri", "max", "reference", "annotation", "couleurs", "hauteur", "lignes",
  ]

  /// Sets what one attribute of a directive says, as an editor writes it.
  ///
  /// Numbers are French (`70`, `98,5`, `70 %`, `1 000`); `reference` is « 70 % : moyenne nationale » and `annotation` « 2020-2021 : écoles
  /// fermées », several parted by `;`; `couleurs` is `categories` or the names to bring out; `axe` the name of the axis of values, or
  /// `logarithmique`.
  ///
  /// - Returns: what is wrong with the value; the specification is then unchanged.
  public mutating func set(_ attribute: String, to value: String) -> ChartFault? {
    switch attribute {
    case "type":
      guard let kind = ChartKind(rawValue: value) else {
        let names = ChartKind.allCases.map(\.rawValue)
        return ChartFault(
          .unknownType, attribute, "Type de graphique « \(value) » inconnu",
          help: nearest(to: value, in: names).map { "vouliez-vous dire « \($0) » ?" }
            ?? "types : \(names.joined(separator: ", "))")
      }
      self.kind = kind
    case "titre": title = value
    case "unite": unit = value.isEmpty ? nil : value
    case "axe": axis = value
    case "tri":
      guard let sort = Sort(rawValue: value) ?? (value == "décroissant" ? .descending : nil) else {
        return ChartFault(
          .wrongValue, attribute, "Tri « \(value) » inconnu",
          help: "écrivez tri=\(Words.list(Sort.allCases.map(\.rawValue)).replacingLastAnd)")
      }
      self.sort = sort
    case "max":
      guard let number = FrenchNumber.parse(value) else { return .notNumber(value, attribute, "max=100") }
      maximum = number
    case "hauteur":
      guard let number = FrenchNumber.parse(value) else { return .notNumber(value, attribute, "hauteur=320") }
      height = number
    case "reference":
      var found: [Reference] = []
      for part in Self.parts(value) {
        guard let reference = Reference(part) else {
          return .notNumber(part, attribute, "reference=\"70 % : moyenne nationale\"")
        }
        found.append(reference)
      }
      references = found
    case "annotation":
      var found: [Annotation] = []
      for part in Self.parts(value) {
        guard let split = FrenchNumber.split(part), !split.0.isEmpty, !split.1.isEmpty else {
          return ChartFault(
            .wrongValue, attribute, "L’annotation « \(part) » ne dit pas de quoi elle parle",
            help: "écrivez annotation=\"2020-2021 : écoles fermées\"")
        }
        found.append(Annotation(category: split.0, text: split.1))
      }
      annotations = found
    case "couleurs":
      colors =
        value == "categories" || value == "catégories"
        ? .categories : .emphasis(value.split(separator: ",").map { FrenchNumber.trimmed(String($0)) })
    case "lignes": lineSeries = value.split(separator: ",").map { FrenchNumber.trimmed(String($0)) }
    default:
      return ChartFault(
        .unknownName, attribute, "Attribut « \(attribute) » inconnu",
        help: nearest(to: attribute, in: Self.attributes).map { "vouliez-vous dire « \($0) » ?" })
    }
    return nil
  }

  private static func parts(_ value: String) -> [String] {
    value.split(separator: ";").map { FrenchNumber.trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}

extension ChartSpecification.Reference {
  /// « 70 % : moyenne nationale », « moyenne nationale : 70 % » or « 70 % ».
  init?(_ text: String) {
    if let (head, tail) = FrenchNumber.split(text) {
      if let value = FrenchNumber.parse(head) {
        self.init(value: value, label: tail)
      } else if let value = FrenchNumber.parse(tail) {
        self.init(value: value, label: head)
      } else {
        return nil
      }
    } else if let value = FrenchNumber.parse(text) {
      self.init(value: value, label: "")
    } else {
      return nil
    }
  }
}

extension ChartFault {
  static func notNumber(_ value: String, _ attribute: String, _ example: String) -> ChartFault {
    ChartFault(.wrongValue, attribute, "« \(value) » n’est pas un nombre", help: "écrivez \(example)")
  }
}

extension String {
  /// « a, b et c » as a choice: « a, b ou c ».
  fileprivate var replacingLastAnd: String {
    guard let at = range(ofLast: " et ") else { return self }
    return self[..<at.lowerBound] + " ou " + self[at.upperBound...]
  }

  private func range(ofLast text: String) -> Range<String.Index>? {
    var index = endIndex
    while index > startIndex {
      index = self.index(before: index)
      if self[index...].hasPrefix(text),
        let end = self.index(index, offsetBy: text.count, limitedBy: endIndex)
      {
        return index..<end
      }
    }
    return nil
  }
}
