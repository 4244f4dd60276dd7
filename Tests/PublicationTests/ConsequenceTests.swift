import Publication
import Testing

/// An error is read before, and instead of, what follows from it.
@Suite struct ConsequenceTests {
  private static let table = """
    tableaux:
      t: { colonnes: { Classe: texte, Certifiés: entier } }

    """
  private static let body = """
    En tout, :chiffre[ecoles] écoles, et :cellule[t/3e/Certifiés] élèves.

    ::: chiffres-cles
    :::

    ::: tableau {#t}
    | Classe | Certifiés |
    |---|--:|
    | 3e | 120 |
    | 2de | 80 |
    :::

    ::: graphique {type=barres donnees=t x=Classe y=Certifiés}
    La 3e devant la 2de
    :::
    """
  private static let section = TinyPublication.section(body, front: table)

  /// A section, and around it all that quotes it.
  private func complaints(_ section: String) async -> [String] {
    await TinyPublication([
      "content/publication.yaml": TinyPublication.settings + "chiffres_phares: [pix/ecoles]\n",
      "content/index.md": "---\ntitre: Accueil\n---\n\nIl y a :chiffre[pix/ecoles] écoles.\n",
      "content/une/pix.md": section,
    ]).complaints()
  }

  @Test func findsNothingAgainstTheSoundOne() async {
    #expect(await complaints(Self.section) == [])
  }

  @Test(arguments: [
    ("chiffres:", "chiffre:", "7: cle-inconnue"), ("priorite:", "prioritée:", "4: cle-inconnue"),
    ("12 écoles", "12.5 écoles", "8: autre-signe-decimal"),
    ("- 12", "- Douze cents", "8: chiffre-sans-valeur"),
    ("Certifiés: entier", "Certifiés: entie", "6: valeur-inattendue"),
    ("tableaux:", "tableau:", "5: cle-inconnue"), ("  t: {", "\tt: {", "6: tabulation"),
    ("---\n\n", "\n", "1: entete-non-ferme"),
    ("|---|--:|\n", "", "16: contenu-attendu"),
  ])
  func saysWhatIsWrongOnce(_ sound: String, _ wrong: String, _ complaint: String) async {
    let section = Self.section.replacing(sound, with: wrong, maxReplacements: 1)
    #expect(await complaints(section) == ["content/une/pix.md:" + complaint])
  }

  @Test func namesFilesAsTheyAreTypedWhereTheyAreNamed() async {
    let (_, diagnostics) = await TinyPublication([
      "content/une/pix.md": TinyPublication.section("Voyez [les espaces](moodl.md) et [Pix](../une/pi.md)."),
      "content/une/moodle.md": TinyPublication.section("Un texte."),
    ]).load()
    #expect(
      diagnostics.map(\.help) == ["vouliez-vous dire « moodle.md » ?", "vouliez-vous dire « pix.md » ?"])
  }

  @Test func saysThatATextWithAnotherNameIsNotPublished() async {
    let files = ["content/une/lecture.txt": "Un texte.", "content/donnees/notes.txt": "À garder."]
    #expect(await TinyPublication(files).complaints() == ["content/une/lecture.txt:1: fichier-egare"])
  }
}
