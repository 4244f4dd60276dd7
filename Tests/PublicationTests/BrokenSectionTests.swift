import Diagnostics
import Publication
import Testing

/// Sections with one thing wrong. Each expected error is written at the end of its line between ⟦ ⟧, which are taken
/// out before the section is read; an error that is missing, elsewhere, or not announced fails the test.
@Suite struct BrokenSectionTests {
  /// As editors save: the ends of lines of Linux, Windows and old Macs, and the mark that Notepad writes first.
  private static let savings = [
    ("", "\n"), ("", "\r\n"), ("", "\r"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n"),
  ]

  @Test(
    arguments: Broken.header + Broken.figures + Broken.texts + Broken.tables + Broken.charts, savings)
  func saysWhatIsWrongAtTheRightLine(_ broken: Broken, _ saved: (mark: String, lineEnd: String)) async {
    let (plain, expected) = broken.parsed
    let text = saved.mark + plain.replacing("\n", with: saved.lineEnd)
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
  private let marked: String

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
}

// MARK: - The sound parts

extension Broken {
  /// A section of which the header is at fault.
  private static func header(_ description: String, _ lines: String...) -> Broken {
    let header = lines.joined(separator: "\n")
    return Broken(description, "---\n\(header)\nchiffres:\n  - 12 écoles\n---\n\nTexte.")
  }

  /// A section with a sound header, but for what `front` adds to it.
  private static func section(_ description: String, front: String = "", _ body: String) -> Broken {
    let header = "titre: Pix\nresume: R.\npriorite: lire\nchiffres:\n  - 12 écoles {#ecoles}\n\(front)"
    return Broken(description, "---\n\(header)---\n\n\(body)")
  }

  private static let rows = ["| 3e | 8 |", "| 2de | 4 |", "| Total | 12 |"]

  /// A section with a table `t`.
  ///
  /// - Parameters:
  ///   - check: what its schema promises.
  ///   - rest: what comes after it.
  private static func table(
    _ description: String, columns: String = "{ Classe: texte, Nombre: entier }", check: String? = nil,
    head: String = "| Classe | Nombre |", rows: [String] = rows, rest: String? = nil
  ) -> Broken {
    let controls = check.map { "    controles:\n      - \($0)\n" } ?? ""
    return section(
      description, front: "tableaux:\n  t:\n    titre: T\n    colonnes: \(columns)\n" + controls,
      block("{#t}", head, rows) + (rest.map { "\n\n" + $0 } ?? ""))
  }

  private static func block(
    _ attributes: String, _ head: String = "| Classe | Nombre |", _ rows: [String] = rows
  ) -> String {
    "::: tableau \(attributes)\n\(head)\n|---|--:|\n" + rows.joined(separator: "\n") + "\n:::"
  }

  /// A section with a table `t` and a chart.
  private static func chart(_ description: String, _ attributes: String, caption: String = "Légende\n")
    -> Broken
  {
    table(description, rest: "::: graphique \(attributes)\n\(caption):::")
  }
}

// MARK: - The cases

extension Broken {
  static let header = [
    header("wrong key", "titre: Pix", "resum: R.⟦cle-inconnue⟧", "priorite: lire"),
    header("no title", "resume: R.⟦cle-manquante⟧", "priorite: lire"),
    header("wrong type", "titre: Pix", "resume: R.", "priorite: lire", "ordre: premier⟦type-inattendu⟧"),
    header("key twice", "titre: Pix", "resume: R.", "priorite: lire", "titre: Pax⟦cle-en-double⟧"),
    header("title list", "titre: [a, b]⟦type-inattendu⟧", "resume: R.", "priorite: lire"),
    Broken("unclosed front", "---⟦entete-non-ferme⟧\ntitre: Pix\nresume: R.\n\nTexte."),
    Broken("no front", "Texte sans en-tête.⟦entete-manquant⟧"),
    Broken(
      "tab indent",
      """
      ---
      titre: Pix
      resume: R.
      priorite: lire
      chiffres:
      \t- 12 écoles⟦tabulation⟧
      ---

      Texte.
      """),
    header("anchor yaml", "titre: &a Pix⟦yaml-non-admis⟧", "resume: R.", "priorite: lire"),
    header("stuck hash", "titre: Pix #numerique⟦diese-colle⟧", "resume: R.", "priorite: lire"),
    header("unclosed quote", "titre: \"Pix⟦non-ferme⟧", "resume: R.", "priorite: lire"),
    Broken(
      "bad priority",
      """
      ---
      titre: Pix
      resume: R.
      priorite: lir⟦priorite-inconnue⟧
      chiffres:
        - 12 écoles {#ecoles}
      ---

      Texte.
      """),
    section("bad date", front: "date_maj: 31/02/2025⟦valeur-inattendue⟧\n", "Texte."),
  ]

  static let figures = [
    section("figure no number", front: "  - beaucoup d'écoles⟦chiffre-sans-valeur⟧\n", "Texte."),
    section("figure bad decimal", front: "  - 12.5 % des écoles⟦autre-signe-decimal⟧\n", "Texte."),
    section("figure bad groups", front: "  - 13 00 écoles⟦chiffre-illisible⟧\n", "Texte."),
    section("figure dup id", front: "  - 13 collèges {#ecoles}⟦chiffre-en-double⟧\n", "Texte."),
    section(
      "figure unknown key",
      front: "  - { id: x, valeur: 3, libele: collèges }⟦cle-manquante⟧⟦cle-inconnue⟧\n", "Texte."),
    section("unknown figure", "Il y a :chiffre[ecole] écoles.⟦chiffre-inconnu⟧"),
    section("unknown section figure", "Il y a :chiffre[pax/ecoles] écoles.⟦chiffre-inconnu⟧"),
  ]

  static let texts = [
    section("unclosed directive", "::: focus⟦bloc-non-ferme⟧\n\nTexte."),
    section("stray fence", "Texte.\n\n:::⟦cloture-isolee⟧"),
    section("unknown attribute", "::: focus {title=\"x\"}⟦attribut-inconnu⟧\nTexte.\n:::"),
    section("bad attributes", "::: focus {titre=\"x}⟦attributs-illisibles⟧\nTexte.\n:::"),
    section("misplaced", "::: temps-fort⟦bloc-mal-place⟧\nTexte.\n:::"),
    section("missing image", "![Un dôme](../images/dome.jpg)⟦image-introuvable⟧"),
    section("image without alt", "![](../images/dome.jpg)⟦image-introuvable⟧⟦texte-alternatif-absent⟧"),
    section("dead link", "Voir [les écoles](ecoles.md).⟦lien-mort⟧"),
    section("dead anchor", "Voir [les écoles](#ecole).⟦ancre-inconnue⟧"),
    section("path outside", "Voir [les écoles](../../../etc/passwd).⟦chemin-hors-publication⟧"),
    section("js link", "[x y](javascript:alert(1))⟦adresse-dangereuse⟧"),
    section("raw html", "Texte <b>gras</b>.⟦html-refuse⟧"),
    section("html block", "<script>alert(1)</script>⟦html-refuse⟧"),
    section("text in empty", "::: chiffres-cles\nTexte.⟦contenu-inattendu⟧\n:::"),
    section("text in steps", "::: etapes\nTexte.⟦contenu-inattendu⟧\n\n1. Un\n:::"),
    section("text in calendar", "::: chronologie\n- **Mai 2025** Un\n\nTexte.⟦contenu-inattendu⟧\n:::"),
    section("h1 in body", "# Titre⟦titre-de-niveau-1⟧\n\nTexte."),
    section("footnote missing", "Texte[^1].⟦note-introuvable⟧"),
  ]

  static let tables = [
    table(
      "table ragged",
      rows: ["| 3e | 8 |", "| 2de | 4 | 5 |⟦ligne-de-tableau-irreguliere⟧", "| Total | 12 |"]),
    table("bad total", check: "total: Total", rows: rows.dropLast() + ["| Total | 13 |⟦total-faux⟧"]),
    table("text in int", rows: rows.dropLast() + ["| Total | douze mille |⟦cellule-illisible⟧"]),
    table(
      "other sign", columns: "{ Classe: texte, Nombre: decimal }",
      rows: rows.dropLast() + ["| Total | 12.5 |⟦autre-signe-decimal⟧"]),
    table("unknown column", head: "| Classe | Nombr |⟦colonne-inconnue⟧"),
    table("unknown type", columns: "{ Classe: texte, Nombre: entie }⟦valeur-inattendue⟧"),
    table(
      "bounds", check: "bornes: { colonne: Nombre, min: 5 }",
      rows: ["| 3e | 8 |", "| 2de | 4 |⟦hors-bornes⟧", "| Total | 12 |"]),
    table(
      "unique", check: "unique: Classe",
      rows: ["| 3e | 8 |", "| 3e | 4 |⟦valeur-en-double⟧", "| Total | 12 |"]),
    table("unknown check", check: "totale: Total⟦cle-inconnue⟧"),
    table("bad formula", check: "calcul: Nombre = Nombre *⟦calcul-mal-ecrit⟧"),
    table("cell row", rest: "Il y en a :cellule[t/4e/Nombre].⟦cellule-inconnue⟧"),
    table("cell column", rest: "Il y en a :cellule[t/3e/Nombres].⟦cellule-inconnue⟧"),
    section("missing csv", "::: tableau {#x donnees=donnees/exemples.csv}⟦fichier-introuvable⟧\n:::"),
    section(
      "text in table",
      "::: tableau\n| A | B |\n|---|---|\n| a | b |\n\nTexte.⟦contenu-inattendu⟧\n:::"),
    section(
      "two tables",
      "::: tableau\n| A | B |\n|---|---|\n| a | b |\n\n| C | D |⟦contenu-inattendu⟧\n|---|---|\n| c | d |\n:::"
    ),
    section(
      "text beside a file", "::: tableau {donnees=donnees/exemple.csv}\nTexte.⟦contenu-inattendu⟧\n:::"),
    table("dup table", rest: block("{#t}⟦ancre-en-double⟧")),
  ]

  static let charts = [
    chart("chart type", "{type=bares donnees=t x=Classe y=Nombre}⟦graphique⟧"),
    chart("chart column", "{type=barres donnees=t x=Classe y=Nombres}⟦graphique⟧"),
    section(
      "chart table", "::: graphique {type=barres donnees=tt x=Classe y=Nombre}⟦tableau-inconnu⟧\nLégende\n:::"
    ),
    chart("chart caption", "{type=barres donnees=t x=Classe y=Nombre}⟦contenu-attendu⟧", caption: ""),
  ]
}
