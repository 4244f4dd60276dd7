import Diagnostics

/// The sections in the order of the report: parts as the publication lists them, chapters by their first section,
/// sections by `ordre`, then by file name.
struct Arrangement {
  private(set) var parts: [(opening: Section, chapters: [Chapter], sections: Range<Int>)] = []
  private(set) var sections: [Section] = []

  /// - Parameter openings: one for each folder of a part, in order.
  init(openings: [Section], sections all: [Section], _ diagnostics: inout [Diagnostic]) {
    let byFolder = Dictionary(grouping: all, by: \.folder)
    for opening in openings {
      let ordered = (byFolder[opening.folder] ?? []).sorted(by: Self.precedes)
      Self.reportEqualOrders(ordered, &diagnostics)
      let start = sections.count
      var chapters: [Chapter] = []
      for (title, members) in Self.chapters(of: ordered) {
        chapters.append(Chapter(title: title, sections: sections.count..<sections.count + members.count))
        sections += members
      }
      parts.append((opening, chapters, start..<sections.count))
    }
  }

  private static func precedes(_ a: Section, _ b: Section) -> Bool {
    let (first, second) = (a.header.order?.value ?? .max, b.header.order?.value ?? .max)
    return first != second ? first < second : a.slug.utf8.lexicographicallyPrecedes(b.slug.utf8)
  }

  private static func chapters(of sections: [Section]) -> [(title: String?, members: [Section])] {
    var chapters: [(title: String?, members: [Section])] = []
    var places: [String?: Int] = [:]
    for section in sections {
      let title = section.header.chapter?.value
      if let place = places[title] {
        chapters[place].members.append(section)
      } else {
        places[title] = chapters.count
        chapters.append((title, [section]))
      }
    }
    return chapters
  }

  private static func reportEqualOrders(_ sections: [Section], _ diagnostics: inout [Diagnostic]) {
    for (previous, section) in zip(sections, sections.dropFirst()) where !section.hasNote {
      guard let order = section.header.order, let other = previous.header.order, order.value == other.value
      else {
        continue
      }
      diagnostics.append(
        Diagnostic(
          PublicationCode.sameOrder, at: order.location,
          "« ordre: \(order.value) » est déjà pris par « \(previous.title) »",
          help: "donnez un autre nombre ; sinon, le nom du fichier décide",
          notes: [.init("l’autre section est ici", at: other.location)]))
    }
  }
}
