/// The plural as French counts: from two, so that `1,9 point` is singular and `0 point` too.
public enum Plural {
  public static func isPlural(_ number: Decimal) -> Bool { number.magnitude >= 2 }

  /// The form that goes with a number.
  public static func form(_ singular: String, _ plural: String, for number: Decimal) -> String {
    isPlural(number) ? plural : singular
  }

  /// A count and what it counts: `1 figure`, `13 000 élèves`. The plural is the singular and an `s` unless given.
  public static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    count(Decimal(number), singular, plural)
  }

  public static func count(_ number: Decimal, _ singular: String, _ plural: String? = nil) -> String {
    number.formatted + Space.noBreak + form(singular, plural ?? singular + "s", for: number)
  }
}
