import Diagnostics
import Publication
import Site
import TestSupport
import Testing

@testable import Desk

@Suite struct CorrectionTests {
  private func corrected(_ body: String) async throws -> (text: String, made: [String]) {
    let front = "---\ntitre: Pix  et  Etat\nresume: Un résumé.\n---\n\n"
    let settings = "titre: Bilan\nperiode: 2024-2025\norganisme: { nom: Délégation }\nparties: [une]\n"
    let folder = ContentFolder(
      root: "",
      texts: [
        SourceFile(path: "content/index.md", text: "Bonjour.\n"),
        SourceFile(path: "content/publication.yaml", text: settings),
        SourceFile(path: "content/une/index.md", text: "---\ntitre: Une\n---\n"),
        SourceFile(path: "content/une/pix.md", text: front + body),
      ], media: [])
    let corrections = await Corrections(of: folder, jobs: 1)
    let after = corrections.files.first?.after ?? folder.texts[3]
    let again = await Corrections(
      of: ContentFolder(root: "", texts: folder.texts.dropLast() + [after], media: []), jobs: 1)
    #expect(again.made.isEmpty)
    let text = String(decoding: after.bytes, as: UTF8.self)
    #expect(text.hasPrefix(front))
    return (String(text.dropFirst(front.count)), corrections.made.map(\.description))
  }

  @Test func correctsWhatIsCertainAndSaysSo() async throws {
    let result = try await corrected("En 3ème , l'Etat etc...\n\n> La 2ème  année,et `3ème`.\n")
    #expect(result.text == "En 3e, l'État etc.\n\n> La 2e année, et `3ème`.\n")
    #expect(
      result.made
        == [
          "content/une/pix.md:6:4: « 3ème » devient « 3e » [ordinal-fautif]",
          "content/une/pix.md:6:8: ␣ est supprimé [espace-en-trop]",
          "content/une/pix.md:6:13: « Etat » devient « État » [capitale-sans-accent]",
          "content/une/pix.md:6:18: « etc... » devient « etc. » [etc-fautif]",
          "content/une/pix.md:8:6: « 2ème » devient « 2e » [ordinal-fautif]",
          "content/une/pix.md:8:10: ␣␣ devient ␣ [espace-double]",
          "content/une/pix.md:8:17: « , » devient « ,␣ » [espace-oubliee]",
        ])
  }

  @Test func leavesWhatAReferenceHoldsOnTo() async throws {
    let table = "::: tableau {#t}\n| Classe | Élèves |\n|---|--:|\n| 3ème | 12 |\n:::\n"
    let result = try await corrected("En 3ème , :cellule[t/3ème/Élèves] élèves.\n\n" + table)
    #expect(result.text == "En 3e, :cellule[t/3ème/Élèves] élèves.\n\n" + table)
    #expect(result.made.count == 2)
  }

  @Test(arguments: [
    "Un texte sans faute.\n", "`3ème  etc...`\n", "    Etat  3ème\n", "Voir https://exemple.fr/3ème,Etat.\n",
    "Une ligne,  \nune autre.\r\n", "| a  |  b |\n|---|---|\n| c  |  d |\n", "1.  un\n2.  deux\n", "",
  ])
  func leavesAlone(_ body: String) async throws {
    let result = try await corrected(body)
    #expect(result.text == body)
    #expect(result.made.isEmpty)
  }

  @Test func makesNoTwoCorrectionsOverlap() {
    let file = SourceFile(path: "a.md", text: "abcdef")
    func diagnostic(_ range: Range<Int>, _ text: String) -> Diagnostic {
      let place = file.location(range)
      return Diagnostic(PublicationCode.deadLink, at: place, "", fix: .init(at: place, replacement: text))
    }
    let result = file.corrected(by: [
      diagnostic(4..<9, "hors"), diagnostic(1..<3, "X"), diagnostic(2..<4, "Y"), diagnostic(3..<3, "+"),
      diagnostic(5..<6, "f"),
    ])
    #expect(String(decoding: result.file.bytes, as: UTF8.self) == "aX+def")
    #expect(result.made.map(\.after) == ["X", "+"])
  }

  @Test func leavesTheStarterCleanAfterFaultsWereTyped() async throws {
    let place = try TestFolder()
    try StarterPublication.write(to: place.path)
    let clean = try await ContentFolder.read(place.path, jobs: 1)
    let path = "content/reussite/devoirs-faits.md"
    let text = String(decoding: clean.text(at: path)?.bytes ?? [], as: UTF8.self)
    try NewFile.replace(
      place.path + "/" + path,
      with: Array(
        text.replacing("collège, avec", with: "collège , avec").replacing("en 6e.", with: "en 6ème .").utf8))
    let corrections = await Corrections(
      of: try await ContentFolder.read(place.path, jobs: 1), jobs: 1)
    try corrections.write(in: place.path)
    #expect(try await ContentFolder.read(place.path, jobs: 1).texts == clean.texts)
    #expect(!corrections.made.isEmpty)
    #expect(throws: DiskError.self) { try corrections.write(in: place.path) }
  }
}
