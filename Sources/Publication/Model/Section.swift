import Diagnostics
import FrenchText
import FrontMatter
import KeyFigures
import Markdown

/// One file of Markdown with its front matter: a section, the opening of a part, or the home page.
public struct Section: Sendable {
  public enum Role: Hashable, Sendable {
    case home
    case part
    case section
  }

  /// What its own file says: never changed after it was read, so that a section is cheap to hand around.
  public let reading: Reading
  /// What was made of it since: one, for behind one reference a copy costs little, and lists of thousands of sections are
  /// handed around.
  private var findings = [Findings()]

  init(reading: Reading) { self.reading = reading }

  private struct Findings: Sendable {
    var tables: [TableBlock] = []
    var charts: [ChartBlock] = []
    var blocks: [Block] = []
    var shownFigures: Set<String> = []
    var figureRecords: [FigureRecord] = []
    var targets: [LinkTarget] = []
    var quotations: [String?] = []
    var sigles: [String] = []
    var pictureNumbers: [Int: Int] = [:]
  }

  public internal(set) var tables: [TableBlock] {
    get { findings[0].tables }
    set { findings[0].tables = newValue }
  }
  public internal(set) var charts: [ChartBlock] {
    get { findings[0].charts }
    set { findings[0].charts = newValue }
  }
  /// What each of `document.directives` is, in their order.
  public internal(set) var blocks: [Block] {
    get { findings[0].blocks }
    set { findings[0].blocks = newValue }
  }
  /// The figures that the text shows as cards, by identifier: only these have a place in the page.
  public var shownFigures: Set<String> { findings[0].shownFigures }
  /// Its figures, each with its place in the site.
  public internal(set) var figureRecords: [FigureRecord] {
    get { findings[0].figureRecords }
    set { findings[0].figureRecords = newValue }
  }
  /// Where each of `document.links` leads, in their order.
  public internal(set) var targets: [LinkTarget] {
    get { findings[0].targets }
    set { findings[0].targets = newValue }
  }
  /// What each of `document.references` shows, in their order; nil where there is no such value, which was reported.
  public internal(set) var quotations: [String?] {
    get { findings[0].quotations }
    set { findings[0].quotations = newValue }
  }
  /// The sigles its text uses, each once, in their order.
  public internal(set) var sigles: [String] {
    get { findings[0].sigles }
    set { findings[0].sigles = newValue }
  }
  /// The numbers of its captioned pictures, by the node of their directive.
  public internal(set) var pictureNumbers: [Int: Int] {
    get { findings[0].pictureNumbers }
    set { findings[0].pictureNumbers = newValue }
  }

  // In place: the lists are not copied, as they would be through their names above.
  mutating func number(table place: Int, _ number: Int) { findings[0].tables[place].number = number }
  mutating func number(chart place: Int, _ number: Int) { findings[0].charts[place].number = number }

  public var role: Role { reading.role }
  public var file: SourceFile { reading.file }
  /// The folder of its part; empty for the home page.
  public var folder: String { reading.folder }
  /// The file's name without `.md`.
  public var slug: String { reading.slug }
  public var header: Header { reading.header }
  public var document: Document { reading.document }
  /// Whether its file could be read as what it is: if not, that has been said, and nothing else need be.
  public var isReadable: Bool { reading.isReadable }
  public var doubts: HeaderDoubts { reading.doubts }

  /// Its page, from the root of the site.
  public var url: String { reading.url }
  /// What other sections call it: `reussite-des-eleves/certification-pix`.
  public var key: String { reading.key }

