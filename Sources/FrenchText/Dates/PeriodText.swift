extension Period {
  /// As French typography writes it, in small letters: `1er juin 2025` with a no-break space between day and month.
  /// The `er` is raised where the text is shown: `Typographer` marks it, as anywhere in prose.
  public var formatted: String {
    guard let relation else { return text }
    switch form {
    case .day: return relation.rawValue + (relation == .by ? " au " : " le ") + text
    case .backToSchool: return relation.rawValue + " la " + text
    case .season(let season):
      return relation.rawValue + " " + Elision.le(season.rawValue, .masculine)
        + String(text.dropFirst(season.rawValue.count))
    case .quarter, .half: return relation.rawValue + " le " + text
    default: return relation.rawValue + " " + text
    }
  }

  private var text: String {
    let space = Space.noBreak
    switch form {
    case .day: return start.formatted
    case .days(let joint): return daysText(joint)
    case .month: return MonthNames.name(start.month) + " \(start.year)"
    case .months(let joint): return monthsText(joint)
    case .year: return "\(start.year)"
    case .years(.hyphen), .schoolYear: return "\(start.year)-\(end.year)"
    case .years(let joint): return "\(start.year)" + Self.link(joint) + "\(end.year)"
    case .backToSchool: return "rentrée\(space)\(start.year)"
    case .season(.winter): return "hiver\(space)\(start.year)-\(end.year)"
    case .season(let season): return season.rawValue + "\(space)\(start.year)"
    case .quarter(let rank): return Ordinal.text(rank, .masculine) + "\(space)trimestre \(start.year)"
    case .half(let rank): return Ordinal.text(rank, .masculine) + "\(space)semestre \(start.year)"
    case .portionOfMonth(.middle): return "mi-" + MonthNames.name(start.month) + " \(start.year)"
    case .portionOfMonth(let portion):
      return portion.rawValue + space + MonthNames.name(start.month) + " \(start.year)"
    case .portionOfYear(.middle): return "mi-\(start.year)"
    case .portionOfYear(let portion): return portion.rawValue + "\(space)\(start.year)"
    }
  }

  private func daysText(_ joint: Joint) -> String {
    let isSameMonth = start.month == end.month && start.year == end.year
    let first =
      isSameMonth
      ? start.dayText : start.year == end.year ? start.dayAndMonth : start.formatted
    if joint == .and { return first + " et " + end.formatted }
    return "du " + first + " au " + end.formatted
  }

  private func monthsText(_ joint: Joint) -> String {
    let year = start.year == end.year ? "" : " \(start.year)"
    // « décembre 2024-janvier 2025 » would be misread.
    let link = joint == .hyphen && year.isEmpty ? "-" : Self.link(joint == .hyphen ? .to : joint)
    return MonthNames.name(start.month) + year + link + MonthNames.name(end.month) + " \(end.year)"
  }

  private static func link(_ joint: Joint) -> String { joint == .and ? " et " : " à " }
}

extension CalendarDay {
  /// `1er juin 2025`, `17 mai 2025`; a no-break space binds the day to its month.
  public var formatted: String { dayAndMonth + " \(year)" }

  /// `17 mai`
  public var dayAndMonth: String { dayText + Space.noBreak + MonthNames.name(month) }

  /// `samedi 17 mai 2025`
  public var formattedWithWeekday: String { MonthNames.weekdays[weekday - 1] + " " + formatted }

  /// `1er` for the first, which alone is ordinal.
  var dayText: String { day == 1 ? "1er" : "\(day)" }
}
