/// A date or a period as a person wrote it: `17 mai 2025`, `août à octobre 2024`, `rentrée 2025`, `2024-2025`.
public struct Period: Hashable, Sendable {
  public enum Form: Hashable, Sendable {
    case day
    case days(Joint)
    case month
    case months(Joint)
    case year
    case years(Joint)
    /// 1 September to 31 August: the school year as statistics cut it, whatever the day of return.
    case schoolYear
    /// September of the year.
    case backToSchool
    case season(Season)
    /// 1 to 4, of the calendar year.
    case quarter(Int)
    /// 1 or 2, of the calendar year.
    case half(Int)
    case portionOfMonth(Portion)
    case portionOfYear(Portion)
  }

  /// What links the two ends.
  public enum Joint: Hashable, Sendable {
    /// `août à octobre`, `du 3 au 5`
    case to
    /// `29 et 30 avril`
    case and
    /// `avril-mai`
    case hyphen
  }

  /// Seasons as weather services count them, by whole months; winter 2025 ends in February 2025.
  public enum Season: String, CaseIterable, Hashable, Sendable {
    case spring = "printemps"
    case summer = "été"
    case autumn = "automne"
    case winter = "hiver"
  }

  /// A third of a month (days 1 to 10, 11 to 20, then the rest) or of a year (four months each).
  public enum Portion: String, CaseIterable, Hashable, Sendable {
    case beginning = "début"
    case middle = "mi"
    case end = "fin"
  }

  /// How something stands to the period.
  public enum Relation: String, CaseIterable, Hashable, Sendable {
    case by = "d’ici"
    case before = "avant"
    case since = "depuis"
  }

  public let start: CalendarDay
  /// The last day, included.
  public let end: CalendarDay
  public let form: Form
  public var relation: Relation?

  /// Nil when the end is before the start.
  public init?(from start: CalendarDay, through end: CalendarDay, _ form: Form, _ relation: Relation? = nil) {
    guard start <= end else { return nil }
    self.start = start
    self.end = end
    self.form = form
    self.relation = relation
  }

  public init(_ day: CalendarDay) {
    start = day
    end = day
    form = .day
    relation = nil
  }

  /// The school year that starts in a year, or nil outside years 1 to 9998.
  public init?(schoolYearFrom year: Int) {
    guard let start = CalendarDay.first(ofMonth: 9, year), let end = CalendarDay.last(ofMonth: 8, year + 1)
    else {
      return nil
    }
    self.init(from: start, through: end, .schoolYear)
  }

  public func contains(_ day: CalendarDay) -> Bool { start <= day && day <= end }

  public func contains(_ other: Period) -> Bool { start <= other.start && other.end <= end }

  public func overlaps(_ other: Period) -> Bool { start <= other.end && other.start <= end }

  /// Whether a date belongs in a publication about `year`: wholly inside, or, for `depuis`, `avant` and `d'ici`, which
  /// are open on one side, inside on the other.
  public func isWithin(_ year: Period) -> Bool {
    switch relation {
    case nil: year.contains(self)
    case .since: start <= year.end
    case .before, .by: end >= year.start
    }
  }

  /// Whether `next` may come after this in a calendar: it starts no earlier. A period that holds the next date is in
  /// order.
  public func mayPrecede(_ next: Period) -> Bool { start <= next.start }

  /// Adds what links a date to what is said of it.
  func related(_ relation: Relation?) -> Period {
    var period = self
    period.relation = relation
    return period
  }
}

extension Period: Comparable {
  /// By start; of two that start together, the shorter first.
  public static func < (a: Period, b: Period) -> Bool {
    a.start != b.start ? a.start < b.start : a.end < b.end
  }
}
