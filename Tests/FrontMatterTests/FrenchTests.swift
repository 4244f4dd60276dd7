import FrontMatter
import Testing

/// What French hands type and YAML would refuse, cut or misread.
@Suite struct FrenchTests {
  @Test(arguments: [
    "PLACE : les groupes", "PLACE\u{A0}: les groupes", "PLACE\u{202F}: les groupes", "Un : deux : trois",
    "2 462 enseignants {#pix-edu}", "n°3 (cf.#4)", "Qu'est-ce ?",
  ]) func takesFrenchPunctuationAsText(text: String) {
    #expect(dump("titre: " + text) == "{titre: «\(text)»}")
  }

  @Test func takesAFrenchColonAsTextBetweenBraces() {
    #expect(dump("a: { b: PLACE : les groupes, c: d }") == "{a: {b: «PLACE : les groupes», c: «d»}}")
  }

  @Test func takesAFrenchColonAsTextOnAFurtherLine() {
    #expect(dump("a: Les groupes\n  de la région : douze") == "{a: «Les groupes de la région : douze»}")
  }

  @Test func givesTheSentenceThatYAMLTakesForAPair() throws {
    let items = try #require(
      parse(
        "- PLACE : les groupes\n- PLACE\u{A0}: deux\n- clé: valeur\n- a : \"b\"\n- a : b\n  c : d\n- a  : b"
      ).node?
      .items)
    #expect(
      items.map { $0.sentence?.text } == ["PLACE : les groupes", "PLACE\u{A0}: deux", nil, nil, nil, nil])
  }

  @Test(arguments: [
    (
      "titre: Bilan #mot suite # fin",
      """
      1:14 ‹#mot› diese-colle: YAML couperait le texte à « #mot » (écrivez la valeur entre guillemets : \
      "Bilan #mot suite # fin" (ou, pour un commentaire, une espace après le #))
      """
    ),
    (
      "titre: #mot",
      """
      1:8 ‹#mot› diese-colle: YAML couperait le texte à « #mot » (écrivez la valeur entre guillemets : "#mot" \
      (ou, pour un commentaire, une espace après le #))
      """
    ),
    (
      "a: [b, #c\n  d]",
      """
      1:8 ‹#c› diese-colle: YAML couperait le texte à « #c » (écrivez la valeur entre guillemets : "#c" \
      (ou, pour un commentaire, une espace après le #))
      """
    ),
    (
      "titre: Un texte\n  #suite",
      """
      2:3 ‹#suite› diese-colle: YAML couperait le texte à « #suite » (écrivez la valeur entre guillemets : \
      "#suite" (ou, pour un commentaire, une espace après le #))
      """
    ),
  ]) func refusesAHashWithAWordStuckToIt(text: String, expected: String) {
    #expect(faults(text) == [expected])
  }

  @Test(arguments: [
    "a: b\n#c: d", "a:\n  - b\n  #- c\n  - d", "#!x\na: b", "a: \"b\" #c", "a: b ## c", "a: b #",
  ])
  func takesOtherHashesForComments(text: String) {
    #expect(faults(text) == [])
  }

  @Test func saysThatASpaceAfterAColonIsNoBreak() {
    #expect(
      faults("a: b\ntitre:\u{A0}Pix") == [
        """
        2:7 ‹\u{A0}› deux-points: L’espace après les deux-points est insécable (remplacez-la par une espace \
        ordinaire : « titre: Pix »)
        """
      ])
  }
}
