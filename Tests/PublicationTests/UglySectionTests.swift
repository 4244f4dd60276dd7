import Diagnostics
import Testing

/// What keyboards, word processors and old tools put into a section unseen: what is said of it, at which character.
@Suite struct UglySectionTests {
  private static let header =
    "---\ntitre: Pix\nresume: R.\npriorite: lire\nchiffres:\n  - 12 écoles {#ecoles}\n---\n"

  /// What is said of a section, as `line:column code`.
  private func said(_ section: String) async -> [String] {
    let (_, diagnostics) = await TinyPublication(["content/une/pix.md": section]).load()
    let lines = LineTable(Array(section.utf8))
    return diagnostics.map { diagnostic in
      let position = lines.position(of: diagnostic.location.range.lowerBound)
      return "\(position.line):\(position.column) \(diagnostic.code)"
    }
  }

  @Test func saysWhichSpaceStandsBeforeADash() async {
    let header = Self.header.replacing("  - 12", with: "\u{A0}\u{A0}- 12")
    let (_, diagnostics) = await TinyPublication(["content/une/pix.md": header + "Un texte.\n"]).load()
    #expect(
      diagnostics.first?.help == "remplacez-la par une espace ordinaire : « - 12 écoles {#ecoles} »")
  }

  @Test func refusesAReferenceInATitle() async {
    let header = Self.header.replacing("titre: Pix", with: "titre: Les :chiffre[ecoles] écoles")
    #expect(await said(header + "Un texte.\n") == ["2:8 renvoi-illisible"])
  }

  @Test(arguments: [
    ("::: focus\n:::\n", ["8:5 contenu-attendu"]),
    ("::: focus\n<!-- rien -->\n:::\n", ["8:5 contenu-attendu"]),
    ("::: temps-forts\n::: temps-fort {titre=A}\n:::\n:::\n", []),
  ])
  func refusesAFrameAroundNothing(_ text: String, _ expected: [String]) async {
    #expect(await said(Self.header + text) == expected)
  }

  @Test(arguments: [
    ("", ["1:1 entete-manquant"]),
    ("\n", ["1:1 entete-manquant"]),
    ("\u{FEFF}", ["1:1 entete-manquant"]),
    ("---", ["1:1 entete-non-ferme"]),
    ("---\n---", ["2:1 cle-manquante"]),
    ("---\n\n---\n", ["3:1 cle-manquante"]),
    ("---\n# rien\n---\n", ["3:1 cle-manquante"]),
    ("---\ntitre: Pix\n---", ["2:8 priorite-manquante", "2:8 resume-manquant", "2:8 section-vide"]),
    ("---\ntitre: Pix\nresume: R.\npriorite: lire\n--- \t\n\n", ["2:8 section-vide"]),
    ("\u{FEFF}" + header + "Un texte.", []),
    ("\u{FEFF}\u{FEFF}---\ntitre: Pix\n---\n", ["1:1 entete-manquant"]),
    ("\n---\ntitre: Pix\n---\n", ["1:1 entete-manquant"]),
    (" ---\ntitre: Pix\n---\n", ["1:1 entete-manquant"]),
    ("---\u{A0}\ntitre: Pix\n---\n", ["1:1 entete-manquant"]),
    ("—\ntitre: Pix\n—\n", ["1:1 entete-manquant"]),
    ("---\ntitre: Pix\n----\n", ["1:1 entete-non-ferme"]),
    ("---\ntitre: Pix\n...\n", ["1:1 entete-non-ferme"]),
    ("---\ntitre: Pix\n ---\n", ["1:1 entete-non-ferme"]),
  ])
  func findsWhereTheTextBegins(_ section: String, _ expected: [String]) async {
    #expect(await said(section) == expected)
  }

  @Test(arguments: [
    ("titre: Pix", "titre: \"\"", ["2:8 cle-manquante"]),
    ("titre: Pix", "titre: \"\u{A0} \"", ["2:8 cle-manquante"]),
    ("titre:", "titre\u{A0}:", []),
    ("titre:", "titre\u{202F}:", []),
    ("titre: ", "titre:\u{A0}", ["2:7 deux-points"]),
    ("titre:", "ti\u{AD}tre:", ["2:1 cle-inconnue", "2:1 cle-manquante"]),
    ("titre: Pix", "titre: Pix\u{85}x: 1", ["2:11 caractere-interdit"]),
    ("titre: Pix", "titre: \"\u{FEFF}Pix\"", ["2:9 caractere-interdit"]),
    ("resume: R.", "resume: R.\u{0}", ["3:11 caractere-interdit"]),
    ("12 écoles", "999999999999999999999999999999999999999 écoles", ["6:5 chiffre-illisible"]),
    ("12 écoles", "0/0 école", ["6:5 chiffre-illisible"]),
    ("12 écoles", "0 sur 0 école", ["6:5 chiffre-illisible"]),
    ("12 écoles", "de 59 à 3 % des écoles", ["6:5 chiffre-illisible"]),
    ("12 écoles", "12écoles", ["6:5 chiffre-sans-valeur"]),
    ("12 écoles", "1e5 écoles", ["6:5 chiffre-sans-valeur"]),
    ("12 écoles", "NaN écoles", ["6:5 chiffre-sans-valeur"]),
    ("12 écoles", "٣ écoles", ["6:5 chiffre-sans-valeur"]),
    ("12 écoles", "👩‍🏫 12 écoles", ["6:5 chiffre-sans-valeur"]),
    ("12 écoles", "0 %", ["6:5 chiffre-sans-libelle"]),
    ("12 écoles {#ecoles}", "12 écoles {#écoles}", ["6:17 identifiant-incorrect"]),
    ("12 écoles {#ecoles}", "12 e\u{301}coles {#e\u{301}coles}", ["6:18 identifiant-incorrect"]),
  ])
  func pointsAtWhatIsUnreadableInTheHeader(_ sound: String, _ ugly: String, _ expected: [String]) async {
    let section = (Self.header + "\nUn texte.\n").replacing(sound, with: ugly, maxReplacements: 1)
    #expect(await said(section) == expected)
  }

  @Test(arguments: [
    ("Un\u{0}texte.", ["9:3 caractere-invalide"]),
    ("É\u{7}texte.", ["9:2 caractere-invalide"]),
    ("Un\u{C}texte.", ["9:3 caractere-invalide"]),
    ("👩‍🏫\u{FFFF}", ["9:4 caractere-invalide"]),
    ("::: focus\nTexte.", ["9:1 bloc-non-ferme"]),
    ("::: focus", ["9:1 bloc-non-ferme"]),
    ("::: focus\nTexte.\n:::", []),
    ("::: focus\nTexte.\n   :::   ", []),
    ("::: focus\nTexte.\n    :::", ["9:1 bloc-non-ferme", "11:5 cloture-isolee"]),
    (":::focus\nTexte.\n:::", []),
    ("::: focus :::\nTexte.\n:::", []),
    (":::: focus\n::: citation\nTexte.\n:::\n::::", []),
    ("Texte.\n::: focus\nTexte.\n:::\nSuite.", []),
    ("::: etapes\n<!-- à revoir -->\n\n1. Un\n\n<!-- ou non -->\n\n- Deux\n:::", []),
    ("::: tableau\n<!-- à revoir -->\n| A | B |\n|---|---|\n| a | b |\n:::", []),
    ("::: chiffres-cles\n<!-- à revoir -->\n:::", []),
    ("::: focus {titre=“x”}\nTexte.\n:::", ["9:18 attributs-illisibles"]),
    ("::: focus {titre=« x »}\nTexte.\n:::", ["9:18 attributs-illisibles"]),
    ("::: focus {titre=\"É\nx\"}\nTexte.\n:::", ["9:18 attributs-illisibles", "10:2 guillemet-seul"]),
    ("Il y a :chiffre[\u{A0}ecoles ].", []),
    ("Il y a :chiffre[].", ["9:17 chiffre-inconnu"]),
    ("Il y a :chiffre[ecoles.", ["9:8 renvoi-illisible"]),
    ("Il y a :chiffre[eco\nles].", ["9:8 renvoi-illisible"]),
    ("Il y a :chiffre(ecoles).", ["9:8 renvoi-illisible"]),
    ("Il y a `:chiffre[x]` et \\:chiffre[x].", []),
    ("Il y a :chiffre[ecoles", ["9:8 renvoi-illisible"]),
  ])
  func pointsAtWhatIsUnreadableInTheText(_ text: String, _ expected: [String]) async {
    #expect(await said(Self.header + "\n" + text) == expected)
  }
}
