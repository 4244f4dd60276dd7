import Diagnostics
import FrontMatter
import Publication
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
}
