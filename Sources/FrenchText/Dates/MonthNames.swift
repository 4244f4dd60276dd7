/// The months and days of the week, in French.
enum MonthNames {
  static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre",
    "décembre",
  ]

  static let weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]

  /// As people type them: with their accents or without, and shortened with a point.
  static let typed: [(StaticString, Int)] = [
    ("janvier", 1), ("février", 2), ("fevrier", 2), ("mars", 3), ("avril", 4), ("mai", 5), ("juin", 6),
    ("juillet", 7), ("août", 8), ("aout", 8), ("septembre", 9), ("octobre", 10), ("novembre", 11),
    ("décembre", 12),
    ("decembre", 12), ("janv.", 1), ("févr.", 2), ("avr.", 4), ("juil.", 7), ("sept.", 9), ("oct.", 10),
    ("nov.", 11), ("déc.", 12),
  ]

  static let typedWeekdays: [StaticString] = [
    "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
  ]

  /// The name of a month from 1 to 12.
  static func name(_ month: Int) -> String {
    months.indices.contains(month - 1) ? months[month - 1] : ""
  }
}
