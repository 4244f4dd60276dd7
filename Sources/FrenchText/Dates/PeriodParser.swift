import Diagnostics

extension Period {
  /// Reads a date or a period.
  public static func parse(_ text: String) -> Result<Period, DateFault> {
    let bytes = Array(text.utf8)
    return parse(bytes, in: bytes.indices)
  }

  public static func parse(_ bytes: [UInt8], in range: Range<Int>) -> Result<Period, DateFault> {
    var parser = PeriodParser(Scanner(bytes, in: range))
    do throws(DateFault) { return .success(try parser.whole()) } catch { return .failure(error) }
  }
}

/// Reads one date or period.
struct PeriodParser {
  var scanner: Scanner
  private(set) var start: Int

  init(_ scanner: Scanner) {
    self.scanner = scanner
    self.scanner.skipSpaces()
    self.scanner.trimEnd()
    start = self.scanner.position
  }

  mutating func whole() throws(DateFault) -> Period {
    if scanner.isAtEnd { throw fault(.empty) }
    let relation = takeRelation()
    let period = try unrelated()
    guard scanner.isAtEnd else { throw fault(.notADate) }
    return period.related(relation)
  }

  private mutating func unrelated() throws(DateFault) -> Period {
    if let period = try numeric() { return period }
    skipArticle()
    if let period = try named() { return period }
    return try worded()
  }

  func fault(_ kind: DateFault.Kind) -> DateFault {
    let range = start..<scanner.end
    return DateFault(kind: kind, range: range, written: scanner.text(range))
  }

  /// A period between two days that must exist and be in order.
  func period(
    _ from: CalendarDay?, _ through: CalendarDay?, _ form: Period.Form
  ) throws(DateFault) -> Period {
    guard let from, let through else { throw fault(.impossible) }
    guard let period = Period(from: from, through: through, form) else { throw fault(.reversed) }
    return period
  }

  private mutating func takeRelation() -> Period.Relation? {
    let spellings: [(StaticString, Period.Relation)] = [
      ("d'ici à ", .by), ("d'ici au ", .by), ("d'ici ", .by), ("avant ", .before), ("depuis ", .since),
    ]
    for (phrase, relation) in spellings where scanner.takePhrase(phrase) { return relation }
    return nil
  }

  mutating func skipArticle() {
    let articles: [StaticString] = [
      "à la ", "à l'", "le ", "la ", "l'", "du ", "de ", "d'", "en ", "au ", "année scolaire ",
    ]
    for article in articles where scanner.takePhrase(article) { break }
    _ = scanner.takePhrase("année scolaire ")
  }

  /// Exactly so many digits, or nil and nothing taken.
  mutating func takeDigits(_ counts: ClosedRange<Int>) -> Int? {
    let before = scanner.position
    var value = 0
    while let byte = scanner.peek, byte.isASCIIDigit, scanner.position - before < counts.upperBound {
      value = value * 10 + Int(byte &- UInt8(ascii: "0"))
      scanner.advance()
    }
    let count = scanner.position - before
    if counts.contains(count), scanner.peek?.isASCIIDigit != true { return value }
    scanner.position = before
    return nil
  }

  /// A year of four digits, or nil and nothing taken. `0025` is none: it would be shown as 25, which is not read as a year.
  mutating func takeYear() -> Int? {
    let start = scanner.position
    guard let year = takeDigits(4...4) else { return nil }
    if year >= 1000 { return year }
    scanner.position = start
    return nil
  }

  /// `2025-05-17`, `2025-05`, `2024-2025`, `2025`, `17/05/2025`; nil, and nothing taken, for other forms.
  private mutating func numeric() throws(DateFault) -> Period? {
    let before = scanner.position
    if let day = takeDigits(1...2), scanner.take("/"), let month = takeDigits(1...2), scanner.take("/"),
      let year = takeYear()
    {
      let date = CalendarDay(year: year, month: month, day: day)
      return try period(date, date, .day)
    }
    scanner.position = before
    guard let year = takeYear() else { return nil }
    if scanner.isAtEnd { return try wholeYear(year) }
    if scanner.take("-") || scanner.take("\u{2013}") || scanner.take("/") {
      if let last = takeYear(), scanner.isAtEnd { return try years(year, last, .hyphen) }
      if let month = takeDigits(2...2) {
        if scanner.isAtEnd { return try months(from: (year, month), through: (year, month), .month) }
        if scanner.take("-"), let day = takeDigits(2...2), scanner.isAtEnd {
          let date = CalendarDay(year: year, month: month, day: day)
          return try period(date, date, .day)
        }
      }
    }
    scanner.position = before
    return nil
  }

  func wholeYear(_ year: Int) throws(DateFault) -> Period {
    try months(from: (year, 1), through: (year, 12), .year)
  }

  /// Two years that follow each other are a school year; others are calendar years, from the first to the last.
  func years(_ first: Int, _ last: Int, _ joint: Period.Joint) throws(DateFault) -> Period {
    if joint == .hyphen, last == first + 1, let year = Period(schoolYearFrom: first) { return year }
    return try months(from: (first, 1), through: (last, 12), .years(joint))
  }

  func months(
    from first: (year: Int, month: Int), through last: (year: Int, month: Int), _ form: Period.Form
  ) throws(DateFault) -> Period {
    try period(
      .first(ofMonth: first.month, first.year), .last(ofMonth: last.month, last.year), form)
  }
}
