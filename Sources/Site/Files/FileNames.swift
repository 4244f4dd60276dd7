import Publication

/// What the files of tables and charts are called. An identifier that is unique in the publication is the whole name;
/// otherwise its section's name comes before it.
struct FileNames: Sendable {
  /// How many sections give each identifier, on a disk that ignores case.
  private let tables: [String: Int]
  private let charts: [String: Int]

  init(_ publication: Publication) {
    let sections = publication.everything
    tables = Dictionary(sections.flatMap { $0.tables.map { ($0.id.lowercased(), 1) } }, uniquingKeysWith: +)
    charts = Dictionary(sections.flatMap { $0.charts.map { ($0.id.lowercased(), 1) } }, uniquingKeysWith: +)
  }

  /// Without its folder and its ending.
  func table(_ block: TableBlock, in section: Section) -> String {
    name(block.id, in: section, among: tables)
  }

  /// From the root of the site.
  func chart(_ block: ChartBlock, in section: Section) -> String {
    "graphiques/" + name(block.id, in: section, among: charts) + ".svg"
  }

  /// The drawing laid out for paper, from the root of the site.
  func printedChart(_ block: ChartBlock, in section: Section) -> String {
    "graphiques/impression/" + name(block.id, in: section, among: charts) + ".svg"
  }

  private func name(_ id: String, in section: Section, among counts: [String: Int]) -> String {
    if counts[id.lowercased()] == 1 { return id }
    return (section.role == .section ? section.folder + "-" + section.slug : section.key) + "-" + id
  }
}
