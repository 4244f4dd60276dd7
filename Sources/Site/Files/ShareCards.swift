import Charts
import Drawing
import Publication

/// A drawing for each page that editors wrote, to be shown where one links to it: its title and the figure that speaks for it.
/// Networks that ask for a bitmap get the one the owner gives (`image_partage`).
enum ShareCards {
  /// None without a public address: nobody could link to them.
  static func all(_ site: Site) -> [OutputFile] {
    guard site.publication.settings.url != nil else { return [] }
    return site.pages.compactMap { page in
      card(page, site.publication).map { words, part in
        OutputFile(
          path: path(of: page),
          content: .made {
            $0(SVGWriter.file(Card.scene(words), theme: PartTheme.light(part, site.publication.settings)))
          })
      }
    }
  }

  /// From the root of the site.
  static func path(of page: Page) -> String {
    "partage/" + (page.url.hasSuffix(".html") ? String(page.url.dropLast(5)) : page.url) + ".svg"
  }

  private static func card(_ page: Page, _ publication: Publication) -> (Card.Words, part: Int?)? {
    let settings = publication.settings
    let name = Typeset.text(settings.title + " " + settings.periodText)
    let publisher = Typeset.text(settings.publisher.name)
    switch page.kind {
    case .home:
      return (
        Card.Words(
          kicker: Typeset.text(settings.subtitle ?? settings.publisher.region ?? ""),
          title: Typeset.text(settings.title), value: settings.periodText, foot: publisher), nil
      )
    case .part(let place):
      let part = publication.parts[place]
      let count = part.sections.count
      return (
        Card.Words(
          kicker: name, title: part.opening.typesetTitle, value: "\(count)",
          label: count > 1 ? "sections" : "section", foot: publisher), part.number
      )
    case .section(let place):
      let part = publication.part(ofSection: place)
      let figure = publication.headline(ofSection: place)
      return (
        Card.Words(
          kicker: ([name] + (part.map { [$0.opening.typesetTitle] } ?? [])).joined(separator: " · "),
          title: Typeset.text(page.title), value: figure?.quantity.formatted ?? "",
          label: figure.map { Typeset.text($0.label) } ?? "", foot: publisher), part?.number
      )
    default: return nil
    }
  }
}
