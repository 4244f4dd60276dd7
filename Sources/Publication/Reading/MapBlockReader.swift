import Charts
import Diagnostics
import FrontMatter
import KeyFigures
import Markdown

/// Turns a `carte` directive into a map ready to be drawn: the table's places and values over the outlines of a GeoJSON
/// file. A place is an area of these outlines, or a point of `donnees/lieux.csv`.
struct MapBlockReader {
  private let directive: Directive
  private let source: ChartSource
  private let section: Section
  private let folder: ContentFolder
  private var diagnostics: [Diagnostic] = []

  static func read(
    _ directive: Directive, of section: Section, folder: ContentFolder, _ diagnostics: inout [Diagnostic]
  ) -> ChartBlock? {
    guard let source = ChartSource(directive, of: section, folder: folder, &diagnostics) else { return nil }
    var reader = MapBlockReader(directive: directive, source: source, section: section, folder: folder)
    let block = reader.block()
    diagnostics += reader.diagnostics
    return block
  }

  private mutating func block() -> ChartBlock? {
    guard let title = source.title(&diagnostics), let base = base(),
      let place = column("lieu", or: { $0.type == .place || $0.type == .text }),
      let value = column("valeur", or: { $0.type.isNumeric })
    else { return nil }
    let table = source.table
    let values = source.rows.map { row in
      MapSpecification.Value(
        place: table.text(row, place), value: table.columns[value].decimal(row)?.approximation,
        text: table.formatted(row, value))
    }
    let specification = MapSpecification(
      base: base, places: places(), values: values, title: title, valueName: table.columns[value].name,
      unit: directive["unite"] ?? table.columns[value].unit)
    let faults = StatisticalMap.check(specification)
    diagnostics += faults.map { source.diagnostic(at: $0.attribute, $0.message, help: $0.help) }
    return faults.isEmpty ? source.block(.map(specification)) : nil
  }

  /// The column that the attribute names, or the first that could be meant.
  private mutating func column(_ attribute: String, or isFit: (Column) -> Bool) -> Int? {
    if let name = directive[attribute] { return source.column(named: name, in: attribute, &diagnostics) }
    if let column = source.table.columns.firstIndex(where: isFit) { return column }
    diagnostics.append(
      source.diagnostic(
        at: attribute, "Cette carte ne sait pas quelle colonne prendre pour « \(attribute) »",
        help: "écrivez \(attribute)=\"Nom de la colonne\""))
    return nil
  }

  private mutating func base() -> MapBase? {
    let attribute = directive.attribute("fond")
    let place = section.file.location(attribute?.valueRange ?? directive.nameRange)
    let path = attribute?.value ?? "donnees/departements.geojson"
    guard let file = folder.data(at: Located(path, at: place), &diagnostics),
      let node = YAMLParser.parse(file, 0..<file.bytes.count, &diagnostics)
    else { return nil }
    var faults: [ChartFault] = []
    let base = MapBase(geoJSON: node, &faults)
    diagnostics += faults.map { source.diagnostic(at: "fond", $0.message, help: $0.help) }
    return base
  }

  /// The points of `donnees/lieux.csv`, where there is one: name, latitude, longitude, in degrees.
  private mutating func places() -> [MapSpecification.Place] {
    guard let file = folder.text(at: "content/donnees/lieux.csv"), let raw = CSVFile.parse(file, &diagnostics)
    else {
      return []
    }
    file.reportReversal(&diagnostics)
    let names = raw.header.map { $0.text.lowercased() }
    guard let name = names.firstIndex(of: "nom"), let latitude = names.firstIndex(of: "latitude"),
      let longitude = names.firstIndex(of: "longitude")
    else {
      diagnostics.append(
        Diagnostic(
          PublicationCode.map, at: raw.header.first?.location ?? raw.location,
          "lieux.csv doit avoir les colonnes « nom », « latitude » et « longitude »",
          help: "première ligne : nom;latitude;longitude"))
      return []
    }
    return (0..<raw.rowCount).compactMap { row in
      guard let north = degrees(raw, row, latitude, limit: 90),
        let east = degrees(raw, row, longitude, limit: 180)
      else {
        return nil
      }
      return .init(name: raw.text(row, name), point: GeoPoint(longitude: east, latitude: north))
    }
  }

  /// Coordinates come from gazetteers, which write them with a point: either sign is read.
  private mutating func degrees(_ raw: RawTable, _ row: Int, _ column: Int, limit: Double) -> Double? {
    let text = raw.text(row, column)
    if let value = Double(text.replacing(",", with: ".")), abs(value) <= limit { return value }
    diagnostics.append(
      Diagnostic(
        PublicationCode.map, at: raw.location(row, column), "« \(text) » n’est pas une coordonnée en degrés",
        help: "écrivez par exemple 48,69"))
    return nil
  }
}
