import Diagnostics
import Publication

/// The files for machines that visit the site: `sitemap.xml` (sitemaps.org), `robots.txt`, and the Atom feed (RFC 4287)
/// of what was updated. The first and the last need absolute addresses, so a publication without `url` has neither.
enum SiteMap {
  static func files(_ site: Site) -> [OutputFile] {
    let url = site.publication.settings.url
    var robots = "User-agent: *\nAllow: /\n"
    guard let url else { return [text("robots.txt", robots)] }
    robots += "Sitemap: \(url)sitemap.xml\n"
    return [
      text("robots.txt", robots), text("sitemap.xml", map(site, url)), text("atom.xml", feed(site, url)),
    ]
  }

  private static func text(_ path: String, _ text: String) -> OutputFile {
    OutputFile(path: path, content: .bytes(Array(text.utf8)))
  }

  private static func map(_ site: Site, _ url: String) -> String {
    // A page made of all the texts changes with each of them.
    let latest = site.publication.everything.compactMap { $0.header.updated?.value.iso }.max()
    let entries = site.pages.filter { $0.kind != .notFound }.map { page in
      let date = page.isCommon ? latest : site.publication.section(of: page)?.header.updated?.value.iso
      return
        "<url><loc>\(escaped(url + page.address))</loc>\(date.map { "<lastmod>\($0)</lastmod>" } ?? "")</url>\n"
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(entries.joined())</urlset>

      """
  }

  /// Texts with a `date_maj`, the latest first.
  private static func feed(_ site: Site, _ url: String) -> String {
    let publication = site.publication
    let dated = site.pages.compactMap { page -> (page: Page, section: Section, date: String)? in
      guard let section = publication.section(of: page), let date = section.header.updated?.value.iso else {
        return nil
      }
      return (page, section, date)
    }.sorted { $0.date > $1.date }
    let entries = dated.map { page, section, date in
      """
      <entry><title>\(escaped(Typeset.text(page.title)))</title><id>\(escaped(url + page.address))</id>\
      <link href="\(escaped(url + page.address))"/><updated>\(date)T00:00:00Z</updated>\
      <summary>\(escaped(Typeset.text(section.header.summary ?? page.summary(publication))))</summary></entry>

      """
    }
    let latest = dated.first?.date ?? publication.settings.period?.end.iso ?? "1970-01-01"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(escaped(publication.settings.language))">
      <title>\(escaped(Typeset.text(publication.settings.title + " " + publication.settings.periodText)))</title>
      <id>\(escaped(url))</id><link href="\(escaped(url))"/><link rel="self" type="application/atom+xml" href="\(escaped(url))atom.xml"/>
      <updated>\(latest)T00:00:00Z</updated><author><name>\(escaped(publication.settings.publisher.name))</name></author>
      \(entries.joined())</feed>

      """
  }

  private static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension Publication {
  /// The text a page is made of; nil for pages made of all of them.
  func section(of page: Page) -> Section? {
    switch page.kind {
    case .home: home
    case .part(let place): parts[place].opening
    case .section(let place): sections[place]
    default: nil
    }
  }
}
