import Testing

@Suite struct MediaPlacesTests {
  @Test(arguments: ["index.html", "une/pix.html", "une.html/x.png", "recherche.html", "donnees"])
  func refusesADocumentInThePlaceOfAFileOfTheSite(_ path: String) async {
    let said = await TinySite(documents: [path]).diagnostics
    #expect(said.map(\.code) == ["adresse-en-double"])
    #expect(said.map(\.location.file) == ["content/" + path])
  }

  @Test(arguments: ["images/index.html", "une/plan.pdf", "notice.pdf"])
  func publishesOtherDocuments(_ path: String) async {
    #expect(await TinySite(documents: [path]).diagnostics == [])
  }
}
