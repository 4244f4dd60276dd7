import FrenchText
import KeyFigures
import Publication
import Templates

/// « Ce qui change »: this edition's figures beside those of the one before.
struct ChangesData {
  private let comparison: EditionComparison
  private let records: [FigureRecord]

  init(_ publication: Publication) {
    comparison = publication.comparison
    records = publication.figureRecords
  }

  func fill(_ map: inout Map) {
    map.add([
      "edition_precedente": Value(
        comparison.dropped.isEmpty && comparison.revised.isEmpty ? nil : comparison.since),
      "evolutions": .list(
        comparison.revised.map { line($0.record, before: $0.before, change: $0.change) }),
      "revisions": .list(contradicted.map { line($0.record, before: $0.before, change: nil) }),
      "ajouts": .list(comparison.added.map { line($0, before: nil, change: nil) }),
      "retraits": .list(
        comparison.dropped.map { figure in
          .map([
            "libelle": .string(Typeset.text(figure.label)), "section_titre": .none, "section_url": .none,
            "avant": .string(figure.quantity.formatted), "apres": .none, "evolution": .none,
          ])
        }),
    ])
  }

  /// Figures whose `precedent` is not what the earlier edition published: it was corrected since.
  private var contradicted: [EditionComparison.Revision] {
    comparison.revised.filter { revision in
      guard let given = revision.record.figure.previous?.value.exact,
        let published = revision.before.quantity.exact
      else { return false }
      return given != published
    }
  }

  private func line(_ record: FigureRecord, before: Edition.Figure?, change: Change?) -> Value {
    .map([
      "libelle": .string(Typeset.text(record.figure.label)),
      "section_titre": .string(Typeset.text(record.sectionTitle)), "section_url": Value(record.url),
      "avant": Value(before?.quantity.formatted), "apres": .string(record.figure.quantity.formatted),
      "evolution": change.map { .map(["texte": .string($0.text)]) } ?? .none,
    ])
  }
}
