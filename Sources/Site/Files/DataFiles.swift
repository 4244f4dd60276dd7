import KeyFigures
import Publication

/// The open data of the publication, and what each file weighs.
struct DataFiles: Sendable {
  /// Paths from the root of the site.
  let files: [(path: String, bytes: [UInt8])]
  let tables: [TableRecord]
  private let sizes: [String: Int]

  init(_ publication: Publication, names: FileNames, jobs: Int) async {
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
    files = await parallelMap(data.files, jobs: jobs) { ("donnees/" + $0.name, $0.make()) }
    sizes = Dictionary(files.map { ($0.path, $0.bytes.count) }) { first, _ in first }
  }

  func size(of path: String) -> Int { sizes[path] ?? 0 }
}
