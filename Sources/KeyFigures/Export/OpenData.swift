import Diagnostics
import FrenchText

/// A figure in its place in the publication. A publication hands lists of them around: it is one reference.
public final class FigureRecord: Sendable {
  /// `partie/section`.
  public let section: String
  public let sectionTitle: String
  /// From the root of the site.
  private let page: String?
  /// Whether the page shows it, and has a place for it.
  private let isShown: Bool
  public let figure: Figure
  /// What other figures with the same words and unit count too; nil where the label has too few words to say.
  let subject: String?

  public init(
    section: String, sectionTitle: String, page: String? = nil, isShown: Bool = false, figure: Figure
  ) {
    self.section = section
    self.sectionTitle = sectionTitle
    self.page = page
    self.isShown = isShown
    self.figure = figure
    subject = ContradictoryFigures.subject(of: figure)
  }

  /// The page and anchor, from the root of the site.
  public var url: String? { page.map { isShown ? $0 + "#" + figure.anchor : $0 } }

  /// What no other figure of the publication is called: `partie/section/id`.
  public var key: String { section + "/" + figure.id }
}

/// A table in its place in the publication.
public final class TableRecord: Sendable {
  /// `partie/section`.
  public let section: String
  public let sectionTitle: String
  /// The page and anchor, from the root of the site.
  public let url: String?
  /// What its files are called: unique in the publication, small letters, digits and hyphens.
  public let name: String
  public let table: Table

  public init(section: String, sectionTitle: String, url: String? = nil, name: String, table: Table) {
    self.section = section
    self.sectionTitle = sectionTitle
    self.url = url
    self.name = name
    self.table = table
  }

  public var title: String { table.schema?.title?.value ?? sectionTitle }
}

/// All the figures and tables of a publication, masked where they must be, ready to be written under `donnees/`.
public struct OpenData: Sendable {
  public struct Licence: Sendable, Hashable {
    /// As data.gouv.fr and opendefinition.org name it: `etalab-2.0`.
    public let name: String
    public let title: String?
    public let url: String?

    public init(name: String, title: String? = nil, url: String? = nil) {
      self.name = name
      self.title = title
      self.url = url
    }
  }

  public var title: String
  public var description: String?
  public var publisher: String?
  public var homepage: String?
  /// The period of the publication, as written: `2024-2025`.
  public var edition: String
  public var licence: Licence?
  public var figures: [FigureRecord]
  public var tables: [TableRecord]

  public init(
    title: String, description: String? = nil, publisher: String? = nil, homepage: String? = nil,
    edition: String,
    licence: Licence? = nil, figures: [FigureRecord], tables: [TableRecord]
  ) {
    self.title = title
    self.description = description
    self.publisher = publisher
    self.homepage = homepage
    self.edition = edition
    self.licence = licence
    self.figures = figures
    self.tables = tables
  }

  /// A file of `donnees/`, made when it is asked for: each on its own, so that several can be made at once.
  public struct File: Sendable {
    public let name: String
    public let make: @Sendable (@escaping Drain) -> Void
  }

  /// Every file of `donnees/`. Those of the whole publication come first, as they take longest.
  public var files: [File] {
    [
      File(name: "chiffres-cles.json") { FigureJSON.write(self, to: $0) },
      File(name: "datapackage.json") { DataPackage.write(self, to: $0) },
      File(name: "chiffres-cles.csv") { $0(FigureCSV.write(figures)) },
    ] + tables.map { record in File(name: record.name + ".csv") { $0(TableCSV.write(record.table)) } }
  }
}
