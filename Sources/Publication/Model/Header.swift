import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures
import Markdown

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

  /// Titles are shown in menus and on other pages, where no figure is quoted: the words would stand as typed.
  private static func refuseReference(in text: Located<String>, _ fields: inout Fields) {
    // Nearly no title holds a colon, and looking for a word costs a thousand times this look.
    guard text.value.utf8.contains(UInt8(ascii: ":")) else { return }
    let small = text.value.lowercased()
    guard small.contains(":chiffre[") || small.contains(":cellule[") else { return }
    fields.report(
      Diagnostic(
        MarkdownCode.referenceSyntax, at: text.location, "Un titre ne cite ni chiffre ni cellule",
        help: "écrivez la valeur elle-même, ou citez le chiffre dans le texte"))
  }

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
    for text in [title, chapter] { if let text { Self.refuseReference(in: text, &fields) } }
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
