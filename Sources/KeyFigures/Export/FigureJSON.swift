import Diagnostics
import FrenchText

/// `chiffres-cles.json`: every figure and table of an edition, for machines and for next year's `edition_precedente`.
///
///     { "format": "bilan/chiffres-cles/1", "edition": "2024-2025", "titre": …,
///       "chiffres": [{ "section": "partie/section", "id", "valeur": "8,3 %", "nombre": 8.3, "unite": "%", "libelle", … }],
///       "tableaux": [{ "section", "id", "titre", "colonnes": [{ "nom", "type", "unite" }], "lignes": [[…], …] }] }
///
/// `nombre` is null where the value is no single number (a range, a third). In the rows of a table numbers are JSON
/// numbers, and null says missing or secret.
enum FigureJSON {
  static let format = "bilan/chiffres-cles/1"

  static func write(_ data: OpenData, to drain: @escaping Drain) {
    JSONWriter.object(to: drain) { json in
      json.member("format", format)
      json.member("edition", data.edition)
      json.member("titre", data.title)
      json.member("source", ifPresent: data.publisher)
      json.member("licence", ifPresent: data.licence?.name)
      json.member("chiffres") { json in json.array { for record in data.figures { write(record, &$0) } } }
      json.member("tableaux") { json in json.array { for record in data.tables { write(record, &$0) } } }
    }
  }

  private static func write(_ record: FigureRecord, _ json: inout JSONWriter) {
    let figure = record.figure
    json.object { json in
      json.member("section", record.section)
      json.member("id", figure.id)
      json.member("valeur", plainSpaces(figure.quantity.formatted))
      json.member("nombre") { number(figure.quantity, &$0) }
      json.member("unite") { text(figure.quantity.canonicalUnit, &$0) }
      json.member("libelle", figure.label)
      json.member("groupe", ifPresent: figure.group)
      json.member("qualificatif", ifPresent: figure.quantity.qualifier?.rawValue)
      json.member("date", ifPresent: figure.date.map { DateText.exported($0.value) })
      json.member("source", ifPresent: figure.source?.value)
      json.member("precedent", ifPresent: figure.previous.map { plainSpaces($0.value.formatted) })
      json.member("cible", ifPresent: figure.target.map { plainSpaces($0.value.formatted) })
      json.member("note", ifPresent: figure.note?.value)
      if figure.isBroken { json.member("serie", "rompue") }
      json.member("url", ifPresent: record.url)
    }
  }

  private static func write(_ record: TableRecord, _ json: inout JSONWriter) {
    let table = record.table
    json.object { json in
      json.member("section", record.section)
      json.member("id", table.id ?? record.name)
      json.member("titre", record.title)
      json.member("date", ifPresent: table.schema?.date.map { DateText.exported($0.value) })
      json.member("source", ifPresent: table.schema?.source?.value)
      json.member("colonnes") { json in
        json.array { json in
          for (name, column) in zip(table.columnNames, table.columns) {
            json.object { json in
              json.member("nom", name)
              json.member("type", column.type.rawValue)
              json.member("unite", ifPresent: column.unit)
            }
          }
        }
      }
      json.member("lignes") { json in
        json.array { json in
          for row in 0..<table.rowCount {
            json.array { json in for index in table.columns.indices { cell(table, row, index, &json) } }
          }
        }
      }
    }
  }

  private static func cell(_ table: Table, _ row: Int, _ index: Int, _ json: inout JSONWriter) {
    let column = table.columns[index]
    guard column.state(row) == .value || column.state(row) == .words else { return json.null() }
    if column.type.isNumeric, let decimal = column.decimal(row) {
      json.number { decimal.appendPlain(to: &$0) }
    } else if column.quantity(row) != nil {
      json.string(plainSpaces(table.text(row, index)))
    } else if let period = column.period(row) {
      json.string(DateText.exported(period))
    } else if let flag = column.flag(row) {
      json.number(flag ? "true" : "false")
    } else {
      table.raw.withBytes(row, index) { json.string($0) }
    }
  }

  private static func number(_ quantity: Quantity, _ json: inout JSONWriter) {
    if let decimal = quantity.decimal {
      json.number { decimal.appendPlain(to: &$0) }
    } else {
      json.null()
    }
  }

  private static func text(_ value: String?, _ json: inout JSONWriter) {
    if let value { json.string(value) } else { json.null() }
  }
}
