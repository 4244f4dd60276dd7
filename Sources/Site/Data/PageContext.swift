import Diagnostics
import FrenchText
import KeyFigures
import Publication
import Templates

/// The variables of one page: those all pages share, what the page is, and what its layout shows.
struct PageContext {
  private let page: Page
  private let pages: [Page]
  private let frame: Frame
  private let document: PrintContext

  init(_ page: Page, among pages: [Page], frame: Frame) {
    self.page = page
    self.pages = pages
    self.frame = frame
    document = PrintContext(frame)
  }

  private var publication: Publication { frame.publication }

  func map() throws(TemplateError) -> Map {
    var map = frame.globals
    map.add(["racine": .string(root), "page": .map(description)])
    switch page.kind {
    case .home: try fillHome(&map)
    case .part(let place): try fillPart(place, &map)
    case .section(let place): try fillSection(place, &map)
    case .figures:
      map.add([
        "groupes": .list(publication.parts.indices.map(figures)), "priorites": .list(frame.data.priorities),
      ])
    case .priorities:
      map.add([
        "priorites": .list(frame.data.priorities),
        "sans_priorite": .list(frame.data.unprioritised.map { frame.data.sections[$0] }),
      ])
    case .glossary: map.add(["sigles": .list(GlossaryData(frame).entries)])
    case .plan:
      map.add([
        "parties": .list(frame.data.parts),
        "pages": .list(
          pages.filter { $0.isCommon && $0.kind != .notFound }.map {
            .map(["titre": .string($0.title), "url": .string($0.url)])
          }),
      ])
    case .search: map.add(["entrees": .list(SearchIndex.entries(frame))])
    case .changes: ChangesData(publication).fill(&map)
    case .data: fillData(&map)
    case .print: document.fill(&map)
    case .legalNotice: map.add(["mentions": legalNotice])
    case .accessibility, .ecodesign, .notFound: break
    }
    return map
  }

  /// What went wrong in a text that was rendered only when the layout came to it.
  var failure: TemplateError? { document.failure }

  /// A page that a server shows for any wrong address cannot know how deep that address is.
  private var root: String {
    guard page.kind == .notFound, let url = publication.settings.url, let path = url.pathOfAddress else {
      return page.root
    }
    return path
  }

  // MARK: - What the page is

  private var source: Section? {
    switch page.kind {
    case .home: publication.home
    case .part(let place): publication.parts[place].opening
    case .section(let place): publication.sections[place]
    default: nil
    }
  }

  private var description: Map {
    let trail = trail
    return [
      "type": .string(page.type),
      "titre": .string(Typeset.text(page.title)),
      "titre_html": Typeset.html(page.title),
      "url": .string(page.url),
      "url_absolue": Value(publication.settings.url.map { $0 + page.address }),
      "description": .string(Typeset.text(source?.header.summary ?? page.summary(publication))),
      "fil": .list(trail.map { .map(["titre": .string($0.title), "url": .string($0.url)]) }),
      "date_maj": Value(source?.header.updated?.value.formatted),
      "json_ld": StructuredData(page, publication, trail: trail).value,
      "partie_numero": partNumber.map { .int($0) } ?? .none,
      "image": image,
    ]
  }

  /// What social networks show beside a link to the page.
  private var image: Value {
    guard let url = publication.settings.url, let image = publication.settings.shareImage else {
      return .none
    }
    let size = frame.pictureSizes["content/" + image.path.value]
    return .map([
      "url_absolue": .string(url + image.path.value), "alt": .string(image.alternative),
      "largeur": size.map { .int($0.width) } ?? .none, "hauteur": size.map { .int($0.height) } ?? .none,
    ])
  }

  private var partNumber: Int? {
    switch page.kind {
    case .part(let place): publication.parts[place].number
    case .section(let place): publication.part(ofSection: place)?.number
    default: nil
    }
  }

  /// The pages above this one and itself, with their titles as they are set.
  private var trail: [(title: String, url: String)] {
    let home = ("Accueil", "index.html")
    switch page.kind {
    case .home, .notFound: return [(Typeset.text(page.title), page.url)]
    case .section(let place):
      let part = publication.part(ofSection: place).map {
        [($0.opening.typesetShortTitle, $0.opening.url)]
      }
      return [home] + (part ?? []) + [(publication.sections[place].typesetShortTitle, page.url)]
    default: return [home, (Typeset.text(page.title), page.url)]
    }
  }

  // MARK: - What its layout shows

