import KeyFigures

/// Where the figures and tables of the publication are, by what an editor types between brackets:
/// `id`, `section/id`, `partie/section/id`.
struct ReferenceIndex: Sendable {
  /// What a path of words leads to.
  enum Match: Hashable {
    case none
    /// The place of the section among `sections`, and the words left.
    case section(Int)
    /// Several sections share the short name; their full keys.
    case ambiguous([String])
  }

  private let sections: [Section]
  private var byKey: [String: Int] = [:]
  private var bySlug: [String: [Int]] = [:]
  private var figures: [[String: Figure]] = []
  private var tables: [[String: Int]] = []

  init(_ sections: [Section]) {
    self.sections = sections
    figures.reserveCapacity(sections.count)
    for (i, section) in sections.enumerated() {
      byKey[section.key] = i
      if section.role == .section { bySlug[section.slug, default: []].append(i) }
      figures.append(
        Dictionary(section.figures.map { ($0.id, $0) }) { first, _ in first })
      tables.append(Dictionary(section.tables.enumerated().map { ($1.id, $0) }) { first, _ in first })
    }
  }

  /// The section that `words` name: none of them this one, one its file's name, two its part and its file's name.
  func section(_ words: ArraySlice<String>, from own: Int) -> Match {
    switch words.count {
    case 0: return .section(own)
    case 1:
      let word = words[words.startIndex]
      let places = bySlug[word] ?? byKey[word].map { [$0] } ?? []
      if places.count > 1 { return .ambiguous(places.map { sections[$0].key }) }
      return places.first.map(Match.section) ?? .none
    default: return byKey[words.joined(separator: "/")].map(Match.section) ?? .none
    }
  }

  func figure(_ id: String, in section: Int) -> Figure? { figures[section][id] }
  func table(_ id: String, in section: Int) -> TableBlock? {
    tables[section][id].map { sections[section].tables[$0] }
  }
  /// A table as a formula names it: `id`, `section/id`, `partie/section/id`.
  func table(_ path: [String], from own: Int) -> Table? {
    guard let id = path.last, case .section(let place) = section(path.dropLast(), from: own) else {
      return nil
    }
    return table(id, in: place)?.table
  }

  func figureIDs(in section: Int) -> [String] { figures[section].keys.sorted() }
  func tableIDs(in section: Int) -> [String] { sections[section].tables.map(\.id) }
  func section(_ place: Int) -> Section { sections[place] }

  var names: [String] { sections.map(\.key) + bySlug.keys.sorted() }

  /// The place of a section by its full key.
  func place(ofKey key: String) -> Int? { byKey[key] }
}
