import KeyFigures

/// Where the figures and tables of the publication are, by what an editor types between brackets:
/// `id`, `section/id`, `partie/section/id`.
struct ReferenceIndex: Sendable {
  /// What a path of words leads to.
  enum Match: Hashable {
    case none
    /// The place of the section among the steps, and the words left.
    case section(Int)
    /// Several sections share the short name; their full keys.
    case ambiguous([String])
  }

  private let steps: [SectionStep]
  private let byName: Names

  /// What the sections are called: the same as long as none comes, goes or moves.
  struct Names: Sendable {
    fileprivate private(set) var byKey: [String: Int] = [:]
    fileprivate private(set) var bySlug: [String: [Int]] = [:]

    init(_ steps: [SectionStep]) {
      byKey.reserveCapacity(steps.count)
      bySlug.reserveCapacity(steps.count)
      for (i, step) in steps.enumerated() {
        let section = step.section
        byKey[section.key] = i
        if section.role == .section { bySlug[section.slug, default: []].append(i) }
      }
    }
  }

  init(_ steps: [SectionStep], _ names: Names) {
    self.steps = steps
    byName = names
  }

  /// The section that `words` name: none of them this one, one its file's name, two its part and its file's name.
  func section(_ words: ArraySlice<String>, from own: Int) -> Match {
    switch words.count {
    case 0: return .section(own)
    case 1:
      let word = words[words.startIndex]
      let places = byName.bySlug[word] ?? byName.byKey[word].map { [$0] } ?? []
      if places.count > 1 { return .ambiguous(places.map { steps[$0].section.key }) }
      return places.first.map(Match.section) ?? .none
    default: return byName.byKey[words.joined(separator: "/")].map(Match.section) ?? .none
    }
  }

  func figure(_ id: String, in section: Int) -> Figure? { steps[section].section.header.figures.figure(id) }
  func table(_ id: String, in section: Int) -> TableBlock? {
    steps[section].section.tables.first { $0.id == id }
  }
  func figureIDs(in section: Int) -> [String] { steps[section].section.figures.map(\.id).sorted() }
  func tableIDs(in section: Int) -> [String] { steps[section].section.tables.map(\.id) }
  func section(_ place: Int) -> Section { steps[place].section }

  var keys: [String] { steps.filter { $0.section.role == .section }.map(\.section.key) }
  var names: [String] { steps.map(\.section.key) + byName.bySlug.keys.sorted() }

  /// The place of a section by its full key.
  func place(ofKey key: String) -> Int? { byName.byKey[key] }
}
