/// How far it is seen that texts changed from one reading of a publication to the next.
public enum Reach: Comparable, Sendable {
  /// On the pages of the sections that changed, and of those that quote them.
  case text
  /// Wherever figures and sections are listed, too.
  case lists
  /// Everywhere: sections came, went or moved, or what is named after them did.
  case everything
}

extension Section {
  /// How far it is seen that its file changed.
  func reach(since earlier: Section) -> Reach {
    if reading === earlier.reading { return .text }
    let (own, other) = (header, earlier.header)
    let isInPlace =
      file.path == earlier.file.path && isReadable == earlier.isReadable && own.isDraft == other.isDraft
      && own.order?.value == other.order?.value && own.chapter?.value == other.chapter?.value
      && title == earlier.title && hasNote == earlier.hasNote
    guard isInPlace else { return .everything }
    return reading.front == earlier.reading.front ? .text : .lists
  }

  /// Whether its directives are named, and its figures shown, as they were.
  func isBuilt(like earlier: Section) -> Bool {
    document.directives.elementsEqual(earlier.document.directives) { $0.name == $1.name }
      && tables.elementsEqual(earlier.tables) { $0.id == $1.id }
      && charts.elementsEqual(earlier.charts) { $0.id == $1.id }
      && shownFigures == earlier.shownFigures
  }
}
