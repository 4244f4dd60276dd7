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
    var pages: [Page] = []
    pages.reserveCapacity(publication.everything.count + common.count)
    pages.append(Page(.home, "index.html", "accueil.html", "accueil", publication.settings.title))
    for place in publication.parts.indices { pages.append(part(place, publication)) }
    for place in publication.sections.indices { pages.append(section(place, publication)) }
    pages += common
    return pages
  }

  private static func part(_ place: Int, _ publication: Publication) -> Page {
    let opening = publication.parts[place].opening
    return Page(.part(place), opening.url, "partie.html", "partie", opening.title)
  }

  private static func section(_ place: Int, _ publication: Publication) -> Page {
    let section = publication.sections[place]
    return Page(.section(place), section.url, "section.html", "section", section.title)
  }

  /// The pages that every publication has.
  private static let common = [
    Page(.figures, "chiffres-cles.html", "page-chiffres-cles.html", "chiffres", "Chiffres clés"),
    Page(.priorities, "priorites.html", "priorites.html", "priorites", "Priorités nationales"),
    Page(.changes, "changements.html", "changements.html", "changements", "Ce qui change"),
    Page(.glossary, "sigles.html", "sigles.html", "sigles", "Sigles"),
    Page(.search, "recherche.html", "recherche.html", "recherche", "Recherche"),
    Page(.data, "donnees.html", "donnees.html", "donnees", "Données ouvertes"),
    Page(.print, "imprimer.html", "imprimer.html", "impression", "Édition à imprimer"),
    Page(.plan, "plan-du-site.html", "plan-du-site.html", "plan", "Plan du site"),
    Page(
      .accessibility, "accessibilite.html", "accessibilite.html", "accessibilite",
      "Déclaration d’accessibilité"),
    Page(.legalNotice, "mentions-legales.html", "mentions-legales.html", "mentions", "Mentions légales"),
    Page(.ecodesign, "ecoconception.html", "ecoconception.html", "ecoconception", "Éco-conception"),
    Page(.notFound, "404.html", "404.html", "erreur", "Page introuvable"),
  ]

  init(_ kind: Kind, _ url: String, _ layout: String, _ type: String, _ title: String) {
    self.kind = kind
    self.url = url
    self.layout = layout
    self.type = type
    self.title = title
  }
}
