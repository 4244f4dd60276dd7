import Diagnostics
import FrenchText
import FrontMatter

/// What the front matter says of a table: its title and origin, its columns, and the checks it must pass. It is one
/// reference, which every copy of its table shares.
public final class TableSchema: Sendable {
  public let id: Located<String>
  public let title: Located<String>?
  public let source: Located<String>?
  public let date: Located<Period>?
  /// Shown under the table; silences warnings about it.
  public let note: Located<String>?
  public let unit: Located<String>?
  /// The column whose equal neighbours are shown as one cell.
  public let merged: Located<String>?
  /// A CSV file, its path from `content/`.
  public let data: Located<String>?
  /// Counts below this are kept secret.
  public let secret: Located<Int>?
  /// A series that was redefined: it is not compared with the earlier edition.
  public let isBroken: Bool
  /// Empty when the types are to be inferred.
  public let columns: [ColumnDeclaration]
  public let checks: [Check]

  init(
    id: Located<String>, title: Located<String>?, source: Located<String>?, date: Located<Period>?,
    note: Located<String>?, unit: Located<String>?, merged: Located<String>?, data: Located<String>?,
    secret: Located<Int>?, isBroken: Bool, columns: [ColumnDeclaration], checks: [Check]
  ) {
    self.id = id
    self.title = title
    self.source = source
    self.date = date
    self.note = note
    self.unit = unit
    self.merged = merged
    self.data = data
    self.secret = secret
    self.isBroken = isBroken
    self.columns = columns
    self.checks = checks
  }

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
      id: id, title: title, source: source ?? model?.source, date: date, note: note,
      unit: unit ?? model?.unit,
      merged: merged, data: data, secret: secret, isBroken: series?.value == "rompue",
      columns: body.columns.isEmpty ? model?.body.columns ?? [] : body.columns,
      checks: (model?.body.checks ?? []) + body.checks)
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
