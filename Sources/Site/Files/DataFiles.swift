import Diagnostics
import KeyFigures
import Publication
import Synchronization

/// The open data of the publication: one reference, which every page that lists them shares.
final class DataFiles: Sendable {
  let files: [DataFile]
  let tables: [TableRecord]
  private let places: Once<[String: Int]>

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
    let files = data.files.map { DataFile(path: "donnees/" + $0.name, make: $0.make) }
    self.files = files
    places = Once { Dictionary(zip(files.map(\.path), files.indices)) { first, _ in first } }
  }

  /// In bytes.
  func size(of path: String) -> Int { places.value[path].map { files[$0].size } ?? 0 }
}

/// A file of the open data. Its page tells its size, which is kept once it has been made; the bytes are not, for all
/// tables together are as large as the publication.
final class DataFile: Sendable {
  /// From the root of the site.
  let path: String
  private let make: @Sendable (@escaping Drain) -> Void
  private let knownSize = Mutex<Int?>(nil)

  init(path: String, make: @escaping @Sendable (@escaping Drain) -> Void) {
    self.path = path
    self.make = make
  }

  /// Makes it, anew each time.
  func write(to drain: @escaping Drain) {
    var size = 0
    make {
      size += $0.count
      drain($0)
    }
    knownSize.withLock { $0 = size }
  }

  /// In bytes.
  var size: Int {
    if let size = knownSize.withLock({ $0 }) { return size }
    write { _ in }
    return knownSize.withLock { $0 } ?? 0
  }
}
