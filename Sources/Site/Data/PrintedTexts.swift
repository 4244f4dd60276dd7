import Publication
import Templates

/// Every section as the print edition shows it, rendered in parallel: that one page holds as much as all others.
public struct PrintedTexts: Sendable {
  /// By the place of the section in the publication.
  let sections: [Result<[UInt8], TemplateError>]
  /// What all of them take.
  let byteCount: Int

  init(_ frame: Frame, jobs: Int) async {
    let publication = frame.publication
    let places = publication.parts.flatMap { part in part.sections.map { (place: $0, part: part.number) } }
    let sections = await parallelMap(places, jobs: jobs) { place, part in
      let prefix = PublicationData.anchor(ofSection: place, in: publication) + "-"
      return Result { () throws(TemplateError) in
        let html = try ContentRenderer.html(
          of: publication.sections[place], partNumber: part, medium: .print(prefix: prefix), frame: frame)
        return html.fitted()
      }
    }
    self.sections = sections
    byteCount = sections.reduce(0) { $0 + ((try? $1.get().count) ?? 0) }
  }
}
