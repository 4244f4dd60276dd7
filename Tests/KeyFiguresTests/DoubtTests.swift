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

  @Test(
    arguments: [
      ("Le nombre d'élèves, en hausse, atteint @.", "120", "100", nil),
      (
        "En baisse : @ élèves.", "120", "100",
        "« en baisse », mais « élèves suivis ici » est passé de 100 à 120"
      ),
      ("Leur nombre a doublé : @.", "70 699", "35 367", nil),
      (
        "Leur nombre a doublé : @.", "150", "100",
        "« a doublé », mais « élèves suivis ici » est passé de 100 à 150"
      ),
      ("Leur nombre a plus que doublé : @.", "201", "100", nil),
      ("Il a triplé, à @.", "201", "100", "« a triplé », mais « élèves suivis ici » est passé de 100 à 201"),
      (
        "Toujours en progression, @.", "100", "100",
        "« en progression », mais « élèves suivis ici » n’a pas changé"
      ),
      ("Il a augmenté de @.", "5", "0", nil),
    ] as [(String, String, String, String?)])
  func holdsTrendsAgainstTheChange(_ text: String, _ now: String, _ before: String, _ doubt: String?) {
    #expect(doubts(text, "\(now) élèves suivis ici {#a}", before: before) == [doubt].compactMap(\.self))
  }

  @Test(
    arguments: [
      ("Plus de la moitié (@) a répondu.", "52 %", nil),
      ("Plus de la moitié (@) a répondu.", "48 %", "« plus de la moitié », mais « d'une chose » vaut 48 %"),
      ("Moins de la moitié, @, a répondu.", "52 %", "« moins de la moitié », mais « d'une chose » vaut 52 %"),
      ("La moitié, @, a répondu.", "51 %", nil),
      ("Près des deux tiers, soit @.", "64 %", nil),
      ("Les trois quarts, @.", "62 %", "« les trois quarts », mais « d'une chose » vaut 62 %"),
      ("Plus d'un tiers, @.", "30 %", "« plus d'un tiers », mais « d'une chose » vaut 30 %"),
      ("La majorité (@) a répondu.", "1 sur 3", "« la majorité », mais « d'une chose » vaut 1 sur 3"),
      ("Plus de la moitié (@) a répondu.", "48", nil),
    ] as [(String, String, String?)])
  func holdsProportionsAgainstTheShare(_ text: String, _ value: String, _ doubt: String?) {
    #expect(doubts(text, "\(value) d'une chose {#a}") == [doubt].compactMap(\.self))
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

  @Test(
    arguments: [
      ("48 des 53 établissements (91 %) ont répondu.", nil),
      ("48 établissements sur 53 (92 %).", "92 % ici ; 48 sur 53 fait 91 %"),
      ("8 sur 10, soit 80 %.", nil), ("8 sur 10, soit 85 %.", "85 % ici ; 8 sur 10 fait 80 %"),
      ("1 240 élèves sur 2 000, soit 62,0 %.", nil), ("8 sur 10. Et 85 % ailleurs.", nil),
      ("Il agit sur 10 sites (85 %).", nil),
    ] as [(String, String?)])
  func holdsAPercentageAgainstItsTwoCounts(_ text: String, _ doubt: String?) {
    #expect(doubts(text, "5 choses") == [doubt].compactMap(\.self))
  }
}
