import FrenchText
import Testing

/// `~` for U+00A0, `¬` for U+202F, `{…}` around what is raised.
private func shown(_ text: String) -> String {
  let bytes = Array(text.utf8)
  let set = Typographer.edits(in: bytes).applied(to: bytes)
  var out: [UInt8] = []
  for i in 0...set.bytes.count {
    if set.superscripts.contains(where: { $0.upperBound == i }) { out += "}".utf8 }
    if set.superscripts.contains(where: { $0.lowerBound == i }) { out += "{".utf8 }
    if i < set.bytes.count { out.append(set.bytes[i]) }
  }
  return String(
    String.UnicodeScalarView(
      String(decoding: out, as: UTF8.self).unicodeScalars.map {
        $0 == "\u{A0}" ? "~" : $0 == "\u{202F}" ? "¬" : $0
      }))
}

@Suite struct TypographerTests {
  @Test(arguments: [
    ("Bravo !", "Bravo¬!"),
    ("Bravo!", "Bravo¬!"),
    ("Quoi ?! Oui ; non", "Quoi¬?! Oui¬; non"),
    ("Bravo\u{A0}!", "Bravo¬!"),
    ("Note : ceci", "Note~: ceci"),
    ("Note: ceci", "Note~: ceci"),
    ("Note\u{202F}: ceci", "Note~: ceci"),
    ("« \u{FFFC} » !", "«~\u{FFFC}~»¬!"),
    ("«mot»", "«~mot~»"),
    ("« mot » !", "«~mot~»¬!"),
    ("(?)", "(?)"),
    ("! en tête", "! en tête"),
    ("fin\n! suite", "fin\n! suite"),
    ("a != b", "a != b"),
    ("sourire ;-) et :)", "sourire ;-) et :)"),
    ("Tom &amp; Jerry;", "Tom &amp; Jerry¬;"),
  ])
  func setsTheSpacesOfPunctuation(_ written: String, _ expected: String) {
    #expect(shown(written) == expected)
  }

  @Test(arguments: [
    ("Le \"mot\" juste", "Le «~mot~» juste"),
    ("\" mot \"", "«~mot~»"),
    ("l'\"école\"", "l’«~école~»"),
    ("« il dit \"oui\" »", "«~il dit “oui”~»"),
    ("\"il dit \"oui\" hier\"", "«~il dit “oui” hier~»"),
    ("un écran de 17\" et un de 15\"", "un écran de 17\" et un de 15\""),
    ("un \"seul", "un \"seul"),
    ("l'école d'aujourd'hui", "l’école d’aujourd’hui"),
    ("l'\u{FFFC} et qu' elle", "l’\u{FFFC} et qu’ elle"),
    ("6' et 'mot'", "6' et 'mot'"),
    ("et ainsi de suite...", "et ainsi de suite…"),
    ("../../fichier et ....", "../../fichier et ...."),
  ])
  func setsQuotesApostrophesAndEllipses(_ written: String, _ expected: String) {
    #expect(shown(written) == expected)
  }

  @Test(arguments: [
    ("30,7 % et 12% de 3 €", "30,7~% et 12~% de 3~€"),
    ("13 000 élèves, 1 740 000 €", "13¬000 élèves, 1¬740¬000~€"),
    ("13\u{A0}000", "13¬000"),
    ("en 2024 300 élèves", "en 2024 300 élèves"),
    ("03 83 12 34 56", "03 83 12 34 56"),
    ("06 123 456", "06 123 456"),
    ("SIRET 123 456 789 00012", "SIRET 123 456 789 00012"),
    ("12 ans, 5 km, 3,1 millions", "12~ans, 5~km, 3,1~millions"),
    ("En 2025 l'école, en 2025 s'ouvre", "En 2025 l’école, en 2025 s’ouvre"),
    ("10 h 30 à 10:30", "10~h~30 à 10:30"),
    ("le 1er juin, le 17 mai 2025", "le 1{er}~juin, le 17~mai 2025"),
    ("n° 5, n°5, M. Adt, Mme Curie, p. 12, art. 4", "n°~5, n°~5, M.~Adt, Mme~Curie, p.~12, art.~4"),
    ("en CM. Puis", "en CM. Puis"),
  ])
  func bindsNumbersToWhatTheyCount(_ written: String, _ expected: String) {
    #expect(shown(written) == expected)
  }

  @Test(arguments: [
    ("1er, 1re, 2e, 2de, 2nde, 12es", "1{er}, 1{re}, 2{e}, 2{de}, 2{nde}, 12{es}"),
    ("5e/4e", "5{e}/4{e}"),
    (
      "au XXIe siècle, la Ve République, François Ier", "au XXI{e}~siècle, la V{e}~République, François I{er}"
    ),
    ("Ce que Le Mexe dit, UPE2A, 3ème, 2D, 3d, 21er", "Ce que Le Mexe dit, UPE2A, 3ème, 2D, 3d, 21er"),
    ("IIIIe, VXe", "IIIIe, VXe"),
  ])
  func raisesOrdinals(_ written: String, _ expected: String) {
    #expect(shown(written) == expected)
  }

  @Test(arguments: [
    ("mot – aparté – mot", "mot –~aparté~– mot"),
    ("rare – mais réel.", "rare – mais réel."),
    ("rare – mais réel. Autre – chose.", "rare – mais réel. Autre – chose."),
    ("– Bonjour", "–~Bonjour"),
    ("2022–2024", "2022–2024"),
  ])
  func holdsDashesToTheirAside(_ written: String, _ expected: String) {
    #expect(shown(written) == expected)
  }

  @Test(arguments: [
    "https://exemple.fr/page?id=3;x='a'...", "voir www.exemple.fr/?q=\"a\"", "jean.o'neil@exemple.fr",
    "C:\\Dossier\\L'été...", "localhost:8080", "mailto:a@b.fr?subject='x'", "page?id=3&x='b'",
  ])
  func leavesAddressesAlone(_ written: String) {
    #expect(shown(written) == written)
  }
}
