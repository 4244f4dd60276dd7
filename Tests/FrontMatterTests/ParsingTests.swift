import Diagnostics
import FrontMatter
import Testing

@Suite struct ParsingTests {
  @Test func readsTheSectionOfTheGuide() throws {
    let read = dump(
      """
      titre: La certification Pix # remarque
      ordre: 60
      chiffres:
        - 2 462 enseignants engagés {#pix-edu}
        - { id: participation, valeur: "8,3 %", date: 2025-04-07, source: Pix Orga }
      tableaux:
        certifications:
          colonnes: { Classe: texte, Taux de réussite: pourcentage }
          controles:
          - unique: Classe

          - bornes: { colonne: Taux de réussite, min: 0 %, max: 100 % }
      """)
    #expect(
      read == """
        {titre: «La certification Pix», ordre: «60», chiffres: [«2 462 enseignants engagés {#pix-edu}», \
        {id: «participation», valeur: «8,3 %», date: «2025-04-07», source: «Pix Orga»}], tableaux: \
        {certifications: {colonnes: {Classe: «texte», Taux de réussite: «pourcentage»}, controles: \
        [{unique: «Classe»}, {bornes: {colonne: «Taux de réussite», min: «0 %», max: «100 %»}}]}}}
        """)
  }

  @Test(arguments: [
    ("", "~"),
    ("# rien\n\n   # toujours rien", "~"),
    ("a:", "{a: ~}"),
    ("a:\nb:  # rien", "{a: ~, b: ~}"),
    ("-\n- b", "[~, «b»]"),
    ("- - a\n  - b\n- c", "[[«a», «b»], «c»]"),
    ("- a: 1\n  b: 2\n-   c: 3", "[{a: «1», b: «2»}, {c: «3»}]"),
    ("a:\n- b\n- c\nd: e", "{a: [«b», «c»], d: «e»}"),
    ("a:\n\n  # note\n\n    b: c\n", "{a: {b: «c»}}"),
    ("---\na: b", "{a: «b»}"),
    ("# début\n--- # suite\na: b", "{a: «b»}"),
    ("\"l'école\": a\n'b ''c''': d", "{l'école: «a», b 'c': «d»}"),
    ("Taux de réussite : 12 %", "{Taux de réussite: «12 %»}"),
    ("a: b\r\nc:\r\n  - d\r\n", "{a: «b», c: [«d»]}"),
    ("\u{FEFF}a: b", "{a: «b»}"),
    ("un texte\nsur deux lignes", "«un texte sur deux lignes»"),
  ]) func readsBlockCollections(text: String, expected: String) {
    #expect(dump(text) == expected)
  }

  @Test(arguments: [
    ("{}", "{}"), ("[ ]", "[]"), ("[a, b,]", "[«a», «b»]"),
    ("{a: 1, \"b\":2, c: }", "{a: «1», b: «2», c: ~}"),
    ("{\n\t\"a\": [\n\t\t1,\t2\n\t],\n\t\"b\"\n\t: null\n}", "{a: [«1», «2»], b: «null»}"),
    ("[http://x.fr/?a=1, l'an, a:b, -1, x#y]", "[«http://x.fr/?a=1», «l'an», «a:b», «-1», «x#y»]"),
    ("a: [ # note\n  b, # encore\n  # fin\n]\nc: d", "{a: [«b»], c: «d»}"),
    ("a: { b: 'c\n  d' }", "{a: {b: «c d»}}"),
    ("{a: [{b: [{c: d}]}]}", "{a: [{b: [{c: «d»}]}]}"),
  ]) func readsFlowCollections(text: String, expected: String) {
    #expect(dump(text) == expected)
  }

  @Test func givesEachNodeItsPlace() throws {
    let text = "a:\n  - 'b'\n  - [c, d]  # note\ne: f\n"
    let entries = try #require(parse(text).node?.entries)
    let items = try #require(entries[0].value.items)
    #expect(parse(text).node?.location.range == 0..<34)
    #expect(entries[0].value.location.range == 5..<21)
    #expect(items.map(\.location.range) == [7..<10, 15..<21])
    #expect(items[1].items?.map(\.location.range) == [16..<17, 19..<20])
    #expect(entries[1].value.location.range == 33..<34)
  }

  @Test func findsAStretchOfAText() throws {
    let values = try #require(parse("a: bcd\ne: \"fgh\"\ni: \"j\\n\"\nk: l\n  m").node?.entries).map(\.value)
    #expect(values.map { $0.location(ofText: 1..<2).range } == [4..<5, 12..<13, 19..<24, 28..<33])
    #expect(values[0].location(ofText: 2..<9).range == 3..<6)
  }
}
