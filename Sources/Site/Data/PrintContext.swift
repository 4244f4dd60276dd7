import KeyFigures
import Publication
import Synchronization
import Templates

/// The whole publication as one document: every text once more, its links turned inwards, its `id`s kept apart.
///
/// The text of a section is rendered when the layout comes to it, and not kept: this document is as long as all pages
/// together.
final class PrintContext: Sendable {
  private let frame: Frame
  private let firstFailure = Mutex<TemplateError?>(nil)

  init(_ frame: Frame) { self.frame = frame }

  /// What went wrong in a text that the layout came to.
  var failure: TemplateError? { firstFailure.withLock { $0 } }

  private var publication: Publication { frame.publication }

  func fill(_ map: inout Map) {
    map["parties"] = .list(publication.parts.map(value))
    map["editorial"] = text(of: publication.home, partNumber: nil, prefix: "editorial-")
    map["liste_figures"] = .list(figures)
    map["liste_tableaux"] = .list(tables)
    map["sigles"] = .list(GlossaryData(frame).entries)
    map["chiffres"] = .list(publication.parts.flatMap(keyFigures))
    map["priorites"] = .list(frame.data.priorities)
  }

  private func text(of section: Section, partNumber: Int?, prefix: String) -> Value {
    do throws(TemplateError) {
      return .markup(
        try ContentRenderer.html(
          of: section, partNumber: partNumber, medium: .print(prefix: prefix), frame: frame))
    } catch {
      firstFailure.withLock { if $0 == nil { $0 = error } }
      return .none
    }
  }

  private func value(of part: Part) -> Value {
    guard case .map(var summary) = frame.data.parts[part.number - 1] else { return .none }
    summary["contenu"] = text(of: part.opening, partNumber: part.number, prefix: "partie-\(part.number)-")
    summary["chapitres"] = .list(
      part.chapters.map { chapter in
        .map([
          "titre": Value(chapter.title.map(Typeset.text)), "titre_html": Typeset.html(chapter.title),
          "sections": .list(
            chapter.sections.map { place in
              .map(
                Map(
                  of: PrintedSection(place: place, part: part.number, document: self), PrintedSection.members)
              )
            }),
        ])
      })
    return .map(summary)
  }

  private struct PrintedSection: Sendable {
    let place: Int
    let part: Int
    let document: PrintContext

    static let members = Members<PrintedSection>(
      SectionSummary.members, of: { $0.document.frame.data.summary(ofSection: $0.place) },
      and: ["contenu": { $0.text }, "note": { Typeset.html($0.section.header.note) }])

    private var section: Section { document.publication.sections[place] }

    private var text: Value {
      let anchor = SectionSummary.anchor(ofSection: place, in: document.publication)
      return document.text(of: section, partNumber: part, prefix: anchor + "-")
    }
  }

  /// The key figures of a part, each with its place in this document.
  private func keyFigures(of part: Part) -> [Value] {
    ([part.opening] + publication.sections[part.sections]).flatMap { section in
      let data = FigureData(section: section, partNumber: part.number, comparison: publication.comparison)
      let anchor = frame.printAnchor(of: section.key)
      return section.figures.map { figure -> Value in
        .map(
          Map(
            of: PrintedFigure(figure: .init(figure: figure, data: data), section: anchor),
            PrintedFigure.members))
      }
    }
  }

  private struct PrintedFigure: Sendable {
    let figure: FigureData.Shown
    /// What this document calls its section.
    let section: String

    static let members = Members<PrintedFigure>(
      FigureData.Shown.members, of: { $0.figure }, and: ["ancre": { .string($0.anchor) }])

    private var anchor: String {
      let id = figure.figure.id
      return figure.data.section.shownFigures.contains(id) ? section + "-chiffre-" + id : section
    }
  }

  private var figures: [Value] {
    publication.everything.flatMap { section in
      section.charts.map { entry($0.number, $0.title, frame.printAnchor(of: section.key) + "-" + $0.anchor) }
    }
  }

  private var tables: [Value] {
    publication.everything.flatMap { section in
      section.tables.filter(\.isShown).map {
        entry($0.number, $0.title ?? section.title, frame.printAnchor(of: section.key) + "-tableau-" + $0.id)
      }
    }
  }

  private func entry(_ number: Int, _ title: String, _ anchor: String) -> Value {
    .map(Map(of: Entry(number: number, title: title, anchor: anchor), Entry.members))
  }

  private struct Entry: Sendable {
    let number: Int
    let title: String
    let anchor: String

    static let members = Members<Entry>([
      "numero": { .int($0.number) }, "titre": { .string(Typeset.text($0.title)) },
      "titre_html": { Typeset.html($0.title) }, "ancre": { .string($0.anchor) },
    ])
  }
}
