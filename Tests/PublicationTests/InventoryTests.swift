import Diagnostics
import Testing

@testable import Publication

@Suite struct InventoryTests {
  @Test func complainsOfAFolderThatNoPartNames() async {
    let files = ["content/uen/b.md": TinyPublication.section("Texte.")]
    #expect(await TinyPublication(files).complaints() == ["content/uen/b.md:1: dossier-non-annonce"])
  }

  @Test func complainsOfAPartGivenTwice() async {
    let files = ["content/publication.yaml": TinyPublication.settings.replacing("[une]", with: "[une, une]")]
    #expect(await TinyPublication(files).complaints() == ["content/publication.yaml:4: adresse-en-double"])
  }

  @Test(arguments: ["- ENT\n", "ENT\n"])
  func complainsOfSiglesWithoutMeanings(_ text: String) async {
    let files = ["content/sigles.yaml": text]
    #expect(await TinyPublication(files).complaints() == ["content/sigles.yaml:1: type-inattendu"])
  }

  @Test func complainsOfAPartWithoutAFolder() async {
    let files = ["content/une/index.md": nil, "content/une/pix.md": nil] as [String: String?]
    #expect(await TinyPublication(files).complaints() == ["content/publication.yaml:4: fichier-introuvable"])
  }

  @Test func complainsOfTwoFilesThatDifferOnlyInCase() async {
    let files = ["content/une/PIX.md": TinyPublication.section("Texte.")]
    #expect(await TinyPublication(files).complaints() == ["content/une/pix.md:1: adresse-en-double"])
  }

  /// On a Mac they would be one file; to an editor they look the same.
  @Test func complainsOfFilesWhoseNamesLookTheSame() async {
    let paths = ["A.json", "a.json", "e\u{301}.csv", "\u{E9}.csv"].map { "content/donnees/" + $0 }
    let folder = ContentFolder(
      root: "", texts: paths.map { SourceFile(path: $0, text: "{}") }, media: [])
    let (_, diagnostics) = await Publication.load(folder)
    let found = diagnostics.filter { $0.code == "adresse-en-double" }.map { Array($0.location.file.utf8) }
    #expect(found == [paths[1], paths[3]].map { Array($0.utf8) })
  }

  @Test func refusesAPartThatCannotBeAnAddress() async {
    let files = [
      "content/publication.yaml": TinyPublication.settings.replacing("[une]", with: "[une, \"l’été ?\"]"),
      "content/l’été ?/index.md": "---\ntitre: Deux\n---\n",
    ]
    #expect(await TinyPublication(files).complaints() == ["content/publication.yaml:4: adresse-en-double"])
  }

  /// A Mac writes « é » as two characters in the name of a file, and an editor types one.
  @Test func findsAFileWhicheverWayItsAccentIsEncoded() async {
    let typed = "::: tableau {donnees=donnees/\u{E9}t\u{E9}.csv titre=T source=S date=2024}\n:::"
    let files = [
      "content/donnees/e\u{301}te\u{301}.csv": "Lieu;Nombre\nMetz;8\n",
      "content/une/pix.md": TinyPublication.section(typed),
    ]
    #expect(await TinyPublication(files).complaints() == [])
  }

  @Test func linksAPictureAsTheDiskNamesIt() async {
    let medium = ContentFolder.Medium(path: "content/images/e\u{301}.png", size: 1, pictureSize: nil)
    let home = SourceFile(path: "content/index.md", text: "![x](images/\u{E9}.png)\n")
    let (publication, _) = await Publication.load(ContentFolder(root: "", texts: [home], media: [medium]))
    guard case .file(let path)? = publication.home.targets.first else {
      Issue.record("\(publication.home.targets)")
      return
    }
    #expect(Array(path.utf8) == Array("images/e\u{301}.png".utf8))
  }

  /// The file may hold counts that its table keeps secret.
  @Test func refusesLinksToDataFiles() async {
    let files = [
      "content/donnees/a.csv": "Lieu;Nombre\nMetz;8\n",
      "content/une/pix.md": TinyPublication.section("[les données](../donnees/a.csv)"),
    ]
    #expect(await TinyPublication(files).complaints() == ["content/une/pix.md:9: lien-mort"])
  }

  /// What is read must be what is written.
  @Test(arguments: ["\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}"])
  func refusesCharactersThatTurnTheDirectionOfReading(_ character: String) async {
    let files = [
      "content/une/pix.md": TinyPublication.section("Un \(character)texte."),
      "content/sigles.yaml": "ENT: un \(character)espace\n",
    ]
    #expect(
      await TinyPublication(files).complaints() == [
        "content/sigles.yaml:1: sens-de-lecture", "content/une/pix.md:9: sens-de-lecture",
      ])
  }

  @Test func complainsOfAMissingPublicationFile() async {
    let files =
      ["content/publication.yaml": nil, "content/une/index.md": nil, "content/une/pix.md": nil]
      as [String: String?]
    #expect(await TinyPublication(files).complaints() == ["content/publication.yaml:1: fichier-introuvable"])
  }

  @Test func warnsOfEqualOrders() async {
    let files = [
      "content/une/pix.md": TinyPublication.section("Texte.", front: "ordre: 10\n"),
      "content/une/b.md": TinyPublication.section("Texte.", front: "ordre: 10\n"),
    ]
    #expect(await TinyPublication(files).complaints() == ["content/une/pix.md:5: ordre-en-double"])
  }

  @Test func tellsWhichFilesShareAShortName() async {
    let files = [
      "content/publication.yaml": TinyPublication.settings.replacing("[une]", with: "[une, deux]"),
      "content/deux/index.md": "---\ntitre: Deux\n---\n",
      "content/deux/pix.md": TinyPublication.section("Texte."),
      "content/une/b.md": TinyPublication.section(":chiffre[pix/ecoles] et :chiffre[deux/pix/ecoles]."),
    ]
    #expect(await TinyPublication(files).complaints() == ["content/une/b.md:9: chiffre-ambigu"])
  }
}
