import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures

/// The front matter of a section, a part or the home page.
public struct Header: Sendable {
  public var title: Located<String>?
  public var shortTitle: String?
  public var chapter: Located<String>?
  public var priority: Located<String>?
  public var order: Located<Int>?
  public var summary: String?
  /// Silences warnings about the section as a whole; readers see it.
  public var note: String?
  public var updated: Located<CalendarDay>?
  public var isDraft = false
  public var figures = FigureSet()
  public var schemas: [TableSchema] = []

  public init() {}

  /// The keys of a file; run on a recorder it describes them for editors.
  public mutating func decode(_ fields: inout Fields, role: Section.Role, settings: Settings = Settings()) {
    title = fields.text("titre", required: role != .home, doc: "Le titre, seul obligatoire")
    shortTitle = fields.text("titre_court", doc: "Le titre des menus et des titres courants")?.value
    if role == .section {
      chapter = fields.text("chapitre", doc: "Le chapitre, qui réunit des sections voisines")
      priority = fields.text("priorite", doc: "La clé d’une priorité nationale de publication.yaml")
      order = fields.integer(
        "ordre", doc: "La place dans la partie ; sinon, le nom du fichier décide")
    }
    summary = fields.text("resume", doc: "La section en une phrase")?.value
    note =
      fields.text("note", doc: "Ce que le lecteur doit savoir ; fait taire les avertissements de la section")?
      .value
    updated = fields.parsed(
      "date_maj", expecting: "une date", example: "2025-06-30", doc: "La date de la dernière mise à jour",
      { try? CalendarDay.parse($0).get() })
    isDraft = fields.flag("brouillon", doc: "Ne publie pas cette section, sauf avec --drafts")?.value ?? false
    figures = FigureSet.figures(&fields, units: settings.units)
    schemas = TableSchema.tables(&fields, models: settings.models)
  }
}
