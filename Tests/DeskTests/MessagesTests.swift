import Desk
import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures
import Markdown
import Publication
import Templates
import Testing

@Suite struct MessagesTests {
  private let messages = Messages(
    Array(
      """
      # Les messages

      Un préambule.

      ## `cle-inconnue`

      La clé n’existe pas.

      ```faux content/une/pix.md
      ---
      secion: Pix
      ## pas un titre
      ---
      ```

      ```juste
      section: Pix
      ```

      ## encodage
      Le fichier n’est pas en UTF-8.
      """.utf8))

  @Test func listsTheCodes() { #expect(messages.codes == ["cle-inconnue", "encodage"]) }

  @Test func showsExamplesUnderTheirTitles() {
    #expect(
      messages.message("[CLE-inconnue]")?.text == """
        cle-inconnue

        La clé n’existe pas.

        Faux (content/une/pix.md) :
            ---
            secion: Pix
            ## pas un titre
            ---

        Juste :
            section: Pix
        """)
    #expect(messages.message("encodage")?.text == "encodage\n\nLe fichier n’est pas en UTF-8.")
  }

  @Test func explainsNothingButCodes() {
    func codes<Code: DiagnosticCode>(_ type: Code.Type) -> [String] { type.allCases.map(\.rawValue) }
    let all =
      codes(FrontMatterCode.self) + codes(WritingCode.self) + codes(MarkdownCode.self)
      + codes(KeyFigureCode.self)
      + codes(TemplateCode.self) + codes(PublicationCode.self)
    #expect(Set(Messages.builtIn.codes).subtracting(all) == [])
    #expect(Messages.builtIn.codes.count > 100)
    #expect(Messages.builtIn.codes == Messages.builtIn.codes.sorted())
  }

  @Test func knowsNoOtherCode() { #expect(messages.message("les-messages") == nil) }

  @Test func bearsAnything() {
    #expect(Messages([]).all.isEmpty)
    #expect(Messages([0xFF, 0x60, 0x60, 0x60, 0x0A]).all.isEmpty)
    #expect(Messages(Array("## a\n```faux\nx".utf8)).message("a")?.text == "a\n\nFaux :\n    x")
  }
}