  public var title: String { header.title?.value ?? "" }
  /// The title as French typography sets it, which every list of sections shows.
  public var typesetTitle: String { reading.typesetTitle }
  public var shortTitle: String { header.shortTitle ?? title }
  public var typesetShortTitle: String { header.shortTitle.map(Typographer.typeset) ?? typesetTitle }
  public var figures: [Figure] { header.figures.figures }
  /// The `id` in its page of what an editor calls so: a heading, a directive by its `{#id}`, a key figure.
  public func anchor(named name: String) -> String? {
    if document.headings.contains(where: { $0.anchor == name }) { return name }
    if let directive = document.directives.first(where: { $0.id == name }) {
      return directive.name + "-" + name
    }
    return header.figures.figure(name)?.anchor
  }

  /// The figure that `section/id` or `partie/section/id` names, if it is one of this section.
  func figure(at path: String) -> Figure? {
    for name in [key, slug] where path.hasPrefix(name + "/") {
      if let figure = header.figures.figure(String(path.dropFirst(name.count + 1))) { return figure }
    }
    return nil
  }

  /// Where a figure is shown, from the root of the site.
  public func url(of figure: Figure) -> String {
    shownFigures.contains(figure.id) ? url + "#" + figure.anchor : url
  }

  /// Gives its figures their places, once its blocks are known.
  mutating func recordFigures() {
    var shown: Set<String> = []
    for case .keyFigures(let groups) in blocks {
      for group in groups { for figure in group.figures { shown.insert(figure.id) } }
    }
    figureRecords = figures.map {
      FigureRecord(
        section: key, sectionTitle: title, page: url, isShown: shown.contains($0.id), figure: $0)
    }
    findings[0].shownFigures = shown
  }

  public var hasNote: Bool { header.note != nil }
}

/// One file on its own, as it was read.
public final class Reading: Sendable {
  public let role: Section.Role
  public let file: SourceFile
  public let folder: String
  public let slug: String
  /// What other sections call it.
  let key: String
  /// Its page, from the root of the site.
  let url: String
  public let header: Header
  public let document: Document
  public let isReadable: Bool
  public let doubts: HeaderDoubts
  let typesetTitle: String
  /// Where its text starts, after the front matter.
  private let body: Int

  init(
    role: Section.Role, file: SourceFile, folder: String, slug: String, header: Header, document: Document,
    isReadable: Bool, doubts: HeaderDoubts, body: Int
  ) {
    self.role = role
    self.file = file
    self.folder = folder
    self.slug = slug
    key =
      switch role {
      case .home: "index"
      case .part: folder
      case .section: folder + "/" + slug
      }
    url = key + ".html"
    self.header = header
    self.document = document
    self.isReadable = isReadable
    self.doubts = doubts
    typesetTitle = Typographer.typeset(header.title?.value ?? "")
    self.body = body
  }

  /// The front matter, as typed.
  var front: ArraySlice<UInt8> { file.bytes[..<body] }
}

/// A directive, with what its name means.
public enum Block: Sendable {
  /// Rendered by its layout from its attributes and its inside.
  case plain
  case keyFigures([FigureSet.Group])
  /// An index into `Section.tables`.
  case table(Int)
  /// An index into `Section.charts`.
  case chart(Int)
  case indicators([Indicator])
  /// Rarer and larger than the others, which are a word each.
  indirect case picture(Picture)
  /// Its content was at fault, and has been reported.
  case faulty
}

/// A row of `indicateurs`: an objective, and what was reached of it.
public struct Indicator: Hashable, Sendable {
  public let label: String
  public let objective: String
  public let reached: String?
  /// What was reached, in percent of the objective.
  public let rate: Double?
}

/// A picture in `content/`.
public struct Picture: Hashable, Sendable {
  /// From the root of the site.
  public let url: String
  public let alternative: String
  public let credit: String?
  public let width: Int?
  public let height: Int?
}

/// Where a link of a text leads.
public enum LinkTarget: Hashable, Sendable {
  case external
  /// A page of the publication: the key of its section, and an anchor there.
  case section(key: String, anchor: String?)
  /// A place on the same page.
  case anchor(String)
  /// A file to download, from the root of the site.
  case file(String)
  case missing
}
