import Diagnostics
import FrenchText
import Testing

@testable import KeyFigures

@Suite struct FigureTests {
  @Test func givesNoRateOfATargetInAnotherUnitAndSaysIt() {
    let (set, diagnostics) = figures(
      """
      chiffres:
        - { id: a, valeur: "5", libelle: écoles, cible: "10 %" }
        - { id: b, valeur: "5 écoles", libelle: suivies, cible: "10" }
        - { id: c, valeur: "1 école", libelle: suivie, cible: "10 écoles" }
      """)
    #expect(set.figures.map { $0.rateReached == nil } == [true, false, false])
    #expect(diagnostics.map(\.code) == ["unite-differente"])
    #expect(
      diagnostics.map { plainSpaces($0.message) } == [
        "La cible « 10 % » n’est pas dans l’unité de la valeur « 5 »"
      ])
  }

  @Test(arguments: [
    ("12 écoles {#a} {#b}", "identifiant-incorrect", "gardez un seul identifiant, à la fin : {#b}"),
    ("3,  écoles", "chiffre-illisible", "écrivez « 3 écoles »"),
  ])
  func refusesWhatWouldBeShownInALabel(_ sentence: String, _ code: String, _ help: String) {
    let (_, diagnostics) = figures("chiffres:\n  - \(sentence)\n")
    #expect(diagnostics.map(\.code) == [code])
    #expect(diagnostics.map { $0.help.map(plainSpaces) } == [help])
  }

  @Test func readsSentencesMappingsAndGroups() {
    let (set, diagnostics) = figures(
      """
      chiffres:
        LyText:
        - 153 textes appareillés {#textes}
        - { id: participation, valeur: "8,3 %", libelle: taux, precedent: "7,1 %", cible: "10 %", date: 2025-04-07 }
        CoText:
        - Plus de 260 000 € d'achats
        - 1 lycéen sur 2 utilise Moodle
        - 429 ½ journées d'actions
      """)
    #expect(diagnostics == [])
    #expect(set.groups.map { $0.title?.value } == ["LyText", "CoText"])
    #expect(
      set.figures.map(\.id) == [
        "textes", "participation", "d-achats", "lyceen-sur-2-utilise-moodle", "journees-d-actions",
      ])
    #expect(set.figures.map(\.label).prefix(3) == ["textes appareillés", "taux", "d'achats"])
    #expect(
      set.figures.map { plainSpaces($0.quantity.formatted) }.prefix(3) == [
        "153", "8,3 %", "plus de 260 000 €",
      ])
    #expect(set.figure("participation")?.rateReachedText.map(plainSpaces) == "83 %")
    #expect(set.figure("participation")?.date?.value.start.iso == "2025-04-07")
  }

  @Test func pointsAtTheValueAndTheIdentifierOfASentence() {
    let yaml = "chiffres:\n- 2 462 enseignants engagés {#pix}\n"
    let figure = figures(yaml).set.figures[0]
    func text(_ location: Diagnostics.SourceLocation) -> String {
      String(decoding: Array(yaml.utf8)[location.range], as: UTF8.self)
    }
    #expect(text(figure.valueLocation) == "2 462")
    #expect(figure.idLocation.map(text) == "pix")
  }

  @Test(arguments: [
    ("- des enseignants engagés", "chiffre-sans-valeur"), ("- 12.5 heures de cours", "autre-signe-decimal"),
    ("- 2 462", "chiffre-sans-libelle"), ("- 2 462 {#pix}", "chiffre-sans-libelle"),
    ("- 13 00 élèves", "chiffre-illisible"), ("- 5 élèves {#Élèves}", "identifiant-incorrect"),
    ("- 5 élèves {#a}\n- 6 classes {#a}", "chiffre-en-double"),
    ("- { valeur: beaucoup, libelle: x }", "chiffre-illisible"), ("- { libelle: x }", "cle-manquante"),
    ("- { valeur: 1, libelle: x, valuer: 2 }", "cle-inconnue"),
    ("- { valeur: 1, libelle: x, date: hier }", "valeur-inattendue"),
  ])
  func refuses(_ item: String, _ code: String) {
    #expect(figures("chiffres:\n" + item).diagnostics.map(\.code) == [code])
  }

  @Test func givesEachFigureWithoutIdentifierOneOfItsOwn() {
    let set = figures("chiffres:\n- 5 élèves\n- 6 élèves\n- 7 classes {#eleves-2}\n- 8 élèves").set
    #expect(set.figures.map(\.id) == ["eleves", "eleves-3", "eleves-2", "eleves-4"])
  }
}
