import Diagnostics
import FrontMatter
import KeyFigures

/// What only the whole publication can tell: the figures of the home page, what two sections say of one thing.
struct PublicationChecks {
  private let steps: [SectionStep]
  private let front: FrontFiles
  private let index: ReferenceIndex
  private let comparison: EditionComparison
  private let media: MediaIndex

  init(
    _ steps: [SectionStep], _ names: ReferenceIndex.Names, front: FrontFiles, comparison: EditionComparison,
    media: MediaIndex
  ) {
    self.steps = steps
    self.front = front
    index = ReferenceIndex(steps, names)
    self.comparison = comparison
    self.media = media
  }

  func run() -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    checkHeadlines(&diagnostics)
    checkPictures(&diagnostics)
    let records = steps.flatMap(\.section.figureRecords)
    ContradictoryFigures.find(in: records, &diagnostics)
    comparison.warnings(
      threshold: front.settings.alertThreshold?.value, &diagnostics, records: records, edition: front.edition)
    return diagnostics
  }

  private func checkHeadlines(_ diagnostics: inout [Diagnostic]) {
    for headline in front.settings.headlines
    where Self.figure(headline.value, in: index) == nil && !isDoubtful(headline.value) {
      let sections = steps.map(\.section)
      let known = sections.flatMap { section in section.figures.map { section.key + "/" + $0.id } }
      let short = sections.flatMap { section in section.figures.map { section.slug + "/" + $0.id } }
      diagnostics.append(
        Diagnostic(
          PublicationCode.unknownFigure, at: headline.location, "Aucun chiffre « \(headline.value) »",
          help: nearest(to: headline.value, in: short + known).map { "vouliez-vous dire « \($0) » ?" }
            ?? "écrivez la section et l’identifiant : certification-pix/participation"))
    }
  }

  /// Whether the figure may stand in a header that has an error, or in a file that could not be read.
  private func isDoubtful(_ path: String) -> Bool {
    let words = Quotations.words(of: path).dropLast()
    guard case .section(let place) = index.section(words, from: 0) else { return false }
    return !words.isEmpty && steps[place].section.doubts.contains(.figures)
  }

  private func checkPictures(_ diagnostics: inout [Diagnostic]) {
    if let logo = front.settings.logo?.path { checkPresence(of: logo, &diagnostics) }
    guard let picture = front.settings.shareImage?.path else { return }
    guard !Self.isBitmap(picture.value) else { return checkPresence(of: picture, &diagnostics) }
    diagnostics.append(
      Diagnostic(
        PublicationCode.shareImage, at: picture.location,
        "Les réseaux sociaux ne montrent pas « \(picture.value) »",
        help: "donnez une image PNG ou JPEG, de 1200 × 630 pixels"))
  }

  private func checkPresence(of picture: Located<String>, _ diagnostics: inout [Diagnostic]) {
    let path = "content/" + picture.value
    guard media.path(path) == nil else { return }
    diagnostics.append(
      Diagnostic(
        PublicationCode.missingImage, at: picture.location,
        "L’image « \(picture.value) » n’existe pas dans content/",
        help: media.guess(path) ?? "déposez-la dans content/images/ et écrivez image: images/nom.png"))
  }

  private static func isBitmap(_ path: String) -> Bool {
    let name = path.lowercased()
    return [".png", ".jpg", ".jpeg", ".webp", ".gif"].contains { name.hasSuffix($0) }
  }

  /// The figure that `section/id` or `partie/section/id` names, and the place of its section.
  static func figure(_ path: String, in index: ReferenceIndex) -> (section: Int, id: String)? {
    let words = Quotations.words(of: path)
    guard words.count > 1, let id = words.last,
      case .section(let place) = index.section(words.dropLast(), from: 0),
      index.figure(id, in: place) != nil
    else { return nil }
    return (place, id)
  }
}
