import Diagnostics
import FrontMatter

/// A column as the schema announces it: `Certifiés: entier`, or `Budget: { type: montant, unite: k€ }`.
public struct ColumnDeclaration: Sendable, Hashable {
  public let name: Located<String>
  public let type: ColumnType
  public let unit: Located<String>?

  static func decode(_ name: Located<String>, _ field: inout Field) -> ColumnDeclaration? {
    let types = ColumnType.names
    return field.shaped(
      scalar: { field in
        guard let type = field.choice(among: types).flatMap({ ColumnType(rawValue: $0.value) }) else {
          return nil
        }
        return ColumnDeclaration(name: name, type: type, unit: nil)
      },
      mapping: { field in
        field.mapping { fields in
          let type = fields.choice(
            "type", required: true, among: types, doc: "Ce que contiennent les cellules")
          let unit = fields.text("unite", doc: "L’unité de toutes les cellules de la colonne")
          guard let type = type.flatMap({ ColumnType(rawValue: $0.value) }) else { return nil }
          return ColumnDeclaration(name: name, type: type, unit: unit)
        }
      })
  }
}
