import Diagnostics
import Publication
import Templates

/// A publication with its layouts and assets: everything that is needed to write any of its pages.
public struct Site: Sendable {
  public var publication: Publication { frame.publication }
  public let pages: [Page]
  /// The place of each page, by its address: for those that are asked for one at a time.
  let places: Once<[String: Int]>
  let frame: Frame
  let assets: AssetStore
  let layouts: Layouts
  private let budget: PageBudget
  /// What is said of blocks without a layout and of files in the way of others.
  private var faults: [Diagnostic] = []

  /// Compiles the layouts and makes what all pages share.
  ///
  /// - Parameters:
  ///   - generator: the program's name and version, for `<meta name="generator">`.
  ///   - earlier: a site of the same settings, of which is kept what did not change.
  ///   - reach: how far it is seen what changed since.
  public init(
    _ publication: Publication, theme: Theme, generator: String, since earlier: Site? = nil,
    reach: Reach = .everything, _ diagnostics: inout [Diagnostic]
  ) {
    self.init(
      publication, theme: theme, layouts: Layouts(theme.layouts, since: earlier?.layouts),
      generator: generator, since: earlier, reach: reach, &diagnostics)
  }

  /// The same, with the layouts of the theme compiled already.
  init(
    _ publication: Publication, theme: Theme, layouts: Layouts, generator: String, since earlier: Site?,
    reach: Reach, _ diagnostics: inout [Diagnostic]
  ) {
    let hasSameLayouts = earlier?.layouts.files == layouts.files
    self.layouts = layouts
    diagnostics += layouts.faults
    let own = OwnersStyle.bytes(publication.settings).map {
      [SourceFile(path: "assets/" + OwnersStyle.name, bytes: $0)]
    }
    assets = AssetStore(theme.assets + (own ?? []), since: earlier?.assets)
    budget = PageBudget(publication.settings.budget, assets: assets)
    let data = PublicationData(
      publication, assets: assets, generator: generator, since: earlier?.frame.data, reach: reach)
    // What is kept knows sections by their names and places only.
    let kept = reach < .everything ? earlier : nil
    frame = Frame(publication, templates: layouts.templates, data: data, since: kept?.frame)
    let pages = kept?.pages ?? Page.all(of: publication)
    self.pages = pages
    places = kept?.places ?? Once { Dictionary(zip(pages.map(\.url), pages.indices)) { first, _ in first } }
    if !hasSameLayouts || kept?.faults.isEmpty != true {
      LayoutCheck(publication, layouts.templates).run(&faults)
      checkMediaPlaces(&faults)
    }
    diagnostics += faults
  }

  /// The HTML of a page. A layout that fails says where and why.
  ///
  /// A page over the publication's budget is refused too.
  public func render(_ page: Page) throws(TemplateError) -> [UInt8] {
    var html: [UInt8] = []
    try render(page) { if html.isEmpty { html = $0 } else { html += $0 } }
    if let fault = budget.fault(page, html) { throw TemplateError(fault) }
    return html
  }

  /// Hands a page on piece by piece, where no budget asks for all of it first: the print edition is as long as all other
  /// pages together.
  func write(_ page: Page, drain: @escaping Drain) throws(TemplateError) {
    if budget.isLimit(for: page) { drain(try render(page)) } else { try render(page, drain: drain) }
  }

  private func render(_ page: Page, drain: @escaping Drain) throws(TemplateError) {
    let context = PageContext(page, among: pages, frame: frame)
    try frame.templates.render(page.layout, try context.map(), drain: drain)
    if let failure = context.failure { throw failure }
  }

  /// Every file of the site that is not a page: data, drawings, the style sheets, the index of the search.
  public func files() -> [OutputFile] {
    var files = assets.files.map { OutputFile(path: $0.path, content: .bytes($0.bytes)) }
    files += publication.media.map { medium in
      OutputFile(
        path: String(medium.path.dropFirst("content/".count)),
        content: .copy(publication.root + "/" + medium.path))
    }
    files += data
    files += ChartFiles.all(frame)
    files += ShareCards.all(self)
    files += SiteMap.files(self)
    files.append(OutputFile(path: "recherche.json", content: .made { SearchIndex.write(frame, to: $0) }))
    return files
  }
}

extension Site {
  /// The open data: figures, tables and their description, under `donnees/`.
  public var data: [OutputFile] {
    frame.files.files.map { file in OutputFile(path: file.path, content: .made(file.write)) }
  }
}

/// A file of the site, and where its bytes come from.
public struct OutputFile: Sendable {
  public enum Content: Sendable {
    case bytes([UInt8])
    /// Made when it is written: drawings are many, and nobody needs two of them at once.
    case made(@Sendable (@escaping Drain) -> Void)
    /// The path of a file to copy.
    case copy(String)
  }

  /// From the root of the site.
  public let path: String
  public let content: Content
}
