/// Why a text is no number, where, and what to type instead.
public struct NumberFault: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case empty
    case notANumber
    /// `12.5`: in French the comma separates decimals, and a point could be either sign.
    case wrongDecimalSign
    /// `13 00`, `1,234,567`: digits are grouped by three, with spaces.
    case wrongGroups
    case tooManyDigits
    case zeroDenominator
    /// `73 à 59`
    case reversedRange
    /// A number, then something that is neither a unit nor a part of it.
    case unexpectedRest
  }

  public let kind: Kind
  /// Offsets of the faulty bytes in the text that was given.
  public let range: Range<Int>
  /// The faulty bytes.
  public let written: String

  /// A French headline without a full stop.
  public var message: String {
    switch kind {
    case .empty: "Il manque un nombre"
    case .notANumber: "« \(written) » n’est pas un nombre"
    case .wrongDecimalSign: "« \(written) » : en français, la virgule sépare les décimales"
    case .wrongGroups: "« \(written) » : les chiffres d’un nombre se groupent par trois"
    case .tooManyDigits: "« \(written) » a plus de \(Decimal.maximumDigits) chiffres"
    case .zeroDenominator: "« \(written) » : rien ne se rapporte à zéro"
    case .reversedRange: "« \(written) » va du plus grand au plus petit"
    case .unexpectedRest: "« \(written) » ne peut pas suivre un nombre"
    }
  }

  /// What to type.
  public var help: String {
    switch kind {
    case .empty, .notANumber:
      "écrivez un nombre en chiffres : « 13 000 », « 30,7 % », « 1 sur 2 », « de 59 à 73 % »"
    case .wrongDecimalSign:
      points > 1
        ? "écrivez « \(grouped) »"
        : "écrivez « \(withComma) », ou sans point si le point groupait les chiffres"
    case .wrongGroups: "écrivez « \(grouped) »"
    case .tooManyDigits: "arrondissez le nombre"
    case .zeroDenominator: "corrigez le second nombre"
    case .reversedRange: "écrivez d’abord le plus petit"
    case .unexpectedRest: "n’écrivez que le nombre et son unité"
    }
  }

  private var withComma: String { String(written.map { $0 == "." ? "," : $0 }) }

  private var points: Int { written.utf8.count { $0 == UInt8(ascii: ".") } }

  /// The digits of a whole number by threes, whatever parted them.
  private var grouped: String {
    let digits = written.filter { $0.isASCII && $0.isNumber }
    return String(
      digits.enumerated().flatMap { i, digit in
        i > 0 && (digits.count - i) % 3 == 0 ? [" ", digit] : [digit]
      })
  }
}
