import Diagnostics
import FrenchText

/// All figures of a publication as one CSV table.
enum FigureCSV {
  static let columns = [
    "section", "id", "groupe", "libelle", "valeur", "nombre", "unite", "qualificatif", "date", "source",
    "precedent",
    "cible", "note",
  ]

  static func write(_ records: [FigureRecord]) -> [UInt8] {
    var csv = CSVWriter()
    for column in columns { csv.cell(column) }
    csv.endRow()
    for record in records { write(record, &csv) }
    return csv.bytes
  }

  private static func write(_ record: FigureRecord, _ csv: inout CSVWriter) {
    let figure = record.figure
    func optional(_ text: String?) { csv.cell(text ?? "") }
    csv.cell(record.section)
    csv.cell(figure.id)
    optional(figure.group)
    csv.cell(figure.label)
    csv.cell(plainSpaces(figure.quantity.formatted))
    optional(figure.quantity.plainNumber)
    optional(figure.quantity.canonicalUnit)
    optional(figure.quantity.qualifier?.rawValue)
    optional(figure.date.map { DateText.exported($0.value) })
    optional(figure.source?.value)
    optional(figure.previous?.value.plainNumber)
    optional(figure.target?.value.plainNumber)
    optional(figure.note?.value)
    csv.endRow()
  }
}

/// Ordinary spaces and hyphens for data files: what a no-break space says is lost on a machine.
func plainSpaces(_ text: String) -> String {
  text.withBytes { bytes in
    var plain: [UInt8] = []
    plain.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if starts(bytes, i, 0xE2, 0x88, 0x92) {
        plain.append(UInt8(ascii: "-"))
        i += 3
      } else if let space = spaceLength(bytes, i), space > 1 {
        plain.append(.space)
        i += space
      } else {
        plain.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: plain, as: UTF8.self)
  }
}

enum DateText {
  /// A day as ISO writes it, a longer period as people do.
  static func exported(_ period: Period) -> String {
    period.form == .day && period.relation == nil ? period.start.iso : plainSpaces(period.formatted)
  }
}
