import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Templates

@Suite("The built-in layouts")
struct ThemeTests {
  @Test("compile without a word")
  func compile() throws {
    let folder = Python.root.appending(path: "layouts")
    guard let paths = FileManager.default.enumerator(atPath: folder.path) else { return }
    let files = try paths.compactMap { $0 as? String }.filter { $0.hasSuffix(".html") }.sorted().map {
      SourceFile(path: "layouts/\($0)", bytes: Array(try Data(contentsOf: folder.appending(path: $0))))
    }
    var diagnostics: [Diagnostic] = []
    let set = TemplateSet(files, diagnostics: &diagnostics)
    #expect(diagnostics == [])
    #expect(files.isEmpty || set.contains("page.html"))
  }
}
