import Testing

@Suite struct InventoryTests {
  @Test func complainsOfAFolderThatNoPartNames() async {
    let files = ["content/uen/b.md": TinyPublication.section("Texte.")]
    #expect(await TinyPublication(files).complaints() == ["content/uen/b.md:1: dossier-non-annonce"])
  }

  @Test func complainsOfAPartWithoutAFolder() async {
    let files = ["content/une/index.md": nil, "content/une/pix.md": nil] as [String: String?]
    #expect(await TinyPublication(files).complaints() == ["content/publication.yaml:4: fichier-introuvable"])
  }

  @Test func complainsOfTwoFilesThatDifferOnlyInCase() async {
    let files = ["content/une/PIX.md": TinyPublication.section("Texte.")]
    #expect(await TinyPublication(files).complaints() == ["content/une/pix.md:1: adresse-en-double"])
  }

  @Test func complainsOfAMissingPublicationFile() async {
    let files = ["content/publication.yaml": nil] as [String: String?]
    #expect(
      await TinyPublication(files).complaints().contains("content/publication.yaml:1: fichier-introuvable"))
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
      "content/publication.yaml": """
      titre: Bilan
      periode: 2024-2025
      organisme: { nom: Délégation }
      parties: [une, deux]
      priorites: { lire: Savoir lire }
      """,
      "content/deux/index.md": "---\ntitre: Deux\n---\n",
      "content/deux/pix.md": TinyPublication.section("Texte."),
      "content/une/b.md": TinyPublication.section(":chiffre[pix/ecoles] et :chiffre[deux/pix/ecoles]."),
    ]
    #expect(await TinyPublication(files).complaints() == ["content/une/b.md:9: chiffre-ambigu"])
  }
}
