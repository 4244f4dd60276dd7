import Diagnostics
import FrenchText
import FrontMatter
import Testing

@testable import KeyFigures

@Suite struct TableDoubtsTests {
  private func doubts(_ csv: String, _ schema: String = "") -> [String] {
    let sample = Sample(schema, csv: csv)
    var diagnostics: [Diagnostic] = []
    sample.table.doubts(&diagnostics)
    return diagnostics.map {
      $0.code + " " + String(decoding: Array(csv.utf8)[$0.location.range], as: UTF8.self)
    }
  }

  @Test func findsATotalThatIsNotOne() {
    #expect(doubts("N;A\na;1\nb;2\nTotal;4\n") == ["total-douteux 4"])
    #expect(doubts("N;A\na;1\nb;2\nTotal;4\n", "note: On compte deux fois b.") == [])
    #expect(doubts("N;A\na;1\nb;2\nTotal;3\n") == [])
  }

  @Test(arguments: [
    ("68 %", "34 %", true), ("50 %", "51 %", false), ("49 %", "50 %", true), ("49,5 %", "50,6 %", false),
    ("49,5 %", "49,5 %", true),
    ("75 %", "49 %", false), ("+50 %", "+52 %", false),
  ])
  func findsSharesThatRoundingDoesNotExplain(_ a: String, _ b: String, _ isDoubtful: Bool) {
    #expect(doubts("N;Part\na;\(a)\nb;\(b)\n") == (isDoubtful ? ["parts-douteuses Part"] : []))
  }

  @Test func findsThePercentageThatDoesNotFollowFromItsCounts() {
    let csv = "N;Reçus;Inscrits;Taux\na;1;2;50 %\nb;1;3;33,3 %\nc;1;4;52 %\nd;3;4;75 %\n"
    #expect(doubts(csv) == ["pourcentage-douteux 52 %"])
    #expect(doubts(csv.replacing("52 %", with: "25 %")) == [])
  }
}

@Suite struct FigureDoubtsTests {
  private func record(_ section: String, _ yaml: String) -> [FigureRecord] {
    figures("chiffres:\n" + yaml).set.figures.map {
      FigureRecord(section: section, sectionTitle: section, figure: $0)
    }
  }

  @Test func findsTheSameFigureWithTwoValues() {
    var diagnostics: [Diagnostic] = []
    ContradictoryFigures.find(
      in: record(
        "a",
        "- 17 laboratoires numériques ouverts\n- 5 élèves engagés\n- Plus de 50 ressources créées pour tous")
        + record(
          "b", "- 16 Laboratoires numériques, ouverts\n- 6 élèves engagés\n- 53 ressources créées pour tous"),
      &diagnostics)
    #expect(
      diagnostics.map(\.message) == ["« Laboratoires numériques, ouverts » vaut 16 ici et 17 dans « a »"])
  }

  @Test func findsDatesOutsideThePeriod() throws {
    let year = try #require(Period(schoolYearFrom: 2024))
    var diagnostics: [Diagnostic] = []
    let set = figures(
      """
      chiffres:
      - { valeur: 1, libelle: a, date: 2025-05-17 }
      - { valeur: 1, libelle: b, date: 2024-05-17 }
      - { valeur: 1, libelle: c, date: 2024-05-17, note: L'an dernier. }
      - { valeur: 1, libelle: d, date: depuis 2022 }
      """
    ).set
    DateDoubts.outside(set, of: year, &diagnostics)
    #expect(
      diagnostics.map { plainSpaces($0.message) } == [
        "« 17 mai 2024 » est hors de la période du bilan, 2024-2025"
      ])
  }

  @Test func findsACalendarOutOfOrder() throws {
    let place = Diagnostics.SourceLocation(file: "f", range: 0..<1)
    func steps(_ texts: String...) throws -> [String] {
      var diagnostics: [Diagnostic] = []
      DateDoubts.outOfOrder(try texts.map { Located(try Period.parse($0).get(), at: place) }, &diagnostics)
      return diagnostics.map { plainSpaces($0.message) }
    }
    #expect(try steps("août à octobre 2024", "septembre 2024", "2025") == [])
    #expect(try steps("mai 2025", "avril 2025") == ["« avril 2025 » vient après « mai 2025 »"])
  }
}

