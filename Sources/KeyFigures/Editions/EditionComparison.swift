import Diagnostics
import FrenchText

/// This edition beside the one before it: what changed, what is new, what is gone.
public final class EditionComparison: Sendable {
  public struct Revision: Sendable {
    public let record: FigureRecord
    public let before: Edition.Figure
    /// Nil where the two cannot be compared: a broken series, other units, a range.
    public let change: Change?
    public var isBroken: Bool { record.figure.isBroken }
  }

  /// Which edition this one is compared with; nil when there is none.
  public let since: String?
  /// Figures of both editions whose value is not the same, in the order of this one.
  public let revised: [Revision]
  public let added: [FigureRecord]
  public let dropped: [Edition.Figure]
  /// Changes by `FigureRecord.key`, given by the editor or found in the earlier edition.
  private let changes: [String: Change]

  /// What a card says under the figure; nil when nothing is known, or the series is broken.
  public func change(of record: FigureRecord) -> Change? {
    change(ofFigure: record.figure.id, in: record.section)
  }

  /// The same, by the section's key and the figure's identifier.
  public func change(ofFigure id: String, in section: String) -> Change? {
    changes.isEmpty ? nil : changes[section + "/" + id]
  }

  public init(_ records: [FigureRecord], with edition: Edition?, since period: String? = nil) {
    since = edition?.name ?? period
    var revised: [Revision] = []
    var added: [FigureRecord] = []
    var changes: [String: Change] = [:]
    var found = Set<Edition.Figure>()
    let own = edition == nil ? [] : Set(records.map(\.key))
    for record in records where edition != nil || record.figure.previous != nil {
      let before = edition.flatMap { Self.match(record, in: $0, own: own) }
      if let before { found.insert(before) } else if edition != nil { added.append(record) }
      let old = record.figure.previous?.value ?? before?.quantity
      let change = old.flatMap {
        Change(from: $0, to: record.figure.quantity, since: edition?.name ?? period ?? "")
      }
      if !record.figure.isBroken, let change { changes[record.key] = change }
      guard let before, before.quantity.formatted != record.figure.quantity.formatted else { continue }
      revised.append(Revision(record: record, before: before, change: record.figure.isBroken ? nil : change))
    }
    self.revised = revised
    self.added = added
    self.changes = changes
    dropped = edition?.figures.filter { !found.contains($0) } ?? []
  }

  /// By section and identifier; a figure whose section moved is found by an identifier that the editor gave and that
  /// no section of either edition shares.
  private static func match(_ record: FigureRecord, in edition: Edition, own: Set<String>) -> Edition.Figure?
  {
    if let same = edition.figure(section: record.section, id: record.figure.id) { return same }
    guard record.figure.idLocation != nil, let moved = edition.movedFigure(id: record.figure.id),
      !own.contains(moved.section + "/" + moved.id),
      sameWords(moved.label, record.figure.label)
    else { return nil }
    return moved
  }

  private static func sameWords(_ a: String, _ b: String) -> Bool { slug(a) == slug(b) }

  /// Warnings: a `precedent` that is not what the earlier edition published, and a change over the threshold without
  /// a note. A note on the figure silences both.
  ///
  /// - Parameter threshold: the largest change, as a share of the former value; nil asks for nothing.
  public func warnings(
    threshold: Ratio?, _ diagnostics: inout [Diagnostic], records: [FigureRecord], edition: Edition?
  ) {
    guard threshold != nil || edition != nil else { return }
    for record in records where record.figure.note == nil && !record.figure.isBroken {
      let figure = record.figure
      if let given = figure.previous, let published = edition?.figure(section: record.section, id: figure.id),
        let a = given.value.exact, let b = published.quantity.exact, a != b
      {
        diagnostics.append(
          Diagnostic(
            KeyFigureCode.contradictoryPrevious, at: given.location,
            "« precedent » dit \(given.value.formatted) ; l’édition \(edition?.name ?? "") a publié "
              + published.quantity.formatted,
            help: "retirez « precedent », ou dites par « note: … » pourquoi la valeur a été revue",
            notes: [.init("la valeur publiée est ici", at: published.location)]))
      }
      guard let threshold, let change = change(of: record), let rate = change.rate,
        (rate.isNegative ? rate.negated : rate) > threshold
      else { continue }
      diagnostics.append(
        Diagnostic(
          KeyFigureCode.largeChange, at: figure.valueLocation,
          "« \(excerpt(figure.label)) » passe de \(change.before.formatted) à \(change.after.formatted) "
            + "(\(plainSpaces(change.rateText ?? "")))",
          help: "vérifiez la valeur, ou expliquez le changement par « note: … »"))
    }
  }
}
