import FrenchText
import Testing

private func ordinary(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{A0}" ? "~" : $0 }))
}

@Suite struct PeriodTests {
  private func read(_ text: String) -> String {
    switch Period.parse(text) {
    case .success(let period): "\(ordinary(period.formatted)) | \(period.start.iso) | \(period.end.iso)"
    case .failure(let fault): "\(fault.kind) \(fault.range) \(fault.written)"
    }
  }

  @Test(arguments: [
    ("2025-05-17", "17~mai 2025 | 2025-05-17 | 2025-05-17"),
    ("17/05/2025", "17~mai 2025 | 2025-05-17 | 2025-05-17"),
    ("17 mai 2025", "17~mai 2025 | 2025-05-17 | 2025-05-17"),
    ("1er juin 2025", "1er~juin 2025 | 2025-06-01 | 2025-06-01"),
    ("1 juin 2025", "1er~juin 2025 | 2025-06-01 | 2025-06-01"),
    ("mercredi 9 octobre 2024", "9~octobre 2024 | 2024-10-09 | 2024-10-09"),
    ("le 9 OCTOBRE 2024", "9~octobre 2024 | 2024-10-09 | 2024-10-09"),
    ("29 février 2024", "29~février 2024 | 2024-02-29 | 2024-02-29"),
    ("2025-05", "mai 2025 | 2025-05-01 | 2025-05-31"), ("Mai 2025", "mai 2025 | 2025-05-01 | 2025-05-31"),
    ("fevrier 2025", "février 2025 | 2025-02-01 | 2025-02-28"),
    ("sept. 2025", "septembre 2025 | 2025-09-01 | 2025-09-30"),
    ("2025", "2025 | 2025-01-01 | 2025-12-31"), ("2024-2025", "2024-2025 | 2024-09-01 | 2025-08-31"),
    ("année scolaire 2024-2025", "2024-2025 | 2024-09-01 | 2025-08-31"),
    ("2022-2025", "2022-2025 | 2022-01-01 | 2025-12-31"),
    ("de 2022 à 2025", "2022 à 2025 | 2022-01-01 | 2025-12-31"),
    ("Août à octobre 2024", "août à octobre 2024 | 2024-08-01 | 2024-10-31"),
    ("Décembre à janvier 2025", "décembre 2024 à janvier 2025 | 2024-12-01 | 2025-01-31"),
    ("De janvier 2022 à décembre 2024", "janvier 2022 à décembre 2024 | 2022-01-01 | 2024-12-31"),
    ("d'août à octobre 2024", "août à octobre 2024 | 2024-08-01 | 2024-10-31"),
    ("29 et 30 avril 2025", "29 et 30~avril 2025 | 2025-04-29 | 2025-04-30"),
    ("Mai et juin 2025", "mai et juin 2025 | 2025-05-01 | 2025-06-30"),
    ("avril-mai 2025", "avril-mai 2025 | 2025-04-01 | 2025-05-31"),
    ("du 3 au 5 mai 2025", "du 3 au 5~mai 2025 | 2025-05-03 | 2025-05-05"),
    ("du 1er au 5 mai 2025", "du 1er au 5~mai 2025 | 2025-05-01 | 2025-05-05"),
    ("du 12 mai au 3 juin 2025", "du 12~mai au 3~juin 2025 | 2025-05-12 | 2025-06-03"),
    ("du 20 décembre au 5 janvier 2025", "du 20~décembre 2024 au 5~janvier 2025 | 2024-12-20 | 2025-01-05"),
    ("rentrée 2025", "rentrée~2025 | 2025-09-01 | 2025-09-30"),
    ("à la rentrée 2025-2026", "rentrée~2025 | 2025-09-01 | 2025-09-30"),
    ("Rentrée de septembre 2025", "rentrée~2025 | 2025-09-01 | 2025-09-30"),
    ("printemps 2025", "printemps~2025 | 2025-03-01 | 2025-05-31"),
    ("été 2025", "été~2025 | 2025-06-01 | 2025-08-31"),
    ("Été 2025", "été~2025 | 2025-06-01 | 2025-08-31"),
    ("automne 2025", "automne~2025 | 2025-09-01 | 2025-11-30"),
    ("hiver 2025", "hiver~2024-2025 | 2024-12-01 | 2025-02-28"),
    ("hiver 2024-2025", "hiver~2024-2025 | 2024-12-01 | 2025-02-28"),
    ("fin juin 2025", "fin~juin 2025 | 2025-06-21 | 2025-06-30"),
    ("mi-mai 2025", "mi-mai 2025 | 2025-05-11 | 2025-05-20"),
    ("début 2025", "début~2025 | 2025-01-01 | 2025-04-30"),
    ("1er trimestre 2026", "1er~trimestre 2026 | 2026-01-01 | 2026-03-31"),
    ("second semestre 2025", "2e~semestre 2025 | 2025-07-01 | 2025-12-31"),
    ("d'ici juin 2025", "d’ici juin 2025 | 2025-06-01 | 2025-06-30"),
    ("d’ici au 17 mai 2025", "d’ici au 17~mai 2025 | 2025-05-17 | 2025-05-17"),
    ("d'ici à 2026", "d’ici 2026 | 2026-01-01 | 2026-12-31"),
    ("avant l'été 2025", "avant l’été~2025 | 2025-06-01 | 2025-08-31"),
    ("depuis septembre 2023", "depuis septembre 2023 | 2023-09-01 | 2023-09-30"),
    ("depuis le 1er juin 2025", "depuis le 1er~juin 2025 | 2025-06-01 | 2025-06-01"),
    ("avant la rentrée 2025", "avant la rentrée~2025 | 2025-09-01 | 2025-09-30"),
  ])
  func readsDatesAsPeopleWriteThem(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
    let shown = String(expected.prefix { $0 != "|" })
    #expect(read(shown.replacing("~", with: "\u{A0}")) == expected)
  }

