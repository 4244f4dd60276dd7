import Diagnostics

/// Periods that have a name of their own: `rentrée 2025`, `printemps 2025`, `fin mai 2025`, `1er trimestre 2026`.
extension PeriodParser {
  /// Nil, and nothing taken, for other forms.
  mutating func named() throws(DateFault) -> Period? {
    let before = scanner.position
    if let period = try backToSchool() { return period }
    if let period = try season() { return period }
    if let period = try portion() { return period }
    if let period = try division() { return period }
    scanner.position = before
    return nil
  }

  private mutating func backToSchool() throws(DateFault) -> Period? {
    let before = scanner.position
    guard scanner.takeWord("rentrée") || scanner.takeWord("rentree"), scanner.skipSpaces() else {
      scanner.position = before
      return nil
    }
    _ = scanner.takePhrase("scolaire ")
    _ = scanner.takePhrase("de septembre ") || scanner.takePhrase("septembre ")
    guard let year = takeYear() else { throw fault(.notADate) }
    // « rentrée 2025-2026 » names the same September.
    if scanner.take("-") {
      guard let next = takeYear(), next == year + 1 else { throw fault(.notADate) }
    }
    return try months(from: (year, 9), through: (year, 9), .backToSchool)
  }

  private mutating func season() throws(DateFault) -> Period? {
    let names: [(StaticString, Period.Season, Int)] = [
      ("printemps", .spring, 3), ("été", .summer, 6), ("automne", .autumn, 9), ("hiver", .winter, 12),
    ]
    for (name, season, month) in names {
      let before = scanner.position
      guard scanner.takeWord(name) else { continue }
      guard scanner.skipSpaces(), var year = takeYear() else {
        scanner.position = before
        return nil
      }
      if season == .winter {
        // « hiver 2024-2025 » says both years, « hiver 2025 » the one most of it is in.
        if scanner.take("-") {
          guard let last = takeYear(), last == year + 1 else { throw fault(.notADate) }
        } else {
          year -= 1
        }
        return try months(from: (year, 12), through: (year + 1, 2), .season(season))
      }
      return try months(from: (year, month), through: (year, month + 2), .season(season))
    }
    return nil
  }

  private mutating func portion() throws(DateFault) -> Period? {
    let before = scanner.position
    let names: [(StaticString, Period.Portion)] = [
      ("début ", .beginning), ("debut ", .beginning), ("mi-", .middle), ("fin ", .end),
    ]
    for (name, portion) in names where scanner.takePhrase(name) {
      if let year = takeYear() { return try thirdOfYear(year, portion) }
      let month = try worded()
      guard month.form == .month else { break }
      return try thirdOfMonth(month.start, portion)
    }
    scanner.position = before
    return nil
  }

  private func thirdOfYear(_ year: Int, _ portion: Period.Portion) throws(DateFault) -> Period {
    let first = [Period.Portion.beginning: 1, .middle: 5, .end: 9][portion] ?? 1
    return try months(from: (year, first), through: (year, first + 3), .portionOfYear(portion))
  }

  private func thirdOfMonth(_ first: CalendarDay, _ portion: Period.Portion) throws(DateFault) -> Period {
    let length = CalendarDay.length(ofMonth: first.month, first.year)
    let days: ClosedRange<Int> =
      switch portion {
      case .beginning: 1...10
      case .middle: 11...20
      case .end: 21...length
      }
    return try period(
      CalendarDay(year: first.year, month: first.month, day: days.lowerBound),
      CalendarDay(year: first.year, month: first.month, day: days.upperBound), .portionOfMonth(portion))
  }

  /// `1er trimestre 2026`, `second semestre 2025`, of the calendar year.
  private mutating func division() throws(DateFault) -> Period? {
    let ranks: [(StaticString, Int)] = [
      ("1er ", 1), ("premier ", 1), ("2e ", 2), ("2d ", 2), ("deuxième ", 2), ("second ", 2), ("3e ", 3),
      ("troisième ", 3), ("4e ", 4), ("quatrième ", 4),
    ]
    let before = scanner.position
    for (name, rank) in ranks where scanner.takePhrase(name) {
      if scanner.takeWord("trimestre"), skipDe(), let year = takeYear() {
        return try months(from: (year, rank * 3 - 2), through: (year, rank * 3), .quarter(rank))
      }
      if scanner.takeWord("semestre"), skipDe(), rank <= 2, let year = takeYear() {
        return try months(from: (year, rank * 6 - 5), through: (year, rank * 6), .half(rank))
      }
      break
    }
    scanner.position = before
    return nil
  }

  private mutating func skipDe() -> Bool {
    scanner.takePhrase(" de ") || scanner.skipSpaces()
  }
}
