import Diagnostics

/// The order of the report: parts as the publication lists them, chapters by their first section, sections by `ordre`,
/// then by file name. Sections are told by their places among those that were read.
struct Arrangement: Sendable {
  /// Nil where no file, or a draft, speaks for it.
  private(set) var home: Int?
  private(set) var parts: [(opening: Int, chapters: [Chapter], sections: Range<Int>)] = []
  private(set) var sections: [Int] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// The home page, the openings of the parts, then all sections.
  var order: [Int?] { [home] + parts.map(\.opening) + sections }

  /// - Parameter readings: the openings in the order of their parts.
  init(_ readings: [SectionReader.Output], includesDrafts: Bool) {
    let places = readings.indices.filter { includesDrafts || !readings[$0].section.header.isDraft }
    home = places.first { readings[$0].section.role == .home }
    let byFolder = Dictionary(grouping: places.filter { readings[$0].section.role == .section }) {
      readings[$0].section.folder
    }
    for opening in places where readings[opening].section.role == .part {
      let ordered = (byFolder[readings[opening].section.folder] ?? []).sorted {
        Self.precedes(readings[$0].section, readings[$1].section)
      }
      for (previous, place) in zip(ordered, ordered.dropFirst()) {
        reportEqualOrders(readings[previous].section, readings[place].section)
      }
      let start = sections.count
      var chapters: [Chapter] = []
      for (title, members) in Self.chapters(ordered.map { (readings[$0].section.header.chapter?.value, $0) })
      {
        chapters.append(Chapter(title: title, sections: sections.count..<sections.count + members.count))
        sections += members
      }
      parts.append((opening, chapters, start..<sections.count))
    }
  }

  private static func precedes(_ a: Section, _ b: Section) -> Bool {
    let (first, second) = (a.header.order?.value ?? .max, b.header.order?.value ?? .max)
    return first != second ? first < second : a.slug.precedesInBytes(b.slug)
  }

  private static func chapters(_ sections: [(title: String?, place: Int)]) -> [(
    title: String?, members: [Int]
  )] {
    var chapters: [(title: String?, members: [Int])] = []
    var places: [String?: Int] = [:]
    for (title, section) in sections {
      if let place = places[title] {
        chapters[place].members.append(section)
      } else {
        places[title] = chapters.count
        chapters.append((title, [section]))
      }
    }
    return chapters
  }

  private mutating func reportEqualOrders(_ previous: Section, _ section: Section) {
    guard !section.hasNote, let order = section.header.order, let other = previous.header.order,
      order.value == other.value
    else { return }
    diagnostics.append(
      Diagnostic(
        PublicationCode.sameOrder, at: order.location,
        "« ordre: \(order.value) » est déjà pris par « \(previous.title) »",
        help: "donnez un autre nombre ; sinon, le nom du fichier décide",
        notes: [.init("l’autre section est ici", at: other.location)]))
  }
}
