import Diagnostics
import Publication
import Testing

@Suite struct LoadingTests {
  @Test func findsNothingAgainstAWholePublication() async {
    let (publication, diagnostics) = await TinyPublication().load()
    #expect(diagnostics.isEmpty)
    #expect(publication.parts.map(\.folder) == ["une"])
    #expect(publication.sections.map(\.key) == ["une/pix"])
    #expect(publication.sections[0].url == "une/pix.html")
  }

  @Test func ordersSectionsByOrderThenByName() async {
    let files = [
      "content/une/pix.md": TinyPublication.section("Texte.", front: "ordre: 20\n"),
      "content/une/a.md": TinyPublication.section("Texte."),
      "content/une/z.md": TinyPublication.section("Texte.", front: "ordre: 10\n"),
    ]
    let (publication, _) = await TinyPublication(files).load()
    #expect(publication.sections.map(\.slug) == ["z", "pix", "a"])
  }

  @Test func groupsChaptersInTheOrderOfTheirFirstSection() async {
    func section(_ chapter: String, _ order: Int) -> String {
      TinyPublication.section("Texte.", front: "chapitre: \(chapter)\nordre: \(order)\n")
    }
    let files = [
      "content/une/pix.md": section("Usages", 1), "content/une/b.md": section("Savoirs", 2),
      "content/une/c.md": section("Usages", 3),
    ]
    let (publication, _) = await TinyPublication(files).load()
    #expect(publication.parts[0].chapters.map(\.title) == ["Usages", "Savoirs"])
    #expect(publication.sections.map(\.slug) == ["pix", "c", "b"])
  }

  @Test func leavesDraftsOutUnlessAsked() async {
    let files = ["content/une/b.md": TinyPublication.section("Texte.", front: "brouillon: oui\n")]
    let (publication, _) = await TinyPublication(files).load()
    #expect(publication.sections.map(\.slug) == ["pix"])
  }

  @Test func quotesFiguresAcrossSections() async {
    let files = [
      "content/une/b.md": TinyPublication.section(":chiffre[pix/ecoles] écoles, soit :chiffre[ecoles].")
    ]
    let (publication, diagnostics) = await TinyPublication(files).load()
    #expect(diagnostics.isEmpty)
    #expect(publication.sections[0].quotations == ["12", "12"])
  }
}