@Suite struct SentenceDoubtsTests {
  /// The sentence quotes the figure where `@` stands.
  private func doubts(_ text: String, _ figure: String, before: String? = nil) -> [String] {
    let figures = figures("chiffres:\n- " + figure).set.figures
    var quoted: [SentenceDoubts.Quoted] = []
    var sentence = text
    if let mark = text.utf8.firstIndex(of: UInt8(ascii: "@")), let first = figures.first {
      let start = text.utf8.distance(from: text.startIndex, to: mark)
      let shown = first.quantity.formatted
      sentence = text.replacing("@", with: shown)
      let old = before.flatMap { try? Quantity.parse($0).get() }
      quoted = [
        .init(
          range: start..<start + shown.utf8.count, figure: first,
          change: old.flatMap { Change(from: $0, to: first.quantity, since: "2023-2024") })
      ]
    }
    return SentenceDoubts(named: figures).find(in: Array(sentence.utf8)[...], quoted: quoted).map {
      plainSpaces($0.message)
    }
  }

  @Test(arguments: [
    ("Le nombre d'élèves, en hausse, atteint @.", "120", "100", true),
    ("En baisse : @ élèves.", "120", "100", false),
    ("Leur nombre a doublé : @.", "70 699", "35 367", true),
    ("Leur nombre a doublé : @.", "150", "100", false),
    ("Leur nombre a plus que doublé : @.", "201", "100", true), ("Il a triplé, à @.", "201", "100", false),
    ("Toujours en progression, @.", "100", "100", false), ("Il a augmenté de @.", "5", "0", true),
  ])
  func holdsTrendsAgainstTheChange(_ text: String, _ now: String, _ before: String, _ agrees: Bool) {
    #expect(doubts(text, "\(now) élèves suivis ici {#a}", before: before).isEmpty == agrees)
  }

  @Test(arguments: [
    ("Plus de la moitié (@) a répondu.", "52 %", true), ("Plus de la moitié (@) a répondu.", "48 %", false),
    ("Moins de la moitié, @, a répondu.", "52 %", false), ("La moitié, @, a répondu.", "51 %", true),
    ("Près des deux tiers, soit @.", "64 %", true), ("Les trois quarts, @.", "62 %", false),
    ("Plus d'un tiers, @.", "30 %", false), ("La majorité (@) a répondu.", "1 sur 3", false),
    ("Plus de la moitié (@) a répondu.", "48", true),
  ])
  func holdsProportionsAgainstTheShare(_ text: String, _ value: String, _ agrees: Bool) {
    #expect(doubts(text, "\(value) d'une chose {#a}").isEmpty == agrees)
  }

  @Test func findsAnotherNumberBeforeTheLabelOfAFigure() {
    let figure = "2 462 enseignants engagés {#pix}"
    #expect(
      doubts("En mai, 2 300 enseignants engagés ont répondu.", figure)
        == ["2 300 ici, 2 462 dans les chiffres clés : « enseignants engagés »"])
    #expect(doubts("En mai, 2 462 enseignants engagés.", figure) == [])
    #expect(doubts("En 2025, les enseignants engagés.", figure) == [])
    #expect(doubts("Ils sont @ enseignants engagés.", figure) == [])
  }

  @Test(arguments: [
    ("48 des 53 établissements (91 %) ont répondu.", true), ("48 établissements sur 53 (92 %).", false),
    ("8 sur 10, soit 80 %.", true), ("8 sur 10, soit 85 %.", false),
    ("1 240 élèves sur 2 000, soit 62,0 %.", true),
    ("8 sur 10. Et 85 % ailleurs.", true), ("Il agit sur 10 sites (85 %).", true),
  ])
  func holdsAPercentageAgainstItsTwoCounts(_ text: String, _ agrees: Bool) {
    #expect(doubts(text, "5 choses").isEmpty == agrees)
  }
}
