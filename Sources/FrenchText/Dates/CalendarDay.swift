/// A day of the Gregorian calendar, without time nor zone.
public struct CalendarDay: Hashable, Sendable {
  public let year: Int
  public let month: Int
  public let day: Int

  /// Nil for a day that does not exist, such as 31 February, and outside years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      (1...Self.length(ofMonth: month, year)).contains(day)
    else { return nil }
    self.init(validYear: year, month, day)
  }

  private init(validYear year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func length(ofMonth month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func first(ofMonth month: Int, _ year: Int) -> CalendarDay? {
    CalendarDay(year: year, month: month, day: 1)
  }

  static func last(ofMonth month: Int, _ year: Int) -> CalendarDay? {
    CalendarDay(year: year, month: month, day: length(ofMonth: month, year))
  }

  /// Days since 1 January 1970.
  ///
  /// H. Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `days_from_civil`.
  public var daysSinceEpoch: Int {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// 1 is Monday, 7 Sunday.
  public var weekday: Int {
    let sinceThursday = (daysSinceEpoch % 7 + 7) % 7
    return (sinceThursday + 3) % 7 + 1
  }

  /// `2025-05-17`, for data and for `datetime=`.
  public var iso: String {
    "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// Reads one day: `2025-05-17`, `17/05/2025`, `17 mai 2025`, `mercredi 1er octobre 2025`.
  public static func parse(_ text: String) -> Result<CalendarDay, DateFault> {
    Period.parse(text).flatMap { period in
      guard period.form == .day, period.relation == nil else {
        return .failure(DateFault(kind: .notADay, range: 0..<text.utf8.count, written: text))
      }
      return .success(period.start)
    }
  }
}

extension CalendarDay: Comparable {
  public static func < (a: CalendarDay, b: CalendarDay) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}
