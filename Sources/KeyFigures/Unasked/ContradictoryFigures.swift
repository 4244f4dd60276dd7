import Diagnostics
import FrenchText

/// The same figure with two values in two sections.
///
/// Two figures are the same when their labels are the same words, at least three of them: « élèves engagés » may well
/// be others elsewhere. Figures of different dates, and of different units, are not compared.
public enum ContradictoryFigures {
  public static func find(in records: [FigureRecord], _ diagnostics: inout [Diagnostic]) {
    var first: [String: Int] = [:]
    first.reserveCapacity(records.count)
    for (place, record) in records.enumerated() {
      guard let subject = record.subject else { continue }
      guard let earlier = first[subject].map({ records[$0] }) else {
        first[subject] = place
        continue
      }
      guard earlier.section != record.section, record.figure.note == nil, earlier.figure.note == nil,
        sameDate(earlier.figure, record.figure), differ(earlier.figure.quantity, record.figure.quantity)
      else { continue }
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.contradictoryFigures, at: record.figure.valueLocation,
          "« \(excerpt(record.figure.label)) » vaut \(record.figure.quantity.formatted) ici et "
            + "\(earlier.figure.quantity.formatted) dans « \(earlier.sectionTitle) »",
          help: "corrigez l’un des deux, précisez ce que chacun compte, ou expliquez-le par « note: … »",
          notes: [.init("l’autre valeur est ici", at: earlier.figure.valueLocation)]))
    }
  }

  /// The words of a label and the unit, where at least three of the words are more than a syllable.
  static func subject(of figure: Figure) -> String? {
    let words = slug(figure.label)
    var (length, long) = (0, 0)
    for byte in words.utf8 {
      length = byte == UInt8(ascii: "-") ? 0 : length + 1
      if length == 3 { long += 1 }
    }
    guard long >= 3 else { return nil }
    return words + "|" + (figure.quantity.canonicalUnit ?? "")
  }

  private static func sameDate(_ a: Figure, _ b: Figure) -> Bool {
    guard let one = a.date?.value, let other = b.date?.value else { return true }
    return one.overlaps(other)
  }

  /// Whether no number is what both say: « 13 000 » and « plus de 12 500 » may be the same.
  static func differ(_ a: Quantity, _ b: Quantity) -> Bool {
    guard let one = Possible(a), let other = Possible(b) else { return a.formatted != b.formatted }
    let isExact =
      a.exact != nil && b.exact != nil && a.qualifier == nil && b.qualifier == nil
      && a.multiple == nil && b.multiple == nil && a.canonicalUnit != "%"
    return isExact ? a.exact != b.exact : !one.intersects(other)
  }
}