  @Test(arguments: [
    ("", "empty 0..<0 "), ("31/02/2025", "impossible 0..<10 31/02/2025"),
    ("2025-13", "impossible 0..<7 2025-13"),
    ("29 février 2025", "impossible 0..<16 29 février 2025"), ("0 mai 2025", "impossible 0..<10 0 mai 2025"),
    ("bientôt", "notADate 0..<8 bientôt"), ("29 et 30 avril", "notADate 0..<14 29 et 30 avril"),
    ("mai", "notADate 0..<3 mai"),
    ("du 5 au 3 mai 2025", "reversed 0..<18 du 5 au 3 mai 2025"),
    ("2025 à 2022", "reversed 0..<12 2025 à 2022"),
    ("17/05/25", "notADate 0..<8 17/05/25"), ("2024-25", "impossible 0..<7 2024-25"),
    ("12025", "notADate 0..<5 12025"),
    ("17 mai 2025 à 10 h", "notADate 0..<19 17 mai 2025 à 10 h"), ("rentrée", "notADate 0..<8 rentrée"),
    ("d'ici", "notADate 0..<5 d'ici"),
    ("0000-00-00", "notADate 0..<10 0000-00-00"),
  ])
  func refusesWhatIsNoDate(_ text: String, _ expected: String) {
    #expect(read(text) == expected)
  }

  @Test func ordersByStart() throws {
    func period(_ text: String) throws -> Period { try Period.parse(text).get() }
    let sorted = try ["juin 2025", "2024-2025", "17 mai 2025", "mai 2025", "août 2024"].map(period).sorted()
    #expect(
      sorted.map { ordinary($0.formatted) } == [
        "août 2024", "2024-2025", "mai 2025", "17~mai 2025", "juin 2025",
      ])
    #expect(try period("août à octobre 2024").mayPrecede(period("août 2024")))
    #expect(try !period("octobre 2024").mayPrecede(period("août 2024")))
  }

  @Test func tellsWhatBelongsToAYear() throws {
    func period(_ text: String) throws -> Period { try Period.parse(text).get() }
    let year = try period("2024-2025")
    for text in [
      "1er septembre 2024", "31 août 2025", "printemps 2025", "depuis 2017", "d'ici 2026", "avant mai 2025",
    ] {
      #expect(try period(text).isWithin(year), "\(text)")
    }
    for text in [
      "31 août 2024", "1er septembre 2025", "2025", "août à octobre 2024", "depuis 2026", "avant 2023",
    ] {
      #expect(try !period(text).isWithin(year), "\(text)")
    }
    #expect(year == Period(schoolYearFrom: 2024))
    #expect(Period(schoolYearFrom: 9999) == nil)
  }

  @Test func countsDays() throws {
    let first = try #require(CalendarDay(year: 1970, month: 1, day: 1))
    #expect(first.daysSinceEpoch == 0 && first.weekday == 4)
    let day = try CalendarDay.parse("2025-05-17").get()
    #expect(day.daysSinceEpoch == 20_225 && day.weekday == 6)
    #expect(ordinary(day.formattedWithWeekday) == "samedi 17~mai 2025")
    #expect(CalendarDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2000, month: 2, day: 29) != nil)
    #expect(CalendarDay(year: 1, month: 1, day: 1)?.iso == "0001-01-01")
    #expect(throws: DateFault.self) { try CalendarDay.parse("mai 2025").get() }
    var previous = first.daysSinceEpoch - 1
    for year in 1970...2030 {
      for month in 1...12 {
        for day in 1...CalendarDay.length(ofMonth: month, year) {
          let today = try #require(CalendarDay(year: year, month: month, day: day))
          #expect(today.daysSinceEpoch == previous + 1)
          #expect(try Period.parse(today.formatted).get().start == today)
          #expect(try CalendarDay.parse(today.iso).get() == today)
          previous = today.daysSinceEpoch
        }
      }
    }
  }

  /// A fuzzer's find: they were shown without their zeros, which is no year to read.
  @Test(arguments: ["0025", "1er trimestre 0363", "de 0022 à 2025", "0211/02", "1 mai 0999"])
  func refusesYearsWithZerosInFront(_ text: String) {
    #expect(throws: DateFault.self) { try Period.parse(text).get() }
  }
}
