import Diagnostics
import Publication
import Templates

/// What every rendering needs and none changes: the publication, the layouts, the values all pages share.
final class Frame: Sendable {
  let publication: Publication
  let templates: TemplateSet
  let data: PublicationData
  /// The variables of every page.
  let globals: Map
  let names: FileNames
  var files: DataFiles { openData.value }
  private let openData: Once<DataFiles>
  /// In pixels, by path from the publication's folder.
  let pictureSizes: [String: PictureSize]
  /// The place of each section, by its key, among `publication.sections`; openings and the home page have none.
  private let places: [String: Int]

  /// - Parameter earlier: of a publication whose sections have the same names, places and files.
  init(
    _ publication: Publication, templates: TemplateSet, data: PublicationData, since earlier: Frame? = nil
  ) {
    self.publication = publication
    self.templates = templates
    self.data = data
    globals = data.globals
    let names = earlier?.names ?? FileNames(publication)
    self.names = names
    openData = Once { DataFiles(publication, names: names) }
    pictureSizes =
      earlier?.pictureSizes
      ?? Dictionary(
        publication.media.compactMap { medium in medium.pictureSize.map { (medium.path, $0) } },
        uniquingKeysWith: { first, _ in first })
    places =
      earlier?.places
      ?? Dictionary(
        publication.sections.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The address of a section or of a place in it, from where a text is read.
  func address(of key: String, anchor: String?, in medium: ContentRenderer.Medium) -> String {
    switch medium {
    case .page(let root): root + url(of: key) + (anchor.map { "#" + $0 } ?? "")
    case .print: "#" + printAnchor(of: key) + (anchor.map { "-" + $0 } ?? "")
    }
  }

  /// What the print edition calls a section, the opening of a part, or the editorial.
  func printAnchor(of key: String) -> String {
    if let place = places[key] { return SectionSummary.anchor(ofSection: place, in: publication) }
    if let part = publication.parts.first(where: { $0.opening.key == key }) { return "partie-\(part.number)" }
    return "editorial"
  }

  private func url(of key: String) -> String {
    if let place = places[key] { return publication.sections[place].url }
    return publication.parts.first { $0.opening.key == key }?.opening.url ?? publication.home.url
  }
}
