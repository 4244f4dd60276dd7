import FrenchText
import TestSupport
import Testing

@Suite struct WordTests {
  @Test(arguments: [
    ("Ef\u{FB01}cace, soi\u{AD}gné", "efficace-soigne"), ("o\u{FB03}ce\u{200B}s", "offices"),
    ("L’école pour tous", "l-ecole-pour-tous"), ("  Pix+Edu : l'essentiel ! ", "pix-edu-l-essentiel"),
    ("Œuvre & cœur", "oeuvre-coeur"), ("13 000 élèves", "13-000-eleves"), ("ÉTAT", "etat"),
    ("e\u{301}tat", "etat"),
    ("½ heure, 3 m² et 1º", "heure-3-m-et-1"), ("日本", ""), ("—", ""), ("", ""),
    ("Straße Łódź", "strasse-lodz"),
  ])
  func makesSlugs(_ text: String, _ expected: String) {
    #expect(slug(text) == expected)
  }

  @Test func foldsTextsForSearch() {
    #expect(SearchFold.letters("L’Éducation nationale, à cœur !") == "l education nationale a coeur")
    #expect(SearchFold.letters("  e\u{301}\u{301}  ") == "e")
    #expect(SearchFold.terms("Les élèves, journaux et jeux") == "les eleve journal et jeu")
    #expect(SearchFold.terms("réseaux travaux choix Pix mois") == "reseau travail choix pix moi")
  }

  @Test(
    arguments: [
      ("", ""), ("le la", ""), ("École", "ecole"), ("un, deux", "deux"), ("deux un", "deux"),
      ("Le projet, le PROJET des élèves : un projet élève", "projet des eleves eleve"),
      ("abc abcd abc abcdefg abcdefgh abcdefghi abcdefgh abcdefg", "abc abcd abcdefg abcdefgh abcdefghi"),
      ("anticonstitutionnel anticonstitution anticonstitutionnel", "anticonstitutionnel anticonstitution"),
    ])
  func keepsTheWordsOfATextOnceEach(_ text: String, _ expected: String) {
    #expect(String(decoding: SearchFold.firstWords(Array(text.utf8)[...]), as: UTF8.self) == expected)
  }

  @Test func keepsAsManyWordsAsThereAre() {
    let words = (0..<5000).map { String($0 * 7919 % 5000 + 100) }
    let text = (words + words.reversed()).joined(separator: " ")
    #expect(SearchFold.firstWords(Array(text.utf8)[...]) == Array(words.joined(separator: " ").utf8))
  }

  /// A walk made for French folds most texts; another goes on from what the first does not know.
  @Test(arguments: [
    "L’élève, à 3 h : « Œuvre » …", "naïve cœur, Ægide, Straße × n° 5", "a\u{2070}b\u{206F}c\u{2044}d",
    "٣ б é", "e\u{301}t", " — ", "",
  ])
  func foldsTheSameAmongOtherAlphabets(_ text: String) {
    let folded = SearchFold.letters(text)
    #expect(SearchFold.letters("Ω " + text) == (folded.isEmpty ? "ω" : "ω " + folded))
    #expect(SearchFold.letters(text + " Ω") == (folded.isEmpty ? "ω" : folded + " ω"))
  }

  @Test func sortsAsFrenchDictionariesDo() {
    let words = [
      "côté", "coté", "côte", "cote", "Cote", "cotes", "co-te", "zèbre", "École", "ecole", "état",
      "e\u{301}tat",
    ]
    let sorted = words.sorted { collationKey($0).lexicographicallyPrecedes(collationKey($1)) }
    #expect(
      sorted.map { Array($0.unicodeScalars) }
        == [
          "co-te", "cote", "Cote", "côte", "coté", "côté", "cotes", "ecole", "École", "e\u{301}tat", "état",
          "zèbre",
        ].map { Array($0.unicodeScalars) })
  }

  @Test func elidesBeforeVowelsAndMuteH() {
    #expect(Elision.de("élèves") == "d’élèves")
    #expect(Elision.de("heures") == "d’heures")
    #expect(Elision.de("handicap") == "de handicap")
    #expect(Elision.de("onze") == "de onze")
    #expect(Elision.de("11 lycées") == "de 11 lycées")
    #expect(Elision.le("école", .feminine) == "l’école")
    #expect(Elision.le("région", .feminine) == "la région")
    #expect(Elision.le("harcèlement", .masculine) == "le harcèlement")
    #expect(Elision.du("lycée", .masculine) == "du lycée")
    #expect(Elision.au("académie", .feminine) == "à l’académie")
    #expect(Elision.que("il") == "qu’il")
    #expect(Elision.de("") == "de ")
  }

  @Test func countsInThePluralFromTwo() throws {
    #expect(Plural.count(0, "figure") == "0\u{A0}figure")
    #expect(Plural.count(1, "figure") == "1\u{A0}figure")
    #expect(Plural.count(13_000, "élève") == "13\u{202F}000\u{A0}élèves")
    #expect(Plural.count(3, "travail", "travaux") == "3\u{A0}travaux")
    #expect(Plural.count(try Decimal.parse("-1,9").get(), "point") == "\u{2212}1,9\u{A0}point")
    #expect(Ordinal.text(1) == "1er")
    #expect(Ordinal.text(1, .feminine) == "1re")
    #expect(Ordinal.text(21) == "21e")
  }
}

