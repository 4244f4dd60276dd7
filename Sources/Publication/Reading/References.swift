import KeyFigures
import Synchronization

/// What one section asks of the others. It remembers which ones: as long as they stay as they are, what was made of the
/// answers stays true.
final class References: Sendable {
  let index: ReferenceIndex
  /// The place of the section that asks.
  let own: Int
  private let asked = Mutex<Set<Int>>([])

  init(_ index: ReferenceIndex, from own: Int) {
    self.index = index
    self.own = own
  }

  /// The places of the other sections that were looked at.
  var used: Set<Int> { asked.withLock { $0 } }

  private func using(_ place: Int) -> Int {
    if place != own { asked.withLock { _ = $0.insert(place) } }
    return place
  }

  // MARK: By name: as long as no section comes, goes or moves, the answers are the same

  var names: [String] { index.names }
  /// The full keys of all sections.
  var keys: [String] { index.keys }
  func place(ofKey key: String) -> Int? { index.place(ofKey: key) }
  func find(_ words: ArraySlice<String>) -> ReferenceIndex.Match { index.section(words, from: own) }

  // MARK: By content

  func section(_ place: Int) -> Section { index.section(using(place)) }
  func figure(_ id: String, in place: Int) -> Figure? { index.figure(id, in: using(place)) }
  func figureIDs(in place: Int) -> [String] { index.figureIDs(in: using(place)) }
  func table(_ id: String, in place: Int) -> TableBlock? { index.table(id, in: using(place)) }
  func tableIDs(in place: Int) -> [String] { index.tableIDs(in: using(place)) }

  /// A table as a formula names it: `id`, `section/id`, `partie/section/id`.
  func table(_ path: [String]) -> Table? {
    guard let id = path.last, case .section(let place) = find(path.dropLast()) else { return nil }
    return table(id, in: place)?.table
  }
}
