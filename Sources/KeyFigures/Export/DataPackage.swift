import Diagnostics
import FrenchText

/// `datapackage.json`: a Data Package (https://datapackage.org, version 1 profile, which `frictionless` reads) whose
/// Table Schemas tell types, units, constraints, titles, sources and licence of every CSV.
enum DataPackage {
  static func write(_ data: OpenData, to drain: @escaping Drain) {
    JSONWriter.object(to: drain) { json in
      json.member("profile", "tabular-data-package")
      json.member("name", identifier(data))
      json.member("title", data.title)
      json.member("description", ifPresent: data.description)
      json.member("version", data.edition)
      json.member("homepage", ifPresent: data.homepage)
      if let licence = data.licence { json.member("licenses") { Self.licences(licence, &$0) } }
      if let publisher = data.publisher {
        json.member("contributors") { json in
          json.array { json in
            json.object { json in
              json.member("title", publisher)
              json.member("role", "publisher")
            }
          }
        }
      }
      json.member("resources") { json in
        json.array { json in
          FigureResource.write(data, &json)
          for record in data.tables { TableResource.write(record, data.licence, &json) }
        }
      }
    }
  }

  static func licences(_ licence: OpenData.Licence, _ json: inout JSONWriter) {
    json.array { json in
      json.object { json in
        json.member("name", licence.name)
        json.member("title", ifPresent: licence.title)
        json.member("path", ifPresent: licence.url)
      }
    }
  }

  /// What every resource says of its file.
  static func file(_ name: String, title: String, _ json: inout JSONWriter) {
    json.member("profile", "tabular-data-resource")
    json.member("name", name)
    json.member("title", title)
    json.member("path", name + ".csv")
    json.member("format", "csv")
    json.member("mediatype", "text/csv")
    json.member("encoding", "utf-8")
    json.member("dialect") { json in
      json.object { json in
        json.member("delimiter", ",")
        json.member("lineTerminator", "\r\n")
        json.member("doubleQuote", true)
      }
    }
  }

  static func source(_ source: String?, _ json: inout JSONWriter) {
    guard let source else { return }
    json.member("sources") { json in
      json.array { json in json.object { $0.member("title", source) } }
    }
  }

  private static func identifier(_ data: OpenData) -> String {
    let name = slug(data.title + " " + data.edition)
    return name.isEmpty ? "publication" : name
  }
}

/// The resource of `chiffres-cles.csv`.
private enum FigureResource {
  static func write(_ data: OpenData, _ json: inout JSONWriter) {
    json.object { json in
      DataPackage.file("chiffres-cles", title: "Chiffres clés", &json)
      json.member("schema") { json in
        json.object { json in
          json.member("fields") { json in
            json.array { json in for name in FigureCSV.columns { field(name, &json) } }
          }
          json.member("missingValues") { json in json.array { $0.string("") } }
          json.member("primaryKey") { json in json.array { for key in ["section", "id"] { $0.string(key) } } }
        }
      }
    }
  }

  private static func field(_ name: String, _ json: inout JSONWriter) {
    let isNumber = ["nombre", "precedent", "cible"].contains(name)
    json.object { json in
      json.member("name", name)
      json.member("type", isNumber ? "number" : "string")
      json.member("title", titles[name] ?? name)
      if ["section", "id", "libelle", "valeur"].contains(name) {
        json.member("constraints") { json in json.object { $0.member("required", true) } }
      }
    }
  }

  private static let titles = [
    "section": "Partie et section", "id": "Identifiant dans la section", "groupe": "Groupe",
    "libelle": "Ce qui est compté", "valeur": "Valeur telle qu’elle est imprimée",
    "nombre": "Valeur en nombre",
    "unite": "Unité", "qualificatif": "Ce qui nuance la valeur", "date": "Date ou période",
    "source": "Source",
    "precedent": "Valeur de l’édition précédente", "cible": "Valeur visée", "note": "Note",
  ]
}

/// The resource of one table.
private enum TableResource {
  static func write(_ record: TableRecord, _ licence: OpenData.Licence?, _ json: inout JSONWriter) {
    let table = record.table
    json.object { json in
      DataPackage.file(record.name, title: record.title, &json)
      json.member("description", ifPresent: description(record))
      DataPackage.source(table.schema?.source?.value, &json)
      if let licence { json.member("licenses") { DataPackage.licences(licence, &$0) } }
      json.member("schema") { json in
        json.object { json in
          let names = table.columnNames
          let constraints = FieldConstraints(table)
          json.member("fields") { json in
            json.array { json in
              for (index, name) in names.enumerated() {
                field(name.isEmpty ? "colonne-\(index + 1)" : name, table, index, constraints, &json)
              }
            }
          }
          json.member("missingValues") { json in json.array { $0.string("") } }
          if let key = constraints.key {
            json.member("primaryKey") { json in json.array { for index in key { $0.string(names[index]) } } }
          }
        }
      }
    }
  }

  private static func description(_ record: TableRecord) -> String? {
    var parts: [String] = []
    if let note = record.table.schema?.note?.value { parts.append(note) }
    if let date = record.table.schema?.date?.value {
      parts.append("Données : " + plainSpaces(date.formatted) + ".")
    }
    if record.table.columns.contains(where: { $0.states.contains(.masked) }) {
      parts.append("Les cellules vides d’effectifs peuvent être couvertes par le secret statistique.")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static func field(
    _ name: String, _ table: Table, _ index: Int, _ constraints: FieldConstraints, _ json: inout JSONWriter
  ) {
    let column = table.columns[index]
    let type = ExportedType(column)
    json.object { json in
      json.member("name", name)
      json.member("type", type.rawValue)
      json.member("title", name)
      if let unit = column.unit {
        json.member("unit", unit)
        json.member("description", "Unité : \(unit)")
      }
      if type == .boolean {
        json.member("trueValues") { json in json.array { $0.string("true") } }
        json.member("falseValues") { json in json.array { $0.string("false") } }
      }
      constraints.write(index, type, &json)
    }
  }
}