@Suite struct SentenceTests {
  private func split(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Sentence.all(in: bytes).map {
      "\($0.wordCount) \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test func splitsSentencesAndCountsTheirWords() {
    #expect(
      split("Bonjour à tous. L’école est finie ! Et puis ?") == [
        "3 Bonjour à tous.", "3 L’école est finie !", "2 Et puis ?",
      ])
    #expect(split("  un mot  ") == ["2 un mot"])
    #expect(split("") == [])
    #expect(split(" \n ") == [])
  }

  @Test func keepsSentencesWholeAtAbbreviationsAndNumbers() {
    #expect(
      split("M. Adt vint, p. 12 et art. 4. Puis J. Verne.") == [
        "8 M. Adt vint, p. 12 et art. 4.", "3 Puis J. Verne.",
      ])
    #expect(
      split("Il en reste 13 000 et 12.5 enfin…mais si.") == ["8 Il en reste 13 000 et 12.5 enfin…mais si."])
    #expect(split("Elle dit… rien. « Oui. » Puis") == ["3 Elle dit… rien.", "1 « Oui. »", "1 Puis"])
  }

  @Test func readsAnyBytesWithoutFault() {
    var random = SeededNumbers(seed: 9)
    let likely: [UInt8] = [
      0x2E, 0x20, 0xC2, 0xBB, 0xE2, 0x80, 0xA6, 0x41, 0x61, 0x30, 0x28, 0x29, 0xC3, 0x89, 0x2D,
    ]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...16, using: &random)).map { _ in
        likely.randomElement(using: &random) ?? 0
      }
      for sentence in Sentence.all(in: bytes) { #expect(sentence.range.upperBound <= bytes.count) }
      for sigle in Sigle.occurrences(in: bytes) {
        _ = (sigle.meaningAfter(in: bytes), sigle.meaningBefore(in: bytes))
      }
      _ = WritingFault.all(in: bytes)
    }
  }
}

@Suite struct SigleTests {
  private func sigles(_ text: String) -> [String] { Sigle.occurrences(in: Array(text.utf8)).map(\.text) }

  private func meaning(_ text: String) -> (after: String?, before: String?) {
    let bytes = Array(text.utf8)
    guard let sigle = Sigle.occurrences(in: bytes).first else { return (nil, nil) }
    func string(_ range: Range<Int>?) -> String? { range.map { String(decoding: bytes[$0], as: UTF8.self) } }
    return (string(sigle.meaningAfter(in: bytes)), string(sigle.meaningBefore(in: bytes)))
  }

  @Test func findsCapitalsWithTheirDigitsAndHyphens() {
    #expect(
      sigles("L’ENT, le GAR et l'UPE2A ; IA-IPR, CM1-CM2, COVID-19, ÉREA.") == [
        "ENT", "GAR", "UPE2A", "IA-IPR", "CM1-CM2", "COVID-19", "ÉREA",
      ])
    #expect(sigles("UÉ") == ["UÉ"])
    #expect(sigles("à ÉÉ, œuvré") == ["ÉÉ"])
    #expect(sigles("le ŒU") == ["ŒU"])
    #expect(sigles("la CD et le CM, DRANE- et FSE+") == ["CD", "CM", "DRANE", "FSE"])
  }

  @Test func passesOverNumeralsMixedCaseAndAddresses() {
    #expect(sigles("XXI, IV, XVIIIe, MMXXV, TED-i, PrAF, ENTs, 3D, 2D-3D, A, anti-IA") == [])
    #expect(sigles("https://EXEMPLE.FR/PIX CE.DRANE@exemple.fr README.md DRANE_54 C:\\ENT") == [])
  }

  @Test func findsTheirMeaningInTheBracketAfter() {
    #expect(meaning("ENT (espace numérique de travail)").after == "espace numérique de travail")
    #expect(meaning("VR (réalité virtuelle)").after == "réalité virtuelle")
    for text in [
      "BEF (17)", "ENT (PANDA)", "IA (chefs d’établissement)", "ADN (180 élèves)", "IA (avril-mai 2025)",
      "ENT (espace", "ENT",
    ] {
      #expect(meaning(text).after == nil, "\(text)")
    }
  }

  @Test func findsTheirMeaningInTheWordsBefore() {
    #expect(
      meaning("des Bassins d’Éducation et de Formation (BEF)").before == "Bassins d’Éducation et de Formation"
    )
    #expect(meaning("les ambassadeurs du numérique (ADN)").before == "ambassadeurs du numérique")
    #expect(
      meaning("la direction du numérique pour l'éducation (DNE)").before
        == "direction du numérique pour l'éducation")
    #expect(
      meaning("unité pédagogique pour élèves allophones arrivants (UPE2A)").before
        == "unité pédagogique pour élèves allophones arrivants")
    #expect(meaning("des lycées (BEF)").before == nil)
    #expect(meaning(String(repeating: "de ", count: 100) + "(DDDDDDDD)").before == nil)
  }
}
