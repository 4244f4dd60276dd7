import Publication

/// What the files of tables and charts are called. An identifier that is unique in the publication is the whole name;
/// otherwise its section's name comes before it.
struct FileNames: Sendable {
  private let tables: [String: String]
  private let charts: [String: String]

  init(_ publication: Publication) {
    let sections = publication.everything
    tables = Self.names(sections.map { section in (section, section.tables.map(\.id)) })
    charts = Self.names(sections.map { section in (section, section.charts.map(\.id)) })
  }

  /// Without its folder and its ending.
  func table(_ block: TableBlock, in section: Section) -> String {
    tables[section.key + "/" + block.id] ?? block.id
  }

  /// From the root of the site.
  func chart(_ block: ChartBlock, in section: Section) -> String {
    "graphiques/" + (charts[section.key + "/" + block.id] ?? block.id) + ".svg"
  }

  private static func names(_ items: [(section: Section, ids: [String])]) -> [String: String] {
    var counts: [String: Int] = [:]
    for id in items.flatMap(\.ids) { counts[id.lowercased(), default: 0] += 1 }
    var names: [String: String] = [:]
    for (section, ids) in items {
      let prefix = (section.role == .section ? section.folder + "-" + section.slug : section.key) + "-"
      for id in ids {
        let isUnique = counts[id.lowercased()] == 1
        names[section.key + "/" + id] =
          isUnique ? id : prefix + id
      }
    }
    return names
  }
}
