import Diagnostics
import FrenchText
import Publication
import Templates

/// The sigles of the publication with their meaning and the pages that use them.
struct GlossaryData {
  private let frame: Frame

  init(_ frame: Frame) { self.frame = frame }

  var entries: [Value] {
    let publication = frame.publication
    var uses: [String: [Section]] = [:]
    for section in publication.sections {
      for sigle in section.sigles { uses[sigle, default: []].append(section) }
    }
    return publication.glossary.sigles.map { sigle in
      let meaning = publication.glossary.meaning(of: sigle) ?? ""
      return .map([
        "sigle": .string(sigle), "sens": .string(Typeset.text(meaning)),
        "ancre": .string("sigle-" + slug(sigle)),
        "langue": .none,
        "pages": .list(
          (uses[sigle] ?? []).map {
            .map(["titre": .string($0.typesetShortTitle), "url": .string($0.url)])
          }),
      ])
    }
  }
}
