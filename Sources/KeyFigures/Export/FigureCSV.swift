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
    for record in records {
      for value in values(record) { csv.cell(value ?? "") }
      csv.endRow()
    }
    return csv.bytes
  }

  private static func values(_ record: FigureRecord) -> [String?] {
    let figure = record.figure
    return [
      record.section, figure.id, figure.group, figure.label, plainSpaces(figure.quantity.formatted),
      figure.quantity.plainNumber, figure.quantity.canonicalUnit, figure.quantity.qualifier?.rawValue,
      figure.date.map { DateText.exported($0.value) }, figure.source?.value,
      figure.previous?.value.plainNumber,
      figure.target?.value.plainNumber, figure.note?.value,
    ]
  }
}

/// Ordinary spaces and hyphens for data files: what a no-break space says is lost on a machine.
func plainSpaces(_ text: String) -> String {
  var plain = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\u{A0}", "\u{202F}": plain.append(" ")
    case "\u{2212}": plain.append("-")
    default: plain.append(scalar)
    }
  }
  return String(plain)
}

enum DateText {
  /// A day as ISO writes it, a longer period as people do.
  static func exported(_ period: Period) -> String {
    period.form == .day && period.relation == nil ? period.start.iso : plainSpaces(period.formatted)
  }
}
