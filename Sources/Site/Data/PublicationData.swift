import FrenchText
import KeyFigures
import Publication
import Templates

/// What every layout receives of the publication, made once and shared by all pages.
struct PublicationData: Sendable {
  private(set) var publication: Publication
  /// Sections in short, in reading order.
  let sections: [Value]
  let parts: [Value]
  let priorities: [Value]
  /// Sections without a priority.
  let unprioritised: [Int]
  let assets: Map
  private let published: [String: String]
  let generator: String

  /// - Parameters:
  ///   - earlier: of a publication with the same settings.
  ///   - reach: how far it is seen what changed since.
  init(
    _ publication: Publication, assets: AssetStore, generator: String, since earlier: PublicationData? = nil,
    reach: Reach = .everything
  ) {
    if let earlier, reach == .text, earlier.published == assets.published {
      self = earlier
      self.publication = publication
      return
    }
    self.publication = publication
    self.generator = generator
    published = assets.published
    self.assets = Map(assets.published.sorted { $0.key < $1.key }.map { ($0.key, Value.string($0.value)) })
    let summaries = publication.sections.indices.map { SectionSummary(of: $0, in: publication).value }
    sections = summaries
    parts = publication.parts.map { Self.summary(of: $0, in: publication, sections: summaries) }
    let byPriority = Dictionary(grouping: publication.sections.indices) {
      publication.sections[$0].header.priority?.value
    }
    priorities = publication.settings.priorities.map {
      Self.priority($0, of: byPriority[$0.key] ?? [], in: publication, sections: summaries)
    }
    unprioritised = byPriority[nil] ?? []
  }

  func summary(ofSection place: Int) -> SectionSummary { SectionSummary(of: place, in: publication) }

  /// The variables of every page.
  var globals: Map {
    ["publication": .map(details), "actifs": .map(assets), "generateur": .string(generator)]
  }

  /// How many sections of each part are in `places`.
  func countByPart(_ places: [Int]) -> Value {
    .list(publication.parts.map { part in .int(places.count(where: part.sections.contains)) })
  }

  // MARK: - The publication

  private var details: Map {
    let settings = publication.settings
    return [
      "titre": .string(Typeset.text(settings.title)),
      "sous_titre": Value(settings.subtitle.map(Typeset.text)),
      "periode": .string(settings.periodText),
      "langue": .string(settings.language),
      "url": Value(settings.url),
      "description": Value((settings.summary ?? publication.home.header.summary).map(Typeset.text)),
      "organisme": publisher,
      "parties": .list(parts),
      "priorites": .list(priorities),
      "nombre_sections": .int(publication.sections.count),
      "nombre_chiffres": .int(publication.figureCount),
      "nombre_tableaux": .int(publication.tableCount),
      "nombre_graphiques": .int(publication.chartCount),
      "logo": settings.logo.map { .map(["url": .string($0.path.value), "alt": .string($0.alternative)]) }
        ?? .none,
      "licence": Value(settings.legalNotice.licence),
      "accessibilite": AccessibilityData.value(publication),
      "impression": printing,
      "menu": .list(settings.menu.map { .map(["titre": .string($0.title), "url": .string($0.url)]) }),
      "pied": .list(settings.footer.map { .map(["titre": .string($0.title), "url": .string($0.url)]) }),
      "couleurs": OwnersStyle.bytes(settings) == nil ? .none : .bool(true),
      "flux": settings.url == nil ? .none : .map(["url": "atom.xml"]),
    ]
  }

  private var publisher: Value {
    let publisher = publication.settings.publisher
    return .map([
      "nom": .string(Typeset.text(publisher.name)),
      "sigle": Value(publisher.abbreviation),
      "region": Value(publisher.region.map(Typeset.text)),
      "contact": .map([
        "courriel": Value(publisher.email), "adresse": Value(publisher.address),
        "site": Value(publisher.website),
      ]),
    ])
  }

  private var printing: Value {
    let print = publication.settings.print
    return .map([
      "format": .string(print.format),
      "marge_reliure": print.bindingMargin.map { .int($0) } ?? .none,
      "fond_perdu": print.bleed.map { .int($0) } ?? .none,
      "gris": .bool(print.isGrey),
    ])
  }

  // MARK: - Its parts and priorities

  private static func summary(of part: Part, in publication: Publication, sections: [Value]) -> Value {
    .map([
      "titre": .string(part.opening.typesetTitle),
      "titre_html": Typeset.html(part.opening.title),
      "titre_court": .string(part.opening.typesetShortTitle),
      "slug": .string(part.folder),
      "numero": .int(part.number),
      "url": .string(part.opening.url),
      "ancre": .string("partie-\(part.number)"),
      "resume": Value(part.opening.header.summary.map(Typeset.text)),
      "nombre_sections": .int(part.sections.count),
      "chapitres": .list(
        part.chapters.map { chapter in
          .map([
            "titre": Value(chapter.title.map(Typeset.text)),
            "titre_html": Typeset.html(chapter.title),
            "slug": .string(FrenchText.slug(chapter.title ?? "sections")),
            "nombre_sections": .int(chapter.sections.count),
            "sections": .list(Array(sections[chapter.sections])),
          ])
        }),
    ])
  }

  private static func priority(
    _ priority: Settings.Priority, of places: [Int], in publication: Publication, sections: [Value]
  ) -> Value {
    .map([
      "cle": .string(priority.key),
      "titre": .string(Typeset.text(priority.title)),
      "titre_html": Typeset.html(priority.title),
      "url": .string("priorites.html#" + priority.key),
      "sections": .list(places.map { sections[$0] }),
      "par_partie": .list(
        publication.parts.map { part in .int(places.count(where: part.sections.contains)) }),
      "total": .int(places.count),
    ])
  }
}
