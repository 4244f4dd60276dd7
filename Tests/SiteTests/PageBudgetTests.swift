import Diagnostics
import FrontMatter
import Publication
import TestSupport
import Testing

@testable import Site

@Suite struct PageBudgetTests {
  private static func budget(_ yaml: String) -> PageBudget {
    let file = SourceFile(path: "content/publication.yaml", text: yaml)
    var diagnostics: [Diagnostic] = []
    let node = YAMLParser.parse(file, nil, &diagnostics)
    let settings = Settings(node, file: file, &diagnostics)
    let css = SourceFile(path: "assets/a.css", bytes: [UInt8](repeating: UInt8(ascii: "a"), count: 900))
    return PageBudget(settings.budget, assets: AssetStore([css]))
  }

  private static let page = Page(.home, "index.html", "", "", "")
  private static var html: [UInt8] {
    let css = AssetStore([
      SourceFile(path: "assets/a.css", bytes: [UInt8](repeating: UInt8(ascii: "a"), count: 900))
    ])
    return Array("<link href=\"\(css.published["a.css"] ?? "")\">".utf8)
  }

  @Test func countsTheStyleSheetsAPageLoads() throws {
    let fault = try #require(
      Self.budget("budget: { poids: 1 }").fault(Self.page, Self.html + [UInt8](repeating: 32, count: 100)))
    #expect(fault.code == "budget-depasse")
    #expect(fault.location.range == 17..<18)
    #expect(Self.budget("budget: { poids: 1 }").fault(Self.page, Self.html) == nil)
  }

  @Test func countsRequestsWithThePageItself() {
    #expect(Self.budget("budget: { requetes: 1 }").fault(Self.page, Self.html)?.code == "budget-depasse")
    #expect(Self.budget("budget: { requetes: 2 }").fault(Self.page, Self.html) == nil)
  }

  @Test func leavesThePrintEditionAlone() {
    let print = Page(.print, "imprimer.html", "", "", "")
    #expect(Self.budget("budget: { requetes: 1 }").fault(print, Self.html) == nil)
  }

  @Test func publishesNothingWhereAPageIsOverTheBudget() async throws {
    let settings = "titre: Bilan\nperiode: 2025\norganisme: { nom: D }\nparties: []\nbudget: { poids: 1 }\n"
    let texts = [
      SourceFile(path: "content/index.md", text: "---\ntitre: Accueil\n---\n"),
      SourceFile(path: "content/publication.yaml", text: settings),
    ]
    let folder = try TestFolder()
    let root = folder.path + "/publication"
    let (publication, _) = await Publication.load(ContentFolder(root: root, texts: texts, media: []))
    var diagnostics: [Diagnostic] = []
    let site = Site(publication, theme: .builtIn, generator: "bilan", &diagnostics)
    let fault = try await site.write(to: folder.path + "/output", jobs: 2)
    #expect(fault?.code == "budget-depasse")
    #expect(try Disk.entries(of: folder.path).isEmpty)
  }
}