  private func fillHome(_ map: inout Map) throws(TemplateError) {
    map.add([
      "parties": .list(frame.data.parts),
      "chiffres_phares": .list(
        publication.headlines.map { headline in
          FigureData(
            section: headline.section, partNumber: headline.part?.number, comparison: publication.comparison
          ).value(headline.figure)
        }),
      "priorites": .list(frame.data.priorities),
      "sans_priorite": .map([
        "total": .int(frame.data.unprioritised.count),
        "sections": .list(frame.data.unprioritised.map { frame.data.sections[$0] }),
        "par_partie": frame.data.countByPart(frame.data.unprioritised),
      ]),
      "graphique_priorites": .none,
      "resume": Value(publication.home.header.summary.map(Typeset.text)),
      "editorial": .markup(try content(of: publication.home, partNumber: nil)),
    ])
  }

  private func fillPart(_ place: Int, _ map: inout Map) throws(TemplateError) {
    let part = publication.parts[place]
    guard case .map(var summary) = frame.data.parts[place] else { return }
    summary.add(["contenu": .markup(try content(of: part.opening, partNumber: part.number))])
    map.add(["partie": .map(summary)])
  }

  private func fillSection(_ place: Int, _ map: inout Map) throws(TemplateError) {
    let section = publication.sections[place]
    let part = publication.part(ofSection: place)
    var shown = Map(of: SectionPage(place: place, frame: frame))
    shown.add(["contenu": .markup(try content(of: section, partNumber: part?.number))])
    map.add([
      "section": .map(shown),
      "partie": part.map { frame.data.parts[$0.number - 1] } ?? Value.none,
      "precedent": place > 0 ? frame.data.sections[place - 1] : Value.none,
      "suivant": place + 1 < publication.sections.count ? frame.data.sections[place + 1] : Value.none,
    ])
  }

  private func content(of section: Section, partNumber: Int?) throws(TemplateError) -> [UInt8] {
    try ContentRenderer.html(
      of: section, partNumber: partNumber, medium: .page(root: page.root), frame: frame)
  }

  private func figureData(_ section: Section, _ part: Part?) -> FigureData {
    FigureData(section: section, partNumber: part?.number, comparison: publication.comparison)
  }

  private func figures(ofPart place: Int) -> Value {
    let part = publication.parts[place]
    guard case .map(var summary) = frame.data.parts[place] else { return .none }
    let sections = [part.opening] + publication.sections[part.sections]
    summary.add(["chiffres": .list(sections.flatMap { figureData($0, part).values })])
    return .map(summary)
  }

  private func fillData(_ map: inout Map) {
    let wholes = [
      ("chiffres-cles.csv", "Tous les chiffres clés", "CSV"),
      ("chiffres-cles.json", "Tous les chiffres et tableaux", "JSON"),
      ("datapackage.json", "La description des données", "JSON"),
    ]
    map.add([
      "tableaux": .list(
        frame.files.tables.map { .map(Map(of: DataTable($0, among: frame.files))) }),
      "fichiers": .list(
        wholes.map { name, title, format in
          .map([
            "titre": .string(title), "url": .string("donnees/" + name), "format": .string(format),
            "taille": .string(Typeset.size(frame.files.size(of: "donnees/" + name))),
          ])
        }),
    ])
  }

  private final class DataTable: Shown {
    private let record: TableRecord
    private let files: DataFiles

    init(_ record: TableRecord, among files: DataFiles) {
      self.record = record
      self.files = files
    }

    static let members = Members<DataTable>([
      Member("titre") { .string(Typeset.text($0.record.title)) },
      Member("section_titre") { .string(Typeset.text($0.record.sectionTitle)) },
      Member("section_url") { Value($0.record.url) },
      Member("url") { .string($0.path) },
      Member("taille") { .string(Typeset.size($0.files.size(of: $0.path))) },
      Member("lignes") { .int($0.record.table.rowCount) },
      Member("colonnes") { .int($0.record.table.columns.count) },
    ])

    private var path: String { "donnees/" + record.name + ".csv" }
  }

  private var legalNotice: Value {
    let notice = publication.settings.legalNotice
    return .map([
      "editeur": Value(notice.publisher), "directeur": Value(notice.director),
      "hebergeur": Value(notice.host),
      "texte": .none,
    ])
  }
}

extension String {
  /// The path of `https://exemple.fr/bilan/`: `/bilan/`.
  var pathOfAddress: String? {
    guard let scheme = firstRange(of: "://") else { return nil }
    return self[scheme.upperBound...].firstIndex(of: "/").map { String(self[$0...]) }
  }

}
