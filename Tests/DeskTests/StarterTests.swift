import Diagnostics
import Glibc
import Publication
import Site
import TestSupport
import Testing

@testable import Desk

@Suite struct StarterTests {
  @Test func startsWithAPublicationThatNothingIsSaidAgainst() async throws {
    let place = try TestFolder()
    try StarterPublication.write(to: place.path + "/un/bilan")
    let draft = try await Draft.read(place.path + "/un/bilan", jobs: 1, generator: "")
    #expect(draft.diagnostics == [])
    #expect(await draft.site.firstFailure(jobs: 1) == nil)
    #expect(draft.site.publication.sections.count == 3)
  }

  @Test func refusesAFolderThatIsInUse() throws {
    let place = try TestFolder()
    _ = system("mkdir \(place.path)/.git")
    try StarterPublication.write(to: place.path)
    #expect(throws: DiskError.self) { try StarterPublication.write(to: place.path) }
    #expect(throws: DiskError.self) {
      try StarterPublication.write(to: place.path + "/content/index.md")
    }
  }

  @Test func addsASectionAtTheEndOfAPart() async throws {
    let place = try TestFolder()
    try StarterPublication.write(to: place.path)
    let folder = try await ContentFolder.read(place.path, jobs: 1)
    let publication = await Publication.load(folder, includesDrafts: true).publication
    let section = try NewSection(
      title: "L’école : l'an « neuf »", part: "reussite", in: publication, folder)
    #expect(section.path == "content/reussite/l-ecole-l-an-neuf.md")
    #expect(section.order == 30)
    try section.write(in: place.path)
    let draft = try await Draft.read(place.path, jobs: 1, generator: "")
    #expect(draft.diagnostics.map(\.code) == ["priorite-manquante", "resume-manquant", "section-vide"])
    #expect(draft.diagnostics.allSatisfy { $0.location.file == section.path })
    #expect(!draft.isFaulty(strict: false))
    #expect(draft.site.publication.sections[2].title == "L’école : l'an « neuf »")
    #expect(throws: DiskError.self) { try section.write(in: place.path) }
    let again = try await ContentFolder.read(place.path, jobs: 1)
    #expect(throws: NewSection.Refusal.exists(path: section.path)) {
      try NewSection(title: "L'ECOLE l'an neuf", part: "reussite", in: publication, again)
    }
  }

  @Test func refusesWhatCannotBeNamed() async throws {
    let place = try TestFolder()
    try StarterPublication.write(to: place.path)
    let folder = try await ContentFolder.read(place.path, jobs: 1)
    let publication = await Publication.load(folder).publication
    #expect(throws: NewSection.Refusal.unnamedFile) {
      try NewSection(title: " … ", part: "reussite", in: publication, folder)
    }
    #expect(throws: NewSection.Refusal.unknownPart(["reussite", "vie-scolaire"])) {
      try NewSection(title: "Pix", part: "../ailleurs", in: publication, folder)
    }
    #expect(throws: NewSection.Refusal.exists(path: "content/reussite/index.md")) {
      try NewSection(title: "Index", part: "reussite", in: publication, folder)
    }
  }

  @Test(arguments: [
    ("La certification Pix", "La certification Pix"), ("PLACE : les groupes", "\"PLACE : les groupes\""),
    ("Dire \"oui\" \\ non", "\"Dire \\\"oui\\\" \\\\ non\""), ("2025, l’année", "\"2025, l’année\""),
    ("Deux\n lignes #une", "\"Deux lignes #une\""),
  ])
  func quotesTitles(_ title: String, _ scalar: String) { #expect(NewSection.scalar(title) == scalar) }
}
