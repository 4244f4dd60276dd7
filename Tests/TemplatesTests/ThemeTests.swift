import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Templates

@Suite("The built-in layouts")
struct ThemeTests {
  @Test("compile without a word")
  func compile() throws {
    let paths = try #require(FileManager.default.enumerator(atPath: Repository.url("layouts").path))
    let files = try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".html") }.sorted().map {
      SourceFile(path: "layouts/\($0)", bytes: try Repository.bytes("layouts/\($0)"))
    }
    var diagnostics: [Diagnostic] = []
    let set = TemplateSet(files, diagnostics: &diagnostics)
    #expect(diagnostics == [])
    #expect(set.contains("page.html"))
    #expect(set.contains("blocs/tableau.html"))
  }
}
