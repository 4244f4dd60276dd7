import Diagnostics
import Publication
import Testing

/// Sections with one thing wrong. Each expected error is written at the end of its line between ⟦ ⟧, which are taken
/// out before the section is read; an error that is missing, elsewhere, or not announced fails the test.
@Suite struct BrokenSectionTests {
  @Test(arguments: Broken.all)
  func saysWhatIsWrongAtTheRightLine(_ broken: Broken) async {
    let (text, expected) = broken.parsed
    let files = ["content/une/pix.md": text, "content/donnees/exemple.csv": "Classe,Nombre\n3e,12\n"]
    let (_, diagnostics) = await TinyPublication(files).load()
    let lines = LineTable(Array(text.utf8))
    let found = diagnostics.filter { $0.severity == .error }.map { diagnostic in
      "\(lines.position(of: diagnostic.location.range.lowerBound).line): \(diagnostic.code)"
    }
    #expect(found == expected)
    #expect(
      diagnostics.allSatisfy { $0.severity == .warning || $0.help != nil }, "every error says what to type")
  }
}

/// A faulty section, and what is to be said of it.
struct Broken: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let marked: String

  init(_ description: String, _ marked: String) {
    testDescription = description
    self.marked = marked
  }

  /// The text without its marks, and the marks as `line: code`.
  var parsed: (text: String, expected: [String]) {
    var lines: [String] = []
    var expected: [String] = []
    for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
      let pieces = line.split(separator: "⟦", omittingEmptySubsequences: false)
      lines.append(String(pieces[0]))
      expected += pieces.dropFirst().map { "\(lines.count): \($0.dropLast())" }
    }
    return (lines.joined(separator: "\n") + "\n", expected)
  }

  static let all: [Broken] = [
    Broken(
      "wrong key",
      #"""
      ---
      titre: Pix
      resum: R.⟦cle-inconnue⟧
      priorite: lire
      chiffres:
        - 12 écoles
      ---

      Texte.
      """#),
    Broken(
      "no title",
      #"""
      ---
      resume: R.⟦cle-manquante⟧
      priorite: lire
      chiffres:
        - 12 écoles
      ---

      Texte.
      """#),
    Broken(
      "wrong type",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      ordre: premier⟦type-inattendu⟧
      chiffres:
        - 12 écoles
      ---

      Texte.
      """#),
    Broken(
      "key twice",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      titre: Pax⟦cle-en-double⟧
      chiffres:
        - 12 écoles
      ---

      Texte.
      """#),
    Broken(
      "title list",
      #"""
      ---
      titre: [a, b]⟦type-inattendu⟧
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles
      ---

      Texte.
      """#),
    Broken(
      "unclosed front",
      #"""
      ---⟦entete-non-ferme⟧
      titre: Pix
      resume: R.

      Texte.
      """#),
    Broken(
      "no front",
      #"""
      Texte sans en-tête.⟦entete-manquant⟧
      """#),
    Broken(
      "tab indent",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
      	- 12 écoles⟦tabulation⟧
      ---

      Texte.
      """#),
    Broken(
      "anchor yaml",
      #"""
      ---
      titre: &a Pix⟦yaml-non-admis⟧
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles
      ---

      Texte.
      """#),
    Broken(
      "stuck hash",
      #"""
      ---
      titre: Pix #numerique⟦diese-colle⟧
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles
      ---

      Texte.
      """#),
    Broken(
      "unclosed quote",
      #"""
      ---
      titre: "Pix⟦non-ferme⟧
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles
      ---

      Texte.
      """#),
    Broken(
      "bad priority",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lir⟦priorite-inconnue⟧
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Texte.
      """#),
    Broken(
      "bad date",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      date_maj: 31/02/2025⟦valeur-inattendue⟧
      ---

      Texte.
      """#),
    Broken(
      "figure no number",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
        - beaucoup d'écoles⟦chiffre-sans-valeur⟧
      ---

      Texte.
      """#),
    Broken(
      "figure bad decimal",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
        - 12.5 % des écoles⟦autre-signe-decimal⟧
      ---

      Texte.
      """#),
    Broken(
      "figure bad groups",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
        - 13 00 écoles⟦chiffre-illisible⟧
      ---

      Texte.
      """#),
    Broken(
      "figure dup id",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
        - 13 collèges {#ecoles}⟦chiffre-en-double⟧
      ---

      Texte.
      """#),
    Broken(
      "figure unknown key",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
        - { id: x, valeur: 3, libele: collèges }⟦cle-manquante⟧⟦cle-inconnue⟧
      ---

      Texte.
      """#),
    Broken(
      "unknown figure",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Il y a :chiffre[ecole] écoles.⟦chiffre-inconnu⟧
      """#),
    Broken(
      "unknown section figure",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Il y a :chiffre[pax/ecoles] écoles.⟦chiffre-inconnu⟧
      """#),
    Broken(
      "unclosed directive",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      ::: focus⟦bloc-non-ferme⟧

      Texte.
      """#),
    Broken(
      "stray fence",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Texte.

      :::⟦cloture-isolee⟧
      """#),
    Broken(
      "unknown attribute",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      ::: focus {title="x"}⟦attribut-inconnu⟧
      Texte.
      :::
      """#),
    Broken(
      "bad attributes",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      ::: focus {titre="x}⟦attributs-illisibles⟧
      Texte.
      :::
      """#),
    Broken(
      "misplaced",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      ::: temps-fort⟦bloc-mal-place⟧
      Texte.
      :::
      """#),
    Broken(
      "missing image",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      ![Un dôme](../images/dome.jpg)⟦image-introuvable⟧
      """#),
    Broken(
      "image without alt",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      ![](../images/dome.jpg)⟦image-introuvable⟧⟦texte-alternatif-absent⟧
      """#),
    Broken(
      "dead link",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Voir [les écoles](ecoles.md).⟦lien-mort⟧
      """#),
    Broken(
      "dead anchor",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Voir [les écoles](#ecole).⟦ancre-inconnue⟧
      """#),
    Broken(
      "path outside",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Voir [les écoles](../../../etc/passwd).⟦chemin-hors-publication⟧
      """#),
    Broken(
      "js link",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      [x y](javascript:alert(1))⟦adresse-dangereuse⟧
      """#),
    Broken(
      "raw html",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Texte <b>gras</b>.⟦html-refuse⟧
      """#),
    Broken(
      "html block",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      <script>alert(1)</script>⟦html-refuse⟧
      """#),
    Broken(
      "h1 in body",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      # Titre⟦titre-de-niveau-1⟧

      Texte.
      """#),
    Broken(
      "footnote missing",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Texte[^1].⟦note-introuvable⟧
      """#),
    Broken(
      "table ragged",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 | 5 |⟦ligne-de-tableau-irreguliere⟧
      | Total | 12 |
      :::
      """#),
    Broken(
      "bad total",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
          controles:
            - total: Total
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 13 |⟦total-faux⟧
      :::
      """#),
    Broken(
      "text in int",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | douze mille |⟦cellule-illisible⟧
      :::
      """#),
    Broken(
      "other sign",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: decimal }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12.5 |⟦autre-signe-decimal⟧
      :::
      """#),
    Broken(
      "unknown column",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: tableau {#t}
      | Classe | Nombr |⟦colonne-inconnue⟧
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::
      """#),
    Broken(
      "unknown type",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entie }⟦valeur-inattendue⟧
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::
      """#),
    Broken(
      "bounds",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
          controles:
            - bornes: { colonne: Nombre, min: 5 }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |⟦hors-bornes⟧
      | Total | 12 |
      :::
      """#),
    Broken(
      "unique",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
          controles:
            - unique: Classe
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 3e | 4 |⟦valeur-en-double⟧
      | Total | 12 |
      :::
      """#),
    Broken(
      "unknown check",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
          controles:
            - totale: Total⟦cle-inconnue⟧
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::
      """#),
    Broken(
      "bad formula",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
          controles:
            - calcul: Nombre = Nombre *⟦calcul-mal-ecrit⟧
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::
      """#),
    Broken(
      "chart type",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::

      ::: graphique {type=bares donnees=t x=Classe y=Nombre}⟦graphique⟧
      Légende
      :::
      """#),
    Broken(
      "chart column",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::

      ::: graphique {type=barres donnees=t x=Classe y=Nombres}⟦graphique⟧
      Légende
      :::
      """#),
    Broken(
      "chart table",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      ::: graphique {type=barres donnees=tt x=Classe y=Nombre}⟦tableau-inconnu⟧
      Légende
      :::
      """#),
    Broken(
      "chart caption",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::

      ::: graphique {type=barres donnees=t x=Classe y=Nombre}⟦contenu-attendu⟧
      :::
      """#),
    Broken(
      "cell row",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::

      Il y en a :cellule[t/4e/Nombre].⟦cellule-inconnue⟧
      """#),
    Broken(
      "cell column",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::

      Il y en a :cellule[t/3e/Nombres].⟦cellule-inconnue⟧
      """#),
    Broken(
      "missing csv",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      ---

      ::: tableau {#x donnees=donnees/exemples.csv}⟦fichier-introuvable⟧
      :::
      """#),
    Broken(
      "dup table",
      #"""
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
        - 12 écoles {#ecoles}
      tableaux:
        t:
          titre: T
          colonnes: { Classe: texte, Nombre: entier }
      ---

      ::: tableau {#t}
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::

      ::: tableau {#t}⟦ancre-en-double⟧
      | Classe | Nombre |
      |---|--:|
      | 3e | 8 |
      | 2de | 4 |
      | Total | 12 |
      :::
      """#),
  ]
}
