import Publication

/// One HTML page of the site.
public struct Page: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case home
    /// Indices into `Publication.parts` and `Publication.sections`.
    case part(Int)
    case section(Int)
    case figures, priorities, glossary, plan, search, changes, data
    case accessibility, legalNotice, ecodesign
    case print, notFound
  }

  public let kind: Kind
  /// From the root of the site.
  public let url: String
  /// The file in `layouts/`.
  let layout: String
  /// What layouts know the kind by.
  let type: String
  let title: String

  /// What leads from the page to the root of the site: empty, or `../` for each folder.
  var root: String { String(repeating: "../", count: url.utf8.count { $0 == UInt8(ascii: "/") }) }

  /// What follows the publication's address: the home page is the address itself.
  var address: String { kind == .home ? "" : url }

  /// What search engines say of a page that no editor wrote.
  func summary(_ publication: Publication) -> String {
    let name = publication.settings.title + " " + publication.settings.periodText
    return switch kind {
    case .home, .part, .section: publication.settings.summary ?? name
    case .figures:
      "Les \(publication.figureCount) chiffres clés de « \(name) », avec leur source et leur date."
    case .priorities: "Les sections de « \(name) », par priorité nationale."
    case .glossary: "Les sigles de « \(name) », leur sens et les pages où ils paraissent."
    case .plan: "Toutes les pages de « \(name) »."
    case .search: "Chercher un mot, un sigle, un titre ou un chiffre dans « \(name) »."
    case .changes: "Ce qui change dans « \(name) » par rapport à l’édition précédente."
    case .data: "Chaque chiffre et chaque tableau de « \(name) » en fichiers à réutiliser."
    case .accessibility: "La déclaration d’accessibilité de « \(name) »."
    case .legalNotice: "Qui publie « \(name) », qui l’héberge, et comment le réutiliser."
    case .ecodesign: "Ce qui est fait pour que « \(name) » pèse peu."
    case .print: "« \(name) » en un seul document, fait pour le papier."
    case .notFound: name
    }
  }

  /// Made of the whole publication, not of one text.
  var isCommon: Bool {
    switch kind {
    case .home, .part, .section: false
    default: true
    }
  }

  /// Every page of a publication, in the order of the site plan.
  static func all(of publication: Publication) -> [Page] {
    [
      Page(
        kind: .home, url: "index.html", layout: "accueil.html", type: "accueil",
        title: publication.settings.title)
    ]
      + publication.parts.indices.map { part($0, publication) }
      + publication.sections.indices.map { section($0, publication) }
      + common(publication)
  }

  private static func part(_ place: Int, _ publication: Publication) -> Page {
    let opening = publication.parts[place].opening
    return Page(
      kind: .part(place), url: opening.url, layout: "partie.html", type: "partie", title: opening.title)
  }

  private static func section(_ place: Int, _ publication: Publication) -> Page {
    let section = publication.sections[place]
    return Page(
      kind: .section(place), url: section.url, layout: "section.html", type: "section", title: section.title)
  }

  private static func common(_ publication: Publication) -> [Page] {
    [
      Page(
        kind: .figures, url: "chiffres-cles.html", layout: "page-chiffres-cles.html", type: "chiffres",
        title: "Chiffres clés"),
      Page(
        kind: .priorities, url: "priorites.html", layout: "priorites.html", type: "priorites",
        title: "Priorités nationales"),
      Page(
        kind: .changes, url: "changements.html", layout: "changements.html", type: "changements",
        title: "Ce qui change"),
      Page(kind: .glossary, url: "sigles.html", layout: "sigles.html", type: "sigles", title: "Sigles"),
      Page(
        kind: .search, url: "recherche.html", layout: "recherche.html", type: "recherche", title: "Recherche"),
      Page(
        kind: .data, url: "donnees.html", layout: "donnees.html", type: "donnees", title: "Données ouvertes"),
      Page(
        kind: .print, url: "imprimer.html", layout: "imprimer.html", type: "impression",
        title: "Édition à imprimer"),
      Page(
        kind: .plan, url: "plan-du-site.html", layout: "plan-du-site.html", type: "plan",
        title: "Plan du site"),
      Page(
        kind: .accessibility, url: "accessibilite.html", layout: "accessibilite.html", type: "accessibilite",
        title: "Déclaration d’accessibilité"),
      Page(
        kind: .legalNotice, url: "mentions-legales.html", layout: "mentions-legales.html", type: "mentions",
        title: "Mentions légales"),
      Page(
        kind: .ecodesign, url: "ecoconception.html", layout: "ecoconception.html", type: "ecoconception",
        title: "Éco-conception"),
      Page(kind: .notFound, url: "404.html", layout: "404.html", type: "erreur", title: "Page introuvable"),
    ]
  }
}
