/// Why a text is no date, and what to type instead.
public struct DateFault: Error, Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case empty
    case notADate
    /// A month or a period where one day is asked for.
    case notADay
    /// `31/02/2025`, `2025-13`
    case impossible
    /// `du 5 au 3 mai 2025`
    case reversed
  }

  public let kind: Kind
  /// Offsets of the faulty bytes in the text that was given.
  public let range: Range<Int>
  public let written: String

  /// A French headline without a full stop.
  public var message: String {
    switch kind {
    case .empty: "Il manque une date"
    case .notADate: "« \(written) » n’est pas une date"
    case .notADay: "« \(written) » n’est pas un jour"
    case .impossible: "« \(written) » n’existe pas au calendrier"
    case .reversed: "« \(written) » finit avant de commencer"
    }
  }

  /// What to type.
  public var help: String {
    switch kind {
    case .notADay: "écrivez un jour : « 2025-05-17 », « 17/05/2025 » ou « 17 mai 2025 »"
    case .impossible: "corrigez le jour ou le mois"
    case .reversed: "écrivez d’abord le plus ancien"
    case .empty, .notADate:
      "écrivez « 2025-05-17 », « 17 mai 2025 », « mai 2025 », « août à octobre 2024 » ou « 2024-2025 »"
    }
  }
}
