import KeyFigures
import Publication
import Templates

/// The whole publication as one document: every text once more, its links turned inwards, its `id`s kept apart.
struct PrintContext {
  private let frame: Frame
  private let publication: Publication
  private let printed: PrintedTexts?

  init(_ site: Site, printed: PrintedTexts?) {
    self.printed = printed
    frame = site.frame
    publication = site.publication
  }

  func fill(_ map: inout Map) throws(TemplateError) {
    var parts: [Value] = []
    for part in publication.parts { parts.append(try value(of: part)) }
    map["parties"] = .list(parts)
    map["editorial"] = .markup(
      try ContentRenderer.html(
        of: publication.home, partNumber: nil, medium: .print(prefix: "editorial-"), frame: frame))
    map["liste_figures"] = .list(figures)
    map["liste_tableaux"] = .list(tables)
    map["sigles"] = .list(GlossaryData(frame).entries)
    map["chiffres"] = .list(publication.parts.flatMap(figures))
    map["priorites"] = .list(frame.data.priorities)
  }

  /// The figures of a part, each with its place in this document.
  private func figures(of part: Part) -> [Value] {
    ([part.opening] + publication.sections[part.sections]).flatMap { section in
      let data = FigureData(section: section, partNumber: part.number, comparison: publication.comparison)
      let anchor = frame.printAnchor(of: section.key)
      let shown = section.shownFigures
      return section.figures.compactMap { figure -> Value? in
        guard case .map(var map) = data.value(figure) else { return nil }
        map["ancre"] = .string(shown.contains(figure.id) ? anchor + "-chiffre-" + figure.id : anchor)
        return .map(map)
      }
    }
  }

  private func value(of part: Part) throws(TemplateError) -> Value {
    guard case .map(var summary) = frame.data.parts[part.number - 1] else { return .none }
    summary["contenu"] = .markup(try content(part.opening, part, prefix: "partie-\(part.number)-"))
    var chapters: [Value] = []
    for chapter in part.chapters {
      var sections: [Value] = []
      for place in chapter.sections { sections.append(try value(ofSection: place, part)) }
      chapters.append(
        .map([
          "titre": Value(chapter.title.map(Typeset.text)), "titre_html": Typeset.html(chapter.title),
          "sections": .list(sections),
        ]))
    }
    summary["chapitres"] = .list(chapters)
    return .map(summary)
  }

  private func value(ofSection place: Int, _ part: Part) throws(TemplateError) -> Value {
    guard case .map(var summary) = frame.data.sections[place] else { return .none }
    summary.reserveCapacity(summary.count + 2)
    let section = publication.sections[place]
    let anchor = PublicationData.anchor(ofSection: place, in: publication)
    if let printed {
      summary["contenu"] = .markup(try printed.sections[place].get())
    } else {
      summary["contenu"] = .markup(try content(section, part, prefix: anchor + "-"))
    }
    summary["note"] = Typeset.html(section.header.note)
    return .map(summary)
  }

  private func content(_ section: Section, _ part: Part, prefix: String) throws(TemplateError) -> [UInt8] {
    try ContentRenderer.html(
      of: section, partNumber: part.number, medium: .print(prefix: prefix), frame: frame)
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
    .map([
      "numero": .int(number), "titre": .string(Typeset.text(title)), "titre_html": Typeset.html(title),
      "ancre": .string(anchor),
    ])
  }
}
