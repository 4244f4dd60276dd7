import KeyFigures
import Publication

/// The open data of the publication.
struct DataFiles: Sendable {
  let files: [DataFile]
  let tables: [TableRecord]
  private let places: [String: Int]

  init(_ publication: Publication, names: FileNames) {
    let settings = publication.settings
    tables = publication.everything.flatMap { section in
      section.tables.map { block in
        TableRecord(
          section: section.key, sectionTitle: section.title, url: section.url + "#tableau-" + block.id,
          name: names.table(block, in: section), table: block.table)
      }
    }
    let data = OpenData(
      title: settings.title + " " + settings.periodText, description: settings.summary,
      publisher: settings.publisher.name, homepage: settings.url, edition: settings.periodText,
      licence: settings.legalNotice.licence.map { OpenData.Licence(name: $0) },
      figures: publication.figureRecords, tables: tables)
    files = data.files.map { DataFile(path: "donnees/" + $0.name, make: $0.make) }
    places = Dictionary(zip(files.map(\.path), files.indices)) { first, _ in first }
  }

  /// In bytes.
  func size(of path: String) -> Int { places[path].map { files[$0].bytes.count } ?? 0 }
}

/// A file of the open data, made once, when it is first asked for: its page tells its size before it is written.
struct DataFile: Sendable {
  /// From the root of the site.
  let path: String
  private let made: Once<[UInt8]>

  init(path: String, make: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    made = Once(make)
  }

  var bytes: [UInt8] { made.value }
}
