import Diagnostics

/// The units that are recognised after the number of a sentence: signs, and words in both numbers.
public struct UnitTable: Sendable {
  /// Longest first, so that `km/h` is not read as `km`.
  private let units: [[UInt8]]

  public static let standard = UnitTable()

  /// - Parameter declared: the `unites:` of the publication, each in the singular, the plural, or as a sign.
  public init(declared: [String] = []) {
    var forms = Self.known
    for unit in declared where !unit.isEmpty {
      forms.append(unit)
      guard unit.utf8.last?.isASCIILetter == true else { continue }
      forms.append(unit.utf8.last == UInt8(ascii: "s") ? String(unit.dropLast()) : unit + "s")
    }
    units = Set(forms.map { Array($0.utf8) }.filter { !$0.isEmpty }).sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lexicographicallyPrecedes($1)
    }
  }

  private static let known = [
    "%", "‰", "€", "k€", "M€", "Md€", "euro", "euros", "h", "heure", "heures", "km", "an", "ans", "mois",
    "jour", "jours", "km/h", "°C", "point", "points",
  ]

  /// Takes the unit that comes next, if one does and ends there.
  func take(from scanner: inout Scanner) -> String? {
    guard let first = scanner.peek else { return nil }
    let start = scanner.position
    for unit in units where unit.first == first {
      let end = start + unit.count
      guard end <= scanner.end, scanner.bytes[start..<end].elementsEqual(unit) else { continue }
      scanner.position = end
      if !goesOn(unit, scanner) { return scanner.text(start..<end) }
      scanner.position = start
    }
    return nil
  }

  /// « jours-homme » and « mois/personne » are other units than « jours » and « mois ».
  private func goesOn(_ unit: [UInt8], _ scanner: Scanner) -> Bool {
    guard Letters.endsLetter(unit, before: unit.count) else { return false }
    return scanner.isInsideWord || scanner.peek == UInt8(ascii: "-") || scanner.peek == UInt8(ascii: "/")
  }
}
