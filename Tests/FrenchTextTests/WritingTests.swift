import Diagnostics
import FrenchText
import Testing

@Suite struct WritingTests {
  private func review(_ text: String) -> [String] {
    WritingFault.all(in: Array(text.utf8)).map {
      "\($0.code.rawValue): \($0.written) → \($0.replacement ?? "?")"
    }
  }

  /// The text with all certain corrections made.
  private func corrected(_ text: String) -> String {
    var bytes = Array(text.utf8)
    for fault in WritingFault.all(in: bytes).reversed() {
      if let replacement = fault.replacement { bytes.replaceSubrange(fault.range, with: replacement.utf8) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func findsOrdinalsThatEndTooLong() {
    #expect(
      corrected("la 3ème et la 1ère, les 2èmes, le 1ier, la 4eme, le XXIème et la Ière")
        == "la 3e et la 1re, les 2es, le 1er, la 4e, le XXIe et la Ire")
    #expect(review("1er, 1re, 2e, 2nd, 2nde, XXIe, UPE2eme, https://x.fr/3ème") == [])
  }

  @Test func findsCapitalsWithoutTheirAccent() {
    #expect(
      corrected("L'Etat, Ecole, ECOLES, Elèves, Educatif, REUSSITE, Ca va, Ile")
        == "L'État, École, ÉCOLES, Élèves, Éducatif, RÉUSSITE, Ça va, Île")
    // A capital inside a word, or after a digit, begins none.
    #expect(review("leEtat écoleEtat œEcole 3Etat") == [])
    #expect(corrected("été×Etat, à Etat") == "été×État, à État")
    #expect(review("A Nancy, CA, État, Europe, Est, RESSOURCES, Escape, ce.Ecole@exemple.fr") == [])
  }

  @Test func findsMissingLigatures() {
    #expect(corrected("au coeur de l'oeuvre, Soeurs, des voeux") == "au cœur de l'œuvre, Sœurs, des vœux")
    #expect(corrected("éoeil, et oeil") == "éoeil, et œil")
    #expect(review("Moelle, poème, coefficient, Noël, coexister") == [])
  }

  @Test func findsFaultsOfSpacing() {
    #expect(review("deux  mots") == ["espace-double:    →  "])
    #expect(corrected("un , deux . Trois ( quatre ) cinq") == "un, deux. Trois (quatre) cinq")
    #expect(corrected("un,deux;trois") == "un, deux; trois")
    #expect(review("8,3 et 1,5\n  suite ; .net &eacute;t &amp;a ( ) ...") == [])
  }

  @Test func findsRepeatedMarks() {
    #expect(corrected("Oui!! Non,, fin.. etc... etc… Quoi ??") == "Oui! Non, fin. etc. etc. Quoi ?")
    #expect(review("suite... ../x et ?! !") == [])
  }

  @Test func findsQuotesWithoutPartner() {
    #expect(review("un \"mot") == ["guillemet-seul: \" → ?"])
    #expect(review("un « mot et » puis »") == ["guillemet-seul: » → ?"])
    #expect(review("« un \"mot\" » de 17\"") == [])
  }

  @Test func saysWhatToTypeWhereItStands() {
    let text = Array("La 3ème".utf8)
    #expect(
      WritingFault.all(in: text).map { $0.diagnostic(in: "content/a.md", offset: 100) } == [
        Diagnostic(
          WritingCode.ordinal, at: SourceLocation(file: "content/a.md", range: 103..<108),
          "« 3ème » : l’ordinal s’abrège autrement", help: "écrivez « 3e »",
          fix: .init(at: SourceLocation(file: "content/a.md", range: 103..<108), replacement: "3e"))
      ])
  }
}
