import Diagnostics
import FrenchText
import FrontMatter

/// What the front matter says of a table: its title and origin, its columns, and the checks it must pass. It is one
/// reference, which every copy of its table shares.
public final class TableSchema: Sendable {
  public let id: Located<String>
  public let title: Located<String>?
  public let source: Located<String>?
  /// Empty when the types are to be inferred.
  public let columns: [ColumnDeclaration]
  public let checks: [Check]
  private let particulars: Particulars?

  private init(
    id: Located<String>, title: Located<String>?, source: Located<String>?, columns: [ColumnDeclaration],
    checks: [Check], particulars: Particulars?
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.columns = columns
    self.checks = checks
    self.particulars = particulars
  }

  /// What few tables need to say.
  private final class Particulars: Sendable {
    let date: Located<Period>?
    let note: Located<String>?
    let unit: Located<String>?
    let merged: Located<String>?
    let data: Located<String>?
    let secret: Located<Int>?
    let isBroken: Bool

    /// Nil where nothing is said.
    init?(
      date: Located<Period>?, note: Located<String>?, unit: Located<String>?, merged: Located<String>?,
      data: Located<String>?, secret: Located<Int>?, isBroken: Bool
    ) {
      guard
        date != nil || note != nil || unit != nil || merged != nil || data != nil || secret != nil || isBroken
      else { return nil }
      self.date = date
      self.note = note
      self.unit = unit
      self.merged = merged
      self.data = data
      self.secret = secret
      self.isBroken = isBroken
    }
  }

  public var date: Located<Period>? { particulars?.date }
  /// Shown under the table; silences warnings about it.
  public var note: Located<String>? { particulars?.note }
  public var unit: Located<String>? { particulars?.unit }
  /// The column whose equal neighbours are shown as one cell.
  public var merged: Located<String>? { particulars?.merged }
  /// A CSV file, its path from `content/`.
  public var data: Located<String>? { particulars?.data }
  /// Counts below this are kept secret.
  public var secret: Located<Int>? { particulars?.secret }
  /// A series that was redefined: it is not compared with the earlier edition.
  public var isBroken: Bool { particulars?.isBroken ?? false }

  /// Declares and reads the key `tableaux` of a section.
  public static func tables(_ fields: inout Fields, models: [TableModel]) -> [TableSchema] {
    fields.entries("tableaux", doc: "Les tableaux de la section, par identifiant") { id, field in
      decode(id, &field, models: models)
    } ?? []
  }

  public static func decode(
    _ id: Located<String>, _ field: inout Field, models: [TableModel]
  ) -> TableSchema? {
    field.mapping { fields in decode(id, &fields, models: models) }
  }

  private static func decode(
    _ id: Located<String>, _ fields: inout Fields, models: [TableModel]
  ) -> TableSchema? {
    let title = fields.text("titre", doc: "Le titre du tableau, montré en légende")
    let source = fields.text("source", doc: "D’où viennent les données")
    let date = fields.parsed(
      "date", expecting: "une date ou une période, comme 2025-05-17", example: "2025-05-17",
      doc: "La date des données", parsePeriod)
    let note = fields.text(
      "note", doc: "Une note pour le lecteur ; elle fait taire les avertissements sur le tableau")
    let unit = fields.text("unite", doc: "L’unité des nombres du tableau")
    let modelName = fields.text(
      "modele", doc: "Le nom d’un modèle de `modeles`, dont le tableau reprend les colonnes")
    let merged = fields.text(
      "fusionner", doc: "La colonne dont les cellules voisines égales n’en font qu’une")
    let data = fields.text("donnees", doc: "Un fichier CSV, depuis `content/`")
    let secret = fields.integer(
      "secret", in: 2...1000, doc: "Les effectifs inférieurs à ce nombre sont tenus secrets")
    let series = fields.choice(
      "serie", among: ["continue", "rompue"], doc: "« rompue » : ne pas comparer à l’édition précédente")
    let body = TableBody.decode(&fields)
    let model = modelName.flatMap { find($0, in: models, &fields) }
    if !isIdentifier(id.value), id.location.file != "" { fields.report(badIdentifier(id)) }
    return TableSchema(
      id: id, title: title, source: source ?? model?.source,
      columns: body.columns.isEmpty ? model?.body.columns ?? [] : body.columns,
      checks: (model?.body.checks ?? []) + body.checks,
      particulars: Particulars(
        date: date, note: note, unit: unit ?? model?.unit, merged: merged, data: data, secret: secret,
        isBroken: series?.value == "rompue"))
  }

  private static func find(
    _ name: Located<String>, in models: [TableModel], _ fields: inout Fields
  ) -> TableModel? {
    if let model = models.first(where: { $0.name.value == name.value }) { return model }
    let names = models.map(\.name.value)
    let guess = nearest(to: name.value, in: names).map { "vouliez-vous dire « \($0) » ?" }
    let known =
      names.isEmpty
      ? "déclarez-le sous « modeles » dans publication.yaml"
      : "les modèles sont : " + listed(names)
    fields.report(
      Diagnostic(
        KeyFigureCode.unknownModel, at: name.location, "Modèle inconnu « \(name.value) »",
        help: guess ?? known))
    return nil
  }
}

/// Columns and checks that several tables share: an entry of `modeles`.
public struct TableModel: Sendable {
  public let name: Located<String>
  public let source: Located<String>?
  public let unit: Located<String>?
  let body: TableBody

  /// Declares and reads the key `modeles` of the publication.
  public static func models(_ fields: inout Fields) -> [TableModel] {
    fields.entries("modeles", doc: "Des colonnes et des contrôles communs à plusieurs tableaux") {
      name, field in
      field.mapping { fields in
        let source = fields.text("source", doc: "D’où viennent les données")
        let unit = fields.text("unite", doc: "L’unité des nombres")
        return TableModel(name: name, source: source, unit: unit, body: TableBody.decode(&fields))
      }
    } ?? []
  }
}

/// The part of a schema that a model may hold too.
struct TableBody: Sendable {
  let columns: [ColumnDeclaration]
  let checks: [Check]

  static func decode(_ fields: inout Fields) -> TableBody {
    let columns = fields.entries("colonnes", doc: "Les colonnes, dans l’ordre : nom et type") { name, field in
      ColumnDeclaration.decode(name, &field)
    }
    let checks = fields.list("controles", doc: "Ce que le tableau doit vérifier") { Check.decode(&$0) }
    return TableBody(columns: columns ?? [], checks: (checks ?? []).flatMap { $0 })
  }
}

/// Lower-case letters, digits and hyphens, as anchors and file names want them.
func isIdentifier(_ text: String) -> Bool {
  !text.isEmpty && text.utf8.allSatisfy { $0.isASCIILowercase || $0.isASCIIDigit || $0 == UInt8(ascii: "-") }
}

func badIdentifier(_ id: Located<String>) -> Diagnostic {
  let made = slug(id.value)
  return Diagnostic(
    KeyFigureCode.badIdentifier, at: id.location, "« \(id.value) » ne peut pas servir d’identifiant",
    help: "n’employez que des minuscules sans accent, des chiffres et des traits d’union"
      + (made.isEmpty ? ", comme « nombre-d-ecoles »" : " : « \(made) »"))
}
