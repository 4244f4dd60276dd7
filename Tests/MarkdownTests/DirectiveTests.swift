import Diagnostics
import Testing

@testable import Markdown

@Suite struct DirectiveTests {
  @Test func closesABlockWhateverSpaceFollowsTheColons() {
    #expect(parse("::: focus\nx\n:::\u{A0}\n\nfin\n").diagnostics == [])
    #expect(parse("::: focus\nx\n::: \u{A0}").diagnostics == [])
  }

  @Test func nestsInListsQuotesAndOneAnother() {
    let text = """
      - un
        ::: focus
        - dans
          ::: tableau {#t}
          | a |
          |---|
          :::
        suite
        :::
      - deux

      > ::: citation {auteur="A. B."}
      > mots
      > :::
      après
      """
    #expect(
      parse(text).document.dump() == """
        document @1:1-15:6
          list(tight) @1:1-11:1
            item @1:1-9:6
              paragraph @1:3-5
                text @1:3-5 "un"
              directive(focus) @2:3-9:6
                list(tight) @3:3-7:8
                  item @3:3-7:8
                    paragraph @3:5-9
                      text @3:5-9 "dans"
                    directive(tableau #t) @4:5-7:8
                      table(none) @5:5-6:10
                        header @5:5-10
                          cell(0) @5:7-8
                            text @5:7-8 "a"
                paragraph @8:3-8
                  text @8:3-8 "suite"
            item @10:1-11:1
              paragraph @10:3-7
                text @10:3-7 "deux"
          quote @12:1-14:6
            directive(citation auteur="A. B.") @12:3-14:6
              paragraph @13:3-7
                text @13:3-7 "mots"
          paragraph @15:1-6
            text @15:1-6 "après"

        """)
    #expect(parse(text).diagnostics == [])
  }

  @Test func leavesCodeAlone() {
    let text = "::: focus\n```\n:::\n```\n\n    :::\n`:chiffre[a]`\n:::\n"
    #expect(parse(text).diagnostics == [])
    #expect(parse(text).document.directives.map(\.name) == ["focus"])
    #expect(parse(text).document.references == [])
  }

  @Test func placesEachAttribute() {
    let text = "::: graphique {#g .large type=barres x=\"Deux \\\"mots\\\"\"}\n:::\n"
    let directive = parse(text).document.directives[0]
    let bytes = Array(text.utf8)
    #expect(directive.name == "graphique")
    #expect(String(decoding: bytes[directive.nameRange], as: UTF8.self) == "graphique")
    #expect(directive.id == "g")
    #expect(directive.idRange == 16..<17)
    #expect(directive.classes == ["large"])
    #expect(directive.attributes.map(\.name) == ["type", "x"])
    #expect(directive.attributes.map(\.value) == ["barres", "Deux \"mots\""])
    let places = directive.attributes.map { String(decoding: bytes[$0.valueRange], as: UTF8.self) }
    #expect(places == ["barres", "Deux \\\"mots\\\""])
  }

  private func messages(_ text: String) -> [String] {
    parse(text).diagnostics.sorted().map { "\($0.location.range) \($0.code): \($0.message)" }
  }

  @Test func reportsBadAttributes() {
    #expect(messages("::: a {b}\n:::") == ["7..<8 attributs-illisibles: Attribut « b » sans valeur"])
    #expect(
      messages("::: a {#../../x}\n:::") == ["8..<15 ancre-illisible: Identifiant « ../../x » mal écrit"])
    #expect(messages("::: a {#é_1.b-c}\n:::") == [])
    #expect(messages("::: a {#\(String(repeating: "a", count: 101))}\n:::").count == 1)
    #expect(messages("::: a {b=\"c}\n:::") == ["9..<12 attributs-illisibles: Guillemet jamais fermé"])
    #expect(messages("::: a {b=c\n:::") == ["6..<10 attributs-illisibles: Accolade jamais fermée"])
    #expect(
      messages("::: a {b=c b=d}\n:::") == ["11..<12 attribut-en-double: Attribut « b » donné deux fois"])
    #expect(messages("::: a {#b #c}\n:::") == ["11..<12 attribut-en-double: Second identifiant « c »"])
    #expect(
      messages("::: a b\n:::") == ["6..<7 attributs-illisibles: Texte « b » après le nom du bloc « a »"])
  }

  @Test(arguments: [
    "titre=Une rencontre qui compte", "titre=« Une rencontre qui compte »",
    "titre=“Une rencontre qui compte”",
  ])
  func quotesAValueWhoseQuotesWereForgotten(_ attribute: String) {
    let (document, diagnostics) = parse("::: focus {\(attribute) credit=x}\n:::")
    #expect(diagnostics.map(\.help) == ["écrivez `titre=\"Une rencontre qui compte\"`"])
    #expect(diagnostics[0].location.range == 17..<11 + attribute.utf8.count)
    #expect(document.directives[0].attributes.map(\.value) == ["Une rencontre qui compte", "x"])
  }

  @Test func wantsBracketsAroundWhatIsQuoted() {
    #expect(
      messages("un :chiffre(a) et :cellule{b}") == [
        "3..<12 renvoi-illisible: Un renvoi se met entre crochets",
        "18..<27 renvoi-illisible: Un renvoi se met entre crochets",
      ])
    #expect(messages("un :chiffre et :cellule.") == [])
  }

  @Test func reportsUnclosedAndStrayFences() {
    #expect(
      messages("::: a\n\n::: b\n:::\n") == ["0..<5 bloc-non-ferme: Bloc « a » ouvert ligne 1 et jamais fermé"]
    )
    #expect(messages("a\n\n:::\n") == ["3..<6 cloture-isolee: Clôture « ::: » sans bloc ouvert"])
    #expect(messages("\\:::\n") == [])
  }

  @Test func seesABlockOpenedByTwoColons() {
    #expect(
      messages("a\n\n:: focus\nb\n:::\n") == [
        "3..<11 cloture-isolee: Il manque un deux-points à l’ouverture de ce bloc"
      ])
    #expect(messages(":: focus\n\n::: a\nb\n:::\n") == [])
  }

  @Test func quotesFiguresInEveryText() {
    let text = "l’:chiffre[a/b] **:cellule[\"x]\"/y/z]** [:chiffre[c]](d.md)\n\n| :chiffre[d] |\n|---|\n"
    let document = parse(text).document
    #expect(document.references.map(\.target) == ["a/b", "\"x]\"/y/z", "c", "d"])
    #expect(document.references.map(\.kind) == [.figure, .cell, .figure, .figure])
    let bytes = Array(text.utf8)
    for reference in document.references {
      #expect(String(decoding: bytes[reference.targetRange], as: UTF8.self) == reference.target)
    }
    #expect(document.references.map(\.startsSentence) == [false, false, false, true])
    #expect(
      messages("un :chiffre[a\nb]") == ["3..<12 renvoi-illisible: Renvoi sans crochet fermant sur sa ligne"])
  }

  @Test func boundsNesting() {
    let text = String(repeating: "::: a\n", count: 3000)
    #expect(parse(text).document.directives.count == DirectiveExtension.deepest)
    #expect(messages(text).contains { $0.contains("imbrication-excessive") })
  }
}
