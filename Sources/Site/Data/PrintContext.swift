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
    map.add([
      "parties": .list(publication.parts.map(value)),
      "editorial": text(of: publication.home, partNumber: nil, prefix: "editorial-"),
      "liste_figures": .list(figures),
      "liste_tableaux": .list(tables),
      "sigles": .list(GlossaryData(frame).entries),
      "chiffres": .list(publication.parts.flatMap(keyFigures)),
      "priorites": .list(frame.data.priorities),
    ])
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
    let chapters = part.chapters.map { chapter -> Value in
      .map([
        "titre": Value(chapter.title.map(Typeset.text)), "titre_html": Typeset.html(chapter.title),
        "sections": .list(
          chapter.sections.map { place in
            .map(Map(of: PrintedSection(place: place, part: part.number, document: self)))
          }),
      ])
    }
    summary.add([
      "contenu": text(of: part.opening, partNumber: part.number, prefix: "partie-\(part.number)-"),
      "chapitres": .list(chapters),
    ])
    return .map(summary)
  }

  private final class PrintedSection: Shown {
    private let place: Int
    private let part: Int
    private let document: PrintContext
    private let summary: SectionSummary

    init(place: Int, part: Int, document: PrintContext) {
      self.place = place
      self.part = part
      self.document = document
      summary = document.frame.data.summary(ofSection: place)
    }

    var base: Map { Map(of: summary) }

    static let members = Members<PrintedSection>([
      Member("contenu") { $0.text }, Member("note") { Typeset.html($0.section.header.note) },
    ])

    private var section: Section { summary.section }

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
        .map(Map(of: PrintedFigure(figure: data.shown(figure), section: anchor)))
      }
    }
  }

  private final class PrintedFigure: Shown {
    private let figure: FigureData.ShownFigure
    /// What this document calls its section.
    private let section: String

    init(figure: FigureData.ShownFigure, section: String) {
      self.figure = figure
      self.section = section
    }

    var base: Map { Map(of: figure) }

    static let members = Members<PrintedFigure>([Member("ancre") { .string($0.anchor) }])

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
    .map(Map(of: Entry(number: number, title: title, anchor: anchor)))
  }

  private final class Entry: Shown {
    private let number: Int
    private let title: String
    private let anchor: String

    init(number: Int, title: String, anchor: String) {
      self.number = number
      self.title = title
      self.anchor = anchor
    }

    static let members = Members<Entry>([
      Member("numero") { .int($0.number) },
      Member("titre") { .string(Typeset.text($0.title)) },
      Member("titre_html") { Typeset.html($0.title) },
      Member("ancre") { .string($0.anchor) },
    ])
  }
}
