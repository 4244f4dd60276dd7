import Diagnostics

/// Dates with the name of a month: `17 mai 2025`, `29 et 30 avril 2025`, `août à octobre 2024`.
extension PeriodParser {
  /// What one end says; the first end may leave the month or the year to the second.
  struct End {
    var day: Int?
    var month: Int?
    var year: Int?
  }

  mutating func worded() throws(DateFault) -> Period {
    guard let first = takeEnd() else { throw fault(.notADate) }
    let afterFirst = scanner.position
    guard let joint = takeJoint() else { return try single(first) }
    guard let second = takeEnd() else {
      scanner.position = afterFirst
      throw fault(.notADate)
    }
    return try pair(first, second, joint)
  }

  private func single(_ end: End) throws(DateFault) -> Period {
    guard let year = end.year else { throw fault(.notADate) }
    guard let month = end.month else { return try wholeYear(year) }
    guard let day = end.day else { return try months(from: (year, month), through: (year, month), .month) }
    let date = CalendarDay(year: year, month: month, day: day)
    return try period(date, date, .day)
  }

  private func pair(_ first: End, _ second: End, _ joint: Period.Joint) throws(DateFault) -> Period {
    guard let lastYear = second.year, (first.day == nil) == (second.day == nil) else {
      throw fault(.notADate)
    }
    guard let lastMonth = second.month else {
      guard let firstYear = first.year, first.month == nil else { throw fault(.notADate) }
      return try years(firstYear, lastYear, joint)
    }
    guard let firstMonth = first.month ?? (first.day != nil ? lastMonth : nil) else { throw fault(.notADate) }
    // « Décembre à janvier 2025 » starts the year before.
    let firstYear = first.year ?? (firstMonth > lastMonth ? lastYear - 1 : lastYear)
    guard let firstDay = first.day, let lastDay = second.day else {
      return try months(from: (firstYear, firstMonth), through: (lastYear, lastMonth), .months(joint))
    }
    return try period(
      CalendarDay(year: firstYear, month: firstMonth, day: firstDay),
      CalendarDay(year: lastYear, month: lastMonth, day: lastDay), .days(joint))
  }

  private mutating func takeEnd() -> End? {
    skipWeekday()
    var end = End()
    let before = scanner.position
    if let day = takeDigits(1...2) {
      if day == 1 { _ = scanner.takeWord("er") }
      end.day = day
      let afterDay = scanner.position
      scanner.skipSpaces()
      end.month = takeMonth()
      guard end.month != nil else {
        scanner.position = afterDay
        return end
      }
    } else {
      end.month = takeMonth()
    }
    let afterMonth = scanner.position
    if end.month != nil { scanner.skipSpaces() }
    end.year = takeYear()
    if end.year == nil { scanner.position = afterMonth }
    if end.month == nil, end.year == nil {
      scanner.position = before
      return nil
    }
    return end
  }

  private mutating func takeMonth() -> Int? {
    for (name, month) in MonthNames.typed where scanner.takeWord(name) { return month }
    return nil
  }

  private mutating func skipWeekday() {
    for name in MonthNames.typedWeekdays where scanner.takeWord(name) {
      scanner.skipSpaces()
      return
    }
  }

  private mutating func takeJoint() -> Period.Joint? {
    let phrases: [(StaticString, Period.Joint)] = [
      (" au ", .to), (" à l'", .to), (" à ", .to), (" et le ", .and), (" et ", .and), (" - ", .to),
      (" \u{2013} ", .to), ("-", .hyphen), ("\u{2013}", .hyphen),
    ]
    for (phrase, joint) in phrases where scanner.takePhrase(phrase) { return joint }
    return nil
  }
}
